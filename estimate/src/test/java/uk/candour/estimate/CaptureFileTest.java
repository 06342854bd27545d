package uk.candour.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CaptureFileTest {

  private static Captures accepted(String text) {
    CaptureFile.Reading reading = CaptureFile.read(text);
    assertThat(reading).isInstanceOf(CaptureFile.Accepted.class);
    return ((CaptureFile.Accepted) reading).captures();
  }

  private static List<String> problems(String text) {
    CaptureFile.Reading reading = CaptureFile.read(text);
    assertThat(reading).isInstanceOf(CaptureFile.Refused.class);
    return ((CaptureFile.Refused) reading)
        .problems().stream().map(CaptureFile.Problem::toString).toList();
  }

  @Test
  void readsListsInTheOrderOfTheFile() {
    Histories table =
        (Histories) accepted("\uFEFFyouth, police ,count\r\n1,0,12\r\n\r\n 1,1,3\r\n1,0,1\r\n");
    assertThat(table.lists()).containsExactly("youth", "police");
    assertThat(table.count(1)).isEqualTo(13);
    assertThat(table.count(3)).isEqualTo(3);
  }

  @Test
  void readsNamesInQuotes() {
    assertThat(((Histories) accepted("\"police, north\",\"a \"\"b\"\"\",count\n1,1,3")).lists())
        .containsExactly("police, north", "a \"b\"");
  }

  @Test
  void readsCountsOfHowOften() {
    CaptureCounts counts = (CaptureCounts) accepted("j,n_j\n1,43\n3,8\n2,16\n");
    assertThat(counts.observed()).isEqualTo(67);
    assertThat(counts.seenExactly(2)).isEqualTo(16);
    assertThat(counts.seenExactly(9)).isZero();
  }

  @Test
  void allProblemsAtOnce() {
    assertThat(problems("a,a,,n\n1,2,0,5\n1,0,0,-3\n1,0,5\n0,0,0,4\n"))
        .containsExactly(
            "line 1, column 2: \"a\"; expected a name that no other list has",
            "line 1, column 3: \"\"; expected the name of a list",
            "line 1, column 4: \"n\"; expected `count`, the last column",
            "line 2, column 2: \"2\"; expected 0 or 1",
            "line 3, column 4: \"-3\"; expected a whole number of children, 0 or more",
            "line 4, column 3: \"1,0,5\"; expected 4 values, as in the header",
            "line 5, column 4: \"4\"; expected no children on no list: nobody has seen them");
  }

  @Test
  void allProblemsOfCountsAtOnce() {
    assertThat(problems("j,n_j\n0,4\n2,x\n2,5\n3\n"))
        .containsExactly(
            "line 2, column 1: \"0\"; expected how often the children were seen: a whole number from"
                + " 1 to 10000",
            "line 3, column 2: \"x\"; expected a whole number of children, 0 or more",
            "line 4, column 1: \"2\"; expected a number that no other line has",
            "line 5, column 1: \"3\"; expected 2 values, as in the header");
  }

  @Test
  void anEmptyFileSaysWhatWasExpected() {
    assertThat(problems(" \n"))
        .containsExactly(
            "line 1, column 1: \"\"; expected a header: list names and then `count`, or `j,n_j`");
    assertThat(problems("count\n3\n")).hasSize(1);
  }

  @Test
  void nothingMakesItFail() {
    Random random = new Random(2);
    String letters = "01,,\n\n\"count ajn_\r-5\u20AC";
    for (int trial = 0; trial < 5_000; trial++) {
      StringBuilder text = new StringBuilder(trial % 2 == 0 ? "a,b,count\n" : "j,n_j\n");
      for (int i = random.nextInt(40); i > 0; i--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      switch (CaptureFile.read(text.toString())) {
        case CaptureFile.Accepted(Captures captures) ->
            assertThat(captures.observed()).isNotNegative();
        case CaptureFile.Refused(List<CaptureFile.Problem> problems) ->
            assertThat(problems).isNotEmpty();
      }
    }
  }
}
