package uk.candour.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.candour.inquiry.Finding;

/// Draws how many children there were on one ruler: confirmed by reading, seen, conservative,
/// likely.
final class RulerPicture {

  private static final double LANE = 38;
  private static final double LABELS = 158;
  private static final double TEXT = 13;

  /// How many times the largest best figure an interval may reach before it is cut by an arrow.
  private static final double MOST_STRETCH = 2.5;

  private RulerPicture() {}

  /// One figure of the ruler. Where `low` and `high` are null it is a point; where all are null the
  /// records do not give it.
  private record Lane(
      String label,
      String id,
      @Nullable Double low,
      @Nullable Double point,
      @Nullable Double high,
      boolean unbounded,
      String text) {

    double most() {
      return Stream.of(low, point, high)
          .filter(one -> one != null)
          .mapToDouble(Double::doubleValue)
          .max()
          .orElse(0);
    }
  }

  static Picture of(Findings findings) {
    List<Lane> lanes =
        List.of(
            lane(findings, "children.sampled", "Confirmed by reading", false),
            lane(findings, "children.seen", "Seen in the records", true),
            lane(findings, "children.conservative", "Conservative", false),
            lane(findings, "children.likely", "Likely range", true));
    double best =
        lanes.stream()
            .mapToDouble(lane -> lane.point == null ? orZero(lane.low) : lane.point)
            .max()
            .orElse(0);
    double most = lanes.stream().mapToDouble(Lane::most).max().orElse(0);
    double end = Math.min(most, Math.max(best, 1) * MOST_STRETCH);
    return Picture.of(
        "ruler",
        "How many children: four figures on one ruler",
        null,
        table(lanes),
        (id, width) -> draw(id, width, lanes, end));
  }

  private static Lane lane(Findings findings, String id, String label, boolean withInterval) {
    Finding finding = findings.find(id);
    if (finding == null) {
      return new Lane(label, id, null, null, null, false, "not asked");
    }
    var interval = withInterval ? finding.interval() : null;
    Double value = finding.value();
    if (interval == null) {
      String text =
          value == null ? "not known" : (withInterval ? "" : "at least ") + Figures.number(value);
      return new Lane(label, id, null, value, null, false, text);
    }
    String range = Figures.range(interval, finding.unit());
    return new Lane(
        label,
        id,
        interval.low(),
        value,
        interval.high(),
        interval.high() == null,
        value == null ? range : Figures.number(value) + " (" + range + ")");
  }

  private static Svg draw(String id, double width, List<Lane> lanes, double end) {
    boolean narrow = Picture.isNarrow(width);
    double left = narrow ? 6 : LABELS;
    double lane = narrow ? LANE + 4 : LANE;
    double bottom = lanes.size() * lane + 6;
    var svg =
        new Svg(
            id,
            width,
            bottom + 22,
            "How many children: four figures on one ruler",
            description(lanes));
    Scale scale = Scale.fromZero(end, left, width - 26);
    for (double tick : scale.ticks(narrow ? 4 : 6)) {
      svg.line(scale.at(tick), 4, scale.at(tick), bottom, "s-grid");
      svg.text(scale.at(tick), bottom + 16, "middle", "s-tick", Figures.number(tick));
    }
    svg.line(left, bottom, width - 14, bottom, "s-axis");
    for (int i = 0; i < lanes.size(); i++) {
      drawLane(svg, lanes.get(i), scale, i * lane, narrow, left);
    }
    return svg;
  }

  private static void drawLane(
      Svg svg, Lane lane, Scale scale, double top, boolean narrow, double left) {
    double text = top + 16;
    double mark = top + 27;
    double edge = svg.width() - 14;
    if (narrow) {
      svg.text(0, text, "start", "s-label", lane.label);
      svg.text(svg.width(), text, "end", "s-strong", lane.text);
    } else {
      svg.text(0, mark, "start", "s-label", lane.label);
    }
    if (lane.point == null && lane.low == null && lane.high == null) {
      if (!narrow) {
        svg.text(left + 6, mark - 2, "start", "s-quiet", lane.text);
      }
      return;
    }
    double from =
        scale.at(Math.min(scale.most(), lane.low == null ? orZero(lane.point) : lane.low));
    double to = lane.high == null ? (lane.unbounded ? edge : from) : scale.at(lane.high);
    boolean cut = lane.unbounded || to > edge;
    to = Math.min(to, edge);
    if (to > from) {
      svg.rect(from, mark - 4, to - from, 8, "s-range", lane.label + ": " + lane.text);
      if (cut) {
        svg.path("M" + Svg.one(to - 1) + " " + Svg.one(mark - 8) + "l10 8l-10 8z", "s-dark", null);
      }
    }
    if (lane.point != null) {
      double at = scale.at(lane.point);
      svg.rect(at - 2.5, mark - 9, 5, 18, "s-dark", lane.label + ": " + lane.text);
    }
    if (!narrow) {
      double half = TextWidth.of(lane.text, TEXT) / 2;
      double middle = lane.point == null ? (from + to) / 2 : scale.at(lane.point);
      middle = Math.max(left + half, Math.min(svg.width() - half, middle));
      svg.text(middle, text - 1, "middle", "s-strong s-halo", lane.text);
    }
  }

  private static String description(List<Lane> lanes) {
    return String.join("; ", lanes.stream().map(lane -> lane.label + ": " + lane.text).toList());
  }

  private static Table table(List<Lane> lanes) {
    List<List<Table.Cell>> rows = new ArrayList<>();
    for (Lane lane : lanes) {
      rows.add(
          List.of(
              new Table.Cell(lane.label, "#" + lane.id),
              number(lane.low),
              number(lane.point),
              lane.unbounded ? Table.cell("no bound") : number(lane.high)));
    }
    return Table.of(
        "Children",
        List.of(
            Table.words("Figure"),
            Table.figures("Low"),
            Table.figures("Best"),
            Table.figures("High")),
        rows);
  }

  private static Table.Cell number(@Nullable Double value) {
    return value == null ? Table.cell("–") : Table.cell(value);
  }

  private static double orZero(@Nullable Double value) {
    return value == null ? 0 : value;
  }
}
