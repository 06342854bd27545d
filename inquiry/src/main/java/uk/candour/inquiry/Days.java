package uk.candour.inquiry;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import uk.candour.record.Entries;
import uk.candour.record.EntryAttribute;
import uk.candour.record.PartialDate;

/// Days as ints since 1 January 1970, with one value for "undated".
///
/// A partial date counts as undated. Where `happened` or `recorded` is missing the other stands in;
/// where it is there and partial, it does not.
final class Days {

  /// No day: the date is missing or partial, or cannot be right.
  static final int UNDATED = Integer.MIN_VALUE;

  /// A day that does not come.
  static final int NEVER = Integer.MAX_VALUE;

  /// The days from 1 March of the year 0 to 1 January 1970.
  private static final int DAYS_TO_1970 = 719_468;

  private static final DateTimeFormatter IN_WORDS =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  private Days() {}

  /// The day on which an entry was recorded.
  static int recorded(Entries entries, int entry) {
    return of(entries.recorded(entry));
  }

  /// The day on which what an entry tells of happened.
  static int happened(Entries entries, int entry) {
    return of(entries.happened(entry));
  }

  /// The day of a packed date.
  ///
  /// By whole numbers alone, since it is asked for several times an entry: years that begin in
  /// March put the leap day last, and a month's first day is then (153 m + 2) / 5 (the algorithm
  /// `days_from_civil` of Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", 2013).
  static int of(int partialDate) {
    if (!PartialDate.isFull(partialDate)) {
      return UNDATED;
    }
    int month = PartialDate.month(partialDate);
    int year = PartialDate.year(partialDate) - (month <= 2 ? 1 : 0);
    int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5;
    int leapDays = year / 4 - year / 100 + year / 400;
    return year * 365 + leapDays + dayOfYear + PartialDate.day(partialDate) - 1 - DAYS_TO_1970;
  }

  static int of(LocalDate day) {
    return Math.toIntExact(day.toEpochDay());
  }

  static LocalDate date(int day) {
    return LocalDate.ofEpochDay(day);
  }

  /// The day from which an entry was known: when it was recorded, else its own date; where that is
  /// partial or missing, at the latest when its source was handed over.
  static int knownFrom(Entries entries, int entry) {
    return knownFrom(entries.recorded(entry), entries.source(entry).extracted());
  }

  private static int knownFrom(int date, LocalDate extracted) {
    if (PartialDate.isFull(date)) {
      return PartialDate.epochDay(date);
    }
    return date == PartialDate.NOT_RECORDED
        ? of(extracted)
        : Math.min(of(extracted), of(PartialDate.lastDay(date)));
  }

  /// The day on which a later date on an entry's row (`answered`, `action`, `ended`) had surely
  /// passed and was known, or [#NEVER] where none is recorded. Such a date is known from itself; a
  /// partial one has passed with its last day, or once its source was handed over within it.
  static int passedFrom(Entries entries, EntryAttribute attribute, int entry) {
    int date = entries.date(attribute, entry);
    if (date == PartialDate.NOT_RECORDED) {
      return NEVER;
    }
    return Math.max(
        of(PartialDate.firstDay(date)), knownFrom(date, entries.source(entry).extracted()));
  }

  /// Whether a later date on an entry's row had passed by the as-at date.
  static boolean hasPassed(Entries entries, EntryAttribute attribute, int entry) {
    return passedFrom(entries, attribute, entry) <= of(entries.scope().asAt());
  }

  /// The year in which an entry was recorded, or 0 where that is undated.
  static int year(Entries entries, int entry) {
    int recorded = entries.recorded(entry);
    return PartialDate.isFull(recorded) ? PartialDate.year(recorded) : 0;
  }

  /// The day in ISO form, or `not-recorded`.
  static String text(int day) {
    return day == UNDATED ? Keys.NOT_RECORDED : date(day).toString();
  }

  /// The day as a sentence says it: `9 May 2003`.
  static String inWords(LocalDate day) {
    return day.format(IN_WORDS);
  }

  /// The year of a day as `yyyy`, or `not-recorded`.
  static String year(int day) {
    return day == UNDATED ? Keys.NOT_RECORDED : Integer.toString(date(day).getYear());
  }
}
