package uk.candour.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UnknownsTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "1999|1999",
        "1999 2000|1999 to 2000",
        "1999 2001 2002 2003|1999, 2001 to 2003",
        "1999 2001|1999, 2001",
      })
  void yearsInARowAreNamedByTheirEnds(String years, String words) {
    assertThat(Unknowns.years(Arrays.stream(years.split(" ", -1)).map(Integer::valueOf).toList()))
        .isEqualTo(words);
  }
}
