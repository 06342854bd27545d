package uk.candour.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileSamplingTest {

  @ParameterizedTest(name = "{7}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          50   | 10  | 3  | 6   | 4   | 5   | 31  | values not rejected; the first rejected are 4 and 32
          400  | 40  | 0  | 0   | 0   | 0   | 33  | none found
          400  | 40  | 40 | 373 | 359 | 367 | 400 | all found
          400  | 40  | 12 | 76  | 62  | 69  | 182 | some found
          1000 | 100 | 30 | 229 | 204 | 217 | 394 | a larger list
          120  | 30  | 27 | 94  | 88  | 91  | 116 | a quarter read
          988  | 66  | 63 | 879 | 849 | 866 | 977 | the list of an inquiry, had all files been drawn at random
          """)
  void exactLimits(
      int files, int drawn, int found, int low95, int low99, int low, int high, String reason) {
    FileSampling sample = new FileSampling(files, drawn, found);
    assertThat(sample.lower95()).isEqualTo(low95);
    assertThat(sample.lower99()).isEqualTo(low99);
    assertThat(sample.low95()).isEqualTo(low);
    assertThat(sample.high95()).isEqualTo(high);
  }

  @Test
  void aTieIsATie() {
    assertThat(new FileSampling(300, 1, 1).lower95()).isEqualTo(16);
    assertThat(new FileSampling(300, 1, 1).lower99()).isEqualTo(4);
  }

  @Test
  void everyFileReadLeavesNoDoubt() {
    FileSampling all = new FileSampling(30, 30, 11);
    assertThat(all.low95()).isEqualTo(11);
    assertThat(all.high95()).isEqualTo(11);
  }

  @Test
  void noFileDrawnLeavesEverything() {
    FileSampling none = new FileSampling(30, 0, 0);
    assertThat(none.low95()).isZero();
    assertThat(none.high95()).isEqualTo(30);
    assertThat(none.estimate()).isNaN();
  }

  @Test
  void agreesWithItsPlainTwin() {
    Random random = new Random(3);
    for (int trial = 0; trial < 150; trial++) {
      int files = 1 + random.nextInt(60);
      int drawn = 1 + random.nextInt(files);
      int found = random.nextInt(drawn + 1);
      FileSampling sample = new FileSampling(files, drawn, found);
      assertThat(sample.lower95()).as("%s", sample).isEqualTo(plainLower(sample, 20));
      assertThat(sample.lower99()).as("%s", sample).isEqualTo(plainLower(sample, 100));
      assertThat(sample.low95()).as("%s", sample).isEqualTo(plainLower(sample, 40));
      assertThat(sample.high95()).as("%s", sample).isEqualTo(plainUpper(sample, 40));
    }
  }

  /// The smallest number of cases with P(X >= x) > 1 / inverse, tried one after another.
  private static int plainLower(FileSampling sample, long inverse) {
    int cases = sample.found();
    while (!exceeds(sample, cases, sample.found(), sample.drawn(), inverse)) {
      cases++;
    }
    return cases;
  }

  private static int plainUpper(FileSampling sample, long inverse) {
    int cases = sample.files() - sample.drawn() + sample.found();
    while (!exceeds(sample, cases, 0, sample.found(), inverse)) {
      cases--;
    }
    return cases;
  }

  private static boolean exceeds(FileSampling sample, int cases, int from, int to, long inverse) {
    BigInteger ways = BigInteger.ZERO;
    for (int x = from; x <= to; x++) {
      ways =
          ways.add(choose(cases, x).multiply(choose(sample.files() - cases, sample.drawn() - x)));
    }
    return ways.multiply(BigInteger.valueOf(inverse))
            .compareTo(choose(sample.files(), sample.drawn()))
        > 0;
  }

  private static BigInteger choose(int n, int k) {
    BigInteger ways = k < 0 || k > n ? BigInteger.ZERO : BigInteger.ONE;
    for (int i = 1; i <= k && k <= n; i++) {
      ways = ways.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
    }
    return ways;
  }

  @Test
  void strataShareTheErrorAndAreSummed() {
    List<FileSampling> strata = List.of(new FileSampling(400, 40, 12), new FileSampling(50, 10, 3));
    long sum = strata.stream().mapToLong(stratum -> plainLower(stratum, 40)).sum();
    assertThat(FileSampling.lower95(strata)).isEqualTo(sum);
    assertThat(FileSampling.lower95(List.of(new FileSampling(400, 40, 12)))).isEqualTo(76);
    assertThat(FileSampling.lower95(List.of())).isZero();
  }

  @Test
  void theLimitLiesBelowTheTruthAsOftenAsPromised() {
    Random random = new Random(9);
    int below = 0;
    for (int trial = 0; trial < 4_000; trial++) {
      int cases = 0;
      for (int file = 0, left = 130; file < 60; file++) {
        boolean isCase = random.nextInt(500 - file) < left;
        cases += isCase ? 1 : 0;
        left -= isCase ? 1 : 0;
      }
      below += new FileSampling(500, 60, cases).lower95() <= 130 ? 1 : 0;
    }
    assertThat(below).isGreaterThanOrEqualTo(3_760);
  }

  @Test
  void aHundredThousandFilesTakeLittleTime() {
    long start = System.nanoTime();
    FileSampling sample = new FileSampling(100_000, 20_000, 4_321);
    int low = sample.low95();
    int high = sample.high95();
    assertThat((System.nanoTime() - start) / 1e9).isLessThan(2);
    assertThat(low).isBetween(21_000, 21_604);
    assertThat(high).isBetween(21_606, 22_200);
  }

  @Test
  void refusesMoreFoundThanDrawn() {
    assertThatThrownBy(() -> new FileSampling(10, 3, 4))
        .hasMessageContaining("4 cases found among 3 drawn from 10 files");
  }
}
