package uk.candour.record;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What an entry says was done, with the word a remit uses for it and the role its own attributes
/// carry (`report.severity` is an attribute of a `report-made`).
///
/// The kinds from [#CLOCK_MISSED] on are written by the live record alone: no remit can name them,
/// and no finding asks for them.
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
  FILE_READ("file-read", "reading"),

  /// A duty was not met in time, and the next person was told.
  CLOCK_MISSED("clock-missed", "clock"),
  /// A person says that two mentions are one person.
  LINK_ASSERTED("link-asserted", "link"),
  /// A person says that two mentions are two people.
  LINK_DENIED("link-denied", "link"),
  /// Records were shown to somebody, for a purpose.
  RECORD_READ("record-read", "read"),
  REPORT_ASSIGNED("report-assigned", "assignment"),
  TRANSFER_ANSWERED("transfer-answered", "transfer"),
  DISAGREEMENT_RAISED("disagreement-raised", "disagreement"),
  DISAGREEMENT_ANSWERED("disagreement-answered", "disagreement"),
  /// An account, a role, a token or a setting was changed.
  ACCOUNT_CHANGED("account-changed", "account"),
  /// An inquiry was run over the record.
  INQUIRY_RUN("inquiry-run", "inquiry"),
  /// A source of files was read into the record.
  SOURCE_LOADED("source-loaded", "load");

  private static final List<EntryKind> OF_REMITS =
      List.copyOf(EnumSet.range(REPORT_MADE, FILE_READ));
  private static final Map<String, EntryKind> BY_WORD =
      OF_REMITS.stream().collect(Collectors.toMap(EntryKind::word, Function.identity()));

  private final String word;
  private final String role;

  EntryKind(String word, String role) {
    this.word = word;
    this.role = role;
  }

  /// The kinds that a remit can name, in order.
  public static List<EntryKind> ofRemits() {
    return OF_REMITS;
  }

  /// Whether a remit can name it.
  public boolean isOfRemits() {
    return ordinal() <= FILE_READ.ordinal();
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
