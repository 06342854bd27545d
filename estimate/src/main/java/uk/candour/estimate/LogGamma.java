package uk.candour.estimate;

/// The logarithm of the gamma function and its derivative, for positive arguments, to within a few
/// units of the last place.
///
/// Stirling's series (Abramowitz and Stegun 1964, 6.1.41 and 6.3.18) from 16 on; below it, the
/// recurrence leads there.
final class LogGamma {

  private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);
  private static final double SERIES_FROM = 16;

  private LogGamma() {}

  static double of(double x) {
    double shifted = x;
    double product = 1;
    while (shifted < SERIES_FROM) {
      product *= shifted;
      shifted++;
    }
    double inverse = 1 / shifted;
    double square = inverse * inverse;
    double series =
        inverse
            * (1.0 / 12
                - square
                    * (1.0 / 360
                        - square * (1.0 / 1260 - square * (1.0 / 1680 - square * (1.0 / 1188)))));
    return (shifted - 0.5) * Math.log(shifted)
        - shifted
        + HALF_LOG_TWO_PI
        + series
        - Math.log(product);
  }

  static double logFactorial(double n) {
    return of(n + 1);
  }

  /// The digamma function.
  static double derivative(double x) {
    double shifted = x;
    double sum = 0;
    while (shifted < SERIES_FROM) {
      sum -= 1 / shifted;
      shifted++;
    }
    double inverse = 1 / shifted;
    double square = inverse * inverse;
    double series =
        square * (1.0 / 12 - square * (1.0 / 120 - square * (1.0 / 252 - square * (1.0 / 240))));
    return sum + Math.log(shifted) - 0.5 * inverse - series;
  }
}
