package uk.candour.publication;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BreakdownTablesTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "1999-11|1999-11",
        "1999-11 1999-12 2000-01|1999-11 to 2000-01",
        "1999-11 2000-01 2000-02|1999-11, 2000-01 to 2000-02",
        "2001-02 2001-05|2001-02, 2001-05",
      })
  void monthsInARowAreNamedByTheirEnds(String months, String words) {
    assertThat(BreakdownTables.runs(months)).isEqualTo(words);
  }
}
