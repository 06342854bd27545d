package uk.candour.intake;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The text of a spreadsheet's cell as a reader of the sheet would write it down.
///
/// Days are ISO dates, days with a time of day ISO date-times; other numbers are plain decimals
/// with the fifteen digits that a spreadsheet keeps, padded where the format is of zeros alone.
final class CellText {

  /// A cell that has no text: what was found and what was expected.
  static final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    private final String found;
    private final String expected;

    private Unreadable(String found, String expected) {
      super(found + ", expected " + expected);
      this.found = found;
      this.expected = expected;
    }

    String found() {
      return found;
    }

    String expected() {
      return expected;
    }
  }

  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
  private static final MathContext KEPT = new MathContext(15, RoundingMode.HALF_UP);
  private static final BigDecimal BEYOND_KEPT = BigDecimal.TEN.pow(15);
  private static final int SECONDS_OF_DAY = 86_400;
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  private CellText() {}

  static String of(String kind, boolean formula, String raw, CellFormat format, boolean from1904)
      throws Unreadable {
    if (formula && raw.isEmpty() && !kind.equals("str")) {
      throw new Unreadable("a formula without a computed value", "a value");
    }
    return switch (kind) {
      case "s", "inlineStr", "str" -> unescaped(raw);
      case "b" -> raw.equals("1") ? "TRUE" : raw.equals("0") ? "FALSE" : raw;
      case "e" -> throw new Unreadable(raw, "a value");
      case "d" -> raw.replaceFirst("T00:00(:00(\\.0+)?)?Z?$", "");
      default -> raw.isBlank() ? "" : ofNumber(raw.strip(), format, from1904);
    };
  }

  /// Characters that XML cannot hold are written `_x000D_` (ECMA-376 part 1, 22.9.2.19).
  private static String unescaped(String raw) {
    if (!raw.contains("_x")) {
      return raw;
    }
    return ESCAPE
        .matcher(raw)
        .replaceAll((MatchResult match) ->
            Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
  }

  private static String ofNumber(String raw, CellFormat format, boolean from1904)
      throws Unreadable {
    BigDecimal number;
    try {
      if (raw.length() > 64 || !Double.isFinite(Double.parseDouble(raw))) {
        throw new NumberFormatException();
      }
      number = new BigDecimal(raw);
    } catch (NumberFormatException e) {
      throw new Unreadable(raw, "a number that a spreadsheet can hold");
    }
    return switch (format.kind()) {
      case DATE -> day(number, from1904).toString();
      case DATE_AND_TIME -> dayAndTime(number, from1904);
      case TIME ->
          number.signum() >= 0 && number.compareTo(BigDecimal.ONE) < 0
              ? time(seconds(number))
              : dayAndTime(number, from1904);
      case NUMBER -> plain(number, format.zeros());
    };
  }

  private static String plain(BigDecimal number, int zeros) throws Unreadable {
    if (number.abs().compareTo(BEYOND_KEPT) >= 0) {
      throw new Unreadable(
          number.round(KEPT).toPlainString(),
          "text, for a spreadsheet keeps 15 digits of a number");
    }
    BigDecimal kept = number.round(KEPT);
    if (kept.signum() == 0) {
      return "0".repeat(Math.max(1, zeros));
    }
    String digits = kept.stripTrailingZeros().toPlainString();
    boolean padded = kept.signum() > 0 && digits.length() < zeros && !digits.contains(".");
    return padded ? "0".repeat(zeros - digits.length()) + digits : digits;
  }

  private static String dayAndTime(BigDecimal number, boolean from1904) throws Unreadable {
    LocalDateTime at =
        day(number, from1904).atStartOfDay().plusSeconds(seconds(number.remainder(BigDecimal.ONE)));
    boolean midnight = at.toLocalTime().equals(LocalTime.MIDNIGHT);
    return midnight ? at.toLocalDate().toString() : at.toLocalDate() + "T" + at.toLocalTime();
  }

  private static int seconds(BigDecimal ofDay) {
    return ofDay
        .multiply(BigDecimal.valueOf(SECONDS_OF_DAY))
        .setScale(0, RoundingMode.HALF_UP)
        .intValueExact();
  }

  private static String time(int seconds) {
    return LocalTime.ofSecondOfDay(Math.min(seconds, SECONDS_OF_DAY - 1)).toString();
  }

  /// Day 1 is 1 January 1900 and day 60 a 29 February that never was; in the other system day 0 is
  /// 1 January 1904.
  private static LocalDate day(BigDecimal number, boolean from1904) throws Unreadable {
    String expected = "a day from 1900 to 9999";
    if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(3_000_000)) > 0) {
      throw new Unreadable(number.round(KEPT).toString(), expected);
    }
    int day = number.intValue();
    if (from1904) {
      return checked(LocalDate.of(1904, 1, 1).plusDays(day), number);
    }
    if (day == 0 || day == 60) {
      throw new Unreadable(day == 0 ? "day 0 of 1900" : "29 February 1900", expected);
    }
    return checked(LocalDate.of(1899, 12, day < 60 ? 31 : 30).plusDays(day), number);
  }

  private static LocalDate checked(LocalDate day, BigDecimal number) throws Unreadable {
    if (day.isAfter(LAST)) {
      throw new Unreadable(number.toString(), "a day from 1900 to 9999");
    }
    return day;
  }
}
