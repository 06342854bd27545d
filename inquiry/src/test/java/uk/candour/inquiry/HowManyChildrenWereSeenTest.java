package uk.candour.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.candour.record.Concern.EXPLOITATION;
import static uk.candour.record.Concern.MISSING;
import static uk.candour.record.Concern.NEGLECT;
import static uk.candour.record.Concern.TRAFFICKING;
import static uk.candour.record.EntryAttribute.Drawn.CHOSEN;
import static uk.candour.record.EntryAttribute.Judgement.AT_RISK;
import static uk.candour.record.EntryAttribute.Judgement.EXPLOITED;
import static uk.candour.record.EntryAttribute.MonitoringChange.ADDED;
import static uk.candour.record.EntryAttribute.MonitoringChange.REMOVED;
import static uk.candour.record.Outcome.CLOSED;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.inquiry.Finding.Interval;
import uk.candour.record.EntryKind;
import uk.candour.record.PersonAttribute;
import uk.candour.record.Sex;

class HowManyChildrenWereSeenTest {

  private final HowManyChildrenWereSeen question = new HowManyChildrenWereSeen();

  static Stream<Case> cases() {
    return Stream.of(
        Case.of(
            "a report of exploitation",
            1,
            records ->
                records
                    .report("police", "r1", "2003-05-09")
                    .concern(EXPLOITATION)
                    .child("a", "A Hill")),
        Case.of(
            "trafficking is exploitation too",
            1,
            records ->
                records
                    .report("police", "r1", "2003-05-09")
                    .concern(TRAFFICKING)
                    .child("a", "A Hill")),
        Case.of(
            "another concern is none",
            0,
            records ->
                records.report("police", "r1", "2003-05-09").concern(MISSING).child("a", "A Hill")),
        Case.of(
            "the remit may name other concerns",
            1,
            records ->
                records
                    .exploitation(MISSING)
                    .report("police", "r1", "2003-05-09")
                    .concern(MISSING)
                    .child("a", "A Hill")),
        Case.of(
            "the category of a decision is no concern",
            0,
            records ->
                records
                    .decision("social-care", "d1", "2003-05-09")
                    .category(EXPLOITATION)
                    .child("a", "A Hill")),
        Case.of(
            "a child put on monitoring, by default for exploitation",
            1,
            records ->
                records.monitoring("police", "m1", "2003-05-09", ADDED).child("a", "A Hill")),
        Case.of(
            "a child put on monitoring for something else",
            0,
            records ->
                records
                    .monitoring("police", "m1", "2003-05-09", ADDED)
                    .concern(NEGLECT)
                    .child("a", "A Hill")),
        Case.of(
            "a child taken off monitoring",
            0,
            records ->
                records.monitoring("police", "m1", "2003-05-09", REMOVED).child("a", "A Hill")),
        Case.of(
            "an assessment with factor 11A",
            1,
            records ->
                records
                    .assessment("social-care", "a1", "2003-05-09")
                    .factors("10A 11A")
                    .child("a", "A Hill")),
        Case.of(
            "an assessment with factor 11A that names no child, of a report that does",
            1,
            records -> {
              records
                  .report("social-care", "r1", "2003-05-01")
                  .concern(MISSING)
                  .child("a", "A Hill");
              records.assessment("social-care", "a1", "2003-05-09").on("r1").factors("11A");
            }),
        Case.of(
            "an assessment with factor 12A",
            1,
            records ->
                records
                    .assessment("social-care", "a1", "2003-05-09")
                    .factors("12A")
                    .child("a", "A Hill")),
        Case.of(
            "factor 24A is criminal exploitation and none of these",
            0,
            records ->
                records
                    .assessment("social-care", "a1", "2003-05-09")
                    .factors("24A")
                    .child("a", "A Hill")),
        Case.of(
            "a reading judged exploited, whatever its date",
            1,
            records ->
                records.reading("social-care", "f1", CHOSEN, EXPLOITED).child("a", "A Hill")),
        Case.of(
            "a reading judged at risk",
            0,
            records -> records.reading("social-care", "f1", CHOSEN, AT_RISK).child("a", "A Hill")),
        Case.of(
            "named in the decision on such a report alone",
            1,
            records -> {
              records.report("police", "r1", "2003-05-09").concern(EXPLOITATION);
              records
                  .decision("police", "d1", "2003-05-12")
                  .on("r1")
                  .outcome(CLOSED)
                  .child("a", "A Hill");
            }),
        Case.of(
            "a briefing is by default about exploitation",
            1,
            records ->
                records
                    .row("social-care", EntryKind.LEADERS_BRIEFED, "b1", "2003-05-09")
                    .child("a", "A Hill")),
        Case.of(
            "recorded before the period",
            0,
            records ->
                records
                    .report("police", "r1", "1996-12-31")
                    .concern(EXPLOITATION)
                    .child("a", "A Hill")),
        Case.of(
            "recorded after the period, before the as-at date",
            0,
            records ->
                records
                    .report("police", "r1", "2014-01-01")
                    .concern(EXPLOITATION)
                    .child("a", "A Hill")),
        Case.of(
            "happened before the period and recorded in it",
            1,
            records ->
                records
                    .report("police", "r1", "1996-12-31")
                    .recorded("1997-01-01")
                    .concern(EXPLOITATION)
                    .child("a", "A Hill")),
        Case.of(
            "undated, which may lie in the period",
            1,
            records ->
                records.report("police", "r1", "").concern(EXPLOITATION).child("a", "A Hill")),
        Case.of(
            "a partial date that overlaps the period",
            1,
            records ->
                records.report("police", "r1", "2013").concern(EXPLOITATION).child("a", "A Hill")),
        Case.of(
            "a partial date outside the period",
            0,
            records ->
                records.report("police", "r1", "1996").concern(EXPLOITATION).child("a", "A Hill")),
        Case.of(
            "a neighbour's source",
            0,
            records ->
                records
                    .report("ridley-police", "r1", "2003-05-09")
                    .concern(EXPLOITATION)
                    .child("a", "A Hill")),
        Case.of(
            "a suspect is no seen child",
            0,
            records ->
                records
                    .report("police", "r1", "2003-05-09")
                    .concern(EXPLOITATION)
                    .suspect("s", "S Low", "1990-01-01")),
        Case.of(
            "one child in two sources",
            1,
            records -> {
              records
                  .report("police", "r1", "2003-05-09")
                  .concern(EXPLOITATION)
                  .child("a", "A Hill");
              records
                  .report("youth", "y1", "2003-06-09")
                  .concern(EXPLOITATION)
                  .child("a", "A Hill");
            }),
        Case.of(
            "a forename alone",
            0,
            records ->
                records
                    .report("youth", "y1", "2003-05-09")
                    .concern(EXPLOITATION)
                    .child("a", "Amy")),
        Case.of(
            "a forename and a full date of birth",
            1,
            records ->
                records
                    .report("youth", "y1", "2003-05-09")
                    .concern(EXPLOITATION)
                    .child("a", "Amy", "1990-01-02")),
        Case.of(
            "a forename and a number",
            1,
            records ->
                records
                    .report("youth", "y1", "2003-05-09")
                    .concern(EXPLOITATION)
                    .child("a", "Amy")
                    .of(PersonAttribute.ID, "nhs:1")),
        Case.of(
            "a forename that is linked to a known child",
            1,
            records -> {
              records.report("youth", "y1", "2003-05-09").concern(EXPLOITATION).child("a", "Amy");
              records.report("school", "s1", "2003-05-09").concern(NEGLECT).child("a", "Amy Hill");
            }));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void countsChildrenWithAConcernRecordedInThePeriod(Case one) {
    one.isAnsweredBy(question);
  }

  @Test
  void lowAndHighComeFromTheLinkingsAndForenamesAloneCountInTheHighEnd() {
    var records = TestRecords.eastmoor();
    records.report("police", "r1", "2003-05-09").concern(EXPLOITATION).child("amy", "Amy Hill");
    records.report("youth", "y1", "2003-06-09").concern(EXPLOITATION).child("amie", "Amie Hill");
    records.report("youth", "y2", "2003-06-10").concern(EXPLOITATION).child("ames", "Ames Hill");
    records.report("youth", "y3", "2003-06-11").concern(EXPLOITATION).child("jo", "Jo");
    records.linked("amy", "amie", 0.7);
    records.linked("amy", "ames", 0.2);

    Finding finding = records.ask(question);

    assertThat(finding.value()).isEqualTo(2);
    assertThat(finding.interval()).isEqualTo(new Interval(1.0, 4.0, null));
    assertThat(finding.caveats())
        .contains("1 person known by a forename alone, who could not be placed, is not counted.");
  }

  @Test
  void answersInASentenceWithTheRightForms() {
    var records = TestRecords.eastmoor();
    assertThat(records.ask(question).answer())
        .isEqualTo(
            "No child was recorded with an exploitation concern in Eastmoor between 1 January 1997"
                + " and 31 December 2013.");

    records = TestRecords.eastmoor();
    records.report("police", "r1", "2003-05-09").concern(EXPLOITATION).child("amy", "Amy Hill");
    assertThat(records.ask(question).answer())
        .startsWith("1 child was recorded with an exploitation concern in Eastmoor");
  }

  @Test
  void breaksDownByAgencySexAgeYearAndNeighbouringArea() {
    var records = TestRecords.eastmoor();
    records
        .report("police", "r1", "2003-05-09")
        .concern(EXPLOITATION)
        .child("amy", "Amy Hill", "1990-05-10")
        .sex(Sex.FEMALE);
    records.report("youth", "y1", "2004-06-09").concern(EXPLOITATION).child("amy", "Amy Hill");
    records.report("youth", "y2", "2004").concern(EXPLOITATION).child("ben", "Ben Dale");
    records
        .report("ridley-police", "n1", "2004-01-01")
        .concern(EXPLOITATION)
        .child("amy", "A Hill");
    records.report("ridley-police", "n2", "2004-01-01").concern(EXPLOITATION).child("cy", "C Moss");

    Finding finding = records.ask(question);

    assertThat(
            finding.breakdown().stream().map(row -> row.by() + " " + row.key() + " " + row.count()))
        .containsExactly(
            "agency police 1",
            "agency youth 2",
            "sex female 1",
            "sex not-recorded 1",
            "age 12 1",
            "age not-recorded 1",
            "year 2003 1",
            "year not-recorded 1",
            "area " + TestRecords.RIDLEY + " 2");
    Breakdown ridley = finding.breakdown().getLast();
    assertThat(ridley.details())
        .contains(new Finding.Detail("name", "Ridley"), new Finding.Detail("also-seen-here", 1L));
  }

  @Test
  void citesEveryConcernOfEveryChild() {
    var records = TestRecords.eastmoor();
    records.report("police", "r1", "2003-05-09").concern(EXPLOITATION).child("amy", "Amy Hill");
    records.report("police", "r2", "2003-06-09").concern(MISSING).child("amy", "Amy Hill");
    records.report("youth", "y1", "2003-01-09").concern(EXPLOITATION).child("amy", "Amy Hill");

    assertThat(records.evidence(records.ask(question)))
        .containsExactly("youth 1 amy 2003: first concern", "police 1 amy 2003: concern");
  }
}
