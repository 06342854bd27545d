package uk.candour.publication;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.inquiry.Finding.Detail;
import uk.candour.inquiry.RowsByMonth;
import uk.candour.inquiry.RowsByMonth.SourceMonths;
import uk.candour.record.Entries;
import uk.candour.record.Span;

/// Draws what is missing from the record as calendars: one for each source with a month without a
/// row, one for each series of meetings of which one is without minutes; a line a year, a square a
/// month.
final class GapsPicture {

  private static final int MOST = 12;
  private static final double YEAR_LABEL = 34;
  private static final double HEAD = 36;
  private static final String[] MONTHS = {
    "J", "F", "M", "A", "M", "J", "J", "A", "S", "O", "N", "D"
  };
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

  private GapsPicture() {}

  /// One calendar.
  ///
  /// @param every the months from one square to the next: 1 for the rows of a source
  /// @param months the months that should be there, in order
  /// @param missing those that are not
  private record Calendar(
      String name, int every, List<YearMonth> months, Set<YearMonth> missing, boolean meetings) {

    int monthsMissing() {
      return missing.size() * every;
    }

    List<YearMonth> longestRun() {
      List<YearMonth> longest = List.of();
      List<YearMonth> run = new ArrayList<>();
      for (YearMonth month : months) {
        if (!missing.contains(month)) {
          run.clear();
          continue;
        }
        run.add(month);
        if (run.size() > longest.size()) {
          longest = List.copyOf(run);
        }
      }
      return longest;
    }

    int years() {
      return months.getLast().getYear() - months.getFirst().getYear() + 1;
    }
  }

  /// The picture, or null where nothing is missing.
  ///
  /// @param meetings the breakdown of `record.gaps` by `meetings`
  static @Nullable Picture of(RowsByMonth data, List<Breakdown> meetings, Entries entries) {
    List<Calendar> calendars = new ArrayList<>();
    for (SourceMonths source : data.sources()) {
      if (!source.gaps().isEmpty()) {
        calendars.add(
            new Calendar(
                source.source(),
                1,
                source.months().stream().map(RowsByMonth.Month::month).toList(),
                new TreeSet<>(source.gaps()),
                false));
      }
    }
    for (Breakdown series : meetings) {
      Calendar calendar = meetings(series, entries);
      if (calendar != null) {
        calendars.add(calendar);
      }
    }
    if (calendars.isEmpty()) {
      return null;
    }
    calendars.sort(
        Comparator.comparingInt((Calendar one) -> -one.monthsMissing())
            .thenComparing(Calendar::name));
    String title = title(calendars);
    return Picture.of(
        "gaps",
        title,
        note(data, calendars),
        table(data),
        (id, width) ->
            draw(id, width, title, calendars.subList(0, Math.min(calendars.size(), MOST))));
  }

  /// The calendar of a series: its due months end with `covers`, and as many were due as it says.
  private static @Nullable Calendar meetings(Breakdown series, Entries entries) {
    String missingMonths = text(series, "missing");
    int every = (int) number(series, "every");
    int due = (int) number(series, "due");
    if (missingMonths.isEmpty() || every < 1 || due < 1) {
      return null;
    }
    Set<YearMonth> missing = new TreeSet<>();
    for (String month : missingMonths.split(" ", -1)) {
      missing.add(YearMonth.parse(month));
    }
    YearMonth asAt = YearMonth.from(entries.scope().asAt());
    YearMonth end =
        entries.sources().stream()
            .filter(source -> source.name().equals(text(series, "source")))
            .flatMap(source -> source.covers().stream())
            .map(Span::to)
            .map(YearMonth::from)
            .max(Comparator.naturalOrder())
            .filter(last -> last.isBefore(asAt))
            .orElse(asAt);
    YearMonth last = missing.iterator().next();
    while (!last.plusMonths(every).isAfter(end)) {
      last = last.plusMonths(every);
    }
    Set<YearMonth> months = new TreeSet<>(missing);
    for (int i = 0; i < due; i++) {
      months.add(last.minusMonths((long) every * i));
    }
    return new Calendar(series.key(), every, List.copyOf(months), missing, true);
  }

  private static String text(Breakdown row, String name) {
    for (Detail detail : row.details()) {
      if (detail.name().equals(name) && detail.value() != null) {
        return detail.value().toString();
      }
    }
    return "";
  }

  private static long number(Breakdown row, String name) {
    for (Detail detail : row.details()) {
      if (detail.name().equals(name) && detail.value() instanceof Number number) {
        return number.longValue();
      }
    }
    return 0;
  }

