package uk.candour.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Plants a number of children, spoils the records as agencies and linkages do, and asks how often
/// the conservative figure lies below the truth.
class ConservativeEstimateTest {

  private static final int RUNS = 300;

  /// With independent lists the bound is exact, so that the limit has no slack but chance and the
  /// corrections. Slopes that may not be negative raise it a little even then: over 2,000 runs it
  /// lay below the truth in 92.8% with nothing wrong and five lists, 94.5% with two.
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nothing wrong, five lists              | 1400  | 0.30 0.25 0.20 0.15 0.10 | 0    | 1    | 0.90
          nothing wrong, two lists               | 1400  | 0.40 0.30                | 0    | 1    | 0.90
          one link in twenty missed              | 1400  | 0.30 0.25 0.20 0.15 0.10 | 0.05 | 1    | 0.95
          one link in ten missed                 | 1400  | 0.30 0.25 0.20 0.15 0.10 | 0.10 | 1    | 0.95
          one in twenty, ten thousand children   | 10000 | 0.30 0.25 0.20 0.15 0.10 | 0.05 | 1    | 0.95
          one in twenty, well covered            | 1400  | 0.60 0.50 0.50 0.40 0.30 | 0.05 | 1    | 0.95
          one in twenty, two lists               | 1400  | 0.40 0.30                | 0.05 | 1    | 0.95
          one in twenty, thinly covered          | 1400  | 0.10 0.10 0.08 0.05 0.05 | 0.05 | 1    | 0.95
          three in a hundred flagged falsely     | 1400  | 0.30 0.25 0.20 0.15 0.10 | 0    | 0.97 | 0.95
          a tenth flagged falsely                | 1400  | 0.30 0.25 0.20 0.15 0.10 | 0    | 0.90 | 0.95
          flagged falsely, ten thousand children | 10000 | 0.30 0.25 0.20 0.15 0.10 | 0    | 0.97 | 0.95
          both                                   | 1400  | 0.30 0.25 0.20 0.15 0.10 | 0.05 | 0.95 | 0.95
          both, ten thousand children            | 10000 | 0.30 0.25 0.20 0.15 0.10 | 0.05 | 0.95 | 0.95
          both, ten lists                        | 3000  | 0.15 0.15 0.12 0.12 0.10 0.10 0.08 0.08 0.05 0.05 | 0.05 | 0.95 | 0.95
          """)
  void liesBelowTheTruth(
      String reason, int children, String coverage, double missed, double confirmed, double rate) {
    double[] coverages =
        Arrays.stream(coverage.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
    int below = 0;
    double sum = 0;
    for (int seed = 0; seed < RUNS; seed++) {
      Histories shown = spoiled(children, coverages, missed, confirmed, new Random(seed));
      double limit = ConservativeEstimate.of(shown, missed, confirmed);
      below += limit <= children ? 1 : 0;
      sum += limit / children;
    }
    assertThat((double) below / RUNS).as(reason).isGreaterThanOrEqualTo(rate);
    assertThat(sum / RUNS).as("the limit is of use").isGreaterThan(0.6);
  }

  @Test
  void withoutCorrectionMissedLinksWouldPutItAboveTheTruth() {
    int below = 0;
    for (int seed = 0; seed < RUNS; seed++) {
      Histories shown =
          spoiled(10_000, new double[] {0.3, 0.25, 0.2, 0.15, 0.1}, 0.05, 1, new Random(seed));
      below += ConservativeEstimate.of(shown, 0, 1) <= 10_000 ? 1 : 0;
    }
    assertThat((double) below / RUNS).isLessThan(0.5);
  }

  @Test
  void correctionsOnlyEverLowerIt() {
    for (String table : new String[] {Tables.HARE, Tables.KOSOVO, Tables.UNITED_KINGDOM}) {
      Histories histories = Tables.parse(table);
      double uncorrected = ConservativeEstimate.of(histories, 0, 1);
      double last = uncorrected;
      for (double share = 0.01; share < 0.5; share += 0.01) {
        double corrected = ConservativeEstimate.of(histories, share, 1);
        assertThat(corrected).isLessThanOrEqualTo(last + 1e-6);
        assertThat(ConservativeEstimate.of(histories, 0, 1 - share)).isLessThan(uncorrected);
        assertThat(ConservativeEstimate.of(histories, share, 1 - share))
            .isGreaterThanOrEqualTo(ConservativeEstimate.floor(histories, share, 1 - share));
        last = corrected;
      }
    }
  }

  @Test
  void isTheLowerEndOfTheNinetyPercentIntervalWhenNothingIsWrong() {
    Histories histories = Tables.parse(Tables.UNITED_KINGDOM);
    assertThat(ConservativeEstimate.of(histories, 0, 1))
        .isCloseTo(ChaoLowerBound.of(histories).interval90().low(), within(1e-6));
  }

  @Test
  void refusesSharesThatAreNone() {
    Histories histories = Tables.parse(Tables.HARE);
    assertThatThrownBy(() -> ConservativeEstimate.of(histories, 1, 1))
        .hasMessageContaining("1.0 of links missed");
    assertThatThrownBy(() -> ConservativeEstimate.of(histories, 0, 0))
        .hasMessageContaining("0.0 of concerns confirmed");
  }

  /// What agencies would show: each child's records are linked one to the next in random order and
  /// each link is missed with the same probability; then children wrongly flagged are added, each
  /// on one list, so that the share confirmed of all children is as given.
  private static Histories spoiled(
      int children, double[] coverage, double missed, double confirmed, Random random) {
    Map<Long, Long> counts = new TreeMap<>();
    int seen = 0;
    for (int child = 0; child < children; child++) {
      long fragment = 0;
      boolean any = false;
      for (int list : shuffled(coverage.length, random)) {
        if (random.nextDouble() < coverage[list]) {
          if (fragment != 0 && random.nextDouble() < missed) {
            counts.merge(fragment, 1L, Long::sum);
            fragment = 0;
          }
          fragment |= 1L << list;
          any = true;
        }
      }
      if (any) {
        counts.merge(fragment, 1L, Long::sum);
        seen++;
      }
    }
    long falselyFlagged = Math.round(seen * (1 - confirmed) / confirmed);
    for (long child = 0; child < falselyFlagged; child++) {
      counts.merge(1L << random.nextInt(coverage.length), 1L, Long::sum);
    }
    return new Histories(Tables.names(coverage.length), counts);
  }

  private static int[] shuffled(int size, Random random) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
