package uk.candour.inquiry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.candour.estimate.Estimates;
import uk.candour.estimate.Estimator;
import uk.candour.estimate.Estimator.Settings;
import uk.candour.estimate.Histories;
import uk.candour.estimate.Proportion;
import uk.candour.inquiry.Casebook.View;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.inquiry.Finding.Interval;
import uk.candour.linkage.Linking;

/// `children.conservative`: the lower confidence limit for all exploited children, seen or not,
/// allowing for links missed and concerns not confirmed.
///
/// It is the one-sided 95% limit of the list-wise lower bound ([ConservativeEstimate]) under the
/// linking that accepts every doubtful link, corrected for the most links that the linkage may have
/// missed and for the least share of concerns that the reading of case files confirms. It is never
/// below the low end of the seen children times that share. A list and those that feed it are one
/// list, as long as two lists are left that have a child in common; else they stay apart, which can
/// only lower the figure.
///
/// [ConservativeEstimate]: uk.candour.estimate.ConservativeEstimate
final class HowManyChildrenAtLeast implements Question {

  private static final String ID = "children.conservative";
  private static final String QUESTION =
      "How many exploited children were there at least, seen or not?";
  private static final String METHOD =
      "One-sided 95% limit of the list-wise lower bound (Chao 1989; Rivest and Baillargeon 2007)"
          + " with every doubtful link accepted, corrected for links missed and concerns not"
          + " confirmed; never below the children seen times the share confirmed.";
  private static final double MOST_MISSED = 0.99;
  private static final double ROUNDING = 1e-9;

  @Override
  public Finding answer(Casebook casebook) {
    String noSource = Caveats.noSource(casebook);
    if (noSource != null) {
      return Caveats.noAnswer(ID, QUESTION, "children", METHOD, noSource);
    }
    View view = casebook.view(Linking.EVERY_DOUBTFUL);
    var lists = new CaptureLists(casebook, view);
    Proportion read = new Readings(casebook).confirmed();
    boolean sampled = read.of() > 0;
    double confirmed = sampled ? read.lower95() : 1;
    double missed = missedAtMost(casebook);
    double floor = leastSeen(casebook) * confirmed;
    Histories histories = lists.unusable() == null ? lists.histories() : null;
    Histories used = histories == null ? null : usable(histories, lists);
    Estimates estimates =
        used == null || confirmed == 0
            ? null
            : Estimator.estimate(used, List.of(), new Settings(missed, confirmed, Map.of()));
    double limit = estimates == null ? floor : Math.max(floor, estimates.conservative());
    long atLeast = (long) Math.ceil(limit - ROUNDING);
    String whom = sampled ? "exploited" : "with an exploitation concern, recorded or not";
    return new Finding(
        ID,
        QUESTION,
        "There were at least %s %s in %s."
            .formatted(
                atLeast == 0 ? "0 children" : Counted.of(atLeast, "child", "children"),
                whom,
                casebook.scope().area().name()),
        (double) atLeast,
        "children",
        new Interval((double) atLeast, null, 0.95),
        METHOD,
        null,
        List.of(
            "On balance the lists do not keep children apart: being on one makes being on another no"
                + " less likely.",
            "No larger share of links was missed than the linkage's own calibration says.",
            "Children with no chance of being on any list are outside the figure."),
        caveats(lists, estimates, sampled, read),
        breakdown(casebook, histories, missed, confirmed, floor, estimates),
        lists.evidence(casebook.central()));
  }

  /// The linkage's own limit of the links that were missed; none where it had nothing to measure.
  private static double missedAtMost(Casebook casebook) {
    double missed = casebook.linked().error().missedAtMost();
    return Double.isNaN(missed) ? 0 : Math.clamp(missed, 0, MOST_MISSED);
  }

  private static double leastSeen(Casebook casebook) {
    Double low = HowManyChildrenWereSeen.interval(casebook).low();
    return low == null ? 0 : low;
  }

  /// The table with a list and those that feed it as one, where that leaves something to compare.
  private static Histories usable(Histories histories, CaptureLists lists) {
    Histories joined = histories.joined(lists.fedBy());
    return joined.lists().size() > 1 && joined.observed() > joined.onExactly(1)
        ? joined
        : histories.joined(Map.of());
  }

  private static List<String> caveats(
      CaptureLists lists, @Nullable Estimates estimates, boolean sampled, Proportion read) {
    List<String> caveats = new ArrayList<>();
    if (sampled) {
      caveats.add(
          "The reading confirmed %s of %s; at least %s of concerns are taken to be confirmed."
              .formatted(
                  Counted.number(read.count()),
                  Counted.of(read.of(), "file", "files"),
                  Counted.percent(read.lower95())));
    } else {
      caveats.add(
          "Without a sample of case files that were read it speaks of children with a concern, not of"
              + " children confirmed.");
    }
    caveats.addAll(
        Caveats.of(
            estimates == null && lists.unusable() != null
                ? lists.unusable() + " The figure is the children seen."
                : null,
            lists.feeding()));
    if (estimates != null) {
      caveats.addAll(estimates.warnings());
    }
    return caveats;
  }

  private static List<Breakdown> breakdown(
      Casebook casebook,
      @Nullable Histories histories,
      double missed,
      double confirmed,
      double floor,
      @Nullable Estimates estimates) {
    List<Breakdown> rows = new ArrayList<>();
    rows.add(Breakdown.value("statistic", "seen-at-least", leastSeen(casebook)));
    rows.add(Breakdown.value("statistic", "confirmed-at-least", confirmed));
    rows.add(Breakdown.value("statistic", "links-missed-at-most", missed));
    rows.add(Breakdown.value("statistic", "floor", floor));
    rows.add(
        Breakdown.value("statistic", "limit", estimates == null ? null : estimates.conservative()));
    if (histories != null) {
      rows.addAll(CaptureLists.breakdown(histories));
    }
    return rows;
  }
}
