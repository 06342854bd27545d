package uk.candour.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.candour.inquiry.Finding.Detail;
import uk.candour.inquiry.Finding.Duty;
import uk.candour.record.DutyEvent;
import uk.candour.record.EntryAttribute.MadeTo;
import uk.candour.record.Limit;

class HowManyReportsWereAnsweredLateTest {

  private final Question question = new HowManyReportsWereAnsweredLate();

  @ParameterizedTest(name = "{index}")
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          received   | answered   | decided    | fared   | reason
          2003-05-09 | 2003-05-09 |            | in time | Friday, on the day itself
          2003-05-09 | 2003-05-12 |            | in time | Friday, on Monday
          2003-05-09 | 2003-05-13 |            | late    | Friday, on Tuesday
          2003-05-10 | 2003-05-12 |            | in time | Saturday: Monday is the first working day after
          2003-05-11 | 2003-05-13 |            | late    | Sunday: Monday was the first working day after
          2003-05-12 | 2003-05-13 |            | in time | Monday, on Tuesday
          2003-05-02 | 2003-05-06 |            | in time | Friday before the early May bank holiday
          2003-04-17 | 2003-04-22 |            | in time | Thursday before Good Friday and Easter Monday
          2003-04-17 | 2003-04-23 |            | late    | the day after that
          2002-05-31 | 2002-06-05 |            | in time | Friday before two days of jubilee
          1999-12-30 | 2000-01-04 |            | in time | the millennium: New Year's Eve and its Monday
          2003-05-09 |            | 2003-05-12 | in time | a decision is an answer
          2003-05-09 |            | 2003-05-13 | late    | a late decision
          2003-05-09 | 2003-05-12 | 2003-06-01 | in time | answered before it was decided
          2003-05-09 | 2003-06-01 | 2003-05-12 | in time | decided before it was answered
          2003-05-09 |            |            | never   | nothing followed
          2003-05-09 | 2014-06-02 |            | never   | answered after the as-at date
          2003-05-09 | 2003-05    |            | out     | an undated answer
          2003-05-09 | 2003-05-01 |            | out     | an answer before the report counts as undated
          2003-05-09 |            | none       | out     | an undated decision
          2003-05-09 | 2003-05-10 | none       | out     | an undated decision, whatever else is dated
          2003-05-09 |            | 2003-05-01 | out     | a decision before the report counts as undated
          2003-05    | 2003-05-10 |            | out     | no day of receipt
          """)
  void aReportToSocialCare(
      String received, String answered, String decided, String fared, String reason) {
    var records = TestRecords.eastmoor();
    records.report("social-care", "r", received).answered(answered == null ? "" : answered);
    if (decided != null) {
      records.decision("social-care", "r", decided.equals("none") ? "" : decided);
    }

    var finding = records.ask(question);

    assertThat(finding.value())
        .as(reason)
        .isEqualTo(
            switch (fared) {
              case "in time" -> Double.valueOf(0);
              case "late", "never" -> Double.valueOf(1);
              default -> null;
            });
    if (fared.equals("late") || fared.equals("never")) {
      assertThat(records.evidence(finding).getFirst()).contains(fared);
    }
  }

  @Test
  void theLimitMustHavePassedByTheAsAtDate() {
    var records = TestRecords.eastmoor().period("1997-01-01", "2014-05-31").asAt("2014-05-27");
    records.report("social-care", "passed", "2014-05-23");
    records.report("social-care", "still open", "2014-05-27");

    var finding = records.ask(question);

    assertThat(finding.value())
        .as("Monday 26 May was a bank holiday; the end of Tuesday has passed as at Tuesday")
        .isEqualTo(1);
    assertThat(finding.breakdown().getFirst().of()).isEqualTo(1);
  }

  @Test
  void onlyReportsToSocialCareCountWhoeverHoldsThem() {
    var records = TestRecords.eastmoor();
    records.report("police", "to the police", "2003-05-09");
    records.report("school", "to nobody", "2003-05-09");
    records.report("school", "to social care", "2003-05-09").to(MadeTo.SOCIAL_CARE);

    assertThat(records.evidence(records.ask(question))).containsExactly("school 2 never answered");
  }

  @Test
  void breaksDownByAnswerTeamAndYear() {
    var records = TestRecords.eastmoor();
    records.report("social-care", "1", "2003-05-09").team("Duty").answered("2003-05-12");
    records.report("social-care", "2", "2003-05-09").team("Duty").answered("2003-05-20");
    records.report("social-care", "3", "2003-05-09").team("Duty");
    records.report("social-care", "4", "2004-05-10");

    var finding = records.ask(question);

    assertThat(finding.value()).isEqualTo(0.75);
    assertThat(finding.answer())
        .isEqualTo(
            "3 reports to social care of 4 (75%) were not answered by the end of the next working"
                + " day: 1 answered late, 2 never.");
    assertThat(finding.breakdown())
        .extracting(row -> row.by() + " " + row.key() + " " + row.count() + "/" + row.of())
        .containsExactly(
            "answer answered-late 1/4",
            "answer never-answered 2/4",
            "team Duty 2/3",
            "team not-recorded 1/1",
            "year 2003 2/3",
            "year 2004 1/1");
    assertThat(finding.breakdown().get(2).details())
        .containsExactly(new Detail("answered-late", 1L), new Detail("never-answered", 1L));
  }

  @Test
  void isNotKnownWhereALimitLiesBeyondTheTableOfBankHolidays() {
    var records = TestRecords.eastmoor().period("1997-01-01", "2040-12-31").asAt("2040-12-31");
    records.report("social-care", "1", "2003-05-09");
    records.report("social-care", "2", "2027-12-31");

    var finding = records.ask(question);

    assertThat(finding.value()).isNull();
    assertThat(finding.caveats().getFirst())
        .isEqualTo(
            "Bank holidays are known from 1978 until 2027; the limits of 1 report lie outside, so"
                + " the share is not known.");
    assertThat(finding.breakdown()).extracting(row -> row.key()).contains("2003");
  }

  @Test
  void aMeasureIsNotCalledABreach() {
    var records = TestRecords.eastmoor();
    records.report("social-care", "1", "2003-05-09");

    assertThat(records.ask(question).duty())
        .as("no sourced date shows the duty in force in 2003")
        .extracting(Duty::inForce)
        .isEqualTo(false);
  }

  private static uk.candour.record.Duty answer(Limit limit, @Nullable String from) {
    return new uk.candour.record.Duty(
        "answer to a report",
        DutyEvent.REPORT,
        DutyEvent.REPORT,
        DutyEvent.ANSWER,
        limit,
        "Eastmoor procedures, section 2",
        from == null ? null : LocalDate.parse(from),
        null);
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          3  | WORKING_DAYS | 2003-05-14 | in time | Friday: the third working day is Wednesday
          3  | WORKING_DAYS | 2003-05-15 | late    | the day after that
          3  | DAYS         | 2003-05-12 | in time | three days whatever they are
          3  | DAYS         | 2003-05-13 | late    | the day after that
          72 | HOURS        | 2003-05-12 | in time | as many days as the hours take up
          73 | HOURS        | 2003-05-13 | in time | nobody is late who may have been in time
          """)
  void aRemitSetsAnotherLimit(
      int number, Limit.Unit unit, String answered, String fared, String reason) {
    var records = TestRecords.eastmoor().duties(answer(new Limit(number, unit), null));
    records.report("social-care", "r", "2003-05-09").answered(answered);

    assertThat(records.ask(question).value())
        .as(reason)
        .isEqualTo(fared.equals("late") ? 1.0 : 0.0);
  }

  @Test
  void isABreachOnlyWhereEveryReportCountedWasReceivedWhileTheDutyWasInForce() {
    var limit = new Limit(1, Limit.Unit.WORKING_DAYS);
    var records = TestRecords.eastmoor().duties(answer(limit, "2005-01-01"));
    records.report("social-care", "after", "2006-05-09");
    assertThat(records.ask(question).duty()).extracting(Duty::inForce).isEqualTo(true);

    var both = TestRecords.eastmoor().duties(answer(limit, "2005-01-01"));
    both.report("social-care", "after", "2006-05-09");
    both.report("social-care", "before", "2003-05-09");
    var finding = both.ask(question);
    assertThat(finding.duty()).extracting(Duty::inForce).isEqualTo(false);
    assertThat(finding.caveats())
        .contains(
            "1 report of these was received while the duty was in force: only there is it a"
                + " breach.");
  }

  @Test
  void measuresTheOtherDutiesOfTheRemitThatReportsCanTellOf() {
    var assessed = DutyEvent.ofWord("assessment-made");
    var records =
        TestRecords.eastmoor()
            .duties(
                new uk.candour.record.Duty(
                    "assessment complete",
                    DutyEvent.REPORT,
                    Objects.requireNonNull(assessed),
                    new Limit(45, Limit.Unit.WORKING_DAYS),
                    "census guide"),
                new uk.candour.record.Duty(
                    "core group",
                    DutyEvent.meeting("conference"),
                    DutyEvent.meeting("core group"),
                    new Limit(10, Limit.Unit.WORKING_DAYS),
                    "local procedures"));
    records.report("social-care", "1", "2003-05-09");
    records.assessment("social-care", "1", "2003-07-14");
    records.report("social-care", "2", "2003-05-09");
    records.assessment("social-care", "2", "2003-07-15");
    records.report("social-care", "3", "2003-05-09");

    var finding = records.ask(question);

    assertThat(finding.breakdown().getLast())
        .as("45 working days after Friday 9 May 2003, the bank holiday of 26 May left out")
        .extracting(row -> row.by() + " " + row.key() + " " + row.count() + "/" + row.of())
        .isEqualTo("duty assessment complete 2/3");
    assertThat(finding.duty()).as("the remit sets no duty to answer").isNull();
    assertThat(finding.caveats())
        .anyMatch(caveat -> caveat.startsWith("The remit sets no duty to answer reports"))
        .anyMatch(caveat -> caveat.startsWith("The duty \"core group\", from meeting-held:"));
  }
}
