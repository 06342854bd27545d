package uk.candour.estimate;

/// The regularized incomplete beta function `I_x(a, b)`: the probability that a beta variable lies
/// below x.
///
/// The continued fraction of Abramowitz and Stegun (1964, 26.5.8), evaluated from its head (Lentz
/// 1976, Appl. Opt. 15:668), on the side of the mean where it converges fast.
final class IncompleteBeta {

  private static final double TINY = 1e-300;

  private IncompleteBeta() {}

  static double of(double x, double a, double b) {
    if (x <= 0) {
      return 0;
    }
    if (x >= 1) {
      return 1;
    }
    return x < (a + 1) / (a + b + 2) ? nearZero(x, a, b) : 1 - nearZero(1 - x, b, a);
  }

  private static double nearZero(double x, double a, double b) {
    double logFront =
        a * Math.log(x) + b * Math.log1p(-x) + LogGamma.of(a + b) - LogGamma.of(a) - LogGamma.of(b);
    double c = 1;
    double d = 1 / away(1 - (a + b) * x / (a + 1));
    double fraction = d;
    for (int m = 1; m < 100_000; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / away(1 + even * d);
      c = away(1 + even / c);
      fraction *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / away(1 + odd * d);
      c = away(1 + odd / c);
      fraction *= d * c;
      if (Math.abs(d * c - 1) < 1e-15) {
        break;
      }
    }
    return Math.exp(logFront) * fraction / a;
  }

  private static double away(double value) {
    return Math.abs(value) < TINY ? TINY : value;
  }
}
