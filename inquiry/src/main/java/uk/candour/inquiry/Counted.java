package uk.candour.inquiry;

import java.util.Locale;

/// Numbers of things in the words of a sentence: `No child`, `1 child`, `1,412 children`.
final class Counted {

  private Counted() {}

  /// Children at the start of a sentence.
  static String children(long number) {
    return number == 0 ? "No child" : of(number, "child", "children");
  }

  /// Things within a sentence: `no report`, `1 report`, `3 reports`.
  static String of(long number, String one, String many) {
    return number == 0 ? "no " + one : number(number) + " " + form(number, one, many);
  }

  /// Things whose word adds an s.
  static String of(long number, String one) {
    return of(number, one, one + "s");
  }

  /// So many of them, within a sentence: `none`, `1`, `1,412`.
  static String none(long number) {
    return number == 0 ? "none" : number(number);
  }

  /// The form of a word that goes with a number of things; none of them goes with the singular.
  static String form(long number, String one, String many) {
    return number <= 1 ? one : many;
  }

  static String was(long number) {
    return form(number, "was", "were");
  }

  static String has(long number) {
    return form(number, "has", "have");
  }

  static String number(long number) {
    return String.format(Locale.UK, "%,d", number);
  }

  /// A number with one digit after the point.
  static String tenths(double number) {
    return String.format(Locale.UK, "%,.1f", number);
  }

  /// A number with one digit after the point where that digit is not zero.
  static String tenthsIfAny(double number) {
    double rounded = Math.rint(number * 10) / 10;
    return rounded == Math.rint(rounded) ? number((long) rounded) : tenths(number);
  }

  /// A sentence with a capital at its head.
  static String sentence(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /// A share in whole per cent; one that would round to nothing or to everything, and is not, says
  /// so.
  static String percent(double share) {
    long percent = Math.round(share * 100);
    if (percent == 0 && share > 0) {
      return "less than 1%";
    }
    if (percent == 100 && share < 1) {
      return "more than 99%";
    }
    return percent + "%";
  }
}
