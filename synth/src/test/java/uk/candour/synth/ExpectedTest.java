package uk.candour.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectedTest {

  @ParameterizedTest(name = "{0}: {1}, {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 2 3 4 5     | 3  | the middle one
          1 2 3 4       | 2  | one half is enough
          5+ 5+ 5+      | -1 | nobody's wait ended
          1 2+ 3 4+ 5+  | -1 | 0.8, then 0.53
          1 2+ 3 4 5+   | 4  | 0.8, 0.53, 0.27
          3 3 3 9+      | 3  | a tie
          """)
  void theMedianWaitCountsThoseWhoStillWait(String waits, int median, String reason) {
    List<int[]> all = new ArrayList<>();
    for (String wait : waits.split(" ", -1)) {
      boolean ended = !wait.endsWith("+");
      all.add(new int[] {Integer.parseInt(wait.replace("+", "")), ended ? 1 : 0});
    }
    assertThat(Expected.median(all)).as(reason).isEqualTo(median);
  }
}
