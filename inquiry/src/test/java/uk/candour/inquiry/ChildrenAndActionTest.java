package uk.candour.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.candour.record.Concern.EXPLOITATION;
import static uk.candour.record.Concern.MISSING;
import static uk.candour.record.EntryAttribute.Drawn.CHOSEN;
import static uk.candour.record.EntryAttribute.Judgement.EXPLOITED;
import static uk.candour.record.EntryAttribute.MadeTo.NOBODY;
import static uk.candour.record.EntryAttribute.MonitoringChange.ADDED;
import static uk.candour.record.Outcome.ACCEPTED;
import static uk.candour.record.Outcome.EARLY_HELP;
import static uk.candour.record.Outcome.NO_FURTHER_ACTION;
import static uk.candour.record.Outcome.SECTION_47;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.inquiry.Finding.Detail;
import uk.candour.inquiry.Finding.Interval;
import uk.candour.record.EntryKind;

/// What was done about the children who were seen, and when.
class ChildrenAndActionTest {

  private static void seen(TestRecords records, String key, String day) {
    records.report("police", "r-" + key, day).concern(EXPLOITATION).child(key, key + " Hill");
  }

  private static void acted(TestRecords records, String key, String day) {
    records.decision("police", "d-" + key, day).on("r-" + key).outcome(ACCEPTED);
  }

  static Stream<Case> neverActed() {
    return Stream.of(
        Case.of(
            "no decision on any report about the child",
            1,
            records -> {
              seen(records, "a", "2003-05-09");
              seen(records, "b", "2003-05-09");
              acted(records, "b", "2003-05-10");
            }),
        Case.of(
            "a decision that is no action",
            1,
            records -> {
              seen(records, "a", "2003-05-09");
              records.decision("police", "d1", "2003-05-10").on("r-a").outcome(EARLY_HELP);
            }),
        Case.of(
            "action on the day of the first concern",
            0,
            records -> {
              seen(records, "a", "2003-05-09");
              acted(records, "a", "2003-05-09");
            }),
        Case.of(
            "action on another report, before the first concern",
            1,
            records -> {
              records.report("school", "s1", "2003-01-01").concern(MISSING).child("a", "a Hill");
              records.decision("school", "d1", "2003-05-08").on("s1").outcome(ACCEPTED);
              seen(records, "a", "2003-05-09");
            }),
        Case.of(
            "action on a report that is not about exploitation",
            0,
            records -> {
              records.report("school", "s1", "2003-01-01").concern(MISSING).child("a", "a Hill");
              records.decision("school", "d1", "2003-05-10").on("s1").outcome(ACCEPTED);
              seen(records, "a", "2003-05-09");
            }),
        Case.of(
            "action without a date",
            0,
            records -> {
              seen(records, "a", "2003-05-09");
              acted(records, "a", "");
            }),
        Case.of(
            "action with a partial date",
            0,
            records -> {
              seen(records, "a", "2003-05-09");
              acted(records, "a", "2003");
            }),
        Case.of(
            "action dated before its report counts as undated",
            0,
            records -> {
              seen(records, "a", "2003-05-09");
              acted(records, "a", "2003-05-01");
            }),
        Case.of(
            "action after the as-at date",
            1,
            records -> {
              seen(records, "a", "2003-05-09");
              acted(records, "a", "2014-06-01");
            }),
        Case.of(
            "an assessment's outcome is no action",
            1,
            records -> {
              seen(records, "a", "2003-05-09");
              records.assessment("police", "a1", "2003-05-10").on("r-a").outcome(SECTION_47);
              records.decision("police", "d1", "2003-05-10").on("r-a").outcome(NO_FURTHER_ACTION);
            }),
        Case.of(
            "a neighbour's decision",
            1,
            records -> {
              seen(records, "a", "2003-05-09");
              records
                  .decision("ridley-police", "d1", "2003-05-10")
                  .on("police", "r-a")
                  .outcome(ACCEPTED);
              records.decision("police", "d2", "2003-05-10").on("r-a").outcome(NO_FURTHER_ACTION);
            }),
        Case.of(
            "another source's decision on the report",
            0,
            records -> {
              seen(records, "a", "2003-05-09");
              records
                  .decision("social-care", "d1", "2003-05-10")
                  .on("police", "r-a")
                  .outcome(ACCEPTED);
            }),
        Case.of(
            "a decision in the row of the report",
            0,
            records ->
                records
                    .report("police", "r1", "2003-05-09")
                    .concern(EXPLOITATION)
                    .child("a", "A Hill")
                    .and(EntryKind.DECISION_TAKEN)
                    .happened("2003-05-10")
                    .outcome(ACCEPTED)),
        Case.of(
            "seen by a reading alone, and some action: it cannot be said",
            0,
            records -> {
              records.reading("social-care", "f1", CHOSEN, EXPLOITED).child("a", "A Hill");
              records.report("school", "s1", "2003-01-01").concern(MISSING).child("a", "A Hill");
              records.decision("school", "d1", "2003-05-10").on("s1").outcome(ACCEPTED);
            }),
        Case.of(
            "seen by a reading alone, and no action",
            1,
            records -> {
              records.reading("social-care", "f1", CHOSEN, EXPLOITED).child("a", "A Hill");
              records.decision("school", "d1", "2003-05-10").on("s1").outcome(ACCEPTED);
            }),
        Case.without("nobody handed over decisions", records -> seen(records, "a", "2003-05-09")));
  }

