package uk.candour.publication;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.candour.inquiry.WaitingTimes;
import uk.candour.inquiry.WaitingTimes.Step;

/// Draws what share of those who waited for something still waited, day by day.
final class WaitingPicture {

  private static final double TOP = 14;
  private static final double PLOT = 190;
  private static final int[] DAYS = {1, 3, 7, 14, 28, 45, 90, 180, 365, 730, 1826};

  /// The curve is drawn up to the day by which this share of all decisions had fallen.
  private static final double DRAWN = 0.98;

  private WaitingPicture() {}

  /// What a curve is of.
  ///
  /// @param who those who waited: `reports`
  /// @param ended what ended the wait: `decided on`
  /// @param from what the days run from: `the report`
  record Of(String id, String who, String ended, String from) {}

  static final Of DECISIONS = new Of("waiting", "reports", "decided on", "the report");
  static final Of ACTIONS = new Of("to-action", "children", "acted on", "the first concern");

  /// The picture, or null where no wait ended.
  static @Nullable Picture of(Of of, WaitingTimes data) {
    if (data.steps().isEmpty()) {
      return null;
    }
    String title = title(of, data);
    return Picture.of(
        of.id,
        title,
        "Those never %s count as still waiting up to the as-at date (Kaplan and Meier 1958)."
            .formatted(of.ended),
        table(of, data),
        (id, width) -> draw(id, width, title, of, data));
  }

  private static String title(Of of, WaitingTimes data) {
    long never = data.all() - data.ended();
    String left =
        never == 0
            ? "all had been by the as-at date"
            : "%s of %s had not been by the as-at date"
                .formatted(Figures.number(never), Figures.number(data.all()));
    return data.median() == null
        ? "Less than half of the %s were ever %s: %s".formatted(of.who, of.ended, left)
        : "Half of the %s were %s within %s; %s"
            .formatted(of.who, of.ended, days((int) Math.floor(data.median())), left);
  }

  private static String days(int days) {
    return days == 1 ? "1 day" : Figures.number(days) + " days";
  }

  private static int drawnTo(WaitingTimes data) {
    double end = data.steps().getLast().waiting();
    for (Step step : data.steps()) {
      if (1 - step.waiting() >= DRAWN * (1 - end)) {
        return Math.max(10, (int) (step.day() * 1.1));
      }
    }
    return data.steps().getLast().day() + 1;
  }

  private static Svg draw(String id, double width, String title, Of of, WaitingTimes data) {
    double left = 42;
    double bottom = TOP + PLOT;
    var svg =
        new Svg(
            id, width, bottom + 40, title, "A falling curve; the numbers are in the table below.");
    int to = drawnTo(data);
    Scale x = new Scale(0, to, left, width - 14);
    Scale y = new Scale(0, 1, bottom, TOP);
    for (double share : new double[] {0, 0.25, 0.5, 0.75, 1}) {
      svg.line(left, y.at(share), width - 14, y.at(share), "s-grid");
      svg.text(left - 6, y.at(share) + 4, "end", "s-tick", Math.round(share * 100) + "%");
    }
    for (double tick : x.ticks(Picture.isNarrow(width) ? 4 : 8)) {
      svg.line(x.at(tick), bottom, x.at(tick), bottom + 4, "s-axis");
      svg.text(x.at(tick), bottom + 17, "middle", "s-tick", Figures.number(tick));
    }
    svg.text((left + width) / 2, bottom + 34, "middle", "s-label", "days after " + of.from);
    var shape = new StringBuilder("M" + point(x, y, 0, 1));
    for (Step step : data.steps()) {
      if (step.day() > to) {
        break;
      }
      shape.append("H").append(Svg.one(x.at(step.day())));
      shape.append("V").append(Svg.one(y.at(step.waiting())));
    }
    shape.append("H").append(Svg.one(x.at(to)));
    svg.path(shape.toString(), "s-curve", null);
    svg.line(left, bottom, width - 14, bottom, "s-axis");
    Double median = data.median();
    if (median != null && median <= to) {
      svg.line(x.at(median), y.at(0.5), x.at(median), bottom, "s-flag");
      svg.circle(x.at(median), y.at(0.5), 4, "s-dark", null);
      String label = "half by day " + Figures.number(median);
      boolean right = x.at(median) + 10 + TextWidth.of(label, 13) < width;
      svg.text(
          x.at(median) + (right ? 9 : -9),
          y.at(0.5) - 8,
          right ? "start" : "end",
          "s-strong s-halo",
          label);
    }
    return svg;
  }

  private static String point(Scale x, Scale y, double day, double share) {
    return Svg.one(x.at(day)) + " " + Svg.one(y.at(share));
  }

  private static Table table(Of of, WaitingTimes data) {
    List<List<Table.Cell>> rows = new ArrayList<>();
    int last = data.steps().getLast().day();
    for (int day : DAYS) {
      rows.add(List.of(Table.cell(days(day)), Table.cell(Figures.percent(waiting(data, day)))));
      if (day >= last) {
        break;
      }
    }
    return Table.of(
        "Share of %s %s still waiting".formatted(Figures.number(data.all()), of.who),
        List.of(Table.words("After"), Table.figures("Still waiting")),
        rows);
  }

  private static double waiting(WaitingTimes data, int day) {
    double waiting = 1;
    for (Step step : data.steps()) {
      if (step.day() > day) {
        break;
      }
      waiting = step.waiting();
    }
    return waiting;
  }
}
