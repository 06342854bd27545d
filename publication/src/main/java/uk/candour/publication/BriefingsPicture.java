package uk.candour.publication;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.inquiry.Finding.Detail;

/// Draws the briefings to leaders on a line of time: how many children were on record on the day of
/// each; and beneath, a lane a briefing, how many reports lay unanswered then and how long it was
/// until anything was done.
final class BriefingsPicture {

  private static final double TOP = 30;
  private static final double PLOT = 150;
  private static final double CLOSE = 44;

  /// Briefings with a lane of their own; with more, the table says what was done.
  private static final int MOST_LANES = 12;

  private BriefingsPicture() {}

  /// @param unanswered the reports unanswered by then, or null where the breakdown has none
  /// @param action the day of the action on the briefing as the record gives it, or null
  private record Briefing(
      LocalDate day, long children, @Nullable Long unanswered, @Nullable String action) {

    /// What is said of it: `287 reports unanswered; no action`.
    String words() {
      String reports =
          unanswered == null
              ? ""
              : Figures.number(unanswered)
                  + (unanswered == 1 ? " report" : " reports")
                  + " unanswered; ";
      return reports + (action == null ? "no action" : "action " + action);
    }
  }

  /// The picture, or null where there is no dated briefing.
  static @Nullable Picture of(List<Breakdown> rows, LocalDate from, LocalDate asAt) {
    List<Briefing> briefings = new ArrayList<>();
    for (Breakdown row : rows) {
      Long children = row.count();
      LocalDate day = day(row.key());
      if (children != null && day != null && !day.isAfter(asAt)) {
        briefings.add(
            new Briefing(
                day,
                children,
                detail(row, "unanswered-reports") instanceof Number number
                    ? number.longValue()
                    : null,
                detail(row, "action") instanceof String action && action.matches("[0-9]{4}.*")
                    ? action
                    : null));
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

  private static @Nullable Object detail(Breakdown row, String name) {
    return row.details().stream()
        .filter(detail -> detail.name().equals(name) && detail.value() != null)
        .findFirst()
        .map(Detail::value)
        .orElse(null);
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
    long without = briefings.stream().filter(briefing -> briefing.action == null).count();
    return briefings.size() == 1
        ? begin + (without == 1 ? "; no action followed" : "")
        : begin
            + "; %s at the last of %d briefings, of which %s followed by no action"
                .formatted(
                    Figures.number(last.children),
                    briefings.size(),
                    without == 0 ? "none was" : without == 1 ? "1 was" : without + " were");
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
    double lane = Picture.isNarrow(width) ? 40 : 26;
    int lanes = briefings.size() <= MOST_LANES ? briefings.size() : 0;
    var svg =
        new Svg(
            id,
            width,
            bottom + 26 + (lanes == 0 ? 0 : lanes * lane + 34),
            title,
            "Stems on a line of time as high as the number of children; beneath, a lane a briefing"
                + " that runs until something was done. The numbers are in the table below.");
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
    if (lanes > 0) {
      lanes(svg, briefings, x, bottom + 30, lane, asAt);
    }
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

  private static void lanes(
      Svg svg, List<Briefing> briefings, Scale x, double top, double lane, LocalDate asAt) {
    boolean narrow = Picture.isNarrow(svg.width());
    for (int i = 0; i < briefings.size(); i++) {
      Briefing briefing = briefings.get(i);
      double y = top + i * lane + (narrow ? 18 : 2);
      double from = x.at(briefing.day.toEpochDay());
      double to = x.at(end(briefing, asAt).toEpochDay());
      svg.rect(from, y, Math.max(2, to - from), 18, "s-waited", briefing.words());
      svg.circle(from, y + 9, 5, "s-dark", Heading.day(briefing.day));
      String words = briefing.words();
      boolean right = from + 14 + TextWidth.of(words, 13) < svg.width();
      if (narrow) {
        svg.text(0, y - 5, "start", "s-label", briefing.day.getYear() + ": " + words);
      } else {
        svg.text(
            from + (right ? 11 : -11), y + 13, right ? "start" : "end", "s-label s-halo", words);
      }
    }
    double legend = top + briefings.size() * lane + 8;
    svg.rect(0, legend, 14, 14, "s-waited", null);
    svg.text(20, legend + 12, "start", "s-label", "briefed, and no action yet");
  }

  /// The day of the action, a partial one from its first day on; the as-at date where there is
  /// none.
  private static LocalDate end(Briefing briefing, LocalDate asAt) {
    if (briefing.action == null) {
      return asAt;
    }
    LocalDate day = day((briefing.action + "-01-01").substring(0, 10));
    return day == null || day.isBefore(briefing.day) ? briefing.day : day;
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
