package uk.candour.server.pages;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A day as a form asks for it: three fields, `NAME-day`, `NAME-month` and `NAME-year`.
public final class Day {

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2199;

  private Day() {}

  /// The day that was entered; null where nothing was, or where it is no day, which is then said
  /// under the field of the day.
  public static @Nullable LocalDate read(
      Map<String, String> form, String name, Map<String, String> problems) {
    String day = form.getOrDefault(name + "-day", "").strip();
    String month = form.getOrDefault(name + "-month", "").strip();
    String year = form.getOrDefault(name + "-year", "").strip();
    if (day.isEmpty() && month.isEmpty() && year.isEmpty()) {
      return null;
    }
    try {
      LocalDate date =
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
      if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
        return date;
      }
    } catch (NumberFormatException | DateTimeException e) {
      problems.put(name + "-day", "Enter a day that there is, such as 31 5 2014");
      return null;
    }
    problems.put(name + "-day", "Enter the year with four digits");
    return null;
  }

  /// Fills the three fields.
  public static void put(Map<String, String> form, String name, LocalDate day) {
    form.put(name + "-day", String.valueOf(day.getDayOfMonth()));
    form.put(name + "-month", String.valueOf(day.getMonthValue()));
    form.put(name + "-year", String.valueOf(day.getYear()));
  }
}
