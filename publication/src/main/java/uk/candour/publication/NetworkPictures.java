package uk.candour.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.candour.inquiry.Network;
import uk.candour.inquiry.Network.Tie;
import uk.candour.record.Entries;

/// Draws a network and, under it, what was held when: the day on which the joined records first
/// held it, the day on which one agency alone did, the day on which somebody acted.
///
/// Suspects are squares, children circles, each with its cluster number; a line is thicker the more
/// entries name the two together.
final class NetworkPictures {

  /// The networks drawn, the largest first; the others stand in the table.
  static final int MOST = 6;

  private static final int MOST_NODES = 300;
  private static final int MOST_NUMBERED = 45;
  private static final int MOST_NUMBERED_NARROW = 26;
  private static final double TEXT = 13;

  private final Network network;
  private final LocalDate from;
  private final LocalDate asAt;

  private NetworkPictures(Network network, LocalDate from, LocalDate asAt) {
    this.network = network;
    this.from = from;
    this.asAt = asAt;
  }

  static List<Picture> of(Entries entries, List<Network> networks) {
    LocalDate asAt = entries.scope().asAt();
    LocalDate from = entries.scope().period().from();
    for (Network network : networks) {
      if (network.firstSeen() != null && day(network.firstSeen()).isBefore(from)) {
        from = day(network.firstSeen());
      }
    }
    List<Picture> pictures = new ArrayList<>();
    for (Network network : networks.subList(0, Math.min(MOST, networks.size()))) {
      pictures.add(new NetworkPictures(network, from, asAt).picture());
    }
    return pictures;
  }

  private Picture picture() {
    String title = title();
    return Picture.of(
        "network-" + network.number(), title, note(), null, (id, width) -> draw(id, width, title));
  }

  private String title() {
    String of =
        "Network %d, %d suspects and %d children"
            .formatted(network.number(), network.suspects().size(), network.children().size());
    if (network.joinedOn() == null) {
      return of + ": undated";
    }
    LocalDate joined = day(network.joinedOn());
    return network.actedOn() == null
        ? of + ": could be joined on " + Heading.day(joined) + ", never acted on"
        : of
            + ": first action %s after it could be joined"
                .formatted(span(joined, day(network.actedOn().day())));
  }

  private static String span(LocalDate from, LocalDate to) {
    long days = to.toEpochDay() - from.toEpochDay();
    long months = Math.round(days / 30.4375);
    if (months < 2) {
      return days == 1 ? "1 day" : Figures.number(days) + " days";
    }
    return months < 24
        ? months + " months"
        : Figures.number(Math.round(months / 1.2) / 10.0) + " years";
  }

  private @Nullable String note() {
    int nodes = network.suspects().size() + network.children().size();
    if (nodes > MOST_NODES) {
      return "With %s people it is too large to draw; networks.graphml holds it."
          .formatted(Figures.number(nodes));
    }
    return nodes > MOST_NUMBERED_NARROW
        ? "Where there is no room for the people’s numbers, networks.graphml holds them."
        : null;
  }

  private Svg draw(String id, double width, String title) {
    List<Integer> people = new ArrayList<>(network.suspects());
    people.addAll(network.children());
    boolean drawn = people.size() <= MOST_NODES;
    double plot = drawn ? room(people.size(), width) : 0;
    double legend = Picture.isNarrow(width) ? 54 : 30;
    double timeline = Picture.isNarrow(width) ? 166 : 108;
    var svg =
        new Svg(
            id,
            width,
            plot + legend + timeline,
            title,
            "Squares are suspects, circles children; beneath, the days are marked on a line of time."
                + " The days are in the table below.");
    if (drawn) {
      graph(svg, people, plot);
    }
    legend(svg, plot);
    timeline(svg, plot + legend + 4);
    return svg;
  }

  private static double room(int people, double width) {
    return Math.min(460, 130 + (Picture.isNarrow(width) ? 15.0 : 13.0) * people);
  }

  private static boolean isNumbered(int people, double width) {
    return people <= (Picture.isNarrow(width) ? MOST_NUMBERED_NARROW : MOST_NUMBERED);
  }

