package uk.candour.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PairwiseF1Test {

  @Test
  void countsPairsOfAnExampleThatCanBeDoneByHand() {
    PairwiseF1 score = PairwiseF1.of(new int[] {0, 0, 0, 1, 1, 2}, new int[] {5, 5, 6, 6, 6, 7});
    assertThat(score.pairs()).isEqualTo(4);
    assertThat(score.precision()).isEqualTo(2 / 4.0);
    assertThat(score.recall()).isEqualTo(2 / 4.0);
    assertThat(score.f1()).isEqualTo(0.5);
  }

  @Test
  void agreesWithAllPairsTriedOneByOne() {
    Random random = new Random(1);
    for (int trial = 0; trial < 100; trial++) {
      int records = 1 + random.nextInt(40);
      int[] truth = random.ints(records, 0, 8).toArray();
      int[] predicted = random.ints(records, 0, 8).toArray();
      int both = 0;
      int together = 0;
      int same = 0;
      double cubedPrecision = 0;
      double cubedRecall = 0;
      for (int i = 0; i < records; i++) {
        double agree = 0;
        double cluster = 0;
        double person = 0;
        for (int j = 0; j < records; j++) {
          boolean t = truth[i] == truth[j];
          boolean p = predicted[i] == predicted[j];
          agree += t && p ? 1 : 0;
          cluster += p ? 1 : 0;
          person += t ? 1 : 0;
          both += t && p && j > i ? 1 : 0;
          together += p && j > i ? 1 : 0;
          same += t && j > i ? 1 : 0;
        }
        cubedPrecision += agree / cluster / records;
        cubedRecall += agree / person / records;
      }
      PairwiseF1 score = PairwiseF1.of(truth, predicted);
      assertThat(score.precision()).isEqualTo(together == 0 ? 1 : (double) both / together);
      assertThat(score.recall()).isEqualTo(same == 0 ? 1 : (double) both / same);
      assertThat(score.bCubedPrecision()).isCloseTo(cubedPrecision, within(1e-12));
      assertThat(score.bCubedRecall()).isCloseTo(cubedRecall, within(1e-12));
    }
  }

  @Test
  void aGroupIsJudgedByItself() {
    PairwiseF1 score =
        PairwiseF1.of(new int[] {0, 0, 1, 1}, new int[] {0, 1, 1, 1}, record -> record >= 2);
    assertThat(score.records()).isEqualTo(2);
    assertThat(score.f1()).isEqualTo(1);
  }
}
