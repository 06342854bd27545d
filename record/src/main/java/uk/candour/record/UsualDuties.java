package uk.candour.record;

import java.util.List;

/// The duties whose clocks the record keeps unless a partnership sets others. Each is one constant
/// with the document that sets it. None has a first day in force that a source established, so
/// falling short of one is measured and not called a breach.
///
/// Where the documents set no limit the partnership does; until it has, one working day stands, and
/// the source says so.
public final class UsualDuties {

  private static final String CENSUS_GUIDE = "Children in need census guide 2023-24, section ";
  private static final String PARTNERSHIP =
      "No national limit: one working day until the partnership sets another";

  /// A report is answered: social care decides what response it needs and tells the reporter.
  public static final Duty ANSWER =
      new Duty(
          "answer to a report",
          DutyEvent.REPORT,
          DutyEvent.ANSWER,
          workingDays(1),
          "Keeping children safe in education 2025, paragraph 62; " + CENSUS_GUIDE + "4.9");

  /// An assessment is complete, counted from the referral and not from its acceptance.
  public static final Duty ASSESSMENT =
      new Duty(
          "assessment complete",
          DutyEvent.decision(Outcome.ASSESSMENT),
          DutyEvent.REPORT,
          new DutyEvent(EntryKind.ASSESSMENT_MADE, null),
          workingDays(45),
          CENSUS_GUIDE + "4.9",
          null,
          null);

  /// The initial child protection conference, counted from the strategy discussion at which the
  /// section 47 enquiry began; later strategy meetings do not start it again.
  public static final Duty CONFERENCE =
      new Duty(
          "initial child protection conference",
          DutyEvent.decision(Outcome.SECTION_47),
          DutyEvent.meeting("initial child protection conference"),
          workingDays(15),
          CENSUS_GUIDE + "4.12.2");

  /// The first core group after a conference that made a plan.
  public static final Duty CORE_GROUP =
      new Duty(
          "first core group",
          DutyEvent.meeting("initial child protection conference"),
          DutyEvent.meeting("core group"),
          workingDays(10),
          "Local procedures of Tees and of Newcastle, restating Working Together");

  /// The first review of a child protection plan.
  public static final Duty REVIEW =
      new Duty(
          "first review conference",
          DutyEvent.meeting("initial child protection conference"),
          DutyEvent.meeting("review conference"),
          new Limit(3, Limit.Unit.MONTHS),
          "Local procedures of Liverpool and of Sheffield, restating Working Together");

  /// An independent return interview with a child who was missing.
  public static final Duty RETURN_INTERVIEW =
      new Duty(
          "return interview",
          DutyEvent.report(Concern.MISSING),
          DutyEvent.meeting("return interview"),
          new Limit(72, Limit.Unit.HOURS),
          "Statutory guidance on children who run away or go missing, 2014, as local procedures"
              + " restate it");

  /// What a strategy discussion leads to.
  public static final Duty AFTER_STRATEGY_DISCUSSION =
      new Duty(
          "decision after a strategy discussion",
          DutyEvent.decision(Outcome.STRATEGY_DISCUSSION),
          DutyEvent.ANSWER,
          workingDays(1),
          PARTNERSHIP);

  /// Another body accepts or refuses a report that was transferred to it.
  public static final Duty TRANSFER =
      new Duty(
          "answer to a transfer",
          DutyEvent.decision(Outcome.TRANSFERRED),
          DutyEvent.ANSWER,
          workingDays(1),
          PARTNERSHIP);

  /// How long a manager or a head of service has before a missed limit goes further up.
  public static final Limit PATIENCE = workingDays(1);

  private UsualDuties() {}

  /// All of them, in the order of a report's way.
  public static List<Duty> all() {
    return List.of(
        ANSWER,
        AFTER_STRATEGY_DISCUSSION,
        TRANSFER,
        ASSESSMENT,
        CONFERENCE,
        CORE_GROUP,
        REVIEW,
        RETURN_INTERVIEW);
  }

  private static Limit workingDays(int number) {
    return new Limit(number, Limit.Unit.WORKING_DAYS);
  }
}
