package uk.candour.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.candour.record.EntryAttribute.MonitoringChange.ADDED;
import static uk.candour.record.EntryAttribute.MonitoringChange.REMOVED;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.candour.inquiry.Finding.Interval;
import uk.candour.record.EntryAttribute;

class WhenWereChildrenTakenOffMonitoringTogetherTest {

  private final Question question = new WhenWereChildrenTakenOffMonitoringTogether();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          on list | removed | days | reason
          5       | 5       | 1 | five, and the whole list
          5       | 4       | 0 | fewer than five
          50      | 5       | 1 | five, a tenth
          51      | 5       | 0 | five, less than a tenth
          51      | 6       | 1 | six, more than a tenth
          0       | 5       | 1 | nobody had written down that they were on it
          """)
  void aDayCounts(int onList, int removed, int days, String reason) {
    var records = TestRecords.eastmoor();
    change(records, "2003-01-01", 1, onList, true);
    change(records, "2005-04-01", 1, removed, false);

    assertThat(records.ask(question).value()).as(reason).isEqualTo(days);
  }

  @Test
  void theListIsThatOfTheDay() {
    var records = TestRecords.eastmoor();
    change(records, "2003-01-01", 1, 60, true);
    change(records, "2004-01-01", 1, 11, false);
    change(records, "2005-01-01", 12, 16, false);
    change(records, "2006-01-01", 100, 130, true);
    change(records, "2007-01-01", 17, 21, false);

    assertThat(records.ask(question).breakdown())
        .extracting(row -> row.by() + " " + row.key() + " " + row.count() + "/" + row.of())
        .as("11 of 60, then 5 of the 49 that were left, then 5 of 75")
        .containsExactly(
            "day 2004-01-01 11/60", "day 2005-01-01 5/49", "reason no longer at risk 16/null");
  }

  @Test
  void whoWasTakenOffBeforeCannotBeTakenOffAgainUnlessAddedAgain() {
    var records = TestRecords.eastmoor();
    change(records, "2003-01-01", 1, 5, true);
    change(records, "2004-01-01", 1, 5, false);
    change(records, "2005-01-01", 1, 5, false);
    change(records, "2006-01-01", 1, 5, true);
    change(records, "2007-01-01", 1, 5, false);

    assertThat(records.ask(question).breakdown())
        .extracting(row -> row.key())
        .startsWith("2004-01-01", "2007-01-01");
  }

  @Test
  void aRemovalThatWasRecordedAndIsStillToComeIsNone() {
    var records = TestRecords.eastmoor().asAt("2009-12-31");
    for (int child = 1; child <= 5; child++) {
      records
          .monitoring("social-care", "", "2010-02-01", REMOVED)
          .recorded("2003-01-01")
          .child("c" + child, "Child Of" + child);
    }
    assertThat(records.ask(question).breakdown()).isEmpty();
  }

  @Test
  void oneChildOfManyRowsIsOneChildAndTheLinkingsGiveTheInterval() {
    var records = TestRecords.eastmoor();
    for (int child = 1; child <= 5; child++) {
      remove(records, "2005-04-01", "c" + child);
    }
    remove(records, "2005-04-01", "c5");
    records.linked("c4", "c5", 0.3);

    var finding = records.ask(question);

    assertThat(finding.value()).isEqualTo(1);
    assertThat(finding.interval()).isEqualTo(new Interval(0.0, 1.0, null));
    assertThat(finding.evidence().size()).isEqualTo(5);
    assertThat(finding.answer())
        .isEqualTo(
            "On 1 day five or more children, and at least a tenth of the list, were taken off"
                + " monitoring: 5 children in all.");
  }

  @Test
  void eachAgencyKeepsAListOfItsOwn() {
    var records = TestRecords.eastmoor();
    change(records, "2003-01-01", 1, 5, true);
    for (int child = 1; child <= 3; child++) {
      records
          .monitoring("police", "", "2005-04-01", REMOVED)
          .child("c" + child, "Child " + (char) ('A' + child));
    }
    change(records, "2005-04-01", 1, 3, false);

    assertThat(records.ask(question).value()).isEqualTo(0);
  }

  @Test
  void undatedAdditionsLengthenTheListAndUndatedRemovalsTakeNoPart() {
    var records = TestRecords.eastmoor();
    change(records, "", 1, 60, true);
    change(records, "2003", 1, 50, false);
    change(records, "2005-04-01", 51, 55, false);

    var finding = records.ask(question);

    assertThat(finding.value()).isZero();
    assertThat(finding.caveats()).containsExactly("50 removals without a day take no part.");
  }

  @Test
  void removalsOfAnotherPeriodShortenTheListAndCountForNothing() {
    var records = TestRecords.eastmoor();
    change(records, "1990-01-01", 1, 60, true);
    change(records, "1991-01-01", 1, 20, false);
    change(records, "2005-01-01", 21, 25, false);

    assertThat(records.ask(question).breakdown().getFirst().of()).isEqualTo(40);
  }

  @Test
  void cannotAnswerWithoutAList() {
    var finding = TestRecords.eastmoor().ask(question);

    assertThat(finding.value()).isNull();
    assertThat(finding.breakdown()).isEqualTo(List.of());
  }

  private static void change(TestRecords records, String day, int from, int to, boolean added) {
    for (int child = from; child <= to; child++) {
      if (added) {
        records.monitoring("social-care", "", day, ADDED).child("c" + child, "Child Of" + child);
      } else {
        remove(records, day, "c" + child);
      }
    }
  }

  private static void remove(TestRecords records, String day, String child) {
    records
        .monitoring("social-care", "", day, REMOVED)
        .text(EntryAttribute.REASON, "no longer at risk")
        .child(child, "Child Of" + child.substring(1));
  }
}
