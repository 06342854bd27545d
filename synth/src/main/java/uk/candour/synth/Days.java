package uk.candour.synth;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashSet;
import java.util.Set;

/// Days as whole numbers (days since 1 January 1970), and England's working days.
final class Days {

  /// No day: not recorded.
  static final int NONE = Integer.MIN_VALUE;

  private static final Set<LocalDate> HOLIDAYS = new HashSet<>();

  static {
    for (int year = 1990; year <= 2016; year++) {
      addHolidays(year);
    }
  }

  private Days() {}

  static int of(int year, int month, int day) {
    return (int) LocalDate.of(year, month, day).toEpochDay();
  }

  static LocalDate date(int day) {
    return LocalDate.ofEpochDay(day);
  }

  static int year(int day) {
    return date(day).getYear();
  }

  static int addYears(int day, int years) {
    return (int) date(day).plusYears(years).toEpochDay();
  }

  /// Completed years from a birth to a day.
  static int years(int born, int day) {
    LocalDate birth = date(born);
    LocalDate at = date(day);
    int years = at.getYear() - birth.getYear();
    return birth.plusYears(years).isAfter(at) ? years - 1 : years;
  }

  static boolean working(int day) {
    LocalDate date = date(day);
    return date.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue()
        && !HOLIDAYS.contains(date);
  }

  /// The first working day after a day.
  static int nextWorking(int day) {
    int next = day + 1;
    while (!working(next)) {
      next++;
    }
    return next;
  }

  /// The bank holidays of England in a year by the Banking and Financial Dealings Act 1971 and the
  /// proclamations that moved or added to them from 1995 to 2012.
  private static void addHolidays(int year) {
    LocalDate easter = easter(year);
    HOLIDAYS.add(easter.minusDays(2));
    HOLIDAYS.add(easter.plusDays(1));
    HOLIDAYS.add(
        year == 1995 ? LocalDate.of(1995, 5, 8) : firstMonday(LocalDate.of(year, Month.MAY, 1)));
    if (year == 2002) {
      HOLIDAYS.add(LocalDate.of(2002, 6, 3));
      HOLIDAYS.add(LocalDate.of(2002, 6, 4));
    } else if (year == 2012) {
      HOLIDAYS.add(LocalDate.of(2012, 6, 4));
      HOLIDAYS.add(LocalDate.of(2012, 6, 5));
    } else {
      HOLIDAYS.add(firstMonday(LocalDate.of(year, Month.MAY, 25)));
    }
    HOLIDAYS.add(firstMonday(LocalDate.of(year, Month.AUGUST, 25)));
    if (year == 1999) {
      HOLIDAYS.add(LocalDate.of(1999, 12, 31));
    }
    if (year == 2011) {
      HOLIDAYS.add(LocalDate.of(2011, 4, 29));
    }
    addMoved(LocalDate.of(year, 1, 1));
    addMoved(LocalDate.of(year, 12, 25));
    addMoved(LocalDate.of(year, 12, 26));
  }

  private static void addMoved(LocalDate holiday) {
    LocalDate date = holiday;
    while (date.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue()
        || HOLIDAYS.contains(date)) {
      date = date.plusDays(1);
    }
    HOLIDAYS.add(date);
  }

  private static LocalDate firstMonday(LocalDate from) {
    LocalDate date = from;
    while (date.getDayOfWeek() != DayOfWeek.MONDAY) {
      date = date.plusDays(1);
    }
    return date;
  }

  /// Easter Sunday by the Gregorian computus (Meeus, *Astronomical Algorithms*, chapter 8).
  private static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int n = h + l - 7 * m + 114;
    return LocalDate.of(year, n / 31, n % 31 + 1);
  }
}
