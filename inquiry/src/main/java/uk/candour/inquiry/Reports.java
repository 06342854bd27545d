package uk.candour.inquiry;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.candour.record.Entries;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryAttribute.MadeTo;
import uk.candour.record.EntryKind;

/// Which decisions and assessments are on which report, and what became of each report by the as-at
/// date.
///
/// A decision or an assessment is on the report whose number and source it names, its own source
/// where it names none; an assessment, which cannot name one, may also be on the only report of
/// that number among its own agency's other sources. Where it names no number it is on the report
/// of its own row; failing that, on the report of its own source whose number is its own. A
/// decision dated before its report, or with a partial date or none, counts as undated: it was
/// taken, and nothing in days can be said of its report.
///
/// Kept as two lists of entries, one slice a report, so that asking costs nothing a row.
final class Reports {

  private static final int NONE = -1;

  private final Entries entries;
  private final int asAt;
  private final int[] reportOf;
  private final int[] firstDecision;
  private final int[] decisions;
  private final int[] firstAssessment;
  private final int[] assessments;

  Reports(Entries entries) {
    this.entries = entries;
    this.asAt = Days.of(entries.scope().asAt());
    this.reportOf = joined(entries);
    BitSet taken = on(EntryKind.DECISION_TAKEN);
    this.firstDecision = offsets(taken);
    this.decisions = slices(taken, firstDecision);
    BitSet made = on(EntryKind.ASSESSMENT_MADE);
    this.firstAssessment = offsets(made);
    this.assessments = slices(made, firstAssessment);
    for (int report = 0; report < entries.size(); report++) {
      sortByDay(firstDecision[report], firstDecision[report + 1]);
    }
  }

  /// The report that a decision or an assessment is on, or -1.
  int reportOf(int entry) {
    return reportOf[entry];
  }

  /// The decisions on a report that were taken by the as-at date: dated ones in the order of their
  /// days, then undated ones; on one day in the order of the rows.
  int[] decisions(int report) {
    return Arrays.copyOfRange(decisions, firstDecision[report], firstDecision[report + 1]);
  }

  /// How many decisions on a report were taken by the as-at date.
  int decisionCount(int report) {
    return firstDecision[report + 1] - firstDecision[report];
  }

  /// Whether any decision on a report was taken by the as-at date.
  boolean decided(int report) {
    return decisionCount(report) > 0;
  }

  /// The nth decision on a report, from 0, in the order of [#decisions].
  int decision(int report, int nth) {
    return decisions[firstDecision[report] + nth];
  }

  /// The assessments of a report, in the order of the rows.
  int[] assessments(int report) {
    return Arrays.copyOfRange(assessments, firstAssessment[report], firstAssessment[report + 1]);
  }

  /// The day a decision was taken, or [Days#UNDATED], also where it is dated before its report.
  int decisionDay(int decision) {
    int day = Days.happened(entries, decision);
    int report = reportOf[decision];
    int reported = report < 0 ? Days.UNDATED : Days.recorded(entries, report);
    return day != Days.UNDATED && reported != Days.UNDATED && day < reported ? Days.UNDATED : day;
  }

  /// Whether a decision is action on its report.
  boolean isAction(int decision) {
    var outcome = entries.outcome(decision);
    return outcome != null && outcome.isAction();
  }

  /// Whether a report was made to somebody.
  boolean madeToSomebody(int report) {
    MadeTo to = madeTo(report);
    return to != null && to != MadeTo.NOBODY;
  }

  /// Whether a report was made to social care.
  boolean madeToSocialCare(int report) {
    return madeTo(report) == MadeTo.SOCIAL_CARE;
  }

  private @Nullable MadeTo madeTo(int report) {
    return entries.code(EntryAttribute.MADE_TO, MadeTo.class, report);
  }

