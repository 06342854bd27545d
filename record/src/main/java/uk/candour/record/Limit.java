package uk.candour.record;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// How long a duty leaves: a number of working days, of days, of months or of hours.
///
/// A limit in days or months ends with the last of them, counted from the day after the start; a
/// limit in hours ends to the second where the start is known to the second.
public record Limit(int number, Unit unit) {

  /// What a limit is counted in.
  public enum Unit {
    WORKING_DAYS("working-days", "working day"),
    DAYS("days", "day"),
    MONTHS("months", "month"),
    HOURS("hours", "hour");

    private final String word;
    private final String inWords;

    Unit(String word, String inWords) {
      this.word = word;
      this.inWords = inWords;
    }

    /// The word in a remit: `working-days`.
    public String word() {
      return word;
    }

    /// The unit that a remit names so, or null.
    public static @Nullable Unit ofWord(String word) {
      return Words.find(values(), Unit::word, word);
    }
  }

  private static final int HOURS_IN_A_DAY = 24;

  public Limit {
    if (number < 1) {
      throw new IllegalArgumentException("a limit of " + number + " " + unit.word);
    }
  }

  /// The last day on which the duty can be met, for a start of which only the day is known, or null
  /// where the calendar does not reach it. A limit in hours then counts as the days it takes up, so
  /// that nobody is late who may have been in time.
  public @Nullable LocalDate lastDay(LocalDate start, WorkingDayCalendar calendar) {
    return switch (unit) {
      case WORKING_DAYS -> calendar.after(start, number);
      case DAYS -> start.plusDays(number);
      case MONTHS -> start.plusMonths(number);
      case HOURS -> start.plusDays(Math.ceilDiv(number, HOURS_IN_A_DAY));
    };
  }

  /// The moment at which the limit has passed, or null where the calendar does not reach it.
  ///
  /// @param zone where the days of the limit are counted
  public @Nullable Instant end(Instant start, WorkingDayCalendar calendar, ZoneId zone) {
    if (unit == Unit.HOURS) {
      return start.plus(Duration.ofHours(number));
    }
    LocalDate last = lastDay(LocalDate.ofInstant(start, zone), calendar);
    return last == null ? null : last.plusDays(1).atStartOfDay(zone).toInstant();
  }

  /// The limit as a sentence says it: `1 working day`, `72 hours`.
  public String inWords() {
    return number + " " + unit.inWords + (number == 1 ? "" : "s");
  }
}
