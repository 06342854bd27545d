package uk.candour.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.candour.intake.Problems.Kind;
import uk.candour.intake.Problems.RowProblem;

class ProblemsTest {

  private static List<String> written(Problems problems) throws IOException {
    var out = new ByteArrayOutputStream();
    problems.writeCsv(out);
    return out.toString(StandardCharsets.UTF_8).lines().skip(1).toList();
  }

  @Test
  void moreThanFitInMemoryAreAllWrittenInTheirOrder() throws IOException {
    try (var problems = new Problems()) {
      int count = 150_000;
      for (int i = 1; i <= count; i++) {
        problems.add(
            new RowProblem(Kind.VALUE, "s", i, "column", "value " + i, "a date as dd/MM/yyyy"));
      }
      List<String> lines = written(problems);
      assertThat(lines).hasSize(count);
      for (int i = 1; i <= count; i++) {
        assertThat(lines.get(i - 1))
            .isEqualTo("s," + i + ",column,value " + i + ",a date as dd/MM/yyyy");
      }
      assertThat(problems.count(Kind.VALUE)).isEqualTo(count);
      assertThat(problems.first()).hasSizeLessThan(1000);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          =1+1     | '=1+1          | a formula
          -1       | -1            | a plain number
          -1+2     | '-1+2         | a sign, and more than a number
          +44      | '+44           | a sign that starts one
          ` @x`    | `' @x`         | after a space
          ＝1      | '＝1           | in its full width
          a\u001bb | a\\u001bb     | a control character
          a=b      | a=b            | not at the beginning
          "x",y    | ""\"x"",y"     | quotes and separators
          """)
  void whatASpreadsheetWouldRunIsWrittenAsText(String value, String written, String reason)
      throws IOException {
    try (var problems = new Problems()) {
      problems.add(new RowProblem(Kind.VALUE, "s", 1, "c", value, "e"));
      assertThat(written(problems)).as(reason).containsExactly("s,1,c," + written + ",e");
    }
  }
}
