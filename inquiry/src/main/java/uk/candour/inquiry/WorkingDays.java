package uk.candour.inquiry;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import uk.candour.record.WorkingDayCalendar;

/// The working days of England: Monday to Friday, less the bank holidays of a dated table that
/// names a source for each day.
///
/// The table knows whole years. Before its first and beyond its last year nobody can tell a working
/// day from a bank holiday that was not proclaimed yet, and no answer is given.
public final class WorkingDays implements WorkingDayCalendar {

  private static final WorkingDays ENGLAND =
      new WorkingDays(
          CsvResource.rows("bank-holidays-england.csv").stream()
              .map(row -> LocalDate.parse(row.getFirst()))
              .toList());

  private final int firstYear;
  private final int lastYear;
  private final int firstDay;
  private final int lastDay;
  private final BitSet off = new BitSet();

  private WorkingDays(List<LocalDate> holidays) {
    var inOrder = new TreeSet<>(holidays);
    this.firstYear = inOrder.first().getYear();
    this.lastYear = inOrder.last().getYear();
    this.firstDay = Days.of(LocalDate.of(firstYear, 1, 1));
    this.lastDay = Days.of(LocalDate.of(lastYear, 12, 31));
    for (int day = firstDay; day <= lastDay; day++) {
      DayOfWeek weekday = Days.date(day).getDayOfWeek();
      if (weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY) {
        off.set(day - firstDay);
      }
    }
    for (LocalDate holiday : inOrder) {
      off.set(Days.of(holiday) - firstDay);
    }
  }

  public static WorkingDays england() {
    return ENGLAND;
  }

  /// The first year of which every bank holiday is known.
  int knownFrom() {
    return firstYear;
  }

  /// The last year of which every bank holiday is known.
  int knownUntil() {
    return lastYear;
  }

  /// Whether the table can tell of the day.
  boolean reaches(int day) {
    return day >= firstDay && day <= lastDay;
  }

  /// Whether the day is a working day; the table must reach it.
  boolean isWorkingDay(int day) {
    if (!reaches(day)) {
      throw new IllegalArgumentException(
          "bank holidays are known from "
              + firstYear
              + " until "
              + lastYear
              + ", not on "
              + Days.date(day));
    }
    return !off.get(day - firstDay);
  }

  @Override
  public @Nullable LocalDate after(LocalDate day, int count) {
    int after = after(Days.of(day), count);
    return after == Days.UNDATED ? null : Days.date(after);
  }

  /// The `count`th working day after a day, or [Days#UNDATED] where the table does not reach it.
  int after(int day, int count) {
    if (day < firstDay - 1 || day >= lastDay) {
      return Days.UNDATED;
    }
    int next = day;
    for (int i = 0; i < count; i++) {
      next = firstDay + off.nextClearBit(next + 1 - firstDay);
      if (next > lastDay) {
        return Days.UNDATED;
      }
    }
    return next;
  }
}
