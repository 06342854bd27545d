package uk.candour.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ListwiseModelTest {

  @Test
  void fitsAsItsPlainTwinDoes() {
    Random random = new Random(11);
    for (int trial = 0; trial < 60; trial++) {
      Histories table = heterogeneous(random, 2 + trial % 4);
      ListwiseModel model = new ListwiseModel(Cells.of(table));
      for (double unseen : new double[] {table.observed() / 3.0, 2.0 * table.observed()}) {
        PlainListwiseModel.Fit plain = PlainListwiseModel.fit(table, unseen);
        double total = table.observed() + unseen;
        assertThat(model.profile(unseen) - model.profile(0.5))
            .as("trial %d", trial)
            .isCloseTo(
                plain.likelihood() - PlainListwiseModel.fit(table, 0.5).likelihood(), within(1e-6));
        assertThat(Math.exp(model.logFittedOverGiven(unseen)) * unseen / total)
            .isCloseTo(plain.unseenShare(), within(1e-6));
      }
    }
  }

  @Test
  void theSlopeOfTheProfileIsItsDerivative() {
    ListwiseModel model = new ListwiseModel(Cells.of(Tables.parse(Tables.HARE)));
    for (double unseen : new double[] {0.5, 5, 12, 40}) {
      double rise = (model.profile(unseen + 1e-4) - model.profile(unseen - 1e-4)) / 2e-4;
      assertThat(model.profileSlope(unseen)).isCloseTo(rise, within(1e-6));
    }
  }

  /// Children of two kinds, one of them on most lists, so that slopes are sometimes positive and
  /// sometimes not.
  private static Histories heterogeneous(Random random, int lists) {
    Map<Long, Long> counts = new TreeMap<>();
    int children = 100 + random.nextInt(900);
    double known = random.nextDouble() * 0.3;
    for (int child = 0; child < children; child++) {
      double coverage = random.nextDouble() < known ? 0.7 : 0.25;
      long history = 0;
      for (int list = 0; list < lists; list++) {
        history |= random.nextDouble() < coverage ? 1L << list : 0;
      }
      if (history != 0) {
        counts.merge(history, 1L, Long::sum);
      }
    }
    return new Histories(Tables.names(lists), counts);
  }
}
