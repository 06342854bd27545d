package uk.candour.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.candour.record.Concern.EXPLOITATION;
import static uk.candour.record.Concern.MISSING;

import org.junit.jupiter.api.Test;

/// Who is the youngest where dates of birth go wrong.
class AgesAtFirstConcernTest {

  /// Children of 11 to 16 whom police and school know, one in ten with another date at the school
  /// that makes the child eight years younger; the police's date is given by health too.
  private static TestRecords borough(int children) {
    var records = TestRecords.eastmoor();
    for (int child = 0; child < children; child++) {
      String born = "%d-03-%02d".formatted(1992 - child % 6, 2 + child % 25);
      String atSchool = child % 10 == 9 ? "%d-05-07".formatted(2000 - child % 6) : born;
      String key = "c" + child;
      records
          .report("police", "p" + child, "2003-05-09")
          .concern(EXPLOITATION)
          .child(key, "A Hill", born);
      records
          .report("school", "s" + child, "2003-05-09")
          .concern(MISSING)
          .child(key, "A", atSchool);
      records.report("health", "h" + child, "2003-05-09").concern(MISSING).child(key, "A", born);
    }
    return records;
  }

  private static AgesAtFirstConcern ages(TestRecords records) {
    var casebook = records.casebook();
    return new AgesAtFirstConcern(casebook.entries(), casebook.central());
  }

  private static TestRecords withOneAgencysDate(TestRecords records, String born) {
    records.report("youth", "y1", "2003-05-09").concern(EXPLOITATION).child("z", "Z Lane", born);
    return records;
  }

  @Test
  void aDateThatOneAgencyGivesMakesNobodyTheYoungestWhereSuchDatesAreOftenWrong() {
    var ages = ages(withOneAgencysDate(borough(60), "2002-01-20"));

    assertThat(ages.youngest()).isEqualTo(11);
    assertThat(ages.leftOut()).isEqualTo(1);
    assertThat(ages.youngestLeftOut()).isEqualTo(1);
  }

  @Test
  void aDateThatOneAgencyGivesCountsWhereTheChildIsNoYoungerThanOthers() {
    var ages = ages(withOneAgencysDate(borough(60), "1991-01-20"));

    assertThat(ages.youngest()).isEqualTo(11);
    assertThat(ages.leftOut()).isZero();
  }

  @Test
  void aDateOnWhichTwoAgenciesAgreeAlwaysCounts() {
    var records = withOneAgencysDate(borough(60), "1995-01-20");
    records.report("health", "hz", "2003-05-09").concern(MISSING).child("z", "Z", "1995-01-20");

    assertThat(ages(records).youngest()).isEqualTo(8);
  }

  @Test
  void withFewToCompareWithEveryDateCounts() {
    assertThat(ages(withOneAgencysDate(borough(2), "2002-01-20")).youngest()).isEqualTo(1);
  }

  @Test
  void theAnswerSaysWhoWasLeftOut() {
    var records = withOneAgencysDate(borough(60), "2002-01-20");

    assertThat(records.ask(new HowYoungWasTheYoungestChild()).caveats())
        .anyMatch(caveat -> caveat.startsWith("Left out,") && caveat.endsWith(": 1 child."));
  }
}
