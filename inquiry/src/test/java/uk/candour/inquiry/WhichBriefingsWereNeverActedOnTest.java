package uk.candour.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.record.Concern;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;

class WhichBriefingsWereNeverActedOnTest {

  private final Question question = new WhichBriefingsWereNeverActedOn();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          made       | action     | unanswered | reason
          2004-11-08 |            | 1 | blank
          2004-11-08 | 2005-03-01 | 0 | acted on
          2004-11-08 | 2014-05-31 | 0 | acted on on the as-at date
          2004-11-08 | 2014-06-01 | 1 | acted on after the as-at date
          2004-11-08 | 2005       | 0 | acted on in some month of a year
          2004-11-08 | 2015       | 1 | a year still to come
          1996-11-08 |            | 0 | before the period
          """)
  void aBriefingCounts(String made, String action, int unanswered, String reason) {
    var records = TestRecords.eastmoor();
    records
        .row("social-care", EntryKind.LEADERS_BRIEFED, "b", made)
        .date(EntryAttribute.ACTION, action == null ? "" : action);

    assertThat(records.ask(question).value()).as(reason).isEqualTo(unanswered);
  }

  @Test
  void saysHowManyOfHowMany() {
    var records = TestRecords.eastmoor();
    records.row("social-care", EntryKind.LEADERS_BRIEFED, "1", "2004-11-08");
    records.row("social-care", EntryKind.LEADERS_BRIEFED, "2", "2005-04-06");
    records
        .row("social-care", EntryKind.LEADERS_BRIEFED, "3", "2006-01-10")
        .date(EntryAttribute.ACTION, "2006-02-01");

    var finding = records.ask(question);

    assertThat(finding.answer())
        .isEqualTo("2 of 3 briefings to leaders had no action on record by 31 May 2014.");
    assertThat(records.evidence(finding))
        .containsExactly(
            "social-care 1 2004-11-08: no action by 2014-05-31",
            "social-care 2 2005-04-06: no action by 2014-05-31");
  }

  @Test
  void saysHowManyAreAboutExploitationAndItsYearsAddUpToAll() {
    var records = TestRecords.eastmoor();
    records.row("social-care", EntryKind.LEADERS_BRIEFED, "1", "2004-11-08");
    records
        .row("social-care", EntryKind.LEADERS_BRIEFED, "2", "2005-04-06")
        .concern(Concern.NEGLECT)
        .date(EntryAttribute.ACTION, "2006-02-01");

    var finding = records.ask(question);

    assertThat(finding.answer())
        .isEqualTo(
            "1 of 2 briefings to leaders had no action on record by 31 May 2014; 1 of the 2 was"
                + " about exploitation.");
    assertThat(finding.breakdown())
        .containsExactly(
            new Breakdown("year", "2004", null, 1L, 1L, List.of()),
            new Breakdown("year", "2005", null, 0L, 1L, List.of()));
  }

  @Test
  void saysThatNoneIsOnRecord() {
    var finding = TestRecords.eastmoor().ask(question);

    assertThat(finding.value()).isZero();
    assertThat(finding.answer()).isEqualTo("No briefing to leaders is on record.");
    assertThat(finding.caveats()).isNotEmpty();
  }
}
