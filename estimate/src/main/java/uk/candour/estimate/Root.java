package uk.candour.estimate;

import java.util.function.DoubleUnaryOperator;

/// Where a continuous function that changes its sign between two points is zero: regula falsi with
/// the Illinois rule, and halving wherever that would be faster (Dowell and Jarratt 1971, BIT
/// 11:168).
final class Root {

  private Root() {}

  static double between(DoubleUnaryOperator function, double from, double to) {
    double a = from;
    double b = to;
    double fa = function.applyAsDouble(a);
    double fb = function.applyAsDouble(b);
    if (fa == 0 || fb == 0) {
      return fa == 0 ? a : b;
    }
    if (fa > 0 == fb > 0) {
      throw new IllegalArgumentException(
          "the function is " + fa + " at " + a + " and " + fb + " at " + b + ": no change of sign");
    }
    for (int step = 0; step < 300; step++) {
      double width = b - a;
      if (Math.abs(width) <= 1e-13 * (Math.abs(a) + Math.abs(b)) + 1e-14) {
        break;
      }
      double middle = step % 4 == 3 ? a + width / 2 : b - fb * width / (fb - fa);
      double f = function.applyAsDouble(middle);
      if (f == 0) {
        return middle;
      }
      if (f > 0 != fb > 0) {
        a = b;
        fa = fb;
      } else {
        fa /= 2;
      }
      b = middle;
      fb = f;
    }
    return b;
  }
}
