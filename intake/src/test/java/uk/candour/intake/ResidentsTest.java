package uk.candour.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResidentsTest {

  @TempDir Path folder;

  private Intaken read(String population, String... files) {
    var borough = new Borough(folder).file("a.csv", "a\n1\n");
    for (int i = 0; i < files.length; i++) {
      borough.file("p" + i + ".csv", files[i]);
    }
    return borough
        .file(
            "remit.yaml",
            Borough.HEAD
                + "population:\n"
                + population
                + "sources:\n  - {name: s, agency: p, kind: youth, file: a.csv, entry:"
                + " report-made, map: {report.id: a}}\n")
        .read();
  }

  @Test
  void totalsAreOfAllSexesAndGroupsTogether() {
    Intaken intaken =
        read(
            "  - {file: p0.csv, year: 2011, map: {area: a, age-from: f, age-to: t, sex: s, group:"
                + " g, count: n}}\n",
            """
            a,f,t,s,g,n
            X08000001,0,17,F,Asian,10
            X08000001,0,17,M,Asian,20
            X08000001,0,17,F,White British,"1,000"
            X08000001,18,,F,White British,5
            X08000001,0,17,F,Martian,7
            X08000001,x,17,F,Asian,7
            """);
    assertThat(intaken.entries().scope().population())
        .extracting("ageFrom", "ageTo", "count")
        .containsExactly(tuple(0, 17, 1030L), tuple(18, 120, 5L));
    assertThat(intaken.characteristics().residents())
        .extracting("group")
        .containsExactly("Asian", "Asian", "White British", "White British");
    assertThat(Borough.problems(intaken))
        .containsExactly(
            "p0.csv,5,g,Martian,a group by its name in the code lists",
            "p0.csv,6,f,x,an age in whole years");
  }

  @Test
  void nobodyIsCountedTwiceWhereOneFileHasGroupsAndAnotherHasNone() {
    Intaken intaken =
        read(
            """
              - {file: p0.csv, year: 2011, map: {age-from: f, age-to: t, group: g, count: n}}
              - {file: p1.csv, year: 2011, map: {age-from: f, age-to: t, count: n}}
            """,
            "f,t,g,n\n0,17,Asian,10\n0,17,White,80\n",
            "f,t,n\n0,17,100\n");
    assertThat(intaken.entries().scope().population())
        .extracting("area", "count")
        .containsExactly(tuple("X08000001", 100L));
  }
}
