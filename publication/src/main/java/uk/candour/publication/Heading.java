package uk.candour.publication;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import uk.candour.record.Scope;

/// What an inquiry is about, in the words that head every page.
///
/// @param period the years where it runs from the first to the last day of a year, else the days
record Heading(String inquiry, String area, String period, String asAt) {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  static Heading of(Scope scope) {
    LocalDate from = scope.period().from();
    LocalDate to = scope.period().to();
    boolean wholeYears = from.getDayOfYear() == 1 && to.getDayOfYear() == to.lengthOfYear();
    return new Heading(
        scope.inquiry(),
        scope.area().name(),
        wholeYears
            ? from.getYear() + " to " + to.getYear()
            : DAY.format(from) + " to " + DAY.format(to),
        DAY.format(scope.asAt()));
  }

  /// A day in words: `9 May 2003`.
  static String day(LocalDate day) {
    return DAY.format(day);
  }
}
