package uk.candour.record;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an entry says was done, with the word a remit uses for it and the role its own attributes
/// carry (`report.severity` is an attribute of a `report-made`).
public enum EntryKind {
  REPORT_MADE("report-made", "report"),
  DECISION_TAKEN("decision-taken", "decision"),
  ASSESSMENT_MADE("assessment-made", "assessment"),
  MONITORING_CHANGED("monitoring-changed", "monitoring"),
  MEETING_HELD("meeting-held", "meeting"),
  LEADERS_BRIEFED("leaders-briefed", "briefing"),
  DIRECTION_GIVEN("direction-given", "direction"),
  STATEMENT_MADE("statement-made", "statement"),
  CASE_ALLOCATED("case-allocated", "allocation"),
  RECORD_CHANGED("record-changed", "change"),
  CONVICTION_RECORDED("conviction-recorded", "conviction"),
  PERSON_RECORDED("person-recorded", "record"),
  FILE_READ("file-read", "reading");

  private static final Map<String, EntryKind> BY_WORD =
      Stream.of(values()).collect(Collectors.toMap(EntryKind::word, Function.identity()));

  private final String word;
  private final String role;

  EntryKind(String word, String role) {
    this.word = word;
    this.role = role;
  }

  /// The word in a remit: `report-made`.
  public String word() {
    return word;
  }

  /// The role of the entry's own attributes: `report`.
  public String role() {
    return role;
  }

  /// The kind that a remit names so, or null.
  public static @Nullable EntryKind ofWord(String word) {
    return BY_WORD.get(word);
  }
}
