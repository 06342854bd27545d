package uk.candour.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.candour.inquiry.Finding.Interval;

class HowLongDidReportsWaitForADecisionTest {

  private final Question question = new HowLongDidReportsWaitForADecision();

  @Test
  void undecidedReportsCountAsStillWaiting() {
    var records = TestRecords.eastmoor();
    decided(records, "1", "2003-05-01", "2003-05-03");
    decided(records, "2", "2003-05-01", "2003-05-05");
    records.report("social-care", "3", "2003-05-01");
    records.report("social-care", "4", "2013-12-30");

    var finding = records.ask(question);

    assertThat(finding.value())
        .as("of four, two are decided after 2 and 4 days: S(4) is 0.5")
        .isEqualTo(4);
    assertThat(finding.interval()).extracting(Interval::level).isEqualTo(0.95);
    assertThat(finding.answer())
        .isEqualTo(
            "Half of 4 reports had a decision within 4 days; 2 still waited on 31 May 2014.");
    assertThat(records.evidence(finding))
        .containsExactly(
            "social-care 1 decided",
            "social-care 3 decided",
            "social-care 5 still waiting",
            "social-care 6 still waiting");
  }

  @Test
  void thereIsNoMedianWhereTooManyStillWait() {
    var records = TestRecords.eastmoor();
    decided(records, "1", "2003-05-01", "2003-05-03");
    records.report("social-care", "2", "2003-05-01");
    records.report("social-care", "3", "2003-05-01");

    var finding = records.ask(question);

    assertThat(finding.value()).isNull();
    assertThat(finding.caveats()).isNotEmpty();
    assertThat(finding.answer())
        .isEqualTo(
            "2 reports of 3 still waited for a decision on 31 May 2014, too many for a median.");
    assertThat(finding.breakdown().getFirst().value()).isEqualTo(2);
  }

  @Test
  void anAnswerIsNoDecisionAndUndatedDecisionsTakeTheirReportOut() {
    var records = TestRecords.eastmoor();
    records.report("social-care", "answered", "2003-05-01").answered("2003-05-02");
    decided(records, "undated", "2003-05-01", "");
    decided(records, "before", "2003-05-01", "2003-04-30");
    decided(records, "one of two undated", "2003-05-01", "2003-05-04");
    records.decision("social-care", "one of two undated", "2003");
    records.report("social-care", "no day", "2003-05");
    records.report("youth", "to nobody", "2003-05-01");

    var finding = records.ask(question);

    assertThat(records.evidence(finding)).containsExactly("social-care 1 still waiting");
    assertThat(finding.caveats())
        .contains("4 reports with no day, or with an undated decision, take no part.");
  }

  @Test
  void theFirstOfSeveralDecisionsCountsWhateverTheOrderOfTheRows() {
    var records = TestRecords.eastmoor();
    records.report("social-care", "1", "2003-05-01");
    records.decision("social-care", "1", "2003-06-30");
    records.decision("social-care", "1", "2003-05-04");

    assertThat(records.ask(question).value()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          days                 | median | percentile90 | reason
          5                    | 5  | 5  | one is every rank
          1 2                  | 1  | 2  | half of two is the first
          1 2 3                | 2  | 3  | ceil(1.5) is the second
          1 2 3 4 5 6 7 8 9 10 | 5  | 9  | 0.9 of ten is exactly the ninth
          1 1 1 1 1 1 1 1 9 9  | 1  | 9  | ties keep their ranks
          """)
  void percentilesAreThoseOfTheDecidedByNearestRank(
      String days, double median, double percentile90, String reason) {
    var records = TestRecords.eastmoor();
    int number = 0;
    for (String day : days.split(" ", -1)) {
      decided(
          records,
          "r" + number++,
          "2003-05-01",
          "2003-05-%02d".formatted(1 + Integer.parseInt(day)));
    }
    records.report("social-care", "waits", "2003-05-01");

    var statistics = records.ask(question).breakdown();

    assertThat(statistics).extracting(row -> row.by()).containsOnly("statistic");
    assertThat(statistics)
        .as(reason)
        .extracting(row -> row.key() + " " + row.value())
        .containsExactly("median " + median, "percentile-90 " + percentile90);
  }

  @Test
  void cannotAnswerWithoutReports() {
    var finding = TestRecords.eastmoor().ask(question);

    assertThat(finding.value()).isNull();
    assertThat(finding.breakdown()).extracting(row -> row.value()).containsOnlyNulls();
  }

  private static void decided(TestRecords records, String id, String recorded, String made) {
    records.report("social-care", id, recorded);
    records.decision("social-care", id, made);
  }
}