  @ParameterizedTest
  @MethodSource
  void neverActed(Case one) {
    one.isAnsweredBy(new HowManyChildrenWereNeverActedOn());
  }

  @Test
  void neverActedTellsHowManyAgenciesHeldAConcern() {
    var records = TestRecords.eastmoor();
    seen(records, "a", "2003-05-09");
    records.report("youth", "y1", "2003-06-01").concern(EXPLOITATION).child("a", "a Hill");
    seen(records, "b", "2003-05-09");
    acted(records, "b", "2003-05-10");

    Finding finding = records.ask(new HowManyChildrenWereNeverActedOn());

    assertThat(finding.answer())
        .isEqualTo("1 of the 2 children seen was never acted on by 31 May 2014.");
    assertThat(finding.breakdown()).containsExactly(Breakdown.share("agencies", "2", 1, 1));
    assertThat(records.evidence(finding))
        .containsExactly(
            "police 1 a 2: first concern, never acted on", "youth 1 a 2: concern, never acted on");
  }

  static Stream<Case> toAction() {
    return Stream.of(
        Case.of(
            "one child, acted on after three days",
            3,
            records -> {
              seen(records, "a", "2003-05-09");
              acted(records, "a", "2003-05-12");
            }),
        Case.of(
            "days run from recording, not from what happened",
            2,
            records -> {
              records
                  .report("police", "r1", "2003-05-01")
                  .recorded("2003-05-10")
                  .concern(EXPLOITATION)
                  .child("a", "A Hill");
              records.decision("police", "d1", "2003-05-12").on("r1").outcome(ACCEPTED);
            }),
        Case.of(
            "the first concern is anybody's",
            11,
            records -> {
              records
                  .report("youth", "y1", "2003-05-01")
                  .concern(EXPLOITATION)
                  .child("a", "a Hill");
              seen(records, "a", "2003-05-09");
              acted(records, "a", "2003-05-12");
            }),
        Case.of(
            "half acted on: the day on which the second of four was",
            5,
            records -> {
              seen(records, "a", "2003-05-09");
              seen(records, "b", "2003-05-09");
              seen(records, "c", "2003-05-09");
              seen(records, "d", "2003-05-09");
              acted(records, "a", "2003-05-12");
              acted(records, "b", "2003-05-14");
            }),
        Case.without(
            "fewer than half acted on",
            records -> {
              seen(records, "a", "2003-05-09");
              seen(records, "b", "2003-05-09");
              seen(records, "c", "2003-05-09");
              acted(records, "a", "2003-05-12");
            }),
        Case.of(
            "an undated action takes the child out",
            3,
            records -> {
              seen(records, "a", "2003-05-09");
              acted(records, "a", "2003-05-12");
              seen(records, "b", "2003-05-09");
              acted(records, "b", "2003");
              seen(records, "c", "2003");
              acted(records, "c", "2003-07-09");
            }),
        Case.without(
            "nobody has days",
            records -> {
              seen(records, "b", "2003-05-09");
              acted(records, "b", "2003");
            }),
        Case.without("nobody handed over decisions", records -> seen(records, "a", "2003-05-09")));
  }

  @ParameterizedTest
  @MethodSource
  void toAction(Case one) {
    one.isAnsweredBy(new HowLongUntilAChildWasActedOn());
  }

  @Test
  void toActionHasNoHighEndWhereALinkingHasNoMedian() {
    var records = TestRecords.eastmoor();
    seen(records, "a", "2003-05-09");
    acted(records, "a", "2003-05-12");
    records.report("youth", "y1", "2003-05-09").concern(EXPLOITATION).child("b", "B Hill");
    records.report("youth", "y2", "2003-05-09").concern(EXPLOITATION).child("c", "C Hill");
    records.linked("a", "b", 0.2);
    records.linked("a", "c", 0.7);

    Finding finding = records.ask(new HowLongUntilAChildWasActedOn());

    assertThat(finding.value()).isEqualTo(3);
    assertThat(finding.interval()).isEqualTo(new Interval(3.0, null, null));
    assertThat(finding.answer())
        .isEqualTo(
            "Half of the 2 children had been acted on 3 days after the first exploitation concern was"
                + " recorded; 1 never acted on counts as still waiting.");
    assertThat(finding.breakdown())
        .filteredOn(row -> row.by().equals("statistic"))
        .allSatisfy(row -> {
          assertThat(row.value()).isEqualTo(3);
          assertThat(row.details()).containsExactly(new Detail("children-acted-on", 1L));
        });
    assertThat(records.evidence(finding))
        .containsExactly(
            "police 1 a 2003: first concern",
            "police 2 a 2003: first action",
            "youth 1 b 2003: first concern, never acted on");
  }

