package uk.candour.inquiry;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.candour.estimate.Chapman;
import uk.candour.estimate.Estimates;
import uk.candour.estimate.Estimates.Estimate;
import uk.candour.estimate.Estimator;
import uk.candour.estimate.Estimator.Settings;
import uk.candour.estimate.Histories;
import uk.candour.estimate.Method;
import uk.candour.inquiry.Casebook.View;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.inquiry.Finding.Detail;
import uk.candour.inquiry.Finding.Interval;

/// `children.likely`: the best estimate of all exploited children, with the envelope of the methods
/// that were not refused; none where their estimates differ by more than 1.5 times (the interval
/// stays).
///
/// Every method is asked and its estimate, or why it was refused, stands in the breakdown; so does
/// the two-list estimate of every pair of lists (Chapman 1951), which shows a reader how far the
/// lists depend on one another. A list and those that feed it are one list.
final class HowManyChildrenMostLikely implements Question {

  private static final String ID = "children.likely";
  private static final String QUESTION = "How many exploited children were there most likely?";
  private static final String METHOD =
      "Capture-recapture over the lists of the agencies with the central linking: every method is"
          + " asked, and those refused say why.";

  @Override
  public Finding answer(Casebook casebook) {
    String noSource = Caveats.noSource(casebook);
    View view = casebook.central();
    var lists = new CaptureLists(casebook, view);
    String unusable = noSource == null ? lists.unusable() : noSource;
    if (unusable != null) {
      return Caveats.noAnswer(ID, QUESTION, "children", METHOD, unusable);
    }
    Histories joined = lists.histories().joined(lists.fedBy());
    Estimates estimates = Estimator.estimate(joined, Method.Request.all(), Settings.PERFECT);
    var likely = estimates.likely();
    Double estimate = likely.estimate();
    Double value = estimate == null ? null : Double.valueOf(Math.rint(estimate));
    return new Finding(
        ID,
        QUESTION,
        value == null
            ? likely.methods().isEmpty()
                ? "No method gives an estimate of all exploited children from these lists."
                : "The methods differ too far for one figure: from %s to %s children."
                    .formatted(end(likely.low()), end(likely.high()))
            : "There were most likely about %s, from %s to %s, if the assumptions hold."
                .formatted(
                    Counted.of(value.longValue(), "child", "children"),
                    end(likely.low()),
                    end(likely.high())),
        value,
        "children",
        likely.methods().isEmpty() ? null : new Interval(likely.low(), likely.high(), 0.95),
        METHOD,
        null,
        List.of(
            Caveats.LINKS,
            "Terms that the methods leave out of their models are zero; that cannot be tested from"
                + " the lists."),
        caveats(lists, estimates, view),
        breakdown(estimates, joined),
        lists.evidence(view));
  }

  private static String end(@Nullable Double end) {
    return end == null ? "no limit" : Counted.number(Math.round(end));
  }

  private static List<String> caveats(CaptureLists lists, Estimates estimates, View view) {
    List<String> caveats = new ArrayList<>();
    var likely = estimates.likely();
    if (likely.methods().isEmpty()) {
      caveats.add("No method of estimating the total could be used; the breakdown says why.");
    } else if (likely.estimate() == null) {
      caveats.add("The estimates of the methods differ by more than 1.5 times.");
    }
    String feeding = lists.feeding();
    caveats.addAll(
        Caveats.of(
            feeding == null ? null : feeding + " Each counts as one list with those that feed it.",
            Caveats.unplaced(view),
            "Links missed make it too high, and links and concerns that are false count too; it is"
                + " not corrected for either."));
    return caveats;
  }

  private static List<Breakdown> breakdown(Estimates estimates, Histories histories) {
    List<Breakdown> rows = new ArrayList<>();
    for (Estimate estimate : estimates.estimates()) {
      rows.add(
          new Breakdown(
              "method",
              estimate.method(),
              estimate.estimate(),
              null,
              null,
              List.of(
                  new Detail("low", estimate.low()),
                  new Detail("high", estimate.high()),
                  new Detail("refused", estimate.refusal()))));
    }
    for (Chapman pair : Chapman.pairs(histories)) {
      rows.add(
          new Breakdown(
              "pair",
              pair.first() + "+" + pair.second(),
              pair.onBoth() == 0 ? null : Double.valueOf(pair.estimate()),
              null,
              null,
              List.of(
                  new Detail("on-first", pair.onFirst()),
                  new Detail("on-second", pair.onSecond()),
                  new Detail("on-both", pair.onBoth()),
                  new Detail("low", pair.onBoth() == 0 ? null : Double.valueOf(pair.low95())),
                  new Detail("high", pair.onBoth() == 0 ? null : Double.valueOf(pair.high95())))));
    }
    rows.addAll(CaptureLists.breakdown(histories));
    return rows;
  }
}
