package uk.candour.intake;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.candour.intake.Target.OfEntry;
import uk.candour.record.Concern;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;
import uk.candour.record.Harm;
import uk.candour.record.Outcome;

/// The attributes of each kind of entry.
final class EntryTargets {

  private static final Meaning CONCERN = Meaning.constant(Concern.values(), Concern::word);
  private static final Meaning OUTCOME = Meaning.constant(Outcome.values(), Outcome::word);
  private static final Meaning SEVERITY = Meaning.number(1, 4);
  private static final Meaning NUMBER = Meaning.number(0, Integer.MAX_VALUE);
  private static final Meaning HARM = Meaning.harm(Harm.values(), Harm::word);
  private static final Meaning PRESENCE =
      Meaning.constants(
          List.of("present", "missing"),
          EntryAttribute.Presence.PRESENT,
          EntryAttribute.Presence.MISSING);
  private static final Meaning FOUND =
      Meaning.constants(
          List.of("yes", "no"), EntryAttribute.Presence.PRESENT, EntryAttribute.Presence.MISSING);

  private static final Map<EntryKind, Map<String, OfEntry>> OF_KIND =
      new EnumMap<>(EntryKind.class);

  private EntryTargets() {}

  /// The attributes of a kind, by the word after the dot.
  static Map<String, OfEntry> of(EntryKind kind) {
    return OF_KIND.getOrDefault(kind, Map.of());
  }

