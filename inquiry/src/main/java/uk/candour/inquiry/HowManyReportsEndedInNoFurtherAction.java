package uk.candour.inquiry;

import java.util.List;
import java.util.TreeMap;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.record.Entries;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;
import uk.candour.record.Outcome;

/// The share of decided reports whose last outcome is "no further action".
///
/// The last outcome is that of the last decision which has one: dated decisions in the order of
/// their days, an undated one after them. The team is the one that took that decision; where the
/// decision names none, the one that received the report.
final class HowManyReportsEndedInNoFurtherAction implements Question {

  @Override
  public Finding answer(Casebook casebook) {
    var entries = casebook.entries();
    var reports = casebook.reports();
    var byTeam = CodeTally.byTeam(entries);
    long[] byOutcome = new long[Outcome.values().length + 1];
    var evidence = new Evidence();
    long decided = 0;
    for (int report = 0; report < entries.size(); report++) {
      if (entries.kind(report) != EntryKind.REPORT_MADE
          || !casebook.concerns().counts(report)
          || !reports.decided(report)) {
        continue;
      }
      decided++;
      int last = last(entries, reports, report);
      int outcome = entries.raw(EntryAttribute.OUTCOME, last);
      boolean noFurtherAction = entries.outcome(last) == Outcome.NO_FURTHER_ACTION;
      byOutcome[outcome]++;
      byTeam.add(team(entries, last, report), noFurtherAction);
      if (noFurtherAction) {
        evidence.count(entries.row(report), Evidence.NOBODY, "", "last outcome: no further action");
      }
    }
    long closed = evidence.size();
    return new Finding(
        "reports.no-further-action",
        "How many reports ended in no further action?",
        answer(closed, decided),
        decided == 0 ? null : (double) closed / decided,
        "share",
        null,
        "Reports with a decision; the share of them whose last decision with an outcome is no"
            + " further action.",
        null,
        List.of("A report without a later decision on record had none."),
        decided == 0 ? List.of("No report on record has a decision.") : List.of(),
        CodeTally.all(byTeam.shares(), byOutcome(byOutcome, decided)),
        evidence);
  }

  /// The last decision that has an outcome, or simply the last where none has.
  private static int last(Entries entries, Reports reports, int report) {
    int count = reports.decisionCount(report);
    for (int n = count - 1; n >= 0; n--) {
      if (entries.has(EntryAttribute.OUTCOME, reports.decision(report, n))) {
        return reports.decision(report, n);
      }
    }
    return reports.decision(report, count - 1);
  }

  /// The code of the team that took a decision, else of the one that received its report.
  static int team(Entries entries, int decision, int report) {
    int team = entries.raw(EntryAttribute.TEAM, decision);
    return team != 0 ? team : entries.raw(EntryAttribute.TEAM, report);
  }

  private static List<Breakdown> byOutcome(long[] counts, long decided) {
    TreeMap<String, Breakdown> rows = new TreeMap<>(Tally.IN_ORDER);
    for (int code = 0; code < counts.length; code++) {
      if (counts[code] > 0) {
        String key = code == 0 ? Keys.NOT_RECORDED : Outcome.values()[code - 1].word();
        rows.put(key, Breakdown.share("outcome", key, counts[code], decided));
      }
    }
    return List.copyOf(rows.values());
  }

  private static String answer(long closed, long decided) {
    if (decided == 0) {
      return "No report on record has a decision.";
    }
    return Counted.sentence(
        "%s of %s (%s) ended in no further action."
            .formatted(
                Counted.none(closed),
                Counted.of(decided, "decided report"),
                Counted.percent((double) closed / decided)));
  }
}
