package uk.candour.record;

import java.time.LocalDate;
import java.time.YearMonth;

/// A date as records hold it: a day, a month, a year or nothing, packed into one int.
///
/// The packing is `year << 9 | month << 5 | day`, with month or day zero where not known, so that
/// full dates sort as ints. [#NOT_RECORDED] (zero) is no date at all. Years run from 1 to 9999.
public final class PartialDate {

  /// No date at all.
  public static final int NOT_RECORDED = 0;

  private PartialDate() {}

  /// A year alone.
  public static int of(int year) {
    if (year < 1 || year > 9999) {
      throw new IllegalArgumentException("year " + year + " is not between 1 and 9999");
    }
    return year << 9;
  }

  /// A month of a year.
  public static int of(int year, int month) {
    YearMonth.of(year, month);
    return of(year) | month << 5;
  }

  /// A day. Throws [java.time.DateTimeException] for a day that never was.
  public static int of(int year, int month, int day) {
    return of(LocalDate.of(year, month, day));
  }

  /// A day.
  public static int of(LocalDate day) {
    return of(day.getYear()) | day.getMonthValue() << 5 | day.getDayOfMonth();
  }

  public static int year(int date) {
    return date >>> 9;
  }

  /// The month from 1 to 12, or 0 where the record gives a year alone.
  public static int month(int date) {
    return date >>> 5 & 15;
  }

  /// The day of the month, or 0 where the record gives no day.
  public static int day(int date) {
    return date & 31;
  }

  /// Whether the date names a day.
  public static boolean isFull(int date) {
    return (date & 31) != 0;
  }

  /// Whether the date is a year or a month without its day.
  public static boolean isPartial(int date) {
    return date != NOT_RECORDED && (date & 31) == 0;
  }

  /// The day itself, for a full date; the first day that a partial date can mean.
  public static LocalDate firstDay(int date) {
    return LocalDate.of(year(date), Math.max(1, month(date)), Math.max(1, day(date)));
  }

  /// The day itself, for a full date; the last day that a partial date can mean.
  public static LocalDate lastDay(int date) {
    if (isFull(date)) {
      return firstDay(date);
    }
    return YearMonth.of(year(date), month(date) == 0 ? 12 : month(date)).atEndOfMonth();
  }

  /// Days since 1 January 1970, for a full date.
  public static int epochDay(int date) {
    if (!isFull(date)) {
      throw new IllegalArgumentException(text(date) + " is not a full date");
    }
    return Math.toIntExact(firstDay(date).toEpochDay());
  }

  /// ISO 8601 at the date's own precision: `2003-05-09`, `2003-05`, `2003`, or nothing.
  public static String text(int date) {
    if (date == NOT_RECORDED) {
      return "";
    }
    if (isFull(date)) {
      return firstDay(date).toString();
    }
    return month(date) == 0
        ? "%04d".formatted(year(date))
        : "%04d-%02d".formatted(year(date), month(date));
  }
}
