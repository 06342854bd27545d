package uk.candour.inquiry;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.candour.estimate.KaplanMeier;
import uk.candour.inquiry.Casebook.View;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.inquiry.Finding.Detail;
import uk.candour.inquiry.Finding.Duty;
import uk.candour.inquiry.Finding.Interval;
import uk.candour.linkage.Linking;

/// `children.to-action`: the median number of days from the first exploitation concern that any
/// agency recorded to the first dated action, on or after that day, on any report about the child,
/// exploitation or not. Children never acted on count as still waiting on the as-at date (Kaplan
/// and Meier 1958).
///
/// A child with an undated action, or none of whose concerns is dated, has no days and is left out.
/// The median is the smallest number of days by which half of the children had been acted on; where
/// half never were there is none. Beside it stand the median and the 90th percentile, by nearest
/// rank, of those who were acted on: the kinder figures, since whoever still waits is not in them.
final class HowLongUntilAChildWasActedOn implements Question {

  private static final String ID = "children.to-action";
  private static final String QUESTION =
      "How long was it from the first concern about a child to the first action?";
  private static final String METHOD =
      "Kaplan-Meier median of the days from the first exploitation concern recorded by any agency"
          + " of the area to the first action on any report about the child; children never acted on"
          + " count as still waiting. The table of statistics is of the children acted on alone.";
  private static final Duty DUTY =
      new Duty(
          "A local authority decides within one working day of a referral how to respond.",
          "Department for Education, Children in need census guide 2023 to 2024, section 4.9",
          false);

  @Override
  public Finding answer(Casebook casebook) {
    String noDecision = Caveats.noDecision(casebook);
    if (noDecision != null) {
      return Caveats.noAnswer(ID, QUESTION, "days", METHOD, noDecision);
    }
    View view = casebook.central();
    var waits = new Waits(casebook, view);
    if (waits.children() == 0) {
      return Caveats.noAnswer(
          ID,
          QUESTION,
          "days",
          METHOD,
          "No seen child has a dated concern and dated actions only.");
    }
    Double median = waits.median();
    int leftOut = view.children().known() - waits.children();
    return new Finding(
        ID,
        QUESTION,
        median == null
            ? "More than half of the %s had still not been acted on by %s."
                .formatted(
                    Counted.of(waits.children(), "child", "children"),
                    Days.inWords(casebook.scope().asAt()))
            : "Half of the %s had been acted on %s the first exploitation concern was recorded; %s."
                .formatted(
                    Counted.of(waits.children(), "child", "children"),
                    median == 0
                        ? "on the day on which"
                        : Counted.of(median.longValue(), "day", "days") + " after",
                    waiting(waits)),
        median,
        "days",
        interval(casebook),
        METHOD,
        DUTY,
        List.of(
            Caveats.LINKS,
            "Children still waiting are like the others in how long they would have to wait."),
        Caveats.of(
            median == null ? "Half of the children were never acted on: there is no median." : null,
            leftOut == 0
                ? null
                : "Left out, because an action or every concern is undated: "
                    + Counted.of(leftOut, "child", "children")
                    + ".",
            Caveats.unplaced(view),
            "Action is what a decision records; what was done without one does not show."),
        breakdown(view, waits),
        evidence(casebook, view));
  }

  /// The least and the greatest median over the linkings; no high end where one has no median.
  private static @Nullable Interval interval(Casebook casebook) {
    Double low = null;
    Double high = null;
    boolean unbounded = false;
    for (Linking linking : Linking.values()) {
      Double median = new Waits(casebook, casebook.view(linking)).median();
      if (median == null) {
        unbounded = true;
      } else {
        low = low == null ? median : Double.valueOf(Math.min(low, median));
        high = high == null ? median : Double.valueOf(Math.max(high, median));
      }
    }
    return low == null ? null : new Interval(low, unbounded ? null : high, null);
  }

  private static String waiting(Waits waits) {
    long never = (long) waits.children() - waits.actedOn();
    return never == 0
        ? "none is still waiting"
        : Counted.number(never)
            + " never acted on "
            + Counted.form(never, "counts", "count")
            + " as still waiting";
  }

  private static List<Breakdown> breakdown(View view, Waits waits) {
    List<Breakdown> rows = new ArrayList<>();
    var over = new Detail("children-acted-on", (long) waits.actedOn());
    double[] ofActedOn = waits.ofActedOn();
    for (var statistic : List.of(new Rank("median", 0.5), new Rank("percentile-90", 0.9))) {
      Double days = HowLongDidReportsWaitForADecision.nearestRank(ofActedOn, statistic.share);
      rows.add(new Breakdown("statistic", statistic.key, days, null, null, List.of(over)));
    }
    var all = new Tally("year");
    var acted = new Tally("year");
    for (int i = 0; i < waits.children(); i++) {
      String year = Days.year(view.children().firstDay(waits.child[i]));
      all.add(year);
      acted.mention(year);
      if (waits.acted[i]) {
        acted.add(year);
      }
    }
    rows.addAll(acted.shares(all));
    return rows;
  }

  private static Evidence evidence(Casebook casebook, View view) {
    var evidence = new Evidence();
    var first = casebook.firstActions(view.persons().linking());
    var children = view.children();
    children
        .all()
        .filter(first::hasDays)
        .forEach(child -> {
          int person = children.person(child);
          String year = Days.year(children.firstDay(child));
          int action = first.first(child);
          evidence.add(
              view.persons().row(person, children.firstConcern(child)),
              person,
              year,
              action == FirstActions.NONE ? "first concern, never acted on" : "first concern");
          if (action != FirstActions.NONE) {
            evidence.add(casebook.entries().row(action), person, year, "first action");
          }
        });
    return evidence;
  }

  /// How long each child waited, and whether action ended the wait.
  private static final class Waits {

    final int[] child;
    final double[] days;
    final boolean[] acted;

    Waits(Casebook casebook, View view) {
      var first = casebook.firstActions(view.persons().linking());
      child = view.children().all().filter(first::hasDays).toArray();
      days = new double[child.length];
      acted = new boolean[child.length];
      for (int i = 0; i < child.length; i++) {
        int action = first.first(child[i]);
        acted[i] = action != FirstActions.NONE;
        days[i] =
            Math.max(0, acted[i] ? first.days(child[i], action) : first.daysWaiting(child[i]));
      }
    }

    int children() {
      return child.length;
    }

    @Nullable Double median() {
      return KaplanMeier.of(days, acted).median();
    }

    int actedOn() {
      return ofActedOn().length;
    }

    /// The days that those waited who were acted on, in order.
    double[] ofActedOn() {
      return IntStream.range(0, child.length)
          .filter(i -> acted[i])
          .mapToDouble(i -> days[i])
          .sorted()
          .toArray();
    }
  }

  /// A statistic by nearest rank: the days within which a share had been acted on.
  private record Rank(String key, double share) {}
}