  private void graph(Svg svg, List<Integer> people, double height) {
    Map<Integer, Integer> nodeOf = new HashMap<>();
    for (int i = 0; i < people.size(); i++) {
      nodeOf.put(people.get(i), i);
    }
    List<Tie> ties =
        network.ties().stream()
            .filter(tie -> nodeOf.containsKey(tie.suspect()) && nodeOf.containsKey(tie.other()))
            .toList();
    int[][] edges = new int[ties.size()][];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = new int[] {nodeOf.get(ties.get(i).suspect()), nodeOf.get(ties.get(i).other())};
    }
    boolean numbered = isNumbered(people.size(), svg.width());
    double[][] places = fitted(StressLayout.of(people.size(), edges), svg.width(), height);
    keepApart(places, numbered ? 34 : 13, svg.width(), height);
    for (int i = 0; i < edges.length; i++) {
      double[] one = places[edges[i][0]];
      double[] other = places[edges[i][1]];
      svg.stroke(
          one[0],
          one[1],
          other[0],
          other[1],
          Math.min(5, 1 + Math.sqrt(ties.get(i).entries() - 1)),
          "s-tie");
    }
    for (int i = 0; i < people.size(); i++) {
      boolean suspect = i < network.suspects().size();
      String number = Integer.toString(people.get(i));
      String tip = (suspect ? "suspect, cluster " : "child, cluster ") + number;
      double half = numbered ? Math.max(9, TextWidth.of(number, 11) / 2 + 3) : 5;
      double[] at = places[i];
      if (suspect) {
        double tall = numbered ? 9 : half;
        svg.rect(at[0] - half, at[1] - tall, 2 * half, 2 * tall, "s-suspect", tip);
      } else {
        svg.circle(at[0], at[1], Math.max(numbered ? 10 : 5, half), "s-child", tip);
      }
      if (numbered) {
        svg.text(at[0], at[1] + 4, "middle", suspect ? "s-suspecttext" : "s-childtext", number);
      }
    }
  }

  /// The places moved and stretched alike in both directions so that they fill the room.
  private static double[][] fitted(double[][] places, double width, double height) {
    double margin = 24;
    if (height > width) {
      // The layout's long side is the first; a tall room takes it upright.
      for (double[] place : places) {
        double across = place[0];
        place[0] = place[1];
        place[1] = across;
      }
    }
    double[] least = {Double.MAX_VALUE, Double.MAX_VALUE};
    double[] most = {-Double.MAX_VALUE, -Double.MAX_VALUE};
    for (double[] place : places) {
      for (int axis = 0; axis < 2; axis++) {
        least[axis] = Math.min(least[axis], place[axis]);
        most[axis] = Math.max(most[axis], place[axis]);
      }
    }
    double scale =
        Math.min(
            (width - 2 * margin) / Math.max(1e-6, most[0] - least[0]),
            (height - 2 * margin) / Math.max(1e-6, most[1] - least[1]));
    double[][] fitted = new double[places.length][2];
    for (int i = 0; i < places.length; i++) {
      fitted[i][0] = width / 2 + (places[i][0] - (least[0] + most[0]) / 2) * scale;
      fitted[i][1] = height / 2 + (places[i][1] - (least[1] + most[1]) / 2) * scale;
    }
    return fitted;
  }

  /// Pushes pairs that are nearer than `least` apart, round by round, within the room.
  private static void keepApart(double[][] places, double least, double width, double height) {
    double margin = 18;
    for (int round = 0; round < 60; round++) {
      for (int i = 0; i < places.length; i++) {
        for (int j = 0; j < i; j++) {
          double dx = places[i][0] - places[j][0];
          double dy = places[i][1] - places[j][1];
          double apart = Math.sqrt(dx * dx + dy * dy);
          if (apart < least) {
            double push = (least - apart) / 2;
            double x = apart < 1e-6 ? push : dx / apart * push;
            double y = apart < 1e-6 ? 0 : dy / apart * push;
            places[i][0] = within(places[i][0] + x, margin, width - margin);
            places[i][1] = within(places[i][1] + y, margin, height - margin);
            places[j][0] = within(places[j][0] - x, margin, width - margin);
            places[j][1] = within(places[j][1] - y, margin, height - margin);
          }
        }
      }
    }
  }

  private static double within(double value, double least, double most) {
    return Math.max(least, Math.min(most, value));
  }

  private static void legend(Svg svg, double y) {
    svg.rect(0, y + 8, 14, 14, "s-suspect", null);
    svg.text(20, y + 20, "start", "s-label", "suspect");
    svg.circle(92, y + 15, 7, "s-child", null);
    svg.text(104, y + 20, "start", "s-label", "child");
    svg.stroke(152, y + 15, 176, y + 15, 1, "s-tie");
    svg.stroke(180, y + 15, 204, y + 15, 4, "s-tie");
    svg.text(210, y + 20, "start", "s-label", "named together");
    double x = Picture.isNarrow(svg.width()) ? 0 : 330;
    double next = Picture.isNarrow(svg.width()) ? y + 24 : y;
    svg.rect(x, next + 8, 14, 14, "s-waited", null);
    svg.text(x + 20, next + 20, "start", "s-label", "could be joined, nobody had acted");
  }

  private void timeline(Svg svg, double top) {
    boolean narrow = Picture.isNarrow(svg.width());
    double left = narrow ? 4 : 224;
    double lane = narrow ? 42 : 24;
    double bottom = top + 3 * lane + 6;
    Scale x =
        new Scale(
            from.toEpochDay(),
            Math.max(from.toEpochDay() + 1, asAt.toEpochDay()),
            left,
            svg.width() - 12);
    int years = asAt.getYear() - from.getYear();
    int every = Math.max(1, (int) Math.ceil(years * 40.0 / (svg.width() - left)));
    for (int year = from.getYear() + 1; year <= asAt.getYear(); year++) {
      double at = x.at(LocalDate.of(year, 1, 1).toEpochDay());
      if ((year - from.getYear() - 1) % every == 0) {
        svg.line(at, top, at, bottom, "s-grid");
        svg.text(at, bottom + 15, "middle", "s-tick", Integer.toString(year));
      }
    }
    svg.line(left, bottom, svg.width() - 12, bottom, "s-axis");
    Integer joined = network.joinedOn();
    Integer acted = network.actedOn() == null ? null : network.actedOn().day();
    var alone = network.heldAlone();
    if (joined != null) {
      double end = acted == null ? asAt.toEpochDay() : acted;
      double bandTop = narrow ? top + 24 : top + 2;
      svg.rect(
          x.at(joined),
          bandTop,
          x.at(end) - x.at(joined),
          bottom - bandTop,
          "s-waited",
          "could be joined, not acted on");
    }
    lane(svg, x, top, narrow, "Joined records held it", joined, "never dated");
    lane(
        svg,
        x,
        top + lane,
        narrow,
        alone == null
            ? "One agency alone held it"
            : BreakdownTables.capitalised(alone.agency()) + " alone held it",
        alone == null ? null : alone.day(),
        "no agency ever did");
    lane(svg, x, top + 2 * lane, narrow, "First action", acted, "none by the as-at date");
  }

  private void lane(
      Svg svg,
      Scale x,
      double top,
      boolean narrow,
      String label,
      @Nullable Integer day,
      String otherwise) {
    String when = day == null ? otherwise : Heading.day(day(day));
    double mark = narrow ? top + 32 : top + 14;
    if (narrow) {
      svg.text(0, top + 16, "start", "s-label", TextWidth.fitted(label, TEXT, 190));
      svg.text(svg.width(), top + 16, "end", "s-strong", when);
    } else {
      svg.text(0, mark + 4, "start", "s-label", TextWidth.fitted(label, TEXT, 214));
    }
    if (day != null) {
      double at = x.at(day);
      svg.circle(at, mark, 6, "s-dark", label + ": " + when);
      if (!narrow) {
        boolean right = at + 12 + TextWidth.of(when, TEXT) < svg.width();
        svg.text(
            at + (right ? 11 : -11), mark + 4, right ? "start" : "end", "s-strong s-halo", when);
      }
    } else if (!narrow) {
      svg.text(x.from() + 4, mark + 4, "start", "s-quiet s-halo", otherwise);
    }
  }

  private static LocalDate day(int epochDay) {
    return LocalDate.ofEpochDay(epochDay);
  }
}
