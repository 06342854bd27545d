package uk.candour.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.record.AgencyKind;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryAttribute.MadeTo;
import uk.candour.record.EntryKind;

class WhichReportsWereNeverAnsweredTest {

  private final Question question = new WhichReportsWereNeverAnswered();

  @ParameterizedTest(name = "{index}")
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          recorded   | made to      | answered   | decided    | unanswered | reason
          2003-05-09 | SOCIAL_CARE  |            |            | 1 | nothing followed
          2003-05-09 | ANOTHER_BODY |            |            | 1 | made to the police, nothing followed
          2003-05-09 | NOBODY       |            |            | 0 | a note in the agency's own file
          2003-05-09 | SOCIAL_CARE  | 2003-06-01 |            | 0 | answered, however late
          2003-05-09 | SOCIAL_CARE  | 2014-05-31 |            | 0 | answered on the as-at date
          2003-05-09 | SOCIAL_CARE  | 2014-06-01 |            | 1 | answered after the as-at date
          2003-05-09 | SOCIAL_CARE  | 2003       |            | 0 | answered in some month of a year
          2003-05-09 | SOCIAL_CARE  | 2015       |            | 1 | answered in a year still to come
          2003-05-09 | SOCIAL_CARE  |            | 2003-05-12 | 0 | decided
          2003-05-09 | SOCIAL_CARE  |            | none       | 0 | an undated decision counts as decided
          2003-05-09 | SOCIAL_CARE  |            | 2003       | 0 | so does one with a partial date
          2003-05-09 | SOCIAL_CARE  |            | 2003-05-01 | 0 | and one dated before its report
          2003-05-09 | SOCIAL_CARE  |            | 2014-06-01 | 1 | decided after the as-at date
          2014-03-01 | SOCIAL_CARE  |            |            | 0 | recorded after the period
          1996-12-31 | SOCIAL_CARE  |            |            | 0 | recorded before the period
          none       | SOCIAL_CARE  |            |            | 1 | an undated report may be of the period
          """)
  void aReportCounts(
      String recorded, MadeTo to, String answered, String decided, int unanswered, String reason) {
    var records = TestRecords.eastmoor();
    records.report("school", "r1", day(recorded)).to(to).answered(day(answered));
    if (decided != null) {
      records.decision("school", "d1", day(decided)).on("r1");
    }

    assertThat(records.ask(question).value()).as(reason).isEqualTo(unanswered);
  }

  private static String day(String written) {
    return written == null || written.equals("none") ? "" : written;
  }

  @Test
  void aDecisionOfAnotherSourceAnswersTheReportItNames() {
    var records = TestRecords.eastmoor();
    records.report("police", "7", "2003-05-09");
    records.report("social-care", "7", "2003-05-09");
    records.decision("social-care", "d1", "2003-05-12").on("police", "7");

    assertThat(records.evidence(records.ask(question)))
        .containsExactly("social-care 1 no decision and no answer by 2014-05-31");
  }

  @Test
  void withoutAReportNumberADecisionIsOnTheReportOfItsRowElseOfItsOwnNumber() {
    var records = TestRecords.eastmoor();
    records.report("social-care", "1", "2003-05-09").and(EntryKind.DECISION_TAKEN);
    records.report("social-care", "2", "2003-05-09");
    records.report("social-care", "3", "2003-05-09");
    records.decision("social-care", "2", "2003-05-12");

    assertThat(records.evidence(records.ask(question)))
        .containsExactly("social-care 3 no decision and no answer by 2014-05-31");
  }

  @Test
  void removingAnAgencysDecisionsRaisesTheFigureByExactlyThoseReports() {
    var with = TestRecords.eastmoor();
    var without = TestRecords.eastmoor();
    for (var records : new TestRecords[] {with, without}) {
      records.report("police", "p1", "2003-05-09");
      records.report("social-care", "s1", "2003-05-09").answered("2003-05-10");
      records.report("social-care", "s2", "2003-05-09");
      records.report("social-care", "s3", "2003-05-09");
    }
    with.decision("social-care", "s2", "2003-05-12");
    with.decision("social-care", "s3", "2003-05-12");
    with.decision("social-care", "s3", "2003-06-12");

    assertThat(with.ask(question).value()).isEqualTo(1);
    assertThat(without.ask(question).value()).isEqualTo(3);
  }

  @Test
  void breaksDownByTheAgencyThatHoldsTheReportByTeamAndByYear() {
    var records = TestRecords.eastmoor();
    records.report("police", "p1", "2003-05-09").team("Desk");
    records.report("police", "p2", "2004-05-09");
    records.report("social-care", "s1", "2004-05-09").team("Duty");
    records.report("social-care", "s2", "2004-06").team("Duty").answered("2004-07-01");
    records.report("ridley-police", "x", "2004-05-09");

    var finding = records.ask(question);

    assertThat(finding.answer())
        .isEqualTo(
            "3 reports of 4 made to somebody had neither a decision nor an answer by 31 May 2014.");
    assertThat(finding.breakdown())
        .containsExactly(
            of("agency", "police", 2, 2),
            of("agency", "social-care", 1, 2),
            of("team", "Desk", 1, 1),
            of("team", "Duty", 1, 2),
            of("team", "not-recorded", 1, 1),
            of("year", "2003", 1, 1),
            of("year", "2004", 2, 2),
            of("year", "not-recorded", 0, 1));
    assertThat(finding.evidence().size()).isEqualTo(3);
  }

  @Test
  void saysThatNoReportIsOnRecord() {
    var finding = TestRecords.eastmoor().ask(question);

    assertThat(finding.value()).isZero();
    assertThat(finding.answer()).isEqualTo("No report made to somebody is on record.");
    assertThat(finding.caveats()).hasSize(1);
  }

  @Test
  void rowsRecordedAfterADayChangeNothingAsAtThatDay() {
    var all = TestRecords.eastmoor().asAt("2004-12-31");
    all.source("youth", AgencyKind.YOUTH, TestRecords.EASTMOOR);
    all.report("social-care", "s1", "2004-05-09");
    all.decision("social-care", "s1", "2005-01-02");
    all.report("social-care", "s2", "2004-05-09").answered("2005-01-02");

    assertThat(all.ask(question).value()).isEqualTo(2);
    assertThat(all.casebook().entries().has(EntryAttribute.ANSWERED, 2)).isTrue();
  }

  private static Breakdown of(String by, String key, long count, long of) {
    return new Breakdown(by, key, null, count, of, List.of());
  }
}
