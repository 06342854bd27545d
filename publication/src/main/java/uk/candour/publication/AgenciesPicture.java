package uk.candour.publication;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.candour.inquiry.Finding.Breakdown;

/// Draws the children by how many agencies held a concern about them, and how many of them were
/// never acted on.
final class AgenciesPicture {

  private static final double ROW = 30;
  private static final double TOP = 4;

  private AgenciesPicture() {}

  private record Bar(int agencies, long never, long all) {}

  /// The picture of the breakdown by `agencies`, or null where it has no such rows.
  static @Nullable Picture of(List<Breakdown> rows) {
    List<Bar> bars = new ArrayList<>();
    for (Breakdown row : rows) {
      Long never = row.count();
      Long all = row.of();
      if (never != null && all != null && row.key().matches("[0-9]{1,3}")) {
        bars.add(new Bar(Integer.parseInt(row.key()), never, all));
      }
    }
    if (bars.isEmpty()) {
      return null;
    }
    String title = title(bars);
    return Picture.of("agencies", title, null, null, (id, width) -> draw(id, width, title, bars));
  }

  private static String title(List<Bar> bars) {
    long several = 0;
    long never = 0;
    for (Bar bar : bars) {
      if (bar.agencies > 1) {
        several += bar.all;
        never += bar.never;
      }
    }
    return several == 0
        ? "No child had a concern held by more than one agency"
        : "Two agencies or more held concerns about %s %s; %s of them %s never acted on"
            .formatted(
                Figures.number(several),
                several == 1 ? "child" : "children",
                never == 0 ? "none" : Figures.number(never),
                never <= 1 ? "was" : "were");
  }

  private static Svg draw(String id, double width, String title, List<Bar> bars) {
    double left = Picture.isNarrow(width) ? 82 : 100;
    double legend = TOP + bars.size() * ROW + 6;
    var svg =
        new Svg(
            id,
            width,
            legend + 24,
            title,
            "Bars by number of agencies; the numbers are in the table.");
    long most = bars.stream().mapToLong(Bar::all).max().orElse(1);
    double room = TextWidth.of(" 0,000 of 0,000", 13);
    Scale x = new Scale(0, Math.max(1, most), left, width - room);
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double y = TOP + i * ROW;
      svg.text(
          left - 8,
          y + 19,
          "end",
          "s-label",
          bar.agencies == 1 ? "1 agency" : bar.agencies + " agencies");
      svg.rect(
          left, y + 4, x.at(bar.never) - left, ROW - 9, "s-fail", "never acted on: " + bar.never);
      svg.rect(
          x.at(bar.never),
          y + 4,
          x.at(bar.all) - x.at(bar.never),
          ROW - 9,
          "s-light",
          "acted on: " + (bar.all - bar.never));
      svg.text(
          x.at(bar.all) + 8,
          y + 19,
          "start",
          "s-strong",
          Figures.number(bar.never) + " of " + Figures.number(bar.all));
    }
    svg.rect(left, legend + 6, 12, 12, "s-fail", null);
    svg.text(left + 18, legend + 16, "start", "s-label", "never acted on");
    svg.rect(left + 126, legend + 6, 12, 12, "s-light", null);
    svg.text(left + 144, legend + 16, "start", "s-label", "acted on");
    return svg;
  }
}
