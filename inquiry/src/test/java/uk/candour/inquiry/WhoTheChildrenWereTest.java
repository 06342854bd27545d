package uk.candour.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.candour.record.Concern.EXPLOITATION;
import static uk.candour.record.Concern.MISSING;
import static uk.candour.record.EntryAttribute.Drawn.CHOSEN;
import static uk.candour.record.EntryAttribute.Judgement.EXPLOITED;
import static uk.candour.record.Sex.FEMALE;
import static uk.candour.record.Sex.MALE;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.inquiry.Finding.Interval;
import uk.candour.record.Harm;

/// Boys and girls, the youngest, the rate, and the harm.
class WhoTheChildrenWereTest {

  static Stream<Case> boys() {
    return Stream.of(
        Case.of(
            "one boy of two",
            0.5,
            records -> {
              records
                  .report("police", "r1", "2003-05-09")
                  .concern(EXPLOITATION)
                  .child("a", "A Hill")
                  .sex(MALE);
              records
                  .report("police", "r2", "2003-05-09")
                  .concern(EXPLOITATION)
                  .child("b", "B Hill")
                  .sex(FEMALE);
            }),
        Case.of(
            "a child without a sex is left out",
            1,
            records -> {
              records
                  .report("police", "r1", "2003-05-09")
                  .concern(EXPLOITATION)
                  .child("a", "A Hill")
                  .sex(MALE);
              records
                  .report("police", "r2", "2003-05-09")
                  .concern(EXPLOITATION)
                  .child("b", "B Hill");
            }),
        Case.of(
            "the most frequent value decides",
            1,
            records -> {
              records
                  .report("police", "r1", "2003-05-09")
                  .concern(EXPLOITATION)
                  .child("a", "A Hill")
                  .sex(FEMALE);
              records
                  .report("school", "s1", "2003-05-09")
                  .concern(MISSING)
                  .child("a", "A Hill")
                  .sex(MALE);
              records
                  .report("school", "s2", "2003-05-09")
                  .concern(MISSING)
                  .child("a", "A Hill")
                  .sex(MALE);
            }),
        Case.without(
            "two values equally often settle nothing",
            records -> {
              records
                  .report("police", "r1", "2003-05-09")
                  .concern(EXPLOITATION)
                  .child("a", "A Hill")
                  .sex(FEMALE);
              records
                  .report("school", "s1", "2003-05-09")
                  .concern(MISSING)
                  .child("a", "A Hill")
                  .sex(MALE);
            }),
        Case.without(
            "no sex recorded",
            records ->
                records
                    .report("police", "r1", "2003-05-09")
                    .concern(EXPLOITATION)
                    .child("a", "A Hill")));
  }

  @ParameterizedTest
  @MethodSource
  void boys(Case one) {
    one.isAnsweredBy(new WhatShareOfTheChildrenWereBoys());
  }

  @Test
  void boysAreAShareOfThoseRecordedAndTheRestIsShown() {
    var records = TestRecords.eastmoor();
    records
        .report("police", "r1", "2003-05-09")
        .concern(EXPLOITATION)
        .child("a", "A Hill")
        .sex(MALE);
    records
        .report("police", "r2", "2003-05-09")
        .concern(EXPLOITATION)
        .child("b", "B Hill")
        .sex(FEMALE);
    records.report("police", "r3", "2003-05-09").concern(EXPLOITATION).child("c", "C Hill");

    Finding finding = records.ask(new WhatShareOfTheChildrenWereBoys());

    assertThat(finding.answer())
        .isEqualTo("1 of the 2 children seen with sex recorded was a boy (50%).");
    assertThat(finding.breakdown())
        .containsExactly(
            Breakdown.share("sex", "female", 1, 2),
            Breakdown.share("sex", "male", 1, 2),
            Breakdown.share("sex", "not-recorded", 1, 3));
  }

