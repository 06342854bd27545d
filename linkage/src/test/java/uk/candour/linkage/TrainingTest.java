package uk.candour.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Training recovers what was planted: people with five attributes, each copied to a record with a
/// known rate of error.
class TrainingTest {

  private static final double[] RIGHT = {0.95, 0.9, 0.8, 0.7, 0.85};
  private static final int[] VALUES = {900, 500, 300, 120, 40};

  /// Compares whole attributes: the same, or different.
  private static final class Planted implements Comparisons {
    private final int[][] attributes;

    Planted(int[][] attributes) {
      this.attributes = attributes;
    }

    @Override
    public int size() {
      return attributes[0].length;
    }

    @Override
    public List<String> names() {
      return List.of("one", "two", "three", "four", "five");
    }

    @Override
    public List<Level> levels(int comparison) {
      return List.of(Level.of("the same", 0.6, 0.05), Level.of("different", 0.4, 0.95));
    }

    @Override
    public long first(int a, int b) {
      long pattern = 0;
      for (int c = 0; c < attributes.length; c++) {
        pattern |= (attributes[c][a] == attributes[c][b] ? 1L : 2L) << (4 * c);
      }
      return pattern;
    }

    @Override
    public long rest(int a, int b, long first) {
      return first;
    }

    @Override
    public int possible(int a, int b) {
      return 0;
    }

    @Override
    public double chance(int comparison, int level, int a, int b) {
      return 0;
    }

    @Override
    public double leastChance(int comparison, int level) {
      return 1;
    }

    @Override
    public double correction(long pattern, int a, int b, double prior, double[] bits) {
      return 0;
    }

    @Override
    public Refusal refusal(long pattern, int a, int b) {
      return Refusal.NONE;
    }

    @Override
    public Comparisons another() {
      return this;
    }
  }

  private static int[][] plant(Random random, int people, int recordsEach) {
    int[][] attributes = new int[RIGHT.length][people * recordsEach];
    for (int person = 0; person < people; person++) {
      for (int c = 0; c < RIGHT.length; c++) {
        int value = 1 + random.nextInt(VALUES[c]);
        for (int r = 0; r < recordsEach; r++) {
          boolean right = random.nextDouble() < Math.sqrt(RIGHT[c]);
          attributes[c][person * recordsEach + r] =
              right ? value : 1_000_000 + random.nextInt(1_000_000);
        }
      }
    }
    return attributes;
  }

  private static Blocks blocks(int[][] attributes) {
    Blocks.Builder builder = new Blocks.Builder(attributes[0].length, 2_000_000);
    for (int c = 0; c < attributes.length; c++) {
      int[] column = attributes[c];
      builder.rule("attribute " + c, 1 << c, (d, sink) -> sink.key(Forms.mix(column[d])));
    }
    return builder.build();
  }

  @Test
  void recoversThePlantedRates() {
    int[][] attributes = plant(new Random(99), 3_000, 3);
    Planted planted = new Planted(attributes);
    Model model = Training.train(planted, blocks(attributes), Training.Pace.USUAL, 1);
    for (int c = 0; c < RIGHT.length; c++) {
      assertThat(model.m()[c][1]).as("m of attribute " + c).isCloseTo(RIGHT[c], within(0.03));
      assertThat(model.u()[c][1])
          .as("u of attribute " + c)
          .isCloseTo(RIGHT[c] / VALUES[c], within(0.2 / VALUES[c] + 0.0005));
    }
    double one = 2.0 / (3_000 * 3 - 1);
    assertThat(model.one()).isBetween(one * 0.85, one * 1.15);
  }

  @Test
  void theNumberOfThreadsDoesNotShow() {
    int[][] attributes = plant(new Random(98), 800, 2);
    Planted planted = new Planted(attributes);
    List<Model> models = new ArrayList<>();
    for (int threads = 1; threads <= 3; threads++) {
      models.add(Training.train(planted, blocks(attributes), Training.Pace.USUAL, threads));
    }
    for (Model model : models) {
      assertThat(model.m()).isDeepEqualTo(models.get(0).m());
      assertThat(model.u()).isDeepEqualTo(models.get(0).u());
      assertThat(model.one()).isEqualTo(models.get(0).one());
    }
  }

  @Test
  void fewRecordsLeaveTheBeliefStanding() {
    int[][] attributes = plant(new Random(97), 4, 2);
    Model model =
        Training.train(new Planted(attributes), blocks(attributes), Training.Pace.USUAL, 1);
    for (int c = 0; c < RIGHT.length; c++) {
      assertThat(model.m()[c][1]).isCloseTo(0.6, within(0.1));
    }
  }
}