  private static String title(List<Calendar> calendars) {
    int rows = 0;
    int minutes = 0;
    Calendar longest = calendars.getFirst();
    for (Calendar calendar : calendars) {
      rows += calendar.meetings ? 0 : calendar.monthsMissing();
      minutes += calendar.meetings ? calendar.missing.size() : 0;
      if (calendar.longestRun().size() * calendar.every
          > longest.longestRun().size() * longest.every) {
        longest = calendar;
      }
    }
    List<String> parts = new ArrayList<>();
    if (rows > 0) {
      parts.add(rows == 1 ? "1 month has no row" : Figures.number(rows) + " months have no row");
    }
    if (minutes > 0) {
      parts.add(
          minutes == 1
              ? "1 meeting has no minutes"
              : Figures.number(minutes) + " meetings have no minutes");
    }
    return String.join(", ", parts)
        + "; the longest gap is in %s, %s".formatted(longest.name, words(longest.longestRun()));
  }

  /// A run of months: `March 2001 to May 2003`.
  private static String words(List<YearMonth> run) {
    if (run.isEmpty()) {
      return "";
    }
    String first = MONTH.format(run.getFirst());
    return run.size() == 1 ? first : first + " to " + MONTH.format(run.getLast());
  }

  private static String note(RowsByMonth data, List<Calendar> calendars) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "A dark square is a month without a row, or a meeting without minutes; a light one is in"
            + " order.");
    long small = data.sources().stream().filter(source -> !source.gapsShow()).count();
    if (small > 0) {
      sentences.add(
          "%d %s too small for an empty month to say anything."
              .formatted(small, small == 1 ? "source is" : "sources are"));
    }
    if (calendars.size() > MOST) {
      sentences.add("Drawn are the " + MOST + " with the most months missing.");
    }
    return String.join(" ", sentences);
  }

  private static Svg draw(String id, double width, String title, List<Calendar> calendars) {
    int columns = Picture.isNarrow(width) ? 2 : 4;
    double room = (width - (columns - 1) * 10) / columns;
    double cell = Math.floor((room - YEAR_LABEL) / 12 * 10) / 10;
    double height = 0;
    List<Double> tops = new ArrayList<>();
    for (int i = 0; i < calendars.size(); i += columns) {
      tops.add(height);
      double tallest = 0;
      for (int j = i; j < Math.min(calendars.size(), i + columns); j++) {
        tallest = Math.max(tallest, calendars.get(j).years());
      }
      height += HEAD + tallest * (cell + 1) + 18;
    }
    var svg =
        new Svg(
            id, width, height, title, "Calendars of months; the numbers are in the tables below.");
    for (int i = 0; i < calendars.size(); i++) {
      draw(svg, calendars.get(i), i % columns * (room + 10), tops.get(i / columns), cell, room);
    }
    return svg;
  }

  private static void draw(
      Svg svg, Calendar calendar, double x, double y, double cell, double room) {
    svg.text(x, y + 13, "start", "s-strong", TextWidth.fitted(calendar.name, 13, room));
    for (int month = 0; month < MONTHS.length; month++) {
      svg.text(
          x + YEAR_LABEL + (month + 0.5) * cell, y + HEAD - 6, "middle", "s-tiny", MONTHS[month]);
    }
    int firstYear = calendar.months.getFirst().getYear();
    for (int year = 0; year < calendar.years(); year++) {
      svg.text(
          x + YEAR_LABEL - 5,
          y + HEAD + year * (cell + 1) + cell - 1.5,
          "end",
          "s-tiny",
          Integer.toString(firstYear + year));
    }
    for (YearMonth month : calendar.months) {
      boolean missing = calendar.missing.contains(month);
      svg.rect(
          x + YEAR_LABEL + (month.getMonthValue() - 1) * cell,
          y + HEAD + (month.getYear() - firstYear) * (cell + 1),
          cell - 1,
          cell,
          missing ? "s-fail" : "s-month",
          missing ? calendar.name + ": nothing for " + month : null);
    }
  }

  private static Table table(RowsByMonth data) {
    List<List<Table.Cell>> rows = new ArrayList<>();
    for (SourceMonths source : data.sources()) {
      rows.add(
          List.of(
              Table.cell(source.source()),
              Table.cell(source.months().size()),
              source.gapsShow()
                  ? Table.cell(source.gaps().size())
                  : Table.cell("too small to tell")));
    }
    return Table.of(
        "Every source: months covered, months without a row",
        List.of(
            Table.words("Source"), Table.figures("Months covered"), Table.figures("Without a row")),
        rows);
  }
}
