package uk.candour.publication;

import java.util.ArrayList;
import java.util.List;

/// A linear scale from values to pixels.
///
/// @param least the value at `from`
/// @param most the value at `to`
record Scale(double least, double most, double from, double to) {

  Scale {
    if (!(most > least)) {
      throw new IllegalArgumentException("a scale from " + least + " to " + most + " has no room");
    }
  }

  double at(double value) {
    return from + (value - least) / (most - least) * (to - from);
  }

  double at(long value) {
    return at((double) value);
  }

  static Scale fromZero(long most, double from, double to) {
    return fromZero((double) most, from, to);
  }

  /// A scale from zero to a round number that is not below `most`.
  static Scale fromZero(double most, double from, double to) {
    double step = step(Math.max(1, most), 4);
    return new Scale(0, Math.ceil(Math.max(1, most) / step) * step, from, to);
  }

  /// About `wanted` round values from least to most.
  List<Double> ticks(int wanted) {
    double step = step(most - least, wanted);
    List<Double> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil(least / step); i * step <= most + step / 1e6; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  private static double step(double span, int wanted) {
    double rough = span / wanted;
    double power = 1;
    while (power * 10 <= rough) {
      power *= 10;
    }
    while (power > rough) {
      power /= 10;
    }
    for (double times : new double[] {1, 2, 2.5, 5, 10}) {
      if (power * times >= rough) {
        return Math.max(1, Math.ceil(power * times));
      }
    }
    return power * 10;
  }
}
