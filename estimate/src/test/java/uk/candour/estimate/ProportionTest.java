package uk.candour.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {

  /// Newcombe (1998, Stat. Med. 17:857), table I, the exact method; the last row is common in
  /// textbooks.
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2527, 0.3676",
    "15, 148, 0.0578, 0.1617",
    "0, 20, 0.0000, 0.1684",
    "1, 29, 0.0009, 0.1776",
    "5, 10, 0.1871, 0.8129",
  })
  void agreesWithPublishedLimits(long count, long of, double low, double high) {
    Proportion share = new Proportion(count, of);
    assertThat(share.low95()).isCloseTo(low, within(5e-5));
    assertThat(share.high95()).isCloseTo(high, within(5e-5));
  }

  @Test
  void closedFormsWhereAllOrNoneAreCounted() {
    assertThat(new Proportion(0, 40).high95())
        .isCloseTo(1 - Math.pow(0.025, 1 / 40.0), within(1e-12));
    assertThat(new Proportion(40, 40).low95()).isCloseTo(Math.pow(0.025, 1 / 40.0), within(1e-12));
    assertThat(new Proportion(40, 40).lower95()).isCloseTo(Math.pow(0.05, 1 / 40.0), within(1e-12));
    assertThat(new Proportion(40, 40).high95()).isEqualTo(1);
  }

  @Test
  void eachLimitLeavesItsTailAsAPlainSumShows() {
    for (int of = 1; of <= 60; of += 7) {
      for (int count = 1; count < of; count++) {
        Proportion share = new Proportion(count, of);
        assertThat(atLeast(count, of, share.low95())).isCloseTo(0.025, within(1e-10));
        assertThat(1 - atLeast(count + 1, of, share.high95())).isCloseTo(0.025, within(1e-10));
        assertThat(atLeast(count, of, share.lower95())).isCloseTo(0.05, within(1e-10));
      }
    }
  }

  private static double atLeast(int count, int of, double p) {
    double sum = 0;
    for (int x = count; x <= of; x++) {
      double ways = 1;
      for (int i = 1; i <= x; i++) {
        ways *= (of - x + i) / (double) i;
      }
      sum += ways * Math.pow(p, x) * Math.pow(1 - p, of - x);
    }
    return sum;
  }

  @Test
  void millionsAreNoHarder() {
    Proportion share = new Proportion(400_000, 1_000_000);
    double normal = 1.959963984540054 * Math.sqrt(0.4 * 0.6 / 1e6);
    assertThat(share.low95()).isCloseTo(0.4 - normal, within(2e-6));
    assertThat(share.high95()).isCloseTo(0.4 + normal, within(2e-6));
  }

  @Test
  void nothingCountedLeavesEverything() {
    Proportion none = new Proportion(0, 0);
    assertThat(none.share()).isNaN();
    assertThat(none.low95()).isZero();
    assertThat(none.high95()).isEqualTo(1);
  }

  @Test
  void refusesMoreThanAll() {
    assertThatThrownBy(() -> new Proportion(3, 2)).hasMessage("3 of 2 is no share");
  }
}
