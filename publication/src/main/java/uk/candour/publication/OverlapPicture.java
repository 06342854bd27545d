package uk.candour.publication;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.candour.inquiry.Finding;
import uk.candour.inquiry.Finding.Breakdown;

/// Draws how far the agencies' lists of children overlap, as an UpSet plot (Lex and others 2014): a
/// column a combination of lists, a row a list.
final class OverlapPicture {

  private static final double BARS = 130;
  private static final double ROW = 24;
  private static final double TEXT = 13;
  private static final int MOST_COLUMNS = 40;

  private OverlapPicture() {}

  /// The lists, and how many children stand on the same ones, the most frequent first.
  private record Overlap(List<String> lists, List<Combination> combinations) {}

  /// The children on exactly these lists.
  ///
  /// @param on the numbers of the lists, in order
  private record Combination(List<Integer> on, long children) {}

  /// The picture of the breakdown by `overlap`, whose keys join the names of lists by a plus sign;
  /// null where there are fewer than two lists with a child.
  static @Nullable Picture of(Finding finding) {
    Overlap data = overlap(finding.breakdown());
    if (data.lists().size() < 2 || data.combinations().isEmpty()) {
      return null;
    }
    String title = title(data);
    return Picture.of(
        "overlap", title, note(data), null, (id, width) -> draw(id, width, title, data));
  }

  private static Overlap overlap(List<Breakdown> breakdown) {
    List<String> lists =
        breakdown.stream().filter(row -> row.by().equals("list")).map(Breakdown::key).toList();
    List<Combination> combinations = new ArrayList<>();
    for (Breakdown row : breakdown) {
      Long children = row.count();
      if (row.by().equals("overlap") && children != null && children > 0) {
        List<Integer> on = numbers(row.key(), lists);
        if (!on.isEmpty()) {
          combinations.add(new Combination(on, children));
        }
      }
    }
    combinations.sort(
        Comparator.comparingLong((Combination one) -> -one.children())
            .thenComparingInt(one -> one.on().size())
            .thenComparing(one -> one.on().toString()));
    return new Overlap(lists, combinations);
  }

  /// The numbers of the lists that a key joins.
  private static List<Integer> numbers(String key, List<String> lists) {
    String joined = "+" + key + "+";
    List<Integer> numbers = new ArrayList<>();
    for (int list = 0; list < lists.size(); list++) {
      if (joined.contains("+" + lists.get(list) + "+")) {
        numbers.add(list);
      }
    }
    return numbers;
  }

  private static String title(Overlap data) {
    long all = data.combinations().stream().mapToLong(Combination::children).sum();
    long one =
        data.combinations().stream()
            .filter(combination -> combination.on().size() == 1)
            .mapToLong(Combination::children)
            .sum();
    return "%s of %s children stand on one agency’s list alone"
        .formatted(Figures.number(one), Figures.number(all));
  }

  private static int columns(Overlap data, double width) {
    double room = width - labels(data, width) - 8;
    return (int)
        Math.min(
            Math.min(MOST_COLUMNS, data.combinations().size()),
            Math.floor(room / (Picture.isNarrow(width) ? 19 : 24)));
  }

  private static @Nullable String note(Overlap data) {
    int wide = columns(data, Picture.WIDE);
    int narrow = columns(data, Picture.NARROW);
    int all = data.combinations().size();
    if (narrow == all) {
      return "A filled circle says that the children of a column are on the list of its row.";
    }
    return "A filled circle says that the children of a column are on the list of its row. Drawn are"
        + " the most frequent of %s combinations (%s at a desk’s width, %s at a phone’s); the table has"
            .formatted(Figures.number(all), wide == all ? "all" : Integer.toString(wide), narrow)
        + " all.";
  }

  private static double labels(Overlap data, double width) {
    double most = 0;
    for (int list = 0; list < data.lists().size(); list++) {
      most = Math.max(most, TextWidth.of(label(data, list), TEXT));
    }
    return Math.min(most + 20, width * 0.36);
  }

  private static String label(Overlap data, int list) {
    return data.lists().get(list) + " " + Figures.number(size(data, list));
  }

  private static long size(Overlap data, int list) {
    return data.combinations().stream()
        .filter(combination -> combination.on().contains(list))
        .mapToLong(Combination::children)
        .sum();
  }

  private static Svg draw(String id, double width, String title, Overlap data) {
    int columns = columns(data, width);
    double left = labels(data, width);
    double top = BARS + 20;
    double band = Math.min(40, (width - left - 4) / columns);
    double height = top + data.lists().size() * ROW + 8;
    var svg =
        new Svg(
            id,
            width,
            height,
            title,
            "Columns of circles with bars above them; the numbers are in the table below.");
    long most = data.combinations().getFirst().children();
    Scale y = new Scale(0, most, BARS, 18);
    for (int list = 0; list < data.lists().size(); list++) {
      double row = top + list * ROW;
      if (list % 2 == 0) {
        svg.rect(0, row, left + columns * band + 2, ROW, "s-stripe", null);
      }
      String size = Figures.number(size(data, list));
      double room = left - 16 - TextWidth.of(" " + size, TEXT);
      svg.text(
          0, row + 16, "start", "s-label", TextWidth.fitted(data.lists().get(list), TEXT, room));
      svg.text(left - 8, row + 16, "end", "s-strong", size);
    }
    for (int column = 0; column < columns; column++) {
      Combination combination = data.combinations().get(column);
      double x = left + band * (column + 0.5);
      double bar = Math.min(18, band * 0.7);
      String names =
          String.join(", ", combination.on().stream().map(on -> data.lists().get(on)).toList());
      svg.rect(
          x - bar / 2,
          y.at(combination.children()),
          bar,
          BARS - y.at(combination.children()),
          combination.on().size() == 1 ? "s-fail" : "s-light",
          names + ": " + combination.children());
      svg.text(
          x,
          y.at(combination.children()) - 4,
          "middle",
          "s-tick",
          Figures.number(combination.children()));
      double first = top + ROW * (combination.on().getFirst() + 0.5);
      double last = top + ROW * (combination.on().getLast() + 0.5);
      for (int list = 0; list < data.lists().size(); list++) {
        if (!combination.on().contains(list)) {
          svg.circle(x, top + ROW * (list + 0.5), 4, "s-empty", null);
        }
      }
      svg.line(x, first, x, last, "s-join");
      for (int on : combination.on()) {
        svg.circle(x, top + ROW * (on + 0.5), 5.5, "s-dark", null);
      }
    }
    svg.line(left, BARS, left + columns * band, BARS, "s-axis");
    return svg;
  }
}