  /// Whether the report has a decision, or an answer dated by the as-at date. An answer of which
  /// only a year or a month is known is one; acknowledging is none.
  boolean answered(int report) {
    return decided(report) || hasAnswer(report);
  }

  /// The day from which it was known that the report had a decision or an answer, or [Days#NEVER]
  /// where none was by the as-at date.
  int answeredFrom(int report) {
    int from =
        hasAnswer(report) ? Days.passedFrom(entries, EntryAttribute.ANSWERED, report) : Days.NEVER;
    for (int n = 0; n < decisionCount(report); n++) {
      int decision = decision(report, n);
      from = Math.min(from, Math.max(decisionDay(decision), Days.knownFrom(entries, decision)));
    }
    return from;
  }

  /// The first day on which the report was decided on or answered; [Days#UNDATED] where it never
  /// was, and where [#undatedAnswer] holds.
  int answeredDay(int report) {
    if (undatedAnswer(report)) {
      return Days.UNDATED;
    }
    int day = firstDecisionDay(report);
    int answer = hasAnswer(report) ? Days.of(answer(report)) : Days.UNDATED;
    if (day == Days.UNDATED) {
      return answer;
    }
    return answer == Days.UNDATED ? day : Math.min(day, answer);
  }

  /// The day of the first dated decision, or [Days#UNDATED] where there is none.
  int firstDecisionDay(int report) {
    return decided(report) ? decisionDay(decision(report, 0)) : Days.UNDATED;
  }

  /// Whether a decision on the report is undated: then nothing in days can be said of the report.
  boolean undatedDecision(int report) {
    return decided(report)
        && decisionDay(decision(report, decisionCount(report) - 1)) == Days.UNDATED;
  }

  /// Whether a decision on the report, or its answer, is undated or dated before the report.
  boolean undatedAnswer(int report) {
    if (undatedDecision(report)) {
      return true;
    }
    if (!hasAnswer(report)) {
      return false;
    }
    int day = Days.of(answer(report));
    int reported = Days.recorded(entries, report);
    return day == Days.UNDATED || (reported != Days.UNDATED && day < reported);
  }

  private boolean hasAnswer(int report) {
    return answer(report) != 0 && Days.hasPassed(entries, EntryAttribute.ANSWERED, report);
  }

  private int answer(int report) {
    return entries.date(EntryAttribute.ANSWERED, report);
  }

  /// The entries of a kind that are on a report; of decisions those taken by the as-at date.
  private BitSet on(EntryKind kind) {
    var on = new BitSet();
    for (int entry = 0; entry < entries.size(); entry++) {
      if (reportOf[entry] >= 0 && entries.kind(entry) == kind) {
        int day = kind == EntryKind.DECISION_TAKEN ? Days.happened(entries, entry) : Days.UNDATED;
        on.set(entry, day == Days.UNDATED || day <= asAt);
      }
    }
    return on;
  }

  /// Where the slice of each report begins; that of the size ends the last.
  private int[] offsets(BitSet on) {
    int[] first = new int[entries.size() + 1];
    for (int entry = on.nextSetBit(0); entry >= 0; entry = on.nextSetBit(entry + 1)) {
      first[reportOf[entry] + 1]++;
    }
    for (int entry = 0; entry < entries.size(); entry++) {
      first[entry + 1] += first[entry];
    }
    return first;
  }

  private int[] slices(BitSet on, int[] first) {
    int[] next = first.clone();
    int[] slices = new int[first[entries.size()]];
    for (int entry = on.nextSetBit(0); entry >= 0; entry = on.nextSetBit(entry + 1)) {
      slices[next[reportOf[entry]]++] = entry;
    }
    return slices;
  }

  /// Sorts a slice of decisions by their days, undated ones last; a slice is a handful.
  private void sortByDay(int from, int to) {
    for (int at = from + 1; at < to; at++) {
      int decision = decisions[at];
      long day = orLast(decisionDay(decision));
      int into = at;
      while (into > from && orLast(decisionDay(decisions[into - 1])) > day) {
        decisions[into] = decisions[into - 1];
        into--;
      }
      decisions[into] = decision;
    }
  }

