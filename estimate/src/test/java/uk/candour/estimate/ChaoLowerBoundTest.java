package uk.candour.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChaoLowerBoundTest {

  /// The figures of Rcapture 1.4-4 (Baillargeon and Rivest 2007) for published tables.
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "HARE, 79.5715, 70.41, 95.16, 79.1739",
    "KOSOVO, 8591.18, 8188.7, 9026.9, 8586.0736",
    "UNITED_KINGDOM, 12298.51, 11050.5, 13811.8, 12215.0744",
  })
  void agreesWithPublishedFigures(
      String name, double estimate, double low, double high, double closed) {
    ChaoLowerBound bound = ChaoLowerBound.of(Tables.parse(table(name)));
    assertThat(bound.estimate()).isCloseTo(estimate, within(1e-4 * estimate));
    assertThat(bound.interval95().low()).isCloseTo(low, within(1e-3 * low));
    assertThat(bound.interval95().high()).isCloseTo(high, within(1e-3 * high));
    assertThat(bound.closed()).isCloseTo(closed, within(1e-3));
    assertThat(bound.interval90().low()).isBetween(bound.interval95().low(), bound.profile());
    assertThat(bound.interval90().high()).isBetween(bound.profile(), bound.interval95().high());
  }

  private static String table(String name) {
    return switch (name) {
      case "HARE" -> Tables.HARE;
      case "KOSOVO" -> Tables.KOSOVO;
      default -> Tables.UNITED_KINGDOM;
    };
  }

  /// Cottontail rabbits (Edwards and Eberhardt 1967, as in Chao 1987): 43 seen once, 16 twice, 8,
  /// 6, 0, 2, 1: 134 with an interval from 102 to 202.
  @Test
  void countsOfHowOftenRabbitsWereSeen() {
    ChaoLowerBound bound = ChaoLowerBound.of(new CaptureCounts(43, 16, 8, 6, 0, 2, 1));
    assertThat(bound.estimate()).isCloseTo(133.78, within(0.01));
    assertThat(bound.interval95().low()).isCloseTo(102, within(0.5));
    assertThat(bound.interval95().high()).isCloseTo(202, within(0.5));
  }

  @Test
  void withTwoListsTheEstimateIsLincolnPetersenAndTheClosedFormChapman() {
    Histories table = new Histories(List.of("a", "b"), Map.of(1L, 300L, 2L, 170L, 3L, 80L));
    ChaoLowerBound bound = ChaoLowerBound.of(table);
    assertThat(bound.estimate()).isCloseTo(380 * 250 / 80.0, within(1e-6));
    assertThat(bound.closed()).isCloseTo(Chapman.of(table, 0, 1).estimate(), within(1e-9));
  }

  @Test
  void isUnboundedWhereNoChildIsOnExactlyTwoLists() {
    Histories table =
        new Histories(List.of("a", "b", "c"), Map.of(1L, 40L, 2L, 50L, 4L, 30L, 7L, 3L));
    assertThat(ChaoLowerBound.of(table).estimate()).isInfinite();
    assertThat(ChaoLowerBound.of(new CaptureCounts(9, 0, 2)).estimate()).isInfinite();
  }

  @Test
  void coversTheTruthOfIndependentListsAtItsLevel() {
    int covered = 0;
    for (int seed = 0; seed < 200; seed++) {
      Histories table =
          Tables.independent(1_400, new double[] {0.3, 0.2, 0.15, 0.1}, new Random(seed));
      ChaoLowerBound.Limits interval = ChaoLowerBound.of(table).interval95();
      covered += interval.low() <= 1_400 && 1_400 <= interval.high() ? 1 : 0;
    }
    assertThat(covered).isBetween(182, 198);
  }

  @Test
  void twelveListsAndThousandsOfChildrenTakeLittleTime() {
    Random random = new Random(5);
    double[] coverage = new double[12];
    for (int list = 0; list < 12; list++) {
      coverage[list] = 0.02 + 0.02 * list;
    }
    Histories table = Tables.independent(20_000, coverage, random);
    long start = System.nanoTime();
    ChaoLowerBound bound = ChaoLowerBound.of(table);
    double seconds = (System.nanoTime() - start) / 1e9;
    assertThat(bound.estimate()).isBetween(19_000.0, 21_500.0);
    assertThat(bound.interval95().low()).isLessThan(20_000);
    assertThat(seconds).isLessThan(1.5);
  }
}
