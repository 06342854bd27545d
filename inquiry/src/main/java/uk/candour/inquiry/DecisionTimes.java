package uk.candour.inquiry;

import java.util.Arrays;
import uk.candour.estimate.KaplanMeier;
import uk.candour.record.EntryKind;

/// How long each report made to somebody waited for its first decision, in calendar days from the
/// day on which it was recorded; one that was never decided on has waited up to the as-at date.
///
/// A report with an undated decision, or without a day of its own, takes no part and is counted
/// apart.
final class DecisionTimes {

  private int[] report = new int[64];
  private double[] waited = new double[64];
  private boolean[] decided = new boolean[64];
  private int size;
  private long undated;

  private DecisionTimes() {}

  static DecisionTimes of(Casebook casebook) {
    var entries = casebook.entries();
    var reports = casebook.reports();
    int asAt = Days.of(casebook.scope().asAt());
    var times = new DecisionTimes();
    for (int report = 0; report < entries.size(); report++) {
      if (entries.kind(report) != EntryKind.REPORT_MADE
          || !casebook.concerns().counts(report)
          || !reports.madeToSomebody(report)) {
        continue;
      }
      int recorded = Days.recorded(entries, report);
      int day = reports.firstDecisionDay(report);
      if (recorded == Days.UNDATED || reports.undatedDecision(report)) {
        times.undated++;
      } else if (day == Days.UNDATED) {
        times.add(report, asAt - recorded, false);
      } else {
        times.add(report, day - recorded, true);
      }
    }
    return times;
  }

  private void add(int which, double days, boolean wasDecided) {
    if (size == report.length) {
      report = Arrays.copyOf(report, size * 2);
      waited = Arrays.copyOf(waited, size * 2);
      decided = Arrays.copyOf(decided, size * 2);
    }
    report[size] = which;
    waited[size] = days;
    decided[size++] = wasDecided;
  }

  /// How many reports take part.
  int size() {
    return size;
  }

  /// How many take no part for want of a day.
  long undated() {
    return undated;
  }

  /// The nth report, from 0.
  int report(int nth) {
    return report[nth];
  }

  /// Whether the nth report was decided on by the as-at date.
  boolean decided(int nth) {
    return decided[nth];
  }

  /// The share still waiting after so many days.
  KaplanMeier curve() {
    return KaplanMeier.of(Arrays.copyOf(waited, size), Arrays.copyOf(decided, size));
  }

  /// The waiting times of those that were decided on, in order.
  double[] ofDecided() {
    double[] days = new double[size];
    int count = 0;
    for (int n = 0; n < size; n++) {
      if (decided[n]) {
        days[count++] = waited[n];
      }
    }
    days = Arrays.copyOf(days, count);
    Arrays.sort(days);
    return days;
  }
}
