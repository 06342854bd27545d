package uk.candour.estimate;

/// A bound that the number of all children does not fall below, as far as chance allows.
///
/// **On lists** it is the list-wise bound of Chao (1989, Biometrics 45:427) in the log-linear form
/// of Rivest and Baillargeon (2007; [ListwiseModel]): exact when the lists are independent,
/// whatever their coverage, and a lower bound while dependence between lists is not negative on
/// balance. The estimate maximises the Poisson likelihood; the intervals are those of the
/// multinomial profile likelihood. **On counts of how often** children were seen it is `n + f1^2 /
/// (2 f2)` (Chao 1987, Biometrics 43:783) with a log-normal interval. That form takes the occasions
/// to be exchangeable; used on lists of unequal coverage it is too high and no lower bound.
///
/// It does not hold where links are missed: see [ConservativeEstimate].
///
/// @param estimate the bound; infinite where no child was seen exactly twice and it is not zero
/// @param profile where the likelihood of the interval is greatest; on counts the estimate itself
/// @param interval95 two-sided
/// @param interval90 two-sided: its lower end is the one-sided 95% limit
/// @param closed the same bound in closed form without a division by zero: on lists `n + sum over
///   i<j of Z_i Z_j / (f2 + 1)`, which with two lists is Chapman's estimate, and on counts `n + f1
///   (f1 - 1) / (2 (f2 + 1))`. It is another estimator and may lie outside the intervals
public record ChaoLowerBound(
    double estimate, double profile, Limits interval95, Limits interval90, double closed) {

  private static final double CHI_SQUARE_95 = 3.841458820694124;
  private static final double CHI_SQUARE_90 = 2.705543454095404;
  private static final double Z95 = 1.959963984540054;
  private static final double Z90 = 1.6448536269514722;
  private static final double FURTHEST = 1e6;

  /// The ends of an interval; an unbounded end is infinite.
  public record Limits(double low, double high) {}

  /// The bound from capture histories.
  public static ChaoLowerBound of(Histories histories) {
    ListwiseModel model = new ListwiseModel(Cells.of(histories));
    double closed = closed(histories);
    double fitted = mostLikelyUnseen(model, closed - model.seen());
    if (fitted == Double.POSITIVE_INFINITY) {
      Limits unbounded = new Limits(model.seen(), Double.POSITIVE_INFINITY);
      return new ChaoLowerBound(fitted, fitted, unbounded, unbounded, closed);
    }
    double mode = profileMode(model, fitted);
    return new ChaoLowerBound(
        model.seen() + fitted,
        model.seen() + mode,
        new Limits(low(model, mode, CHI_SQUARE_95), high(model, mode, CHI_SQUARE_95)),
        new Limits(low(model, mode, CHI_SQUARE_90), high(model, mode, CHI_SQUARE_90)),
        closed);
  }

  /// The bound from counts of how often children were seen.
  public static ChaoLowerBound of(CaptureCounts counts) {
    double n = counts.observed();
    double once = counts.seenExactly(1);
    double twice = counts.seenExactly(2);
    double closed = n + once * (once - 1) / (2 * (twice + 1));
    double unseen = once == 0 ? 0 : once * once / (2 * twice);
    return new ChaoLowerBound(
        n + unseen,
        n + unseen,
        logNormal(n, once, twice, Z95),
        logNormal(n, once, twice, Z90),
        closed);
  }

  /// The one-sided 95% limit of the bound on a table that need not be whole and whose likelihood
  /// counts for `1 / inflation`.
  static double lower95(Cells cells, double inflation) {
    ListwiseModel model = new ListwiseModel(cells);
    double fitted = mostLikelyUnseen(model, cells.seen());
    return fitted == Double.POSITIVE_INFINITY
        ? cells.seen()
        : low(model, profileMode(model, fitted), CHI_SQUARE_90 * inflation);
  }

  /// The same on counts that need not be whole.
  static double lower95(double n, double once, double twice, double inflation) {
    return logNormal(n, once, twice, Z90 * Math.sqrt(inflation)).low();
  }

  private static double closed(Histories histories) {
    double alone = 0;
    double squares = 0;
    for (int list = 0; list < histories.lists().size(); list++) {
      double only = histories.onlyOn(list);
      alone += only;
      squares += only * only;
    }
    return histories.observed() + (alone * alone - squares) / 2 / (histories.onExactly(2) + 1.0);
  }

  /// The number unseen that the Poisson likelihood is greatest at.
  private static double mostLikelyUnseen(ListwiseModel model, double guess) {
    double high = Math.max(guess, 1e-3);
    while (model.logFittedOverGiven(high) > 0) {
      high *= 4;
      if (high > FURTHEST * model.seen()) {
        return Double.POSITIVE_INFINITY;
      }
    }
    double low = high / 4;
    while (model.logFittedOverGiven(low) < 0) {
      low /= 4;
      if (low < 1e-9) {
        return 0;
      }
    }
    return Math.exp(
        Root.between(
            logarithm -> model.logFittedOverGiven(Math.exp(logarithm)),
            Math.log(low),
            Math.log(high)));
  }

  /// The number unseen that the multinomial profile likelihood is greatest at; it lies below that
  /// of the Poisson likelihood.
  private static double profileMode(ListwiseModel model, double fitted) {
    return model.profileSlope(0) <= 0 ? 0 : Root.between(model::profileSlope, 0, fitted);
  }

  private static double low(ListwiseModel model, double mode, double chiSquare) {
    double limit = model.profile(mode) - chiSquare / 2;
    return model.seen()
        + (model.profile(0) >= limit
            ? 0
            : Root.between(unseen -> model.profile(unseen) - limit, 0, mode));
  }

  private static double high(ListwiseModel model, double mode, double chiSquare) {
    double limit = model.profile(mode) - chiSquare / 2;
    double low = mode;
    double high = 1.5 * mode + 1;
    while (model.profile(high) >= limit) {
      low = high;
      high *= 2;
      if (high > FURTHEST * model.seen()) {
        return Double.POSITIVE_INFINITY;
      }
    }
    return model.seen() + Root.between(unseen -> model.profile(unseen) - limit, low, high);
  }

  /// Chao's interval, in which the logarithm of the number unseen is normal (1987, formula 12).
  private static Limits logNormal(double n, double once, double twice, double z) {
    if (once == 0) {
      return new Limits(n, n);
    }
    if (twice == 0) {
      return new Limits(n, Double.POSITIVE_INFINITY);
    }
    double unseen = once * once / (2 * twice);
    double ratio = once / twice;
    double variance = twice * (Math.pow(ratio, 4) / 4 + Math.pow(ratio, 3) + ratio * ratio / 2);
    double spread = Math.exp(z * Math.sqrt(Math.log1p(variance / (unseen * unseen))));
    return new Limits(n + unseen / spread, n + unseen * spread);
  }
}
