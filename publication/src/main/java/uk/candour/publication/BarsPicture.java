package uk.candour.publication;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.candour.inquiry.Finding.Breakdown;

/// Draws counts by year or by age as bars, gaps between the first and the last value included.
final class BarsPicture {

  private static final double TOP = 22;
  private static final double PLOT = 140;

  private BarsPicture() {}

  private record Bar(int key, long count) {}

  /// The picture, or null where fewer than two values are numbers.
  ///
  /// @param axis what the bars stand for: `age`, `year`
  /// @param counted what they count: `children`
  static @Nullable Picture of(String id, String axis, String counted, List<Breakdown> rows) {
    List<Bar> bars = bars(rows);
    if (bars.size() < 2) {
      return null;
    }
    long all = bars.stream().mapToLong(Bar::count).sum();
    Bar most = bars.getFirst();
    for (Bar bar : bars) {
      if (bar.count > most.count) {
        most = bar;
      }
    }
    String title =
        axis.equals("age")
            ? "From age %d to %d; most often at %d, %s of %s %s"
                .formatted(
                    bars.getFirst().key,
                    bars.getLast().key,
                    most.key,
                    Figures.number(most.count),
                    Figures.number(all),
                    counted)
            : "From %d to %d; most in %d, %s of %s %s"
                .formatted(
                    bars.getFirst().key,
                    bars.getLast().key,
                    most.key,
                    Figures.number(most.count),
                    Figures.number(all),
                    counted);
    return Picture.of(
        id, title, note(rows, counted), null, (svgId, width) -> draw(svgId, width, title, bars));
  }

  private static List<Bar> bars(List<Breakdown> rows) {
    List<Bar> bars = new ArrayList<>();
    for (Breakdown row : rows) {
      Long count = row.count();
      if (!row.key().matches("[0-9]{1,4}") || count == null) {
        continue;
      }
      int key = Integer.parseInt(row.key());
      while (!bars.isEmpty() && bars.getLast().key + 1 < key) {
        bars.add(new Bar(bars.getLast().key + 1, 0));
      }
      bars.add(new Bar(key, count));
    }
    return bars;
  }

  private static @Nullable String note(List<Breakdown> rows, String counted) {
    for (Breakdown row : rows) {
      Long count = row.count();
      if (row.key().equals("not-recorded") && count != null && count > 0) {
        return "For %s more %s it is not recorded.".formatted(Figures.number(count), counted);
      }
    }
    return null;
  }

  private static Svg draw(String id, double width, String title, List<Bar> bars) {
    var svg =
        new Svg(id, width, TOP + PLOT + 24, title, "Bars; the numbers are in the table below.");
    double bottom = TOP + PLOT;
    long most = bars.stream().mapToLong(Bar::count).max().orElse(1);
    Scale y = Scale.fromZero(most, bottom, TOP);
    double left = 12;
    double band = Math.min(46, (width - 2 * left) / bars.size());
    boolean counts = band >= TextWidth.of(Figures.number(most), 12) + 1;
    int every = Math.max(1, (int) Math.ceil(TextWidth.of("0000 ", 12) / band));
    if (bars.getLast().key < 100) {
      every = 1;
    }
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double x = left + (i + 0.5) * band;
      svg.rect(
          x - band * 0.38,
          y.at(bar.count),
          band * 0.76,
          bottom - y.at(bar.count),
          "s-light",
          bar.key + ": " + bar.count);
      if (counts || bar.count == most) {
        svg.text(x, y.at(bar.count) - 5, "middle", "s-tick", Figures.number(bar.count));
      }
      if (i % every == 0) {
        svg.text(x, bottom + 16, "middle", "s-tick", Integer.toString(bar.key));
      }
    }
    svg.line(left, bottom, left + bars.size() * band, bottom, "s-axis");
    return svg;
  }
}
