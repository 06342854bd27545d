package uk.candour.publication;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.candour.inquiry.Finding;
import uk.candour.inquiry.Finding.Interval;

/// Figures as people read them: `1,400`, `68.4%`, `23 days`.
final class Figures {

  static final String SHARE = "share";

  private Figures() {}

  /// A number with its thousands set apart, and with one decimal where that is not zero.
  static String number(double value) {
    String tenths = String.format(Locale.ROOT, "%,.1f", value);
    return tenths.endsWith(".0") ? tenths.substring(0, tenths.length() - 2) : tenths;
  }

  /// A proportion with three decimals.
  static String proportion(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  /// A whole number with its thousands set apart.
  static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", 100 * share);
  }

  /// A value in its unit, without the unit's word where that is what is counted anyway.
  static String inUnit(double value, String unit) {
    return unit.equals(SHARE) ? percent(value) : number(value);
  }

  /// The figure of a finding with its unit, or that there is none.
  static String of(Finding finding) {
    Double value = finding.value();
    if (value == null) {
      return "No single figure";
    }
    return finding.unit().equals(SHARE)
        ? percent(value)
        : number(value) + " " + singular(finding.unit(), value);
  }

  /// The unit's word for one or for many: the plural is what findings name.
  private static String singular(String unit, double value) {
    if (value != 1) {
      return unit;
    }
    return switch (unit) {
      case "children" -> "child";
      case "people" -> "person";
      case "entries" -> "entry";
      default -> unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit;
    };
  }

  /// The interval of a finding in words, or null where it has none.
  static @Nullable String interval(Finding finding) {
    Interval interval = finding.interval();
    if (interval == null) {
      return null;
    }
    if (interval.level() == null
        && interval.low() != null
        && interval.low().equals(interval.high())) {
      return "the same whether doubtful links are accepted or not";
    }
    String range = range(interval, finding.unit());
    return interval.level() == null
        ? range + ", by whether doubtful links are accepted"
        : range + ", " + percent(interval.level()).replace(".0%", "%") + " interval";
  }

  /// From low to high: `398 to 430`, `at least 398`, `at most 430`.
  static String range(Interval interval, String unit) {
    Double low = interval.low();
    Double high = interval.high();
    if (low == null) {
      return high == null ? "unbounded" : "at most " + inUnit(high, unit);
    }
    return high == null
        ? "at least " + inUnit(low, unit) + ", without an upper bound"
        : inUnit(low, unit) + " to " + inUnit(high, unit);
  }
}
