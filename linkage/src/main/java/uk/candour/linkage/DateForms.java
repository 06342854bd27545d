package uk.candour.linkage;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the dates of one column, however it writes them, as eight digits `yyyymmdd`; as six or
/// four where day or month are not given.
///
/// Whether `03/04/1990` is in March or April the column's other dates say: the month comes first
/// where more dates have a second number above 12 than a first. A date that no calendar has, such
/// as 31 April, keeps its digits: a slip made it, and digits can be compared.
///
/// @param monthFirst whether a date of three numbers, the year last, begins with the month
record DateForms(boolean monthFirst) {

  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})(?:[-/. ]?(\\d{1,2})(?:[-/. ]?(\\d{1,2}))?)?(?:[T ].*)?");
  private static final Pattern EIGHT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4}|\\d{2})");
  private static final Pattern IN_WORDS =
      Pattern.compile("(\\d{1,2})[-/. ]?([a-z]{3})[a-z]*[-/. ,]*(\\d{4})");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  /// The forms that suit the values of a column.
  static DateForms of(Column column) {
    int dayFirst = 0;
    int monthFirst = 0;
    for (int code = 1; code <= column.values(); code++) {
      Matcher matcher = YEAR_LAST.matcher(column.value(code).strip());
      if (matcher.matches()) {
        dayFirst += Integer.parseInt(matcher.group(1)) > 12 ? 1 : 0;
        monthFirst += Integer.parseInt(matcher.group(2)) > 12 ? 1 : 0;
      }
    }
    return new DateForms(monthFirst > dayFirst);
  }

  /// The digits of a date; empty where the value is none.
  String digits(String value) {
    String text = value.strip().toLowerCase(Locale.ROOT);
    Matcher eight = EIGHT.matcher(text);
    if (eight.matches()) {
      return text;
    }
    Matcher first = YEAR_FIRST.matcher(text);
    if (first.matches()) {
      return first.group(1) + two(first.group(2)) + two(first.group(3));
    }
    Matcher words = IN_WORDS.matcher(text);
    if (words.matches()) {
      int month = MONTHS.indexOf(words.group(2)) + 1;
      return month == 0 ? "" : words.group(3) + two(month) + two(words.group(1));
    }
    Matcher last = YEAR_LAST.matcher(text);
    if (!last.matches()) {
      return "";
    }
    String month = two(last.group(monthFirst ? 1 : 2));
    String day = two(last.group(monthFirst ? 2 : 1));
    return century(last.group(3)) + month + day;
  }

  private static String century(String year) {
    return year.length() == 4 ? year : (Integer.parseInt(year) > 30 ? "19" : "20") + year;
  }

  @SuppressWarnings("NullAway") // a group that took no part is null
  private static String two(String number) {
    return number == null ? "" : number.length() == 1 ? "0" + number : number;
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }

  /// The year of a date; empty where the value has none.
  String year(String value) {
    String digits = digits(value);
    return digits.isEmpty() ? "" : digits.substring(0, 4);
  }

  /// The packed date of digits: the year alone where month and day are none of a calendar's.
  static int packed(String digits) {
    int year = Integer.parseInt(digits.substring(0, 4));
    int month = digits.length() < 6 ? 0 : Integer.parseInt(digits.substring(4, 6));
    int day = digits.length() < 8 ? 0 : Integer.parseInt(digits.substring(6, 8));
    boolean hasMonth = month >= 1 && month <= 12;
    boolean hasDay =
        hasMonth && day >= 1 && year > 0 && day <= YearMonth.of(year, month).lengthOfMonth();
    boolean wrong = (digits.length() >= 6 && !hasMonth) || (digits.length() == 8 && !hasDay);
    return wrong ? Days.of(year, 0, 0) : Days.of(year, hasMonth ? month : 0, hasDay ? day : 0);
  }

  /// Whether digits are those of a day in a calendar, of a year in which people we know of lived.
  static boolean isDay(String digits) {
    return digits.length() == 8
        && Days.isFull(packed(digits))
        && digits.compareTo("1500") > 0
        && digits.compareTo("2200") < 0;
  }
}
