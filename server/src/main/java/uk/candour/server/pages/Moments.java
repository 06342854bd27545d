package uk.candour.server.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// How moments and spans of time are written on pages, in the time of London.
public final class Moments {

  public static final ZoneId ZONE = ZoneId.of("Europe/London");

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM yyyy 'at' HH:mm", Locale.UK).withZone(ZONE);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK).withZone(ZONE);
  private static final int HOURS_SAID_AS_HOURS = 48;

  private Moments() {}

  /// `27 March 2026 at 14:05`.
  public static String moment(Instant time) {
    return MOMENT.format(time);
  }

  /// The moment at which a limit has passed: `by the end of 27 March 2026` for a midnight.
  public static String end(Instant time) {
    return time.atZone(ZONE).toLocalTime().equals(LocalTime.MIDNIGHT)
        ? "by the end of " + DAY.format(time.minusSeconds(1))
        : "by " + MOMENT.format(time);
  }

  /// `27 March 2026`.
  public static String day(Instant time) {
    return DAY.format(time);
  }

  /// `27 March 2026`.
  public static String day(LocalDate day) {
    return DAY.format(day);
  }

  /// What is left until a moment, or by how much it has passed: `5 hours left`, `2 days late`.
  public static String left(Instant now, Instant due) {
    boolean late = now.isAfter(due);
    Duration span = late ? Duration.between(due, now) : Duration.between(now, due);
    return span(span) + (late ? " late" : " left");
  }

  private static String span(Duration span) {
    long hours = span.toHours();
    if (hours < 1) {
      long minutes = Math.max(1, span.toMinutes());
      return minutes + (minutes == 1 ? " minute" : " minutes");
    }
    if (hours < HOURS_SAID_AS_HOURS) {
      return hours + (hours == 1 ? " hour" : " hours");
    }
    return span.toDays() + " days";
  }
}
