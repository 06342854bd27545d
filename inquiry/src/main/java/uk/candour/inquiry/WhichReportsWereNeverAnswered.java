package uk.candour.inquiry;

import java.util.List;
import uk.candour.inquiry.Finding.Duty;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;

/// The reports made to somebody with neither a decision nor an answer dated by the as-at date.
///
/// Acknowledging a report is not answering it. A decision that is not dated counts: somebody
/// decided. A concern that an agency noted in its own file was made to nobody and waits for no
/// answer.
final class WhichReportsWereNeverAnswered implements Question {

  private static final Duty DUTY =
      new Duty(
          "A referrer is told within one working day what response was decided on.",
          "Keeping children safe in education 2025, paragraph 62; Children in need census guide"
              + " 2023-24, section 4.9",
          false);

  @Override
  public Finding answer(Casebook casebook) {
    var entries = casebook.entries();
    var reports = casebook.reports();
    var byAgency = CodeTally.byAgency(entries);
    var byTeam = CodeTally.byTeam(entries);
    var byYear = CodeTally.byYear();
    var evidence = new Evidence();
    String asAt = Days.inWords(casebook.scope().asAt());
    String note = "no decision and no answer by " + casebook.scope().asAt();
    long made = 0;
    for (int report = 0; report < entries.size(); report++) {
      if (entries.kind(report) != EntryKind.REPORT_MADE
          || !casebook.concerns().counts(report)
          || !reports.madeToSomebody(report)) {
        continue;
      }
      made++;
      boolean unanswered = !reports.answered(report);
      byAgency.add(entries.sourceIndex(report), unanswered);
      byTeam.add(entries.raw(EntryAttribute.TEAM, report), unanswered);
      byYear.add(Days.year(entries, report), unanswered);
      if (unanswered) {
        evidence.count(entries.row(report), Evidence.NOBODY, "", note);
      }
    }
    long unanswered = evidence.size();
    return new Finding(
        "reports.unanswered",
        "Which reports were never answered?",
        answer(unanswered, made, asAt),
        (double) unanswered,
        "reports",
        null,
        "Reports made to somebody, less those with a decision taken or an answer dated by the as-at"
            + " date. An acknowledgement is no answer; an undated decision is one.",
        DUTY,
        List.of("An answer that nobody wrote down was not given."),
        made == 0
            ? List.of("No source holds a report made to somebody; that none waits says nothing.")
            : List.of(),
        CodeTally.all(byAgency.countsOf(), byTeam.countsOf(), byYear.countsOf()),
        evidence);
  }

  private static String answer(long unanswered, long made, String asAt) {
    if (made == 0) {
      return "No report made to somebody is on record.";
    }
    if (unanswered == 0) {
      return made == 1
          ? "The only report made to somebody had an answer by " + asAt + "."
          : "All "
              + Counted.number(made)
              + " reports made to somebody had an answer by "
              + asAt
              + ".";
    }
    return Counted.sentence(
        Counted.of(unanswered, "report")
            + " of "
            + Counted.number(made)
            + " made to somebody had neither a decision nor an answer by "
            + asAt
            + ".");
  }
}
