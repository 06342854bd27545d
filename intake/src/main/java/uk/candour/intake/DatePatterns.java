package uk.candour.intake;

import java.text.ParsePosition;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.candour.record.PartialDate;

/// Reads dates by Java date patterns tried in order, in English and without regard to case, and
/// strictly: 31/02 is no date. `yyyy-MM` and `yyyy` are read whatever the patterns are, since
/// records often know no more.
///
/// A year of two digits falls in the hundred years before the day on which the source was handed
/// over. The latest values are kept with their answers, since a column of dates repeats itself.
final class DatePatterns {

  /// What stands for "no date is written so".
  static final int UNREADABLE = -1;

  private static final int REMEMBERED = 1 << 12;

  private final List<String> written;
  private final List<Pattern> patterns = new ArrayList<>();
  private final @Nullable String[] asked = new String[REMEMBERED];
  private final int[] answered = new int[REMEMBERED];

  private record Pattern(DateTimeFormatter formatter, boolean shortYear) {}

  private final LocalDate extracted;

  /// @param written the patterns as the remit's author knows them
  /// @param tried the patterns in order; each must have passed [#fault]
  DatePatterns(List<String> written, List<String> tried, LocalDate extracted) {
    this.written = List.copyOf(written);
    this.extracted = extracted;
    for (String pattern : tried) {
      patterns.add(new Pattern(compile(pattern, extracted, Locale.ENGLISH), hasShortYear(pattern)));
      if (pattern.contains("MMM")) {
        // English writes the ninth month Sep and Sept.
        patterns.add(new Pattern(compile(pattern, extracted, Locale.UK), hasShortYear(pattern)));
      }
    }
  }

  /// What the patterns read, in words: `dd/MM/yyyy, yyyy-MM or yyyy`.
  String words() {
    return String.join(", ", written) + ", yyyy-MM or yyyy";
  }

  /// The [PartialDate] that is written so, or [#UNREADABLE].
  int read(String text) {
    int slot = (text.hashCode() * 0x9E3779B9) >>> 20;
    if (text.equals(asked[slot])) {
      return answered[slot];
    }
    int date = readAnew(text);
    asked[slot] = text;
    answered[slot] = date;
    return date;
  }

  private int readAnew(String text) {
    for (Pattern pattern : patterns) {
      var position = new ParsePosition(0);
      TemporalAccessor parsed = pattern.formatter.parseUnresolved(text, position);
      if (parsed != null && position.getErrorIndex() < 0 && position.getIndex() == text.length()) {
        int date = date(parsed, pattern.shortYear);
        if (date != UNREADABLE) {
          return date;
        }
      }
    }
    return partial(text);
  }

  private int date(TemporalAccessor parsed, boolean shortYear) {
    int year = value(parsed, ChronoField.YEAR);
    if (year == 0) {
      year = value(parsed, ChronoField.YEAR_OF_ERA);
    }
    int month = value(parsed, ChronoField.MONTH_OF_YEAR);
    int day = value(parsed, ChronoField.DAY_OF_MONTH);
    int date = checked(year, month, day);
    if (shortYear && date != UNREADABLE && PartialDate.firstDay(date).isAfter(extracted)) {
      date = checked(year - 100, month, day);
    } else if (shortYear && date == UNREADABLE) {
      // 29 February of a year that has none may be meant a hundred years before.
      date = checked(year - 100, month, day);
    }
    if (date == UNREADABLE || !PartialDate.isFull(date)) {
      return date;
    }
    int weekday = value(parsed, ChronoField.DAY_OF_WEEK);
    boolean contradicts =
        weekday != 0 && PartialDate.firstDay(date).getDayOfWeek() != DayOfWeek.of(weekday);
    return contradicts ? UNREADABLE : date;
  }

  private static int value(TemporalAccessor parsed, ChronoField field) {
    return parsed.isSupported(field) ? Math.clamp(parsed.getLong(field), 0, 99_999) : 0;
  }

  private static int checked(int year, int month, int day) {
    if (year < 1 || year > 9999 || month > 12) {
      return UNREADABLE;
    }
    if (month == 0) {
      return PartialDate.of(year);
    }
    if (day == 0) {
      return PartialDate.of(year, month);
    }
    return YearMonth.of(year, month).isValidDay(day)
        ? PartialDate.of(year, month, day)
        : UNREADABLE;
  }

  private static int partial(String text) {
    boolean year = text.length() == 4 && digits(text, 0, 4);
    boolean month = text.length() == 7 && digits(text, 0, 4) && text.charAt(4) == '-';
    if (year) {
      return checked(Integer.parseInt(text), 0, 0);
    }
    if (month && digits(text, 5, 7) && !text.endsWith("00")) {
      return checked(Integer.parseInt(text, 0, 4, 10), Integer.parseInt(text, 5, 7, 10), 0);
    }
    return UNREADABLE;
  }

  private static boolean digits(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /// What is wrong with a pattern, as what was expected instead; null where it is good.
  static @Nullable String fault(String pattern) {
    String letters = letters(pattern);
    if (letters.contains("Y")) {
      return "yyyy for the year (YYYY is the year of a week)";
    }
    if (letters.contains("D")) {
      return "dd for the day (DD is the day of the year)";
    }
    if (!letters.contains("y") && !letters.contains("u")) {
      return "a date pattern with a year, such as dd/MM/yyyy";
    }
    if (letters.contains("d") && !letters.contains("M") && !letters.contains("L")) {
      return "MM for the month (mm is minutes)";
    }
    if (!letters.chars().filter(Character::isLetter).allMatch(c -> READ.indexOf(c) >= 0)) {
      return "a date pattern of the letters " + READ;
    }
    try {
      compile(pattern, LocalDate.EPOCH, Locale.ENGLISH);
      return null;
    } catch (IllegalArgumentException e) {
      return "a date pattern such as dd/MM/yyyy";
    }
  }

  /// The letters of Java's date patterns that say something of a day and its time.
  private static final String READ = "GyuMLdEaHhKkmsSnXxZzVO";

  private static String letters(String pattern) {
    return pattern.replaceAll("'[^']*'", "");
  }

  private static boolean hasShortYear(String pattern) {
    return letters(pattern).matches("(?s).*(?<![yu])(yy|uu)(?![yu]).*");
  }

  private static DateTimeFormatter compile(String pattern, LocalDate extracted, Locale locale) {
    var builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
    var rest = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      quoted ^= c == '\'';
      int run = i;
      while (!quoted
          && (c == 'y' || c == 'u')
          && run < pattern.length()
          && pattern.charAt(run) == c) {
        run++;
      }
      if (run - i == 2) {
        builder.appendPattern(rest.toString());
        rest.setLength(0);
        builder.appendValueReduced(ChronoField.YEAR, 2, 2, extracted.getYear() - 99);
        i = run - 1;
      } else {
        rest.append(pattern, i, Math.max(run, i + 1));
        i = Math.max(run, i + 1) - 1;
      }
    }
    return builder.appendPattern(rest.toString()).toFormatter(locale);
  }
}
