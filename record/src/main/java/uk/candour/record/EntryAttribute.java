package uk.candour.record;

/// An attribute of an entry, by the word a remit's target uses after the dot. Which kinds of entry
/// have which attributes is for `intake` to say; a column that a kind does not have reads as not
/// recorded.
public enum EntryAttribute {
  /// The entry's own number in its source; the entries of one row may share it.
  ID(Storage.TEXT),
  /// The entry's own date: `report.happened`, `decision.made`, `meeting.held` and so on.
  HAPPENED(Storage.DATE),
  /// When the source says that the row was entered.
  RECORDED(Storage.DATE),
  /// A [Concern].
  CONCERN(Storage.CODE),
  /// 1 low to 4 very high: a report's as the reporter judged it, a decision's as the decision set
  /// it.
  SEVERITY(Storage.NUMBER),
  BY(Storage.TEXT),
  TEAM(Storage.TEXT),
  /// To whom a direction or a briefing was given; for a report see [#MADE_TO].
  TO(Storage.TEXT),
  /// The body a report was made to, an agency or a kind as the remit names it.
  MADE_TO_BODY(Storage.TEXT),
  /// A [MadeTo]: whether a report was made to nobody, to social care or to another body.
  MADE_TO(Storage.CODE),
  /// Free text. No module but the language finding and sealed display may read it.
  TEXT(Storage.TEXT),
  /// A set of [Harm] bits.
  HARM(Storage.NUMBER),
  ANSWERED(Storage.DATE),
  /// Whether a report's file is there: a [Presence].
  FILE(Storage.CODE),
  /// The number of the report that a decision or an assessment is on.
  REPORT(Storage.TEXT),
  /// The name of the source that holds that report.
  REPORT_SOURCE(Storage.TEXT),
  POST(Storage.TEXT),
  RANK(Storage.TEXT),
  /// An [Outcome]; an assessment's is neither a decision nor an action.
  OUTCOME(Storage.CODE),
  /// The category of a decision or an assessment: a [Concern].
  CATEGORY(Storage.CODE),
  REASON(Storage.TEXT),
  /// The DfE assessment factors, upper case, sorted, joined by single spaces: `10A 11A`.
  FACTORS(Storage.TEXT),
  /// A [MonitoringChange].
  CHANGE(Storage.CODE),
  SERIES(Storage.TEXT),
  /// The number of a meeting in its series, as written.
  MEETING_NUMBER(Storage.TEXT),
  /// The interval between the meetings of a series, in months.
  EVERY(Storage.NUMBER),
  /// A [Minutes].
  MINUTES(Storage.CODE),
  SUBJECT(Storage.TEXT),
  /// When leaders acted on a briefing.
  ACTION(Storage.DATE),
  /// The part that a witness had.
  WITNESS_ROLE(Storage.TEXT),
  FROM(Storage.DATE),
  UNTIL(Storage.DATE),
  ENDED(Storage.DATE),
  WORKER(Storage.TEXT),
  COUNT(Storage.NUMBER),
  UNALLOCATED(Storage.TEXT),
  /// The record that a change was made to.
  CHANGED_RECORD(Storage.TEXT),
  /// The target that was changed: `suspect.ethnicity`.
  FIELD(Storage.TEXT),
  /// The value before a change; of a protected field only the word `recorded`, or nothing.
  OLD(Storage.TEXT),
  /// The value after a change; of a protected field only the word `recorded`, or nothing.
  NEW(Storage.TEXT),
  OFFENCE(Storage.TEXT),
  /// The case file of a reading sample.
  CASE_FILE(Storage.TEXT),
  READER(Storage.TEXT),
  STRATUM(Storage.TEXT),
  /// A [Drawn].
  DRAWN(Storage.CODE),
  /// Whether the file was found: a [Presence].
  FOUND(Storage.CODE),
  /// A [Judgement].
  JUDGEMENT(Storage.CODE),
  /// The size of the list or stratum that the file was drawn from.
  SAMPLED_FROM(Storage.NUMBER),

  // What only the live record writes; no remit has a target for these.

  /// A child's own words, apart from anybody's opinion. As [#TEXT], free text.
  CHILDS_WORDS(Storage.TEXT),
  /// `named`, `confidential` or `anonymous`.
  REPORTER_KIND(Storage.TEXT),
  REPORTER_NAME(Storage.TEXT),
  REPORTER_AGENCY(Storage.TEXT),
  REPORTER_CONTACT(Storage.TEXT),
  /// What somebody read records or ran an inquiry for.
  PURPOSE(Storage.TEXT),
  /// The mentions and records that an act speaks of, each as `reference/child`,
  /// `reference/suspect[2]` or `reference` alone, joined by single spaces.
  MENTIONS(Storage.TEXT),
  /// The name of the duty whose clock an act speaks of.
  DUTY(Storage.TEXT);

  /// How a column keeps its values.
  public enum Storage {
    /// The code of a value in the attribute's [Dictionary].
    TEXT,
    /// A [PartialDate].
    DATE,
    /// A whole number of zero or more.
    NUMBER,
    /// A constant of an enum, by ordinal.
    CODE
  }

  /// The body a report was made to.
  public enum MadeTo {
    NOBODY,
    SOCIAL_CARE,
    ANOTHER_BODY
  }

  /// Whether a file is there.
  public enum Presence {
    PRESENT,
    MISSING
  }

  public enum MonitoringChange {
    ADDED,
    REMOVED
  }

  public enum Minutes {
    PRESENT,
    MISSING,
    CANCELLED
  }

  /// How a case file came to be read.
  public enum Drawn {
    RANDOM,
    CHOSEN
  }

  /// What the reader of a case file judged.
  public enum Judgement {
    EXPLOITED,
    AT_RISK,
    NEITHER
  }

  private final Storage storage;

  EntryAttribute(Storage storage) {
    this.storage = storage;
  }

  public Storage storage() {
    return storage;
  }
}
