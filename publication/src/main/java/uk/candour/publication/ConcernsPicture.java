package uk.candour.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.candour.inquiry.ConcernsAndAnswers;
import uk.candour.inquiry.ConcernsAndAnswers.Year;

/// Draws, year by year, the concerns that were reported, how many were answered, and the days on
/// which leaders were briefed.
final class ConcernsPicture {

  private static final double TOP = 46;
  private static final double PLOT = 150;
  private static final double LEFT = 38;

  private ConcernsPicture() {}

  /// The picture, or null where no concern was reported to anybody.
  static @Nullable Picture of(String id, ConcernsAndAnswers data) {
    long reports = data.years().stream().mapToLong(Year::reports).sum();
    if (reports == 0) {
      return null;
    }
    long answered = data.years().stream().mapToLong(Year::answered).sum();
    String title = title(data, reports, answered);
    return Picture.of(
        id, title, note(data), table(data), (svgId, width) -> draw(svgId, width, title, data));
  }

  private static String title(ConcernsAndAnswers data, long reports, long answered) {
    String all =
        "Of %s exploitation concerns reported, %s never answered"
            .formatted(
                Figures.number(reports),
                answered == reports
                    ? "none was"
                    : reports - answered == 1
                        ? "1 was"
                        : Figures.number(reports - answered) + " were");
    Year worst = null;
    for (Year year : data.years()) {
      if (year.reports() > year.answered()
          && (worst == null
              || year.reports() - year.answered() > worst.reports() - worst.answered())) {
        worst = year;
      }
    }
    return worst == null
        ? all
        : all
            + "; the most in one year in %d, %s of %s"
                .formatted(
                    worst.year(),
                    Figures.number(worst.reports() - worst.answered()),
                    Figures.number(worst.reports()));
  }

  /// How the figures of the picture stand to those of `reports.unanswered`.
  private static String bridge(ConcernsAndAnswers data) {
    return "These are the reports of exploitation; of all %s reports made to somebody, whatever their concern, %s never answered."
        .formatted(
            Figures.number(data.allReports()),
            data.allUnanswered() == 0
                ? "none was"
                : data.allUnanswered() == 1
                    ? "1 was"
                    : Figures.number(data.allUnanswered()) + " were");
  }

  private static String note(ConcernsAndAnswers data) {
    List<String> sentences = new ArrayList<>();
    sentences.add(bridge(data));
    if (!data.briefings().isEmpty()) {
      List<String> days = new ArrayList<>();
      for (int i = 0; i < data.briefings().size(); i++) {
        days.add((i + 1) + ": " + Heading.day(data.briefings().get(i)));
      }
      sentences.add(
          "Leaders were briefed about exploitation on the days marked: "
              + String.join("; ", days)
              + ".");
    }
    if (data.undated() > 0) {
      sentences.add(
          "%s more have no year and are not drawn.".formatted(Figures.number(data.undated())));
    }
    return String.join(" ", sentences);
  }

  private static Svg draw(String id, double width, String title, ConcernsAndAnswers data) {
    boolean narrow = Picture.isNarrow(width);
    double left = narrow ? 30 : LEFT;
    double bottom = TOP + PLOT;
    var svg =
        new Svg(id, width, bottom + 46, title, "Bars by year; the numbers are in the table below.");
    List<Year> years = data.years();
    long most = years.stream().mapToLong(Year::reports).max().orElse(1);
    Scale y = Scale.fromZero(most, bottom, TOP);
    for (double tick : y.ticks(4)) {
      svg.line(left, y.at(tick), width, y.at(tick), "s-grid");
      svg.text(left - 5, y.at(tick) + 4, "end", "s-tick", Figures.number(tick));
    }
    double band = (width - left - (narrow ? 12 : 4)) / years.size();
    int every = Math.max(1, (int) Math.ceil((narrow ? 34 : 38) / band));
    for (int i = 0; i < years.size(); i++) {
      Year year = years.get(i);
      double x = left + 2 + i * band;
      double bar = Math.max(2, band * 0.72);
      double inset = (band - bar) / 2;
      double answered = y.at(year.answered());
      svg.rect(
          x + inset,
          answered,
          bar,
          bottom - answered,
          "s-light",
          year.year() + ": " + year.answered() + " answered");
      svg.rect(
          x + inset,
          y.at(year.reports()),
          bar,
          answered - y.at(year.reports()),
          "s-fail",
          year.year() + ": " + (year.reports() - year.answered()) + " never answered");
      if (i % every == 0) {
        svg.text(x + band / 2, bottom + 16, "middle", "s-tick", Integer.toString(year.year()));
      }
    }
    svg.line(left, bottom, width, bottom, "s-axis");
    drawBriefings(svg, data, left + 2, band, bottom);
    svg.rect(left, bottom + 28, 12, 12, "s-fail", null);
    svg.text(left + 18, bottom + 38, "start", "s-label", "never answered");
    svg.rect(left + 130, bottom + 28, 12, 12, "s-light", null);
    svg.text(left + 148, bottom + 38, "start", "s-label", "answered");
    return svg;
  }

  /// A numbered flag for each briefing; flags that would touch stand on two levels.
  private static void drawBriefings(
      Svg svg, ConcernsAndAnswers data, double left, double band, double bottom) {
    if (data.years().isEmpty()) {
      return;
    }
    int firstYear = data.years().getFirst().year();
    double lastX = -100;
    boolean raised = false;
    for (int i = 0; i < data.briefings().size(); i++) {
      LocalDate day = data.briefings().get(i);
      double x =
          left
              + (day.getYear() - firstYear + day.getDayOfYear() / (double) day.lengthOfYear())
                  * band;
      if (x < left || x > svg.width()) {
        continue;
      }
      raised = x - lastX < 20 && !raised;
      lastX = x;
      double at = raised ? 10 : 30;
      svg.line(x, at, x, bottom, "s-flag");
      svg.circle(x, at, 9, "s-mark", "Leaders briefed on " + Heading.day(day));
      svg.text(x, at + 4, "middle", "s-marktext", Integer.toString(i + 1));
    }
  }

  private static Table table(ConcernsAndAnswers data) {
    List<List<Table.Cell>> rows = new ArrayList<>();
    for (Year year : data.years()) {
      String briefed =
          String.join(
              "; ",
              data.briefings().stream()
                  .filter(day -> day.getYear() == year.year())
                  .map(Heading::day)
                  .toList());
      rows.add(
          List.of(
              Table.cell(Integer.toString(year.year())),
              Table.cell(year.reports()),
              Table.cell(year.answered()),
              Table.cell(year.reports() - year.answered()),
              Table.cell(year.actedOn()),
              Table.cell(briefed)));
    }
    return Table.of(
        "Reports of exploitation by year, and what became of them",
        List.of(
            Table.words("Year"),
            Table.figures("Reported"),
            Table.figures("Answered"),
            Table.figures("Never answered"),
            Table.figures("Acted on"),
            Table.words("Leaders briefed")),
        rows);
  }
}
