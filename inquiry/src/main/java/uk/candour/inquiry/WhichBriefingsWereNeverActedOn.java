package uk.candour.inquiry;

import java.util.List;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;

/// The briefings to leaders whose action is blank or dated after the as-at date.
final class WhichBriefingsWereNeverActedOn implements Question {

  @Override
  public Finding answer(Casebook casebook) {
    var entries = casebook.entries();
    var byYear = CodeTally.byYear();
    var evidence = new Evidence();
    long briefings = 0;
    long aboutExploitation = 0;
    for (int briefing = 0; briefing < entries.size(); briefing++) {
      if (entries.kind(briefing) != EntryKind.LEADERS_BRIEFED
          || !casebook.concerns().counts(briefing)) {
        continue;
      }
      briefings++;
      aboutExploitation += casebook.concerns().holds(briefing) ? 1 : 0;
      boolean unanswered = !Days.hasPassed(entries, EntryAttribute.ACTION, briefing);
      byYear.add(Days.year(entries, briefing), unanswered);
      if (unanswered) {
        evidence.count(
            entries.row(briefing),
            Evidence.NOBODY,
            Days.text(Days.happened(entries, briefing)),
            "no action by " + casebook.scope().asAt());
      }
    }
    long unanswered = evidence.size();
    return new Finding(
        "leaders.unanswered",
        "Which briefings to leaders were never acted on?",
        answer(unanswered, briefings, aboutExploitation, Days.inWords(casebook.scope().asAt())),
        (double) unanswered,
        "briefings",
        null,
        "Briefings to leaders whose action is blank or dated after the as-at date.",
        null,
        List.of("An action that nobody wrote down was not taken."),
        briefings == 0
            ? List.of("No source holds a briefing to leaders; that is not to say there was none.")
            : List.of(),
        byYear.countsOf(),
        evidence);
  }

  private static String answer(
      long unanswered, long briefings, long aboutExploitation, String asAt) {
    if (briefings == 0) {
      return "No briefing to leaders is on record.";
    }
    return Counted.sentence(
        "%s of %s to leaders had no action on record by %s%s."
            .formatted(
                Counted.none(unanswered),
                Counted.of(briefings, "briefing"),
                asAt,
                aboutExploitation == briefings
                    ? ""
                    : "; %s of the %d %s about exploitation"
                        .formatted(
                            Counted.none(aboutExploitation),
                            briefings,
                            Counted.was(aboutExploitation))));
  }
}
