package uk.candour.publication;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.candour.inquiry.Finding.Breakdown;

/// Draws the briefings to leaders on a line of time: how many children were on record on the day of
/// each.
final class BriefingsPicture {

  private static final double TOP = 30;
  private static final double PLOT = 150;
  private static final double CLOSE = 44;

  private BriefingsPicture() {}

  private record Briefing(LocalDate day, long children) {}

  /// The picture, or null where there is no dated briefing.
  static @Nullable Picture of(List<Breakdown> rows, LocalDate from, LocalDate asAt) {
    List<Briefing> briefings = new ArrayList<>();
    for (Breakdown row : rows) {
      Long children = row.count();
      LocalDate day = day(row.key());
      if (children != null && day != null && !day.isAfter(asAt)) {
        briefings.add(new Briefing(day, children));
      }
    }
    if (briefings.isEmpty()) {
      return null;
    }
    briefings.sort(
        (one, other) -> one.day.equals(other.day) ? 0 : one.day.isBefore(other.day) ? -1 : 1);
    LocalDate start = briefings.getFirst().day.isBefore(from) ? briefings.getFirst().day : from;
    String title = title(briefings);
    return Picture.of(
        "briefings",
        title,
        null,
        null,
        (id, width) -> draw(id, width, title, briefings, start, asAt));
  }

  private static @Nullable LocalDate day(String key) {
    try {
      return LocalDate.parse(key.length() > 10 ? key.substring(0, 10) : key);
    } catch (DateTimeParseException notADay) {
      return null;
    }
  }

  private static String title(List<Briefing> briefings) {
    Briefing first = briefings.getFirst();
    Briefing last = briefings.getLast();
    String begin =
        "%s children were on record when leaders were %sbriefed, on %s"
            .formatted(
                Figures.number(first.children),
                briefings.size() == 1 ? "" : "first ",
                Heading.day(first.day));
    return briefings.size() == 1
        ? begin
        : begin
            + "; %s at the last of %d briefings"
                .formatted(Figures.number(last.children), briefings.size());
  }

  private static Svg draw(
      String id,
      double width,
      String title,
      List<Briefing> briefings,
      LocalDate from,
      LocalDate asAt) {
    double left = 40;
    double bottom = TOP + PLOT;
    var svg =
        new Svg(
            id,
            width,
            bottom + 26,
            title,
            "A line rises from time to the number of children; the numbers are in the table below.");
    long most = briefings.stream().mapToLong(Briefing::children).max().orElse(1);
    Scale y = Scale.fromZero(most, bottom, TOP);
    Scale x =
        new Scale(
            from.toEpochDay(),
            Math.max(from.toEpochDay() + 1, asAt.toEpochDay()),
            left,
            width - 16);
    for (double tick : y.ticks(4)) {
      svg.line(left, y.at(tick), width - 10, y.at(tick), "s-grid");
      svg.text(left - 6, y.at(tick) + 4, "end", "s-tick", Figures.number(tick));
    }
    int years = asAt.getYear() - from.getYear();
    int every = Math.max(1, (int) Math.ceil(years * 40.0 / (width - left)));
    for (int year = from.getYear() + (from.getDayOfYear() == 1 ? 0 : 1);
        year <= asAt.getYear();
        year += every) {
      double at = x.at(LocalDate.of(year, 1, 1).toEpochDay());
      svg.line(at, bottom, at, bottom + 4, "s-axis");
      svg.text(at, bottom + 18, "middle", "s-tick", Integer.toString(year));
    }
    svg.line(left, bottom, width - 10, bottom, "s-axis");
    for (int i = 0; i < briefings.size(); i++) {
      Briefing briefing = briefings.get(i);
      double at = x.at(briefing.day.toEpochDay());
      double top = y.at(briefing.children);
      svg.stroke(at, bottom, at, top, 2, "s-stem");
      svg.circle(
          at, top, 5, "s-dark", Heading.day(briefing.day) + ": " + briefing.children + " children");
      label(
          svg,
          at,
          top,
          Figures.number(briefing.children),
          i > 0 && at - x.at(briefings.get(i - 1).day.toEpochDay()) < CLOSE,
          i + 1 < briefings.size() && x.at(briefings.get(i + 1).day.toEpochDay()) - at < CLOSE);
    }
    return svg;
  }

  /// A number above its dot; beside it where a neighbour is close, and none between two neighbours.
  private static void label(
      Svg svg, double at, double top, String number, boolean closeBefore, boolean closeAfter) {
    if (closeBefore && closeAfter) {
      return;
    }
    if (closeBefore) {
      svg.text(at + 9, top + 4, "start", "s-strong s-halo", number);
    } else if (closeAfter) {
      svg.text(at - 9, top + 4, "end", "s-strong s-halo", number);
    } else {
      svg.text(at, top - 10, "middle", "s-strong s-halo", number);
    }
  }
}
