package uk.candour.estimate;

/// How many children there are in all, from how many were seen once and twice: `n / (1 - exp(-2 f2
/// / f1))` (Zelterman 1988, J. Stat. Plan. Inf. 18:225), with the variance of Bohning (2008, Stat.
/// Methodol. 5:410) and a Wald interval.
///
/// It bears children who are seen very often, but takes the occasions to be exchangeable: it is for
/// the repeat contacts of one agency, and over lists of unequal coverage it is too high.
///
/// @param estimate infinite where nobody was seen twice, n where nobody was seen once
public record Zelterman(double estimate, double standardError, double low95, double high95) {

  private static final double Z95 = 1.959963984540054;

  public static Zelterman of(CaptureCounts counts) {
    double n = counts.observed();
    double once = counts.seenExactly(1);
    double twice = counts.seenExactly(2);
    if (once == 0 || twice == 0) {
      double estimate = once == 0 ? n : Double.POSITIVE_INFINITY;
      double error = once == 0 ? 0 : Double.POSITIVE_INFINITY;
      return new Zelterman(estimate, error, n, estimate);
    }
    double rate = 2 * twice / once;
    double seenShare = -Math.expm1(-rate);
    double g = Math.exp(-rate) / (seenShare * seenShare);
    double variance = n * g * (1 + n * g * rate * rate * (1 / once + 1 / twice));
    double estimate = n / seenShare;
    double error = Math.sqrt(variance);
    return new Zelterman(estimate, error, estimate - Z95 * error, estimate + Z95 * error);
  }
}
