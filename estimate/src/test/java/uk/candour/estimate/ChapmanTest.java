package uk.candour.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChapmanTest {

  /// Pairs of lists of the United Kingdom's table of 2013 (Bales, Hesketh and Silverman 2015).
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          94, 567,  18, 2839,        558.4191973777406,  1987.5054376359235, 4229.75827185896
          94, 1102, 21, 4761.954545, 861.86101614879,    3429.577527821925,  6881.720107153152
          94, 807,   5, 12792.33333, 4662.828047100321,  6566.572891134495,  25853.398396031153
          94, 336,   0, 32014,       22485.125750148698, 9433.88365038634,   111220.97584265174
          """)
  void agreesWithPublishedPairs(
      long n1, long n2, long m, double estimate, double error, double low, double high) {
    Chapman pair = new Chapman("a", "b", n1, n2, m);
    assertThat(pair.estimate()).isCloseTo(estimate, within(1e-6 * estimate));
    assertThat(pair.standardError()).isCloseTo(error, within(1e-9 * error));
    assertThat(pair.low95()).isCloseTo(low, within(1e-9 * low));
    assertThat(pair.high95()).isCloseTo(high, within(1e-9 * high));
  }

  @Test
  void everyPairInTheOrderOfTheLists() {
    List<Chapman> pairs = Chapman.pairs(Tables.parse(Tables.KOSOVO));
    assertThat(pairs)
        .extracting(pair -> pair.first() + pair.second())
        .containsExactly(
            "listAlistB", "listAlistC", "listAlistD", "listBlistC", "listBlistD", "listClistD");
  }

  @Test
  void aListWithinAnotherLeavesNobodyUnseen() {
    Chapman pair = new Chapman("a", "b", 50, 20, 20);
    assertThat(pair.estimate()).isCloseTo(50, within(1e-9));
    assertThat(pair.low95()).isEqualTo(50);
    assertThat(pair.high95()).isEqualTo(50);
  }

  @Test
  void coversTheTruthOfIndependentListsAtItsLevel() {
    int covered = 0;
    for (int seed = 0; seed < 1_000; seed++) {
      Histories table = Tables.independent(900, new double[] {0.4, 0.3}, new Random(seed));
      Chapman pair = Chapman.of(table, 0, 1);
      covered += pair.low95() <= 900 && 900 <= pair.high95() ? 1 : 0;
    }
    assertThat(covered).isBetween(930, 970);
  }

  @Test
  void refusesMoreInCommonThanThereAre() {
    assertThatThrownBy(() -> new Chapman("a", "b", 5, 9, 6))
        .hasMessage("6 children on both lists of 5 and 9");
  }
}
