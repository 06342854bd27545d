package uk.candour.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {

  @TempDir Path folder;

  @Test
  void showsWhatEachColumnBecomesAndWhatIsWrong() throws IOException {
    var remit =
        new Borough(folder)
            .source(
                """
                no,seen,who,age,eth,tel,left
                1,05/01/2003,"MARSH, Jade",c14,A2,1;2,x
                2,31/02/2003,Kim,15,ZZ,,
                """,
                "dates: dd/MM/yyyy, entry: report-made, map: {report.id: no, report.recorded: seen,"
                    + " report.by: {constant: worker}, child.name: who, child.age: age,"
                    + " child.ethnicity: {column: eth, codes: police-16+1}, child.phone: {column:"
                    + " tel, split: ';'}}")
            .remit();
    assertThat(Check.of(remit).text())
        .isEqualTo(
            """
            s: rows.csv, 2 rows looked at
              Character set: plain ASCII.
              2 report-made
              1 of these without any date
              row 1 becomes report-made
                report.id        no          1
                report.recorded  seen        2003-01-05   from "05/01/2003"
                report.by        (constant)  worker
                child.name       who         forename Jade, surname MARSH   from "MARSH, Jade"
                child.age        age         13 to 15   from "c14"
                child.ethnicity  eth         Pakistani (sealed)   from "A2"
                child.phone      tel         1 | 2   from "1;2"
              row 2 becomes report-made
                report.id        no          2
                report.recorded  seen        -   from "31/02/2003"
                report.by        (constant)  worker
                child.name       who         forename Kim   from "Kim"
                child.age        age         15
                child.ethnicity  eth         -   from "ZZ"
                child.phone      tel         -
              columns that nothing uses: left
              row 2, seen "31/02/2003": expected a date as dd/MM/yyyy, yyyy-MM or yyyy
              row 2, eth "ZZ": expected a code of police-16+1

            """);
  }
}