  static {
    new Kind(EntryKind.REPORT_MADE)
        .has("happened", EntryAttribute.HAPPENED, Meaning.DATE)
        .has("concern", EntryAttribute.CONCERN, CONCERN)
        .has("severity", EntryAttribute.SEVERITY, SEVERITY)
        .has("by", EntryAttribute.BY, Meaning.TEXT)
        .has("team", EntryAttribute.TEAM, Meaning.TEXT)
        .has("to", EntryAttribute.MADE_TO_BODY, Meaning.TEXT)
        .has("text", EntryAttribute.TEXT, Meaning.TEXT)
        .has("harm", EntryAttribute.HARM, HARM)
        .has("answered", EntryAttribute.ANSWERED, Meaning.DATE)
        .has("file", EntryAttribute.FILE, PRESENCE);
    new Kind(EntryKind.DECISION_TAKEN)
        .has("report", EntryAttribute.REPORT, Meaning.TEXT)
        .has("source", EntryAttribute.REPORT_SOURCE, Meaning.TEXT)
        .has("made", EntryAttribute.HAPPENED, Meaning.DATE)
        .has("by", EntryAttribute.BY, Meaning.TEXT)
        .has("post", EntryAttribute.POST, Meaning.TEXT)
        .has("rank", EntryAttribute.RANK, Meaning.TEXT)
        .has("team", EntryAttribute.TEAM, Meaning.TEXT)
        .has("outcome", EntryAttribute.OUTCOME, OUTCOME)
        .has("severity", EntryAttribute.SEVERITY, SEVERITY)
        .has("category", EntryAttribute.CATEGORY, CONCERN)
        .has("reason", EntryAttribute.REASON, Meaning.TEXT)
        .has("text", EntryAttribute.TEXT, Meaning.TEXT);
    new Kind(EntryKind.ASSESSMENT_MADE)
        .has("report", EntryAttribute.REPORT, Meaning.TEXT)
        .has("made", EntryAttribute.HAPPENED, Meaning.DATE)
        .has("factors", EntryAttribute.FACTORS, Meaning.FACTORS)
        .has("category", EntryAttribute.CATEGORY, CONCERN)
        .has("team", EntryAttribute.TEAM, Meaning.TEXT)
        .has("outcome", EntryAttribute.OUTCOME, OUTCOME)
        .has("text", EntryAttribute.TEXT, Meaning.TEXT);
    new Kind(EntryKind.MONITORING_CHANGED)
        .has(
            "change",
            EntryAttribute.CHANGE,
            Meaning.constants(
                List.of("added", "removed"),
                EntryAttribute.MonitoringChange.ADDED,
                EntryAttribute.MonitoringChange.REMOVED))
        .has("made", EntryAttribute.HAPPENED, Meaning.DATE)
        .has("reason", EntryAttribute.REASON, Meaning.TEXT)
        .has("by", EntryAttribute.BY, Meaning.TEXT)
        .has("concern", EntryAttribute.CONCERN, CONCERN);
    new Kind(EntryKind.MEETING_HELD)
        .has("series", EntryAttribute.SERIES, Meaning.TEXT)
        .has("number", EntryAttribute.MEETING_NUMBER, Meaning.TEXT)
        .has("every", EntryAttribute.EVERY, Meaning.number(1, 120))
        .has("held", EntryAttribute.HAPPENED, Meaning.DATE)
        .has(
            "minutes",
            EntryAttribute.MINUTES,
            Meaning.constants(
                List.of("present", "missing", "cancelled"),
                EntryAttribute.Minutes.PRESENT,
                EntryAttribute.Minutes.MISSING,
                EntryAttribute.Minutes.CANCELLED))
        .has("concern", EntryAttribute.CONCERN, CONCERN);
    new Kind(EntryKind.LEADERS_BRIEFED)
        .has("made", EntryAttribute.HAPPENED, Meaning.DATE)
        .has("to", EntryAttribute.TO, Meaning.TEXT)
        .has("subject", EntryAttribute.SUBJECT, Meaning.TEXT)
        .has("concern", EntryAttribute.CONCERN, CONCERN)
        .has("action", EntryAttribute.ACTION, Meaning.DATE);
    new Kind(EntryKind.DIRECTION_GIVEN)
        .has("made", EntryAttribute.HAPPENED, Meaning.DATE)
        .has("by", EntryAttribute.BY, Meaning.TEXT)
        .has("post", EntryAttribute.POST, Meaning.TEXT)
        .has("to", EntryAttribute.TO, Meaning.TEXT)
        .has(
            "subject",
            EntryAttribute.SUBJECT,
            Meaning.word("ethnicity", "severity", "recording", "sharing", "other"))
        .has("text", EntryAttribute.TEXT, Meaning.TEXT);
    new Kind(EntryKind.STATEMENT_MADE)
        .has("made", EntryAttribute.HAPPENED, Meaning.DATE)
        .has("role", EntryAttribute.WITNESS_ROLE, Meaning.TEXT)
        .has("from", EntryAttribute.FROM, Meaning.DATE)
        .has("to", EntryAttribute.UNTIL, Meaning.DATE)
        .has("subject", EntryAttribute.SUBJECT, Meaning.TEXT)
        .has("text", EntryAttribute.TEXT, Meaning.TEXT);
    new Kind(EntryKind.CASE_ALLOCATED)
        .has("made", EntryAttribute.HAPPENED, Meaning.DATE)
        .has("ended", EntryAttribute.ENDED, Meaning.DATE)
        .has("team", EntryAttribute.TEAM, Meaning.TEXT)
        .has("worker", EntryAttribute.WORKER, Meaning.TEXT)
        .has("count", EntryAttribute.COUNT, NUMBER)
        .has("unallocated", EntryAttribute.UNALLOCATED, Meaning.TEXT);
    new Kind(EntryKind.RECORD_CHANGED)
        .has("record", EntryAttribute.CHANGED_RECORD, Meaning.TEXT)
        .has("field", EntryAttribute.FIELD, Meaning.TEXT)
        .has("old", EntryAttribute.OLD, Meaning.CHANGED_VALUE)
        .has("new", EntryAttribute.NEW, Meaning.CHANGED_VALUE)
        .has("made", EntryAttribute.HAPPENED, Meaning.DATE)
        .has("by", EntryAttribute.BY, Meaning.TEXT);
    new Kind(EntryKind.CONVICTION_RECORDED)
        .has("made", EntryAttribute.HAPPENED, Meaning.DATE)
        .has("offence", EntryAttribute.OFFENCE, Meaning.TEXT)
        .has("concern", EntryAttribute.CONCERN, CONCERN);
    new Kind(EntryKind.PERSON_RECORDED)
        .has("made", EntryAttribute.HAPPENED, Meaning.DATE)
        .has("text", EntryAttribute.TEXT, Meaning.TEXT);
    new Kind(EntryKind.FILE_READ)
        .has("file", EntryAttribute.CASE_FILE, Meaning.TEXT)
        .has("reader", EntryAttribute.READER, Meaning.TEXT)
        .has("stratum", EntryAttribute.STRATUM, Meaning.TEXT)
        .has(
            "drawn",
            EntryAttribute.DRAWN,
            Meaning.constants(
                List.of("random", "chosen"),
                EntryAttribute.Drawn.RANDOM,
                EntryAttribute.Drawn.CHOSEN))
        .has("found", EntryAttribute.FOUND, FOUND)
        .has(
            "judgement",
            EntryAttribute.JUDGEMENT,
            Meaning.constants(
                List.of("exploited", "at-risk", "neither"),
                EntryAttribute.Judgement.EXPLOITED,
                EntryAttribute.Judgement.AT_RISK,
                EntryAttribute.Judgement.NEITHER))
        .has("sampled-from", EntryAttribute.SAMPLED_FROM, NUMBER);
  }

  /// Puts down one kind's attributes, of which every kind has an id and a recorded date.
  private record Kind(EntryKind kind) {

    Kind {
      put(kind, "id", EntryAttribute.ID, Meaning.TEXT);
      put(kind, "recorded", EntryAttribute.RECORDED, Meaning.DATE);
    }

    Kind has(String word, EntryAttribute attribute, Meaning meaning) {
      put(kind, word, attribute, meaning);
      return this;
    }

    private static void put(
        EntryKind kind, String word, EntryAttribute attribute, Meaning meaning) {
      OF_KIND
          .computeIfAbsent(kind, _ -> new LinkedHashMap<>())
          .put(word, new OfEntry(kind, attribute, meaning));
    }
  }
}
