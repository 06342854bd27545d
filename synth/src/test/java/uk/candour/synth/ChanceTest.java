package uk.candour.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChanceTest {

  @Test
  void theSameSeedAndNameGiveTheSameNumbers() {
    Chance one = Chance.of(7, "family", 3);
    Chance other = Chance.of(7, "family", 3);
    for (int i = 0; i < 1000; i++) {
      assertThat(one.unit()).isEqualTo(other.unit());
    }
  }

  @Test
  void theSequenceIsFixedForGood() {
    Chance chance = Chance.of(1997, "family", 0);
    assertThat(List.of(chance.below(1000), chance.below(1000), chance.below(1000)))
        .containsExactly(377, 749, 572);
  }

  @Test
  void anotherNumberNameOrSeedIsAnotherStream() {
    double first = Chance.of(7, "family", 3).unit();
    assertThat(Chance.of(7, "family", 4).unit()).isNotEqualTo(first);
    assertThat(Chance.of(7, "suspect", 3).unit()).isNotEqualTo(first);
    assertThat(Chance.of(8, "family", 3).unit()).isNotEqualTo(first);
  }

  @Test
  void numbersBelowABoundAreSpreadEvenly() {
    Chance chance = Chance.of(1, "spread");
    int[] counts = new int[7];
    for (int i = 0; i < 70_000; i++) {
      counts[chance.below(7)]++;
    }
    for (int count : counts) {
      assertThat(count).isBetween(9_600, 10_400);
    }
  }

  @Test
  void weightsAreKept() {
    Chance chance = Chance.of(1, "weights");
    int[] counts = new int[3];
    for (int i = 0; i < 100_000; i++) {
      counts[chance.weighted(.7, .2, .1)]++;
    }
    assertThat(counts[0]).isBetween(69_000, 71_000);
    assertThat(counts[1]).isBetween(19_300, 20_700);
    assertThat(counts[2]).isBetween(9_300, 10_700);
  }

  @Test
  void aPoissonCountHasItsMeanAndVariance() {
    Chance chance = Chance.of(1, "poisson");
    double sum = 0;
    double squares = 0;
    int draws = 100_000;
    for (int i = 0; i < draws; i++) {
      int count = chance.poisson(2.5);
      sum += count;
      squares += (double) count * count;
    }
    double mean = sum / draws;
    assertThat(mean).isBetween(2.46, 2.54);
    assertThat(squares / draws - mean * mean).isBetween(2.4, 2.6);
  }
}
