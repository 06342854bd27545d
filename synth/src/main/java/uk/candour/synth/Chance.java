package uk.candour.synth;

import java.util.List;

/// A stream of chance with a name: the same seed and name give the same numbers on every machine.
///
/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA
/// 2014), written out here because the JDK promises the sequence of its own generator in no
/// release. A stream for each person, row and event makes each independent of how many there are
/// and of the order in which they are made.
final class Chance {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  private Chance(long state) {
    this.state = state;
  }

  /// The stream of this name; the numbers tell streams of one name apart.
  static Chance of(long seed, String name, long... numbers) {
    long hash = mix(seed + GOLDEN);
    for (int i = 0; i < name.length(); i++) {
      hash = mix(hash * 31 + name.charAt(i));
    }
    for (long number : numbers) {
      hash = mix(hash + GOLDEN * (number + 1));
    }
    return new Chance(hash);
  }

  private static long mix(long z) {
    long y = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long x = (y ^ (y >>> 27)) * 0x94D049BB133111EBL;
    return x ^ (x >>> 31);
  }

  private long next() {
    state += GOLDEN;
    return mix(state);
  }

  /// From 0 to below 1.
  double unit() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  boolean yes(double probability) {
    return unit() < probability;
  }

  /// From 0 to below `bound`, each as likely.
  int below(int bound) {
    return (int) (((next() >>> 32) * bound) >>> 32);
  }

  /// From `low` to `high`, both included.
  int between(int low, int high) {
    return low + below(high - low + 1);
  }

  <T> T pick(List<T> list) {
    return list.get(below(list.size()));
  }

  /// The earlier in the list, the likelier: the first tenth of the list has about a third.
  <T> T pickCommon(List<T> list) {
    double u = unit();
    return list.get((int) (list.size() * u * u));
  }

  /// An index drawn by weight.
  int weighted(double... weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double left = unit() * sum;
    for (int i = 0; i < weights.length - 1; i++) {
      left -= weights[i];
      if (left < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }

  /// A Poisson count, by Knuth's product of uniforms; the mean is small here.
  int poisson(double mean) {
    double limit = StrictMath.exp(-mean);
    int count = 0;
    for (double product = unit(); product > limit; product *= unit()) {
      count++;
    }
    return count;
  }
}
