package uk.candour.inquiry;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.candour.estimate.KaplanMeier;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.inquiry.Finding.Detail;
import uk.candour.inquiry.Finding.Interval;

/// Over the reports made to somebody, the median calendar days to the first decision, undecided
/// reports counted as still waiting at the as-at date (Kaplan and Meier 1958).
///
/// Days run from the day on which the report was recorded. A report with an undated decision, or
/// with no day of its own, takes no part. Beside it stand the median and the 90th percentile of
/// those that were decided, by nearest rank: the smallest number of days within which at least that
/// share of them was decided. These two are always the kinder figures, since whoever still waits is
/// not in them.
final class HowLongDidReportsWaitForADecision implements Question {

  @Override
  public Finding answer(Casebook casebook) {
    var entries = casebook.entries();
    var times = DecisionTimes.of(casebook);
    var evidence = new Evidence();
    for (int n = 0; n < times.size(); n++) {
      evidence.count(
          entries.row(times.report(n)),
          Evidence.NOBODY,
          "",
          times.decided(n) ? "decided" : "still waiting");
    }
    var curve = times.curve();
    Double median = curve.median();
    double[] ofDecided = times.ofDecided();
    long waiting = (long) times.size() - ofDecided.length;
    List<String> caveats = new ArrayList<>();
    if (times.size() == 0) {
      caveats.add(
          "No report made to somebody has both a day and either no decision or a dated" + " one.");
    } else if (median == null) {
      caveats.add(
          "Fewer than half of the reports were decided within any time that the records"
              + " cover, so there is no median.");
    }
    if (times.undated() > 0) {
      caveats.add(
          Counted.sentence(Counted.of(times.undated(), "report"))
              + " with no day, or with an undated decision, "
              + Counted.form(times.undated(), "takes", "take")
              + " no part.");
    }
    return new Finding(
        "reports.days-to-decision",
        "How long did reports wait for a decision?",
        answer(casebook, times.size(), median, waiting),
        median,
        "days",
        interval(curve, median),
        "Kaplan-Meier median of the calendar days from the day a report made to somebody was"
            + " recorded to its first decision; undecided reports count as still waiting at the"
            + " as-at date. The interval is Brookmeyer and Crowley's. The breakdown gives the"
            + " median and the 90th percentile, by nearest rank, of the decided reports alone.",
        null,
        List.of("Reports still waiting would have waited like the others."),
        caveats,
        List.of(
            statistic("median", nearestRank(ofDecided, 0.5), ofDecided.length),
            statistic("percentile-90", nearestRank(ofDecided, 0.9), ofDecided.length)),
        evidence);
  }

  private static Breakdown statistic(String key, @Nullable Double days, long decided) {
    return new Breakdown(
        "statistic", key, days, null, null, List.of(new Detail("reports-decided", decided)));
  }

  /// The smallest of the values that at least the share of them does not exceed; null of none.
  static @Nullable Double nearestRank(double[] inOrder, double share) {
    if (inOrder.length == 0) {
      return null;
    }
    // Less the rounding error of share * length, which would push 0.9 * 10 over the ninth.
    int rank = (int) Math.ceil(share * inOrder.length - 1e-9);
    return inOrder[Math.max(1, rank) - 1];
  }

  private static @Nullable Interval interval(KaplanMeier curve, @Nullable Double median) {
    if (median == null) {
      return null;
    }
    var interval = curve.medianInterval95();
    return new Interval(interval.low(), interval.high(), 0.95);
  }

  private static String answer(
      Casebook casebook, long reports, @Nullable Double median, long waiting) {
    String asAt = Days.inWords(casebook.scope().asAt());
    if (reports == 0) {
      return "The records hold no report whose wait for a decision can be measured.";
    }
    if (median == null) {
      return Counted.sentence(
          Counted.of(waiting, "report")
              + " of "
              + Counted.number(reports)
              + " still waited for a decision on "
              + asAt
              + ", too many for a median.");
    }
    return "Half of %s had a decision within %s; %s still waited on %s."
        .formatted(
            Counted.of(reports, "report"),
            median == 0
                ? "the day"
                : Counted.tenthsIfAny(median) + (median == 1 ? " day" : " days"),
            Counted.none(waiting),
            asAt);
  }
}
