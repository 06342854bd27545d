package uk.candour.publication;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.candour.inquiry.SeverityFlow;
import uk.candour.inquiry.SeverityFlow.Flow;

/// Draws severity on its way from the reporter to the decision, as bands between two columns of
/// levels; the bands that fall are dark.
final class SeverityPicture {

  private static final String[] LEVELS = {"", "low", "medium", "high", "very high"};
  private static final double PLOT = 260;
  private static final double SPACE = 14;
  private static final double TOP = 28;
  private static final double COLUMN = 14;

  private SeverityPicture() {}

  /// The picture, or null where no decided report has both severities.
  static @Nullable Picture of(SeverityFlow data) {
    long all = data.flows().stream().mapToLong(Flow::reports).sum();
    if (all == 0) {
      return null;
    }
    long down =
        data.flows().stream()
            .filter(flow -> flow.decided() < flow.reported())
            .mapToLong(Flow::reports)
            .sum();
    String title =
        "%s of %s reports were set lower than the reporter judged them"
            .formatted(down == 0 ? "None" : Figures.number(down), Figures.number(all));
    return Picture.of(
        "severity",
        title,
        "Dark bands are reports whose severity the first decision set lower.",
        table(data),
        (id, width) -> draw(id, width, title, data, all));
  }

  private static Svg draw(String id, double width, String title, SeverityFlow data, long all) {
    boolean narrow = Picture.isNarrow(width);
    double label = narrow ? 90 : 118;
    double height = TOP + PLOT + 3 * SPACE + 10;
    var svg =
        new Svg(
            id,
            width,
            height,
            title,
            "Bands from four levels on the left to four on the right; the numbers are in the table"
                + " below.");
    double scale = PLOT / (double) all;
    double x1 = label;
    double x2 = width - label;
    double[] leftTop = tops(data, scale, true);
    double[] rightTop = tops(data, scale, false);
    svg.text(x1 + COLUMN, 14, "end", "s-quiet", "as reported");
    svg.text(x2 - COLUMN, 14, "start", "s-quiet", "as decided");
    double[] leftNext = leftTop.clone();
    double[] rightNext = rightTop.clone();
    List<Flow> flows = new ArrayList<>(data.flows());
    flows.sort((one, other) ->
        one.reported() != other.reported()
            ? other.reported() - one.reported()
            : other.decided() - one.decided());
    for (Flow flow : flows) {
      double thick = flow.reports() * scale;
      double from = leftNext[flow.reported()];
      double to = rightNext[flow.decided()];
      leftNext[flow.reported()] += thick;
      rightNext[flow.decided()] += thick;
      svg.path(
          band(x1 + COLUMN, from, x2 - COLUMN, to, thick),
          flow.decided() < flow.reported() ? "s-band s-fall" : "s-band",
          "%s to %s: %s reports"
              .formatted(
                  LEVELS[flow.reported()], LEVELS[flow.decided()], Figures.number(flow.reports())));
    }
    for (int level = 1; level < LEVELS.length; level++) {
      side(svg, data, level, true, x1, leftTop, scale);
      side(svg, data, level, false, x2 - COLUMN, rightTop, scale);
    }
    return svg;
  }

  private static void side(
      Svg svg,
      SeverityFlow data,
      int level,
      boolean reported,
      double x,
      double[] tops,
      double scale) {
    long reports = sum(data, level, reported);
    double thick = reports * scale;
    svg.rect(x, tops[level], COLUMN, Math.max(1, thick), "s-dark", null);
    double y = tops[level] + thick / 2;
    String anchor = reported ? "end" : "start";
    double at = reported ? x - 6 : x + COLUMN + 6;
    if (TextWidth.of(LEVELS[level] + " " + Figures.number(reports), 13)
        > (reported ? x : svg.width() - at) - 6) {
      svg.text(at, y - 3, anchor, "s-label", LEVELS[level]);
      svg.text(at, y + 13, anchor, "s-strong", Figures.number(reports));
    } else {
      svg.text(at, y + 4, anchor, "s-label", LEVELS[level] + " " + Figures.number(reports));
    }
  }

  /// Where each level's column begins, the gravest on top.
  private static double[] tops(SeverityFlow data, double scale, boolean reported) {
    double[] tops = new double[LEVELS.length];
    double y = TOP;
    for (int level = LEVELS.length - 1; level > 0; level--) {
      tops[level] = y;
      y += sum(data, level, reported) * scale + SPACE;
    }
    return tops;
  }

  private static long sum(SeverityFlow data, int level, boolean reported) {
    return data.flows().stream()
        .filter(flow -> (reported ? flow.reported() : flow.decided()) == level)
        .mapToLong(Flow::reports)
        .sum();
  }

  private static String band(double x1, double y1, double x2, double y2, double thick) {
    String middle = Svg.one((x1 + x2) / 2);
    return "M%s %sC%s %s %s %s %s %sv%sC%s %s %s %s %s %sz"
        .formatted(
            Svg.one(x1),
            Svg.one(y1),
            middle,
            Svg.one(y1),
            middle,
            Svg.one(y2),
            Svg.one(x2),
            Svg.one(y2),
            Svg.one(thick),
            middle,
            Svg.one(y2 + thick),
            middle,
            Svg.one(y1 + thick),
            Svg.one(x1),
            Svg.one(y1 + thick));
  }

  private static Table table(SeverityFlow data) {
    List<List<Table.Cell>> rows = new ArrayList<>();
    for (int reported = LEVELS.length - 1; reported > 0; reported--) {
      List<Table.Cell> row = new ArrayList<>();
      row.add(Table.cell(LEVELS[reported]));
      for (int decided = LEVELS.length - 1; decided > 0; decided--) {
        row.add(Table.cell(count(data, reported, decided)));
      }
      rows.add(row);
    }
    return Table.of(
        "Reports by the reporter’s severity (rows) and the decision’s (columns)",
        List.of(
            Table.words("As reported"),
            Table.figures("very high"),
            Table.figures("high"),
            Table.figures("medium"),
            Table.figures("low")),
        rows);
  }

  private static long count(SeverityFlow data, int reported, int decided) {
    return data.flows().stream()
        .filter(flow -> flow.reported() == reported && flow.decided() == decided)
        .mapToLong(Flow::reports)
        .sum();
  }
}