  static Stream<Case> youngest() {
    return Stream.of(
        Case.of(
            "on the birthday",
            13,
            records ->
                records
                    .report("police", "r1", "2003-05-09")
                    .concern(EXPLOITATION)
                    .child("a", "A Hill", "1990-05-09")),
        Case.of(
            "on the day before the birthday",
            12,
            records ->
                records
                    .report("police", "r1", "2003-05-08")
                    .concern(EXPLOITATION)
                    .child("a", "A Hill", "1990-05-09")),
        Case.of(
            "at the first of two concerns",
            11,
            records -> {
              records
                  .report("police", "r1", "2003-05-09")
                  .concern(EXPLOITATION)
                  .child("a", "A Hill", "1990-05-09");
              records
                  .report("youth", "y1", "2001-06-09")
                  .concern(EXPLOITATION)
                  .child("a", "A Hill");
            }),
        Case.of(
            "by the date of birth that most records give",
            10,
            records -> {
              records
                  .report("police", "r1", "2003-05-09")
                  .concern(EXPLOITATION)
                  .child("a", "A Hill", "1990-05-09");
              records
                  .report("school", "s1", "2003-05-09")
                  .concern(MISSING)
                  .child("a", "A Hill", "1993-05-09");
              records
                  .report("health", "h1", "2003-05-09")
                  .concern(MISSING)
                  .child("a", "A Hill", "1993-05-09");
            }),
        Case.of(
            "of two as frequent the one that is no first of January",
            12,
            records -> {
              records
                  .report("police", "r1", "2003-05-09")
                  .concern(EXPLOITATION)
                  .child("a", "A Hill", "1990-01-01");
              records
                  .report("school", "s1", "2003-05-09")
                  .concern(MISSING)
                  .child("a", "A Hill", "1990-10-07");
            }),
        Case.of(
            "not by the first of January, though more agencies write it",
            12,
            records -> {
              records
                  .report("police", "r1", "2003-05-09")
                  .concern(EXPLOITATION)
                  .child("a", "A Hill", "1990-10-07");
              records
                  .report("school", "s1", "2003-05-09")
                  .concern(MISSING)
                  .child("a", "A Hill", "1996-01-01");
              records
                  .report("health", "h1", "2003-05-09")
                  .concern(MISSING)
                  .child("a", "A Hill", "1996-01-01");
            }),
        Case.of(
            "by what two agencies give, not by what one prints on three rows",
            12,
            records -> {
              for (String id : List.of("s1", "s2", "s3")) {
                records
                    .report("school", id, "2003-05-09")
                    .concern(MISSING)
                    .child("a", "A Hill", "1999-02-03");
              }
              records
                  .report("police", "r1", "2003-05-09")
                  .concern(EXPLOITATION)
                  .child("a", "A Hill", "1990-10-07");
              records
                  .report("health", "h1", "2003-05-09")
                  .concern(MISSING)
                  .child("a", "A Hill", "1990-10-07");
            }),
        Case.of(
            "not by a mother's date, which no child on these rows can have",
            12,
            records -> {
              for (String source : List.of("school", "health")) {
                records
                    .report(source, source + 1, "2003-05-09")
                    .concern(MISSING)
                    .child("a", "A Hill", "1968-10-07");
              }
              records
                  .report("police", "r1", "2003-05-09")
                  .concern(EXPLOITATION)
                  .child("a", "A Hill", "1990-10-07");
            }),
        Case.of(
            "not by a baby's date, born after the row that gives it",
            15,
            records -> {
              for (String source : List.of("school", "health")) {
                records
                    .report(source, source + 1, "2003-05-09")
                    .concern(MISSING)
                    .child("a", "A Hill", "2003-08-01");
              }
              records
                  .report("police", "r1", "2003-05-09")
                  .concern(EXPLOITATION)
                  .child("a", "A Hill", "1987-10-07");
            }),
        Case.of(
            "a year of birth is not enough",
            14,
            records -> {
              records
                  .report("police", "r1", "2003-05-09")
                  .concern(EXPLOITATION)
                  .child("a", "A Hill", "1995");
              records
                  .report("police", "r2", "2003-05-09")
                  .concern(EXPLOITATION)
                  .child("b", "B Hill", "1989-01-02");
            }),
        Case.of(
            "born after the concern is no age",
            14,
            records -> {
              records
                  .report("police", "r1", "2003-05-09")
                  .concern(EXPLOITATION)
                  .child("a", "A Hill", "2003-05-10");
              records
                  .report("police", "r2", "2003-05-09")
                  .concern(EXPLOITATION)
                  .child("b", "B Hill", "1989-01-02");
            }),
        Case.without(
            "no dated concern",
            records ->
                records
                    .reading("social-care", "f1", CHOSEN, EXPLOITED)
                    .child("a", "A Hill", "1990-01-02")),
        Case.without("nobody was seen", records -> {}));
  }

  @ParameterizedTest
  @MethodSource
  void youngest(Case one) {
    one.isAnsweredBy(new HowYoungWasTheYoungestChild());
  }

