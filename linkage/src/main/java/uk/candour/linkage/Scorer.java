package uk.candour.linkage;

import java.util.Arrays;

/// Weighs pairs by a model: the match weight in bits, which is the logarithm of the odds that the
/// two are one person. An instance is for one thread.
final class Scorer {

  private static final double MOST_BITS = 22;

  private final Comparisons comparisons;
  private final Model model;
  private final double[][] mBits;
  private final double[][] uBits;
  private final double[][] familyBits;
  private final double[] mostBits;
  private final double prior;
  private final double householdPrior;
  private final int size;

  /// Of the pair weighed last: its pattern, the bits of each comparison, and the terms beside them.
  long pattern;

  final double[] bits;
  double correction;
  double household;
  private double family;
  private double sum;
  Refusal refusal = Refusal.NONE;

  Scorer(Comparisons comparisons, Model model) {
    this.comparisons = comparisons;
    this.model = model;
    this.size = model.m().length;
    this.bits = new double[size];
    this.mBits = bits(model.m());
    this.uBits = bits(model.u());
    this.familyBits = bits(model.family());
    this.mostBits = mostBits();
    this.prior = Model.bits(model.one() / (1 - model.one()));
    this.householdPrior = Model.bits(model.household());
  }

  private static double[][] bits(double[][] chances) {
    double[][] bits = new double[chances.length][];
    for (int c = 0; c < chances.length; c++) {
      bits[c] = new double[chances[c].length];
      for (int l = 1; l < chances[c].length; l++) {
        bits[c][l] = chances[c][l] == 0 ? 0 : Model.bits(chances[c][l]);
      }
    }
    return bits;
  }

  private double[] mostBits() {
    double[] most = new double[size];
    for (int c = 0; c < size; c++) {
      for (int l = 1; l < mBits[c].length; l++) {
        double least = Math.min(model.u()[c][l], comparisons.leastChance(c, l));
        most[c] = Math.max(most[c], Math.min(MOST_BITS, mBits[c][l] - Model.bits(least)));
      }
    }
    return most;
  }

  /// The same for another thread.
  Scorer another() {
    return new Scorer(comparisons.another(), model);
  }

  Model model() {
    return model;
  }

  Comparisons comparisons() {
    return comparisons;
  }

  double prior() {
    return prior;
  }

  /// The match weight of a pair in bits: prior, comparisons, correction and household summed.
  double weight(int a, int b) {
    begin();
    long first = comparisons.first(a, b);
    add(a, b, first);
    double weight = finish(a, b, first);
    refusal = comparisons.refusal(pattern, a, b);
    return weight;
  }

  /// The match weight of a pair, or minus infinity where the first comparisons already rule out
  /// that it reaches a floor.
  double weightAbove(double floor, int a, int b) {
    begin();
    long first = comparisons.first(a, b);
    add(a, b, first);
    if (sum + most(comparisons.possible(a, b)) < floor) {
      return Double.NEGATIVE_INFINITY;
    }
    double weight = finish(a, b, first);
    if (weight >= floor) {
      refusal = comparisons.refusal(pattern, a, b);
    }
    return weight;
  }

  private void begin() {
    sum = prior;
    family = householdPrior;
    Arrays.fill(bits, 0);
  }

  private double finish(int a, int b, long first) {
    pattern = comparisons.rest(a, b, first);
    add(a, b, pattern ^ first);
    correction = comparisons.correction(pattern, a, b, prior, bits);
    household = -Model.bits(1 + Math.exp(family * Math.log(2)));
    return sum + correction + household;
  }

  private void add(int a, int b, long levels) {
    for (long rest = levels; rest != 0; ) {
      int c = Long.numberOfTrailingZeros(rest) >>> 2;
      int level = Comparisons.level(levels, c);
      rest &= ~(15L << (4 * c));
      double chance = comparisons.chance(c, level, a, b);
      double chanceBits = chance > 0 ? Model.bits(chance) : uBits[c][level];
      bits[c] = Math.min(MOST_BITS, mBits[c][level] - chanceBits);
      sum += bits[c];
      if (model.family()[c][level] != 0) {
        family += Math.min(MOST_BITS, familyBits[c][level] - chanceBits);
      }
    }
  }

  /// The most bits that a set of comparisons can give together.
  private double most(int possible) {
    double most = 0;
    for (int rest = possible; rest != 0; rest &= rest - 1) {
      most += mostBits[Integer.numberOfTrailingZeros(rest)];
    }
    return most;
  }

  /// What the pair weighed last has for being one person and for being one household, without the
  /// priors.
  double evidence() {
    double sum = correction;
    for (double b : bits) {
      sum += b;
    }
    return sum;
  }

  double familyEvidence() {
    return model.household() == 0 ? 0 : family - householdPrior;
  }
}
