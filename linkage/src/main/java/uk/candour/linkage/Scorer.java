package uk.candour.linkage;

/// Weighs pairs by a model: the match weight in bits, which is the logarithm of the odds that the
/// two are one person. An instance is for one thread.
final class Scorer {

  private static final double MOST_BITS = 22;

  private final Comparisons comparisons;
  private final Model model;
  private final double[][] mBits;
  private final double[][] uBits;
  private final double[][] familyBits;
  private final double prior;
  private final double householdPrior;
  private final int size;

  /// Of the pair weighed last: its pattern, the bits of each comparison, and the terms beside them.
  long pattern;

  final double[] bits;
  double correction;
  double household;
  private double family;
  Refusal refusal = Refusal.NONE;

  Scorer(Comparisons comparisons, Model model) {
    this.comparisons = comparisons;
    this.model = model;
    this.size = model.m().length;
    this.bits = new double[size];
    this.mBits = bits(model.m());
    this.uBits = bits(model.u());
    this.familyBits = bits(model.family());
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
    pattern = comparisons.pattern(a, b);
    double weight = prior;
    family = householdPrior;
    for (int c = 0; c < size; c++) {
      int level = Comparisons.level(pattern, c);
      if (level == 0) {
        bits[c] = 0;
        continue;
      }
      double chance = comparisons.chance(c, level, a, b);
      double chanceBits = chance > 0 ? Model.bits(chance) : uBits[c][level];
      bits[c] = Math.min(MOST_BITS, mBits[c][level] - chanceBits);
      weight += bits[c];
      if (model.family()[c][level] != 0) {
        family += Math.min(MOST_BITS, familyBits[c][level] - chanceBits);
      }
    }
    correction = comparisons.correction(pattern, a, b, prior, bits);
    weight += correction;
    household = -Model.bits(1 + Math.exp(family * Math.log(2)));
    refusal = comparisons.refusal(pattern, a, b);
    return weight + household;
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
    return family - householdPrior;
  }

  /// What a level is worth on average, without regard to the values that agree.
  double averageBits(int comparison, int level) {
    return mBits[comparison][level] - uBits[comparison][level];
  }
}
