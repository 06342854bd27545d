package uk.candour.linkage;

import java.time.LocalDate;
import java.time.YearMonth;

/// Dates packed as `year << 9 | month << 5 | day`, month or day zero where not known, and what two
/// of them have in common.
final class Days {

  private Days() {}

  static int year(int date) {
    return date >>> 9;
  }

  static int month(int date) {
    return (date >>> 5) & 15;
  }

  static int day(int date) {
    return date & 31;
  }

  /// Months since the year 0.
  static int monthsFromZero(int date) {
    return year(date) * 12 + month(date);
  }

  static boolean isFull(int date) {
    return (date & 31) != 0;
  }

  static int of(int year, int month, int day) {
    return (year << 9) | (month << 5) | day;
  }

  /// Days from 1 January 1970 to the first day that the date can mean.
  static int first(int date) {
    return Math.toIntExact(
        LocalDate.of(year(date), Math.max(1, month(date)), Math.max(1, day(date))).toEpochDay());
  }

  /// Days from 1 January 1970 to the last day that the date can mean.
  static int last(int date) {
    if (isFull(date)) {
      return first(date);
    }
    return Math.toIntExact(
        YearMonth.of(year(date), month(date) == 0 ? 12 : month(date)).atEndOfMonth().toEpochDay());
  }

  /// The first birthday that somebody of at most `ageTo` years on a date can have, as epoch day.
  static int earliestBirth(int at, int ageTo) {
    return Math.toIntExact(LocalDate.ofEpochDay(first(at)).minusYears(ageTo + 1L).toEpochDay()) + 1;
  }

  /// The last birthday that somebody of at least `ageFrom` years on a date can have, as epoch day.
  static int latestBirth(int at, int ageFrom) {
    return Math.toIntExact(LocalDate.ofEpochDay(last(at)).minusYears(ageFrom).toEpochDay());
  }

  static int yearOf(int epochDay) {
    return LocalDate.ofEpochDay(epochDay).getYear();
  }

  /// Whether day and month of one full date are month and day of the other.
  static boolean areSwapped(int a, int b) {
    return year(a) == year(b) && day(a) == month(b) && month(a) == day(b);
  }

  /// Whether two full dates, written as eight digits, differ by one digit or by two neighbours
  /// swapped within day, month or year.
  static boolean areOneSlipApart(int a, int b) {
    if (partsInCommon(a, b) != 2) {
      return false;
    }
    if (year(a) != year(b)) {
      return isSlip(year(a), year(b));
    }
    return month(a) != month(b) ? isSlip(month(a), month(b)) : isSlip(day(a), day(b));
  }

  /// Whether two years differ by one digit or by two neighbouring digits swapped.
  static boolean isSlip(int a, int b) {
    int differing = 0;
    int firstPlace = -1;
    int lastPlace = -1;
    int restA = a;
    int restB = b;
    for (int place = 0; restA > 0 || restB > 0; place++, restA /= 10, restB /= 10) {
      if (restA % 10 != restB % 10) {
        differing++;
        firstPlace = firstPlace < 0 ? place : firstPlace;
        lastPlace = place;
      }
    }
    if (differing == 1) {
      return true;
    }
    if (differing != 2 || lastPlace != firstPlace + 1) {
      return false;
    }
    int scale = firstPlace == 0 ? 1 : firstPlace == 1 ? 10 : 100;
    int twoOfA = a / scale % 100;
    int twoOfB = b / scale % 100;
    return twoOfA % 10 == twoOfB / 10 && twoOfA / 10 == twoOfB % 10;
  }

  /// How many of year, month and day two full dates share.
  static int partsInCommon(int a, int b) {
    return (year(a) == year(b) ? 1 : 0)
        + (month(a) == month(b) ? 1 : 0)
        + (day(a) == day(b) ? 1 : 0);
  }
}
