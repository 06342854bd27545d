package uk.candour.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.candour.record.Concern.EXPLOITATION;
import static uk.candour.record.Concern.NEGLECT;
import static uk.candour.record.EntryAttribute.Drawn.CHOSEN;
import static uk.candour.record.EntryAttribute.Judgement.EXPLOITED;

import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.candour.inquiry.Finding.Breakdown;

/// When children were first seen: by year, known before, and by whom.
class ChildrenByTimeTest {

  @Nested
  class NewEachYear {

    private final HowManyChildrenWereNewEachYear question = new HowManyChildrenWereNewEachYear();

    @Test
    void countsTheTwelveMonthsUpToTheAsAtDate() {
      var records = TestRecords.eastmoor().period("1997-01-01", "2014-12-31");
      records.report("police", "r1", "2013-05-31").concern(EXPLOITATION).child("a", "A Hill");
      records.report("police", "r2", "2013-06-01").concern(EXPLOITATION).child("b", "B Hill");
      records.report("police", "r3", "2014-05-31").concern(EXPLOITATION).child("c", "C Hill");
      records.report("police", "r4", "2014-01-31").concern(EXPLOITATION).child("a", "A Hill");

      Finding finding = records.ask(question);

      assertThat(finding.value()).isEqualTo(2);
      assertThat(finding.answer())
          .isEqualTo(
              "2 children were recorded with a first exploitation concern in the twelve months to 31"
                  + " May 2014.");
      assertThat(finding.caveats()).isEmpty();
    }

    @Test
    void yearsRunOnFromTheEarliestAndUndatedChildrenStandLast() {
      var records = TestRecords.eastmoor();
      records.report("police", "r1", "2003-12-31").concern(EXPLOITATION).child("a", "A Hill");
      records.report("police", "r2", "2005-01-01").concern(EXPLOITATION).child("b", "B Hill");
      records.report("police", "r3", "2005").concern(EXPLOITATION).child("c", "C Hill");
      records.reading("social-care", "f1", CHOSEN, EXPLOITED).child("d", "D Hill");

      assertThat(records.ask(question).breakdown())
          .containsExactly(
              Breakdown.count("year", "2003", 1),
              Breakdown.count("year", "2004", 0),
              Breakdown.count("year", "2005", 1),
              Breakdown.count("year", "not-recorded", 2));
    }

    @Test
    void saysThatConcernsAfterThePeriodDoNotCount() {
      assertThat(TestRecords.eastmoor().ask(question).caveats())
          .containsExactly(
              "Concerns count by the period, which ends on 31 December 2013, before the as-at date:"
                  + " what was recorded in between does not count.");
    }
  }

  static Stream<Case> knownBefore() {
    return Stream.of(
        Case.of(
            "social care's report of the day before",
            1,
            records -> {
              records
                  .report("social-care", "c1", "2003-05-08")
                  .concern(NEGLECT)
                  .child("a", "A Hill");
              records
                  .report("police", "r1", "2003-05-09")
                  .concern(EXPLOITATION)
                  .child("a", "A Hill");
            }),
        Case.of(
            "on the same day is not before",
            0,
            records -> {
              records
                  .report("social-care", "c1", "2003-05-09")
                  .concern(NEGLECT)
                  .child("a", "A Hill");
              records
                  .report("police", "r1", "2003-05-09")
                  .concern(EXPLOITATION)
                  .child("a", "A Hill");
            }),
        Case.of(
            "before the concern was recorded, but after it happened",
            0,
            records -> {
              records
                  .report("social-care", "c1", "2003-05-08")
                  .concern(NEGLECT)
                  .child("a", "A Hill");
              records
                  .report("police", "r1", "2003-05-01")
                  .recorded("2003-05-20")
                  .concern(EXPLOITATION)
                  .child("a", "A Hill");
            }),
        Case.of(
            "a report that lies before the period",
            1,
            records -> {
              records
                  .report("social-care", "c1", "1995-05-08")
                  .concern(NEGLECT)
                  .child("a", "A Hill");
              records
                  .report("police", "r1", "2003-05-09")
                  .concern(EXPLOITATION)
                  .child("a", "A Hill");
            }),
        Case.of(
            "without a concern at all",
            1,
            records -> {
              records.report("social-care", "c1", "1995-05-08").child("a", "A Hill");
              records
                  .report("police", "r1", "2003-05-09")
                  .concern(EXPLOITATION)
                  .child("a", "A Hill");
            }),
        Case.of(
            "an earlier exploitation report is the first concern itself",
            0,
            records -> {
              records
                  .report("social-care", "c1", "2003-05-08")
                  .concern(EXPLOITATION)
                  .child("a", "A Hill");
              records
                  .report("police", "r1", "2003-05-09")
                  .concern(EXPLOITATION)
                  .child("a", "A Hill");
            }),
        Case.of(
            "another agency's report",
            0,
            records -> {
              records
                  .report("social-care", "c1", "2003-05-08")
                  .concern(NEGLECT)
                  .child("b", "B Hill");
              records.report("school", "s1", "2003-05-08").concern(NEGLECT).child("a", "A Hill");
              records
                  .report("police", "r1", "2003-05-09")
                  .concern(EXPLOITATION)
                  .child("a", "A Hill");
            }),
        Case.of(
            "a report that does not say on which day",
            0,
            records -> {
              records.report("social-care", "c1", "2003-04").concern(NEGLECT).child("a", "A Hill");
              records
                  .report("police", "r1", "2003-05-09")
                  .concern(EXPLOITATION)
                  .child("a", "A Hill");
            }),
        Case.of(
            "a report that names the child as an adult",
            0,
            records -> {
              records
                  .report("social-care", "c1", "2003-05-08")
                  .concern(NEGLECT)
                  .adult("a", "A Hill");
              records
                  .report("police", "r1", "2003-05-09")
                  .concern(EXPLOITATION)
                  .child("a", "A Hill");
            }),
        Case.without(
            "social care handed over no reports",
            records ->
                records
                    .report("police", "r1", "2003-05-09")
                    .concern(EXPLOITATION)
                    .child("a", "A Hill")));
  }