  static Stream<Case> rate() {
    return Stream.of(
        Case.of(
            "one of two thousand",
            5,
            records -> seen(records).residents(TestRecords.EASTMOOR, 2011, 0, 17, 2000)),
        Case.of(
            "ranges are added, those of adults are not",
            5,
            records ->
                seen(records)
                    .residents(TestRecords.EASTMOOR, 2011, 0, 9, 1500)
                    .residents(TestRecords.EASTMOOR, 2011, 10, 17, 500)
                    .residents(TestRecords.EASTMOOR, 2011, 18, 120, 90_000)),
        Case.of(
            "the latest year within the period",
            5,
            records ->
                seen(records)
                    .residents(TestRecords.EASTMOOR, 2001, 0, 17, 10)
                    .residents(TestRecords.EASTMOOR, 2011, 0, 17, 2000)
                    .residents(TestRecords.EASTMOOR, 2014, 0, 17, 10)),
        Case.of(
            "of the inquiry's own area",
            5,
            records ->
                seen(records)
                    .residents(TestRecords.EASTMOOR, 2011, 0, 17, 2000)
                    .residents(TestRecords.RIDLEY, 2012, 0, 17, 10)),
        Case.of(
            "a range over 18 is shared out by years of age",
            5,
            records ->
                seen(records)
                    .residents(TestRecords.EASTMOOR, 2011, 0, 14, 1400)
                    .residents(TestRecords.EASTMOOR, 2011, 15, 19, 1000)),
        Case.of(
            "everybody together is passed over",
            5,
            records ->
                seen(records)
                    .residents(TestRecords.EASTMOOR, 2011, 0, 120, 99_999)
                    .residents(TestRecords.EASTMOOR, 2011, 0, 17, 2000)),
        Case.without(
            "everybody together says nothing of those under 18",
            records -> seen(records).residents(TestRecords.EASTMOOR, 2011, 0, 120, 99_999)),
        Case.without(
            "an age twice",
            records ->
                seen(records)
                    .residents(TestRecords.EASTMOOR, 2011, 0, 17, 2000)
                    .residents(TestRecords.EASTMOOR, 2011, 10, 17, 900)),
        Case.without(
            "an age missing",
            records ->
                seen(records)
                    .residents(TestRecords.EASTMOOR, 2011, 0, 4, 2000)
                    .residents(TestRecords.EASTMOOR, 2011, 6, 17, 900)),
        Case.without(
            "only a year outside the period",
            records -> seen(records).residents(TestRecords.EASTMOOR, 2014, 0, 17, 2000)),
        Case.without("no population", WhoTheChildrenWereTest::seen));
  }

  private static TestRecords seen(TestRecords records) {
    records.report("police", "r1", "2003-05-09").concern(EXPLOITATION).child("a", "A Hill");
    return records;
  }

  @ParameterizedTest
  @MethodSource
  void rate(Case one) {
    one.isAnsweredBy(new HowManyChildrenInTenThousand());
  }

  @Test
  void rateSaysWhatWasSharedOutAndThatItIsNoYearlyRate() {
    var records =
        seen(TestRecords.eastmoor())
            .residents(TestRecords.EASTMOOR, 2011, 0, 14, 1400)
            .residents(TestRecords.EASTMOOR, 2011, 15, 19, 1000);

    Finding finding = records.ask(new HowManyChildrenInTenThousand());

    assertThat(finding.answer())
        .isEqualTo(
            "5 children were recorded with an exploitation concern for every 10,000 of the 2,000"
                + " residents under 18.");
    assertThat(finding.interval()).isEqualTo(new Interval(5.0, 5.0, null));
    assertThat(finding.caveats())
        .containsExactly(
            "The children are those of the whole period, 1997 to 2013, the residents those of 2011:"
                + " it is no yearly rate.",
            "Residents aged 15 to 19 are given together; 3 in 5 of them are taken to be under 18.");
  }

  static Stream<Case> harm() {
    return Stream.of(
        Case.of(
            "harm on a report about the child",
            1,
            records ->
                records
                    .report("police", "r1", "2003-05-09")
                    .concern(EXPLOITATION)
                    .child("a", "A Hill")
                    .harm(Harm.THREAT)),
        Case.of(
            "a child counts once, whatever the kinds",
            1,
            records -> {
              records
                  .report("police", "r1", "2003-05-09")
                  .concern(EXPLOITATION)
                  .child("a", "A Hill")
                  .harm(Harm.THREAT, Harm.WEAPON);
              records
                  .report("police", "r2", "2003-05-09")
                  .concern(EXPLOITATION)
                  .child("a", "A Hill")
                  .harm(Harm.IMAGES);
            }),
        Case.of(
            "a report that records none, where others do",
            1,
            records -> {
              records
                  .report("police", "r1", "2003-05-09")
                  .concern(EXPLOITATION)
                  .child("a", "A Hill")
                  .harm();
              records
                  .report("police", "r2", "2003-05-09")
                  .concern(EXPLOITATION)
                  .child("b", "B Hill")
                  .harm(Harm.IMAGES);
            }),
        Case.of(
            "harm on a report that is not about exploitation",
            0,
            records -> {
              seen(records);
              records
                  .report("police", "r2", "2003-05-09")
                  .concern(MISSING)
                  .child("a", "A Hill")
                  .harm(Harm.IMAGES);
            }),
        Case.without("no source records harm", WhoTheChildrenWereTest::seen));
  }

  @ParameterizedTest
  @MethodSource
  void harm(Case one) {
    one.isAnsweredBy(new WhichHarmWasRecorded());
  }

  @Test
  void harmIsBrokenDownByKindAndCitesEachKind() {
    var records = TestRecords.eastmoor();
    records
        .report("police", "r1", "2003-05-09")
        .concern(EXPLOITATION)
        .child("a", "A Hill")
        .harm(Harm.THREAT, Harm.WEAPON);
    seen(records);

    Finding finding = records.ask(new WhichHarmWasRecorded());

    assertThat(finding.breakdown()).hasSize(Harm.values().length);
    assertThat(finding.breakdown()).contains(Breakdown.share("kind", "weapon", 1, 1));
    assertThat(records.evidence(finding))
        .containsExactly("police 1 a threat: records harm", "police 1 a weapon: records harm");
  }
}