  private static long orLast(int day) {
    return day == Days.UNDATED ? Long.MAX_VALUE : day;
  }

  private static int[] joined(Entries entries) {
    var byNumber = new ReportsByNumber(entries);
    int[] reportOf = new int[entries.size()];
    Arrays.fill(reportOf, NONE);
    int row = NONE;
    int reportOfRow = NONE;
    for (int entry = 0; entry < entries.size(); entry++) {
      if (entries.row(entry) != row) {
        row = entries.row(entry);
        reportOfRow = firstReportOfRow(entries, entry);
      }
      EntryKind kind = entries.kind(entry);
      if (kind != EntryKind.DECISION_TAKEN && kind != EntryKind.ASSESSMENT_MADE) {
        continue;
      }
      if (entries.has(EntryAttribute.REPORT, entry)) {
        reportOf[entry] = byNumber.named(entry);
      } else {
        reportOf[entry] = reportOfRow >= 0 ? reportOfRow : byNumber.ofSameNumber(entry);
      }
    }
    return reportOf;
  }

  private static int firstReportOfRow(Entries entries, int from) {
    for (int entry = from;
        entry < entries.size() && entries.row(entry) == entries.row(from);
        entry++) {
      if (entries.kind(entry) == EntryKind.REPORT_MADE) {
        return entry;
      }
    }
    return NONE;
  }

  /// Finds a source's report by its number: all reports of one number in a chain.
  private static final class ReportsByNumber {

    private final Entries entries;
    private final int[] first;
    private final int[] next;
    private final int[] numberNamed;
    private final Map<String, Integer> sources = new HashMap<>();

    ReportsByNumber(Entries entries) {
      this.entries = entries;
      var numbers = entries.dictionary(EntryAttribute.ID);
      this.first = new int[numbers.size() + 1];
      this.next = new int[entries.size()];
      Arrays.fill(first, NONE);
      for (int entry = entries.size() - 1; entry >= 0; entry--) {
        int number = entries.raw(EntryAttribute.ID, entry);
        if (number != 0 && entries.kind(entry) == EntryKind.REPORT_MADE) {
          next[entry] = first[number];
          first[number] = entry;
        }
      }
      var named = entries.dictionary(EntryAttribute.REPORT);
      this.numberNamed = new int[named.size() + 1];
      for (int code = 1; code <= named.size(); code++) {
        numberNamed[code] = numbers.find(named.value(code));
      }
      for (int source = 0; source < entries.sources().size(); source++) {
        sources.put(entries.sources().get(source).name(), source);
      }
    }

    int named(int entry) {
      String name = entries.text(EntryAttribute.REPORT_SOURCE, entry);
      int own = entries.sourceIndex(entry);
      int source = name == null ? own : sources.getOrDefault(name, NONE);
      int number = numberNamed[entries.raw(EntryAttribute.REPORT, entry)];
      int report = of(source, number);
      return report == NONE && source == own && entries.kind(entry) == EntryKind.ASSESSMENT_MADE
          ? ofAgency(entries.source(entry).agency(), number)
          : report;
    }

    /// The only report of the number that an agency's sources hold, or -1.
    private int ofAgency(String agency, int number) {
      int found = NONE;
      for (int report = first[number]; report >= 0; report = next[report]) {
        if (entries.source(report).agency().equals(agency)) {
          if (found >= 0) {
            return NONE;
          }
          found = report;
        }
      }
      return found;
    }

    int ofSameNumber(int entry) {
      return of(entries.sourceIndex(entry), entries.raw(EntryAttribute.ID, entry));
    }

    private int of(int source, int number) {
      int report = first[number];
      while (report >= 0 && entries.sourceIndex(report) != source) {
        report = next[report];
      }
      return report;
    }
  }
}
