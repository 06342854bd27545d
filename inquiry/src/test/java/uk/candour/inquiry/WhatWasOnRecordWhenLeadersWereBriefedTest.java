package uk.candour.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.candour.record.Concern.EXPLOITATION;
import static uk.candour.record.Concern.NEGLECT;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.candour.inquiry.Finding.Detail;
import uk.candour.inquiry.Finding.Interval;
import uk.candour.inquiry.TestRecords.Row;
import uk.candour.record.Concern;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryAttribute.MadeTo;
import uk.candour.record.EntryKind;

class WhatWasOnRecordWhenLeadersWereBriefedTest {

  private final Question question = new WhatWasOnRecordWhenLeadersWereBriefed();

  @Test
  void everyBriefingStandsBesideWhatWasOnRecordByThen() {
    var records = TestRecords.eastmoor();
    records
        .report("police", "p1", "2003-05-01")
        .concern(EXPLOITATION)
        .child("amy", "Amy Hill")
        .suspect("sam", "Sam Dale", "1970-01-01");
    records
        .report("youth", "y1", "2003-05-01")
        .recorded("2004-11-09")
        .concern(EXPLOITATION)
        .child("bea", "Bea Lock")
        .suspect("nick", "Shorty");
    records
        .report("social-care", "s1", "2004-11-08")
        .concern(EXPLOITATION)
        .child("cat", "Cat Moor")
        .answered("2004-11-20");
    records.report("social-care", "s2", "2004-01-08");
    records.decision("social-care", "s2", "2004-02-01").recorded("2005-06-01");
    briefing(records, "2005-04-06", EXPLOITATION)
        .date(EntryAttribute.ACTION, "2006-01-01")
        .text(EntryAttribute.TO, "members")
        .text(EntryAttribute.SUBJECT, "taxi firms");
    briefing(records, "2004-11-08", null);
    briefing(records, "2004-01-01", NEGLECT);

    var finding = records.ask(question);

    assertThat(finding.value()).isEqualTo(2);
    assertThat(finding.answer())
        .isEqualTo(
            "When leaders were first briefed, on 8 November 2004, 2 children, 1 named suspect and 3"
                + " unanswered reports were on record; no action on the briefing is on record.");
    assertThat(finding.breakdown())
        .extracting(row -> row.by() + " " + row.key() + " " + row.count() + " " + row.details())
        .containsExactly(
            "briefing 2004-11-08 2 [Detail[name=to, value=null], Detail[name=subject, value=null],"
                + " Detail[name=suspects, value=1], Detail[name=unanswered-reports, value=3],"
                + " Detail[name=action, value=null]]",
            "briefing 2005-04-06 3 [Detail[name=to, value=members], Detail[name=subject,"
                + " value=taxi firms], Detail[name=suspects, value=1],"
                + " Detail[name=unanswered-reports, value=2], Detail[name=action,"
                + " value=2006-01-01]]");
    assertThat(records.evidence(finding))
        .containsExactly(
            "social-care 5 2004-11-08: first briefing about exploitation",
            "social-care 1 cat 2004-11-08: first concern, on record by then",
            "police 1 amy 2004-11-08: first concern, on record by then");
  }

  @Test
  void theUnansweredOnTheDayAreThoseOfAnInquiryAsAtThatDay() {
    String[] days = {"2003-12-31", "2004-06-30", "2005-03-01", "2007-01-01"};
    for (String day : days) {
      var records = reports("2014-05-31");
      briefing(records, day, EXPLOITATION);
      var asAt = reports(day);

      Double unanswered = asAt.ask(new WhichReportsWereNeverAnswered()).value();

      assertThat(records.ask(question).breakdown().getFirst().details())
          .as(day)
          .contains(
              new Detail("unanswered-reports", unanswered == null ? null : unanswered.longValue()));
    }
  }

  /// The reports known by a day, as intake hands them over: what was recorded later is not there.
  private static TestRecords reports(String asAt) {
    var records = TestRecords.eastmoor().asAt(asAt);
    String[][] rows = {
      // recorded, answered, decision made, decision recorded
      {"2003-01-01", "", "", ""},
      {"2003-01-01", "2004-06-30", "", ""},
      {"2003-01-01", "2004-07-01", "2005-03-01", "2005-03-01"},
      {"2003-01-01", "", "2004-01-01", "2006-01-01"},
      {"2003-01-01", "", "2002-01-01", "2005-01-01"},
      {"2004-03-01", "2004", "", ""},
      {"2006-01-01", "", "", ""},
    };
    for (int i = 0; i < rows.length; i++) {
      if (rows[i][0].compareTo(asAt) <= 0) {
        records
            .report("social-care", "r" + i, rows[i][0])
            .to(MadeTo.SOCIAL_CARE)
            .answered(rows[i][1]);
      }
      if (!rows[i][3].isEmpty() && rows[i][3].compareTo(asAt) <= 0) {
        records.decision("social-care", "r" + i, rows[i][2]).recorded(rows[i][3]);
      }
    }
    return records;
  }

  @Test
  void theLinkingsGiveTheIntervalOfTheFirstBriefing() {
    var records = TestRecords.eastmoor();
    records.report("police", "1", "2003-05-01").concern(EXPLOITATION).child("amy", "Amy Hill");
    records.report("youth", "2", "2003-05-01").concern(EXPLOITATION).child("amie", "Amie Hill");
    records.linked("amy", "amie", 0.7);
    briefing(records, "2004-11-08", EXPLOITATION);

    var finding = records.ask(question);

    assertThat(finding.value()).isEqualTo(1);
    assertThat(finding.interval()).isEqualTo(new Interval(1.0, 2.0, null));
  }

  @Test
  void anUndatedBriefingIsListedAndCannotBeJudged() {
    var records = TestRecords.eastmoor();
    briefing(records, "2004", EXPLOITATION);

    var finding = records.ask(question);

    assertThat(finding.value()).isNull();
    assertThat(finding.caveats())
        .containsExactly("No briefing to leaders about exploitation has a day.");
    assertThat(finding.breakdown()).extracting(row -> row.key()).containsExactly("not-recorded");
  }

  @Test
  void cannotAnswerWithoutABriefing() {
    assertThat(TestRecords.eastmoor().ask(question).value()).isNull();
  }

  private static Row briefing(TestRecords records, String made, @Nullable Concern concern) {
    var row = records.row("social-care", EntryKind.LEADERS_BRIEFED, "", made);
    return concern == null ? row : row.concern(concern);
  }
}
