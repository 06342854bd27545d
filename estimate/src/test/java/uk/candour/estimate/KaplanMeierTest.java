package uk.candour.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class KaplanMeierTest {

  private static KaplanMeier of(String text) {
    String[] parts = text.split(" ", -1);
    double[] waited = new double[parts.length];
    boolean[] happened = new boolean[parts.length];
    for (int i = 0; i < parts.length; i++) {
      happened[i] = !parts[i].endsWith("+");
      waited[i] = Double.parseDouble(parts[i].replace("+", ""));
    }
    return KaplanMeier.of(waited, happened);
  }

  /// Weeks of remission of 21 treated leukaemia patients (Freireich et al. 1963), the example of
  /// most textbooks.
  private static final String TREATED =
      "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+";

  private static final String PLACEBO = "1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23";

  @Test
  void agreesWithTheTextbook() {
    KaplanMeier treated = of(TREATED);
    double[][] table = {
      {0, 1},
      {6, 0.8571},
      {7, 0.8067},
      {10, 0.7529},
      {13, 0.6902},
      {16, 0.6275},
      {22, 0.5378},
      {23, 0.4482},
      {35, 0.4482}
    };
    for (double[] row : table) {
      assertThat(treated.survival(row[0])).isCloseTo(row[1], within(5e-5));
    }
    assertThat(treated.median()).isEqualTo(23);
    assertThat(treated.medianInterval95()).isEqualTo(new KaplanMeier.MedianInterval(13.0, null));

    KaplanMeier placebo = of(PLACEBO);
    assertThat(placebo.median()).isEqualTo(8);
    assertThat(placebo.medianInterval95()).isEqualTo(new KaplanMeier.MedianInterval(4.0, 11.0));
  }

  @Test
  void thereIsNoMedianWhereMoreThanHalfStillWait() {
    assertThat(of("3 5+ 5+ 7+").median()).isNull();
    assertThat(of("3 5+ 5+ 7+").medianInterval95().high()).isNull();
    assertThat(KaplanMeier.of(new double[0], new boolean[0]).median()).isNull();
  }

  @Test
  void theMedianIsTheTimeAtWhichExactlyHalfHaveStoppedWaiting() {
    assertThat(of("1 2 3 4").median()).isEqualTo(2);
    assertThat(of("1 1 1 9+ 9+ 9+").median()).isEqualTo(1);
  }

  @Test
  void eventsComeBeforeThoseLastSeenAtTheSameTime() {
    assertThat(of("5 5+").survival(5)).isEqualTo(0.5);
    assertThat(of("5+ 5").survival(5)).isEqualTo(0.5);
  }

  @Test
  void somethingThatHappensAtOnceCounts() {
    assertThat(of("0 0 3").median()).isEqualTo(0);
  }

  @Test
  void agreesWithAProductOverDaysThatIsEasyToCheck() {
    Random random = new Random(4);
    for (int trial = 0; trial < 200; trial++) {
      int people = 1 + random.nextInt(40);
      double[] waited = new double[people];
      boolean[] happened = new boolean[people];
      for (int i = 0; i < people; i++) {
        waited[i] = random.nextInt(20);
        happened[i] = random.nextInt(3) > 0;
      }
      KaplanMeier estimate = KaplanMeier.of(waited, happened);
      double waiting = 1;
      Double median = null;
      for (int day = 0; day < 20; day++) {
        int atRisk = 0;
        int events = 0;
        for (int i = 0; i < people; i++) {
          atRisk += waited[i] >= day ? 1 : 0;
          events += waited[i] == day && happened[i] ? 1 : 0;
        }
        waiting *= atRisk == 0 ? 1 : 1 - (double) events / atRisk;
        assertThat(estimate.survival(day)).isCloseTo(waiting, within(1e-12));
        median = median == null && waiting <= 0.5 + 1e-12 ? Double.valueOf(day) : median;
      }
      assertThat(estimate.median()).isEqualTo(median);
    }
  }

  @Test
  void theIntervalCoversTheTruthAtItsLevel() {
    Random random = new Random(8);
    double truth = 30 * Math.log(2);
    int covered = 0;
    for (int trial = 0; trial < 1_000; trial++) {
      double[] waited = new double[80];
      boolean[] happened = new boolean[80];
      for (int i = 0; i < 80; i++) {
        double event = -30 * Math.log(random.nextDouble());
        double lastSeen = 90 * random.nextDouble();
        waited[i] = Math.min(event, lastSeen);
        happened[i] = event <= lastSeen;
      }
      KaplanMeier.MedianInterval interval = KaplanMeier.of(waited, happened).medianInterval95();
      Double low = interval.low();
      Double high = interval.high();
      covered += low != null && low <= truth && (high == null || truth <= high) ? 1 : 0;
    }
    assertThat(covered).isBetween(930, 975);
  }

  @Test
  void refusesTimesBeforeTheBeginning() {
    assertThatThrownBy(() -> of("-1 3")).hasMessageContaining("from -1.0 to 3.0");
    assertThatThrownBy(() -> of("NaN 3")).hasMessageContaining("NaN");
  }
}
