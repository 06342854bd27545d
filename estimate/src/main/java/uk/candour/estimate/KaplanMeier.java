package uk.candour.estimate;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// How long until something happens, when some are still waiting: the product-limit estimate of the
/// share still waiting after t (Kaplan and Meier 1958, JASA 53:457).
///
/// Those still waiting when last seen (censored) count as waiting up to then; at equal times events
/// come before censorings.
public final class KaplanMeier {

  private static final double Z95 = 1.959963984540054;

  private final double[] times;
  private final double[] survival;
  private final double[] greenwood;

  private KaplanMeier(double[] times, double[] survival, double[] greenwood) {
    this.times = times;
    this.survival = survival;
    this.greenwood = greenwood;
  }

  /// The estimate from one waiting time a person.
  ///
  /// @param waited how long each waited, 0 or more, in any unit
  /// @param happened whether it happened then; otherwise the person was still waiting
  public static KaplanMeier of(double[] waited, boolean[] happened) {
    if (waited.length != happened.length) {
      throw new IllegalArgumentException(
          waited.length + " waiting times with " + happened.length + " outcomes");
    }
    double[] all = waited.clone();
    Arrays.sort(all);
    if (all.length > 0 && !(all[0] >= 0 && all[all.length - 1] < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "waiting times from " + all[0] + " to " + all[all.length - 1] + " are not all 0 or more");
    }
    double[] events = new double[all.length];
    int count = 0;
    for (int i = 0; i < waited.length; i++) {
      if (happened[i]) {
        events[count++] = waited[i];
      }
    }
    events = Arrays.copyOf(events, count);
    Arrays.sort(events);

    double[] times = new double[count];
    double[] survival = new double[count];
    double[] greenwood = new double[count];
    int steps = 0;
    double waiting = 1;
    double variance = 0;
    int before = 0;
    for (int i = 0; i < count; ) {
      int next = i;
      while (next < count && events[next] == events[i]) {
        next++;
      }
      while (all[before] < events[i]) {
        before++;
      }
      double atRisk = all.length - before;
      double now = next - i;
      waiting *= (atRisk - now) / atRisk;
      variance += now / (atRisk * (atRisk - now));
      times[steps] = events[i];
      survival[steps] = waiting;
      greenwood[steps++] = variance;
      i = next;
    }
    return new KaplanMeier(
        Arrays.copyOf(times, steps),
        Arrays.copyOf(survival, steps),
        Arrays.copyOf(greenwood, steps));
  }

  /// The share still waiting after t: S(t).
  public double survival(double t) {
    int step = -1;
    while (step + 1 < times.length && times[step + 1] <= t) {
      step++;
    }
    return step < 0 ? 1 : survival[step];
  }

  /// The smallest t with S(t) <= 0.5, null where there is none.
  public @Nullable Double median() {
    for (int step = 0; step < times.length; step++) {
      if (survival[step] <= 0.5 + 1e-12) {
        return times[step];
      }
    }
    return null;
  }

  /// The 95% interval of the median (Brookmeyer and Crowley 1982, Biometrics 38:29): the times at
  /// which a share of one half still waiting is not rejected, judged on the scale log(-log S) with
  /// Greenwood's variance. Each end is the smallest time at which the limit of S has fallen to 0.5;
  /// an end is null where it never does.
  public MedianInterval medianInterval95() {
    return new MedianInterval(fallsToHalf(Z95), fallsToHalf(-Z95));
  }

  /// The ends of an interval of the median.
  ///
  /// @param low null where the records cannot tell
  /// @param high null where too many still wait
  public record MedianInterval(@Nullable Double low, @Nullable Double high) {}

  private @Nullable Double fallsToHalf(double z) {
    for (int step = 0; step < times.length; step++) {
      double s = survival[step];
      if (s > 0) {
        double deviation = Math.sqrt(greenwood[step]) / -Math.log(s);
        double limit = Math.pow(s, Math.exp(z * deviation));
        if (limit <= 0.5) {
          return times[step];
        }
      } else if (z > 0) {
        return times[step];
      }
    }
    return null;
  }
}
