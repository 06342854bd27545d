package uk.candour.inquiry;

import java.util.List;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;

/// The decided reports with both severities whose first decision set the severity below the one
/// that the reporter gave.
///
/// Severity runs from 1 (low) to 4 (very high). The first decision is the earliest dated one, and
/// where none is dated the first of the rows. Post and team are those of that decision; where it
/// names no team, the team that received the report. Every way that a severity went, those raised
/// or kept included, is told by [SeverityFlow].
final class WhereWasSeverityPlayedDown implements Question {

  private static final int LEVELS = 4;

  @Override
  public Finding answer(Casebook casebook) {
    var entries = casebook.entries();
    var reports = casebook.reports();
    var byPost = CodeTally.byText("post", entries, EntryAttribute.POST);
    var byTeam = CodeTally.byTeam(entries);
    var evidence = new Evidence();
    long both = 0;
    for (int report = 0; report < entries.size(); report++) {
      if (entries.kind(report) != EntryKind.REPORT_MADE
          || !casebook.concerns().counts(report)
          || !reports.decided(report)) {
        continue;
      }
      int first = reports.decision(report, 0);
      int reported = entries.number(EntryAttribute.SEVERITY, report);
      int decided = entries.number(EntryAttribute.SEVERITY, first);
      if (!isSeverity(reported) || !isSeverity(decided)) {
        continue;
      }
      both++;
      boolean playedDown = decided < reported;
      byPost.add(entries.raw(EntryAttribute.POST, first), playedDown);
      byTeam.add(HowManyReportsEndedInNoFurtherAction.team(entries, first, report), playedDown);
      if (playedDown) {
        evidence.count(
            entries.row(report),
            Evidence.NOBODY,
            "severity " + reported + " set to " + decided,
            "set below the reporter's by the first decision");
      }
    }
    long playedDown = evidence.size();
    return new Finding(
        "severity.played-down",
        "Where was severity played down?",
        answer(playedDown, both),
        both == 0 ? null : (double) playedDown,
        "reports",
        null,
        "Decided reports on which both the reporter and the first decision put a severity from 1"
            + " (low) to 4 (very high); those on which the decision's is the lower.",
        null,
        List.of("Reporters and deciders use the same four levels."),
        both == 0
            ? List.of("No report on record has the reporter's severity and the decision's.")
            : List.of(),
        CodeTally.all(byPost.countsOf(), byTeam.countsOf()),
        evidence);
  }

  private static boolean isSeverity(int level) {
    return level >= 1 && level <= LEVELS;
  }

  private static String answer(long playedDown, long both) {
    if (both == 0) {
      return "The records hold no report with both the reporter's severity and the decision's.";
    }
    return Counted.sentence(
        "%s of %s with both severities %s set below the reporter's by the first decision."
            .formatted(
                Counted.none(playedDown),
                Counted.of(both, "decided report"),
                Counted.form(playedDown, "was", "were")));
  }
}
