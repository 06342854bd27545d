package uk.candour.inquiry;

import org.jspecify.annotations.Nullable;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.record.Duty;
import uk.candour.record.DutyEvent;
import uk.candour.record.Entries;
import uk.candour.record.EntryKind;
import uk.candour.record.Limit;
import uk.candour.record.Outcome;
import uk.candour.record.UsualDuties;

/// Measures duties that a report, or a decision on one, starts and that a decision or an assessment
/// on the same report stops.
///
/// A start or a stop of which the day is not known takes the report out of both terms, as does a
/// limit that had not passed by the as-at date.
final class DutiesOnReports {

  private final Casebook casebook;
  private final Entries entries;
  private final WorkingDays workingDays;

  DutiesOnReports(Casebook casebook, WorkingDays workingDays) {
    this.casebook = casebook;
    this.entries = casebook.entries();
    this.workingDays = workingDays;
  }

  /// The duty to answer reports that the inquiry measures, or null where its remit sets duties and
  /// none of them is that one.
  static @Nullable Duty toAnswer(Casebook casebook) {
    var duties = casebook.scope().duties();
    if (duties == null) {
      return UsualDuties.ANSWER;
    }
    return duties.stream().filter(Duty::isToAnswerReports).findFirst().orElse(null);
  }

  /// The last day of a limit that runs from a day, or [Days#UNDATED] where the table of bank
  /// holidays does not reach it.
  static int lastDay(Limit limit, int start, WorkingDays workingDays) {
    if (limit.unit() == Limit.Unit.WORKING_DAYS) {
      return workingDays.after(start, limit.number());
    }
    var last = limit.lastDay(Days.date(start), workingDays);
    return last == null ? Days.UNDATED : Days.of(last);
  }

  /// Whether records of reports can tell when the duty was owed and when it was met.
  static boolean canMeasure(Duty duty) {
    return isOnReport(duty.starts().kind())
        && (duty.stops().kind() == EntryKind.DECISION_TAKEN
            || duty.stops().kind() == EntryKind.ASSESSMENT_MADE);
  }

  private static boolean isOnReport(EntryKind kind) {
    return kind == EntryKind.REPORT_MADE || kind == EntryKind.DECISION_TAKEN;
  }

  /// How many of the times that reports to social care started the duty it was not met in time.
  Breakdown measure(Duty duty) {
    int asAt = Days.of(casebook.scope().asAt());
    long missed = 0;
    long all = 0;
    for (int report = 0; report < entries.size(); report++) {
      if (entries.kind(report) != EntryKind.REPORT_MADE
          || !casebook.concerns().counts(report)
          || !casebook.reports().madeToSocialCare(report)
          || casebook.reports().undatedAnswer(report)) {
        continue;
      }
      int start = firstDay(duty.starts(), report, Days.UNDATED);
      int limit = start == Days.UNDATED ? Days.UNDATED : lastDay(duty.limit(), start, workingDays);
      if (limit == Days.UNDATED || limit > asAt) {
        continue;
      }
      int after = duty.starts().kind() == EntryKind.DECISION_TAKEN ? start : start - 1;
      int stop = firstDay(duty.stops(), report, after);
      all++;
      missed += stop == Days.UNDATED || stop > limit ? 1 : 0;
    }
    return Breakdown.share("duty", duty.name(), missed, all);
  }

  /// The first day after another on which the event befell a report, or [Days#UNDATED].
  private int firstDay(DutyEvent event, int report, int after) {
    return switch (event.kind()) {
      case REPORT_MADE -> {
        var concern = entries.concern(report);
        boolean is = event.is(EntryKind.REPORT_MADE, concern == null ? null : concern.word());
        yield is ? Days.recorded(entries, report) : Days.UNDATED;
      }
      case DECISION_TAKEN -> firstDecision(event, report, after);
      case ASSESSMENT_MADE -> firstAssessment(report, after);
      default -> Days.UNDATED;
    };
  }

  private int firstDecision(DutyEvent event, int report, int after) {
    int first = event.equals(DutyEvent.ANSWER) ? later(answered(report), after) : Days.UNDATED;
    for (int nth = 0; nth < casebook.reports().decisionCount(report); nth++) {
      int decision = casebook.reports().decision(report, nth);
      Outcome outcome = entries.outcome(decision);
      if (event.is(EntryKind.DECISION_TAKEN, outcome == null ? null : outcome.word())) {
        first = earlier(first, later(casebook.reports().decisionDay(decision), after));
      }
    }
    return first;
  }

  private int answered(int report) {
    return casebook.reports().answeredDay(report);
  }

  private int firstAssessment(int report, int after) {
    int first = Days.UNDATED;
    for (int assessment : casebook.reports().assessments(report)) {
      first = earlier(first, later(Days.happened(entries, assessment), after));
    }
    return first;
  }

  private static int later(int day, int after) {
    return day != Days.UNDATED && day > after ? day : Days.UNDATED;
  }

  private static int earlier(int one, int other) {
    if (one == Days.UNDATED || other == Days.UNDATED) {
      return one == Days.UNDATED ? other : one;
    }
    return Math.min(one, other);
  }
}