  static Stream<Case> repeatReported() {
    return Stream.of(
        Case.of(
            "three reports and no action",
            1,
            records -> {
              reports(records, "2003-05-01", "2003-05-02", "2003-05-03");
              nothingDone(records);
            }),
        Case.of(
            "two reports and no action",
            0,
            records -> {
              reports(records, "2003-05-01", "2003-05-02");
              nothingDone(records);
            }),
        Case.of(
            "a fourth that led to action",
            1,
            records -> {
              reports(records, "2003-05-01", "2003-05-02", "2003-05-03", "2003-05-04");
              records.decision("police", "d1", "2003-06-01").on("r3").outcome(ACCEPTED);
            }),
        Case.of(
            "the third led to action",
            0,
            records -> {
              reports(records, "2003-05-01", "2003-05-02", "2003-05-03");
              records.decision("police", "d1", "2003-06-01").on("r2").outcome(ACCEPTED);
            }),
        Case.of(
            "the first led to action, three later ones to none",
            0,
            records -> {
              reports(records, "2003-05-01", "2003-05-02", "2003-05-03", "2003-05-04");
              records.decision("police", "d1", "2003-06-01").on("r0").outcome(ACCEPTED);
            }),
        Case.of(
            "one on the same day as the one that led to action",
            0,
            records -> {
              reports(records, "2003-05-01", "2003-05-02", "2003-05-03", "2003-05-03");
              records.decision("police", "d1", "2003-06-01").on("r3").outcome(ACCEPTED);
            }),
        Case.of(
            "an undated action is action",
            1,
            records -> {
              reports(records, "2003-05-01", "2003-05-02", "2003-05-03", "2003-05-04");
              records.decision("police", "d1", "").on("r3").outcome(ACCEPTED);
            }),
        Case.of(
            "the report that led to action is undated: it cannot be said",
            0,
            records -> {
              reports(records, "2003-05-01", "2003-05-02", "2003-05-03", "2003");
              records.decision("police", "d1", "2003-06-01").on("r3").outcome(ACCEPTED);
            }),
        Case.of(
            "undated reports count where none led to action",
            1,
            records -> {
              reports(records, "2003-05-01", "2003", "");
              nothingDone(records);
            }),
        Case.of(
            "a report to nobody is none",
            0,
            records -> {
              reports(records, "2003-05-01", "2003-05-02");
              records
                  .report("police", "n1", "2003-05-03")
                  .to(NOBODY)
                  .concern(EXPLOITATION)
                  .child("a", "A Hill");
              nothingDone(records);
            }),
        Case.of(
            "a report about something else is none",
            0,
            records -> {
              reports(records, "2003-05-01", "2003-05-02");
              records.report("police", "n1", "2003-05-03").concern(MISSING).child("a", "A Hill");
              nothingDone(records);
            }),
        Case.of(
            "monitoring is no report",
            0,
            records -> {
              reports(records, "2003-05-01", "2003-05-02");
              records.monitoring("police", "m1", "2003-05-03", ADDED).child("a", "A Hill");
              nothingDone(records);
            }),
        Case.without(
            "no report was made to anybody",
            records -> {
              records
                  .report("youth", "y1", "2003-05-01")
                  .concern(EXPLOITATION)
                  .child("a", "A Hill");
              nothingDone(records);
            }),
        Case.without(
            "nobody handed over decisions",
            records -> reports(records, "2003-05-01", "2003-05-02", "2003-05-03")));
  }

  private static void reports(TestRecords records, String... days) {
    for (int n = 0; n < days.length; n++) {
      records.report("police", "r" + n, days[n]).concern(EXPLOITATION).child("a", "A Hill");
    }
  }

  private static void nothingDone(TestRecords records) {
    records.decision("police", "d0", "2003-06-01").on("r0").outcome(NO_FURTHER_ACTION);
  }

  @ParameterizedTest
  @MethodSource
  void repeatReported(Case one) {
    one.isAnsweredBy(new HowManyChildrenWereReportedAgainAndAgain());
  }

  @Test
  void repeatReportedCitesTheReportsInVain() {
    var records = TestRecords.eastmoor();
    reports(records, "2003-05-01", "2003-05-02", "2003-05-03", "2003-05-04");
    records.decision("police", "d1", "2003-06-01").on("r3").outcome(ACCEPTED);

    assertThat(records.evidence(records.ask(new HowManyChildrenWereReportedAgainAndAgain())))
        .containsExactly(
            "police 1 a 3: report that led to no action",
            "police 2 a 3: report that led to no action",
            "police 3 a 3: report that led to no action");
  }
}