  @ParameterizedTest
  @MethodSource
  void knownBefore(Case one) {
    one.isAnsweredBy(new HowManyChildrenWereKnownBefore());
  }

  @Test
  void knownBeforeTellsTheShareAndTheRows() {
    var records = TestRecords.eastmoor();
    records.report("social-care", "c1", "2003-05-08").concern(NEGLECT).child("a", "A Hill");
    records.report("police", "r1", "2003-05-09").concern(EXPLOITATION).child("a", "A Hill");
    records.report("police", "r2", "2003-05-09").concern(EXPLOITATION).child("b", "B Hill");
    records.report("police", "r3", "2003-05-09").concern(EXPLOITATION).child("c", "C Hill");

    Finding finding = records.ask(new HowManyChildrenWereKnownBefore());

    assertThat(finding.answer())
        .isEqualTo(
            "1 of the 3 children seen (33%) was named in an earlier social care report without an"
                + " exploitation concern.");
    assertThat(finding.breakdown()).containsExactly(Breakdown.share("share", "seen", 1, 3));
    assertThat(records.evidence(finding))
        .containsExactly("social-care 1 a earlier report", "police 1 a first concern");
  }

  static Stream<Case> firstBy() {
    return Stream.of(
        Case.of(
            "a youth project before the police",
            1,
            records -> {
              records
                  .report("youth", "y1", "2003-05-08")
                  .concern(EXPLOITATION)
                  .child("a", "A Hill");
              records
                  .report("police", "r1", "2003-05-09")
                  .concern(EXPLOITATION)
                  .child("a", "A Hill");
            }),
        Case.of(
            "the police before a youth project",
            0,
            records -> {
              records
                  .report("youth", "y1", "2003-05-10")
                  .concern(EXPLOITATION)
                  .child("a", "A Hill");
              records
                  .report("police", "r1", "2003-05-09")
                  .concern(EXPLOITATION)
                  .child("a", "A Hill");
            }),
        Case.of(
            "a shared day with the police",
            0,
            records -> {
              records
                  .report("youth", "y1", "2003-05-09")
                  .concern(EXPLOITATION)
                  .child("a", "A Hill");
              records
                  .report("police", "r1", "2003-05-09")
                  .concern(EXPLOITATION)
                  .child("a", "A Hill");
            }),
        Case.of(
            "a shared day with a school",
            1,
            records -> {
              records
                  .report("youth", "y1", "2003-05-09")
                  .concern(EXPLOITATION)
                  .child("a", "A Hill");
              records
                  .report("school", "s1", "2003-05-09")
                  .concern(EXPLOITATION)
                  .child("a", "A Hill");
            }),
        Case.of(
            "the day is that of recording",
            0,
            records -> {
              records
                  .report("youth", "y1", "2003-05-01")
                  .recorded("2003-06-01")
                  .concern(EXPLOITATION)
                  .child("a", "A Hill");
              records
                  .report("police", "r1", "2003-05-09")
                  .concern(EXPLOITATION)
                  .child("a", "A Hill");
            }),
        Case.of(
            "nothing dated, and all of it the youth project's",
            1,
            records ->
                records.report("youth", "y1", "2003").concern(EXPLOITATION).child("a", "A Hill")),
        Case.of(
            "nothing dated, some of it the police's",
            0,
            records -> {
              records.report("youth", "y1", "2003").concern(EXPLOITATION).child("a", "A Hill");
              records.report("police", "r1", "2003").concern(EXPLOITATION).child("a", "A Hill");
            }),
        Case.of(
            "a reading is no record of the time",
            0,
            records -> records.reading("youth", "f1", CHOSEN, EXPLOITED).child("a", "A Hill")),
        Case.of(
            "one of two",
            0.5,
            records -> {
              records
                  .report("youth", "y1", "2003-05-08")
                  .concern(EXPLOITATION)
                  .child("a", "A Hill");
              records
                  .report("police", "r1", "2003-05-09")
                  .concern(EXPLOITATION)
                  .child("b", "B Hill");
            }),
        Case.without("nobody was seen", records -> {}));
  }

  @ParameterizedTest
  @MethodSource
  void firstBy(Case one) {
    one.isAnsweredBy(new WhoRecordedTheFirstConcern());
  }

  @Test
  void firstByTellsAgenciesAndByWhom() {
    var records = TestRecords.eastmoor();
    records
        .report("youth", "y1", "2003-05-08")
        .concern(EXPLOITATION)
        .by("project worker")
        .child("a", "A Hill");
    records.report("police", "r1", "2003-05-09").concern(EXPLOITATION).child("b", "B Hill");

    Finding finding = records.ask(new WhoRecordedTheFirstConcern());

    assertThat(finding.breakdown())
        .containsExactly(
            Breakdown.share("agency", "police", 1, 2),
            Breakdown.share("agency", "youth", 1, 2),
            Breakdown.share("whom", "project worker", 1, 2),
            Breakdown.share("whom", "not-recorded", 1, 2));
    assertThat(records.evidence(finding)).containsExactly("youth 1 a youth: first concern");
  }
}
