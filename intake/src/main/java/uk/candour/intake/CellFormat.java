package uk.candour.intake;

import java.util.Locale;
import java.util.regex.Pattern;

/// What a number in a cell means by its number format (ECMA-376 part 1, 18.8.30 and 18.8.31).
///
/// @param kind whether the number is a day, a time of day, both, or a number
/// @param zeros the digits to which a format of zeros alone pads, else 0
record CellFormat(Kind kind, int zeros) {

  enum Kind {
    NUMBER,
    DATE,
    DATE_AND_TIME,
    TIME
  }

  static final CellFormat GENERAL = new CellFormat(Kind.NUMBER, 0);

  /// Quoted and escaped characters, fillers, and what stands in brackets but for elapsed times.
  private static final Pattern SILENT =
      Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!h+]|m+]|s+])[^\\]]*]|am/pm|a/p");

  private static final Pattern ZEROS = Pattern.compile("0{2,20}");

  static CellFormat of(int id, String code) {
    if (!code.isEmpty()) {
      return of(code);
    }
    if (within(id, 14, 17) || within(id, 27, 31) || id == 36 || within(id, 50, 58)) {
      return new CellFormat(Kind.DATE, 0);
    }
    if (within(id, 18, 21) || within(id, 32, 35) || within(id, 45, 47)) {
      return new CellFormat(Kind.TIME, 0);
    }
    return id == 22 ? new CellFormat(Kind.DATE_AND_TIME, 0) : GENERAL;
  }

  private static boolean within(int id, int from, int to) {
    return id >= from && id <= to;
  }

  private static CellFormat of(String code) {
    String first = SILENT.matcher(code.toLowerCase(Locale.ROOT)).replaceAll("").split(";", 2)[0];
    if (first.strip().equals("general") || first.contains("e+") || first.contains("e-")) {
      return GENERAL;
    }
    boolean time = first.contains("h") || first.contains("s");
    boolean date = first.contains("y") || first.contains("d") || (first.contains("m") && !time);
    if (date) {
      return new CellFormat(time ? Kind.DATE_AND_TIME : Kind.DATE, 0);
    }
    if (time) {
      return new CellFormat(Kind.TIME, 0);
    }
    return ZEROS.matcher(first).matches() ? new CellFormat(Kind.NUMBER, first.length()) : GENERAL;
  }
}
