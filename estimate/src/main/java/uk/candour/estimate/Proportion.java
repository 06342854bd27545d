package uk.candour.estimate;

/// A share with its exact limits: so many of so many.
///
/// The limits are those of Clopper and Pearson (1934, Biometrika 26:404): the two-sided interval at
/// 95% leaves at most 2.5% on either side whatever the true share. Where nothing was counted the
/// share is NaN and the interval everything.
///
/// @param count how many have the property
/// @param of how many there are
public record Proportion(long count, long of) {

  public Proportion {
    if (count < 0 || count > of) {
      throw new IllegalArgumentException(count + " of " + of + " is no share");
    }
  }

  public double share() {
    return (double) count / of;
  }

  /// The lower end of the two-sided 95% interval.
  public double low95() {
    return lower(0.025);
  }

  /// The upper end of the two-sided 95% interval.
  public double high95() {
    return upper(0.025);
  }

  /// The one-sided lower 95% limit: at least so large a share.
  public double lower95() {
    return lower(0.05);
  }

  /// The share at which so many or more would be counted with probability alpha: with `P(X >= x |
  /// p) = I_p(x, n - x + 1)`.
  private double lower(double alpha) {
    return count == 0 ? 0 : quantile(alpha, count, of - count + 1);
  }

  /// The share at which so few or fewer would be: `P(X <= x | p) = 1 - I_p(x + 1, n - x)`.
  private double upper(double alpha) {
    return count == of ? 1 : 1 - quantile(alpha, of - count, count + 1);
  }

  /// The quantile of a beta distribution, by halving until neighbouring numbers are left.
  private static double quantile(double probability, long successes, long failures) {
    double a = successes;
    double b = failures;
    double low = 0;
    double high = 1;
    for (int halving = 0; halving < 200; halving++) {
      double middle = (low + high) / 2;
      if (middle <= low || middle >= high) {
        break;
      }
      if (IncompleteBeta.of(middle, a, b) < probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
