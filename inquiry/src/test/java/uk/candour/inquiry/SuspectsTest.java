package uk.candour.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.candour.record.Concern.EXPLOITATION;
import static uk.candour.record.Concern.MISSING;
import static uk.candour.record.Outcome.CLOSED;
import static uk.candour.record.Standing.CHARGED;
import static uk.candour.record.Standing.CONVICTED;
import static uk.candour.record.Standing.INTELLIGENCE;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.inquiry.Finding.Interval;
import uk.candour.record.EntryKind;
import uk.candour.record.PersonAttribute;

/// Whom the records name as suspects, apart from those under 18, and with whom.
class SuspectsTest {

  static Stream<Case> identified() {
    return Stream.of(
        Case.of(
            "named by a surname",
            1,
            records ->
                records
                    .report("police", "r1", "2003-05-09")
                    .concern(EXPLOITATION)
                    .suspect("s", "Sid Low")),
        Case.of(
            "by a forename alone",
            0,
            records ->
                records
                    .report("police", "r1", "2003-05-09")
                    .concern(EXPLOITATION)
                    .suspect("s", "Sid")),
        Case.of(
            "by a nickname alone",
            0,
            records ->
                records
                    .report("police", "r1", "2003-05-09")
                    .concern(EXPLOITATION)
                    .suspect("s", "")
                    .of(PersonAttribute.ALIAS, "Taz")),
        Case.of(
            "by a surname in another record of the same person",
            1,
            records -> {
              records
                  .report("police", "r1", "2003-05-09")
                  .concern(EXPLOITATION)
                  .suspect("s", "Sid");
              records.report("police", "r2", "2003-05-09").concern(MISSING).adult("s", "Sid Low");
            }),
        Case.of(
            "by a surname that a neighbouring area's record alone gives",
            0,
            records -> {
              records
                  .report("police", "r1", "2003-05-09")
                  .concern(EXPLOITATION)
                  .suspect("s", "Sid");
              records
                  .report("ridley-police", "r2", "2003-05-09")
                  .concern(EXPLOITATION)
                  .suspect("s", "Sid Low");
            }),
        Case.of(
            "in an entry about something else",
            0,
            records -> {
              records.report("police", "r1", "2003-05-09").concern(MISSING).suspect("s", "Sid Low");
            }),
        Case.of(
            "in a decision on a report of exploitation",
            1,
            records -> {
              records.report("police", "r1", "2003-05-09").concern(EXPLOITATION);
              records
                  .decision("police", "d1", "2003-05-12")
                  .on("r1")
                  .outcome(CLOSED)
                  .suspect("s", "Sid Low");
            }),
        Case.of(
            "under 18 at the event",
            0,
            records ->
                records
                    .report("police", "r1", "2003-05-09")
                    .concern(EXPLOITATION)
                    .suspect("s", "Sid Low", "1985-05-10")),
        Case.of(
            "18 on the day",
            1,
            records ->
                records
                    .report("police", "r1", "2003-05-09")
                    .concern(EXPLOITATION)
                    .suspect("s", "Sid Low", "1985-05-09")),
        Case.of(
            "the event is when it happened, not when it was recorded",
            0,
            records ->
                records
                    .report("police", "r1", "2003-05-09")
                    .recorded("2003-05-20")
                    .concern(EXPLOITATION)
                    .suspect("s", "Sid Low", "1985-05-10")),
        Case.of(
            "a year of birth that leaves 18 possible",
            1,
            records ->
                records
                    .report("police", "r1", "2003-05-09")
                    .concern(EXPLOITATION)
                    .suspect("s", "Sid Low", "1985")),
        Case.of(
            "a year of birth that does not",
            0,
            records ->
                records
                    .report("police", "r1", "2003-05-09")
                    .concern(EXPLOITATION)
                    .suspect("s", "Sid Low", "1986")),
        Case.of(
            "an age of 17",
            0,
            records ->
                records
                    .report("police", "r1", "2003-05-09")
                    .concern(EXPLOITATION)
                    .suspect("s", "Sid Low")
                    .age(17, 17)),
        Case.of(
            "an age from 16 to 20",
            1,
            records ->
                records
                    .report("police", "r1", "2003-05-09")
                    .concern(EXPLOITATION)
                    .suspect("s", "Sid Low")
                    .age(16, 20)),
        Case.of(
            "an age in another record of the same person",
            0,
            records -> {
              records
                  .report("police", "r1", "2003-05-09")
                  .concern(EXPLOITATION)
                  .suspect("s", "Sid Low");
              records
                  .report("police", "r2", "2004-05-09")
                  .concern(MISSING)
                  .child("s", "Sid Low", "1990");
            }),
        Case.of(
            "a date of birth, but no date of the event: of unknown age",
            1,
            records ->
                records
                    .report("police", "r1", "")
                    .concern(EXPLOITATION)
                    .suspect("s", "Sid Low", "1999-05-10")),
        Case.without(
            "no source names suspects",
            records ->
                records
                    .report("police", "r1", "2003-05-09")
                    .concern(EXPLOITATION)
                    .child("a", "A Hill")));
  }

  @ParameterizedTest
  @MethodSource
  void identified(Case one) {
    one.isAnsweredBy(new HowManySuspectsWereIdentified());
  }

  @Test
  void identifiedStandWhereTheRecordThatSaysMostPutsThemAndNicknamesCountInTheHighEnd() {
    var records = TestRecords.eastmoor();
    records
        .report("police", "r1", "2003-05-09")
        .concern(EXPLOITATION)
        .suspect("s", "Sid Low")
        .standing(INTELLIGENCE);
    records
        .row("police", EntryKind.CONVICTION_RECORDED, "c1", "2005-05-09")
        .concern(EXPLOITATION)
        .suspect("s", "Sid Low")
        .standing(CONVICTED);
    records
        .report("police", "r2", "2003-05-09")
        .concern(EXPLOITATION)
        .suspect("t", "Ted Low")
        .standing(CHARGED);
    records.report("police", "r3", "2003-05-09").concern(EXPLOITATION).suspect("n", "Taz");

    Finding finding = records.ask(new HowManySuspectsWereIdentified());

    assertThat(finding.value()).isEqualTo(2);
    assertThat(finding.interval()).isEqualTo(new Interval(2.0, 3.0, null));
    assertThat(finding.breakdown())
        .containsExactly(
            Breakdown.count("standing", "convicted", 1),
            Breakdown.count("standing", "charged", 1),
            Breakdown.count("standing", "named", 0),
            Breakdown.count("standing", "intelligence", 0),
            Breakdown.count("name", "nickname-alone", 1));
    assertThat(records.evidence(finding))
        .containsExactly(
            "police 1 s convicted: intelligence",
            "police 2 s convicted: convicted",
            "police 3 t charged: charged");
    assertThat(finding.caveats())
        .containsExactly(
            "1 suspect known in the area's records by a forename or nickname alone counts only in the high end.");
  }

  @Test
  void peopleUnder18AreCountedApartWithThoseAlsoSeenAsAChild() {
    var records = TestRecords.eastmoor();
    records
        .report("police", "r1", "2003-05-09")
        .concern(EXPLOITATION)
        .suspect("a", "A Hill", "1987-01-02");
    records.report("youth", "y1", "2002-05-09").concern(EXPLOITATION).child("a", "A Hill");
    records
        .report("police", "r2", "2003-05-09")
        .concern(EXPLOITATION)
        .suspect("b", "B Hill")
        .age(15, 15);
    records.report("police", "r3", "2003-05-09").concern(EXPLOITATION).suspect("c", "C Hill");
    records
        .report("police", "r4", "2003-05-09")
        .concern(MISSING)
        .suspect("d", "D Hill")
        .age(15, 15);

    Finding finding = records.ask(new HowManyChildrenWereRecordedAsSuspects());

    assertThat(finding.value()).isEqualTo(2);
    assertThat(finding.answer())
        .isEqualTo(
            "2 children were recorded as suspects, 1 of whom was also seen as an exploited child.");
    assertThat(finding.breakdown())
        .containsExactly(
            Breakdown.share("also-seen", "yes", 1, 2), Breakdown.share("also-seen", "no", 1, 2));
    assertThat(records.evidence(finding))
        .containsExactly("police 1 a yes: suspect under 18", "police 2 b no: suspect under 18");
  }

  static Stream<Case> severalSuspects() {
    return Stream.of(
        Case.of(
            "two in one entry",
            1,
            records ->
                records
                    .report("police", "r1", "2003-05-09")
                    .concern(EXPLOITATION)
                    .child("a", "A Hill")
                    .suspect("s", "Sid Low")
                    .suspect("t", "Ted Low")),
        Case.of(
            "two in two entries",
            1,
            records -> {
              records
                  .report("police", "r1", "2003-05-09")
                  .concern(EXPLOITATION)
                  .child("a", "A Hill")
                  .suspect("s", "Sid Low");
              records
                  .report("youth", "y1", "2003-05-09")
                  .concern(EXPLOITATION)
                  .child("a", "A Hill")
                  .suspect("t", "Ted Low");
            }),
        Case.of(
            "one in two entries",
            0,
            records -> {
              records
                  .report("police", "r1", "2003-05-09")
                  .concern(EXPLOITATION)
                  .child("a", "A Hill")
                  .suspect("s", "Sid Low");
              records
                  .report("youth", "y1", "2003-05-09")
                  .concern(EXPLOITATION)
                  .child("a", "A Hill")
                  .suspect("s", "Sid Low");
            }),
        Case.of(
            "the second under 18",
            0,
            records ->
                records
                    .report("police", "r1", "2003-05-09")
                    .concern(EXPLOITATION)
                    .child("a", "A Hill")
                    .suspect("s", "Sid Low")
                    .suspect("t", "Ted Low", "1990-01-02")),
        Case.of(
            "a child known by a forename alone",
            0,
            records ->
                records
                    .report("police", "r1", "2003-05-09")
                    .concern(EXPLOITATION)
                    .child("a", "Amy")
                    .suspect("s", "Sid Low")
                    .suspect("t", "Ted Low")),
        Case.of(
            "a meeting lists many cases and ties nobody",
            0,
            records ->
                records
                    .row("social-care", EntryKind.MEETING_HELD, "m1", "2003-05-09")
                    .concern(EXPLOITATION)
                    .child("a", "A Hill")
                    .suspect("s", "Sid Low")
                    .suspect("t", "Ted Low")),
        Case.of(
            "an entry about something else ties nobody",
            0,
            records -> {
              records
                  .report("police", "r1", "2003-05-09")
                  .concern(EXPLOITATION)
                  .child("a", "A Hill")
                  .suspect("s", "Sid Low");
              records
                  .report("police", "r2", "2003-05-09")
                  .concern(MISSING)
                  .child("a", "A Hill")
                  .suspect("t", "Ted Low");
            }),
        Case.without(
            "no source names suspects",
            records ->
                records
                    .report("police", "r1", "2003-05-09")
                    .concern(EXPLOITATION)
                    .child("a", "A Hill")));
  }

  @ParameterizedTest
  @MethodSource
  void severalSuspects(Case one) {
    one.isAnsweredBy(new HowManyChildrenWereTiedToSeveralSuspects());
  }

  @Test
  void aSecondSuspectKnownByANicknameAloneCountsInTheHighEndAlone() {
    var records = TestRecords.eastmoor();
    records
        .report("police", "r1", "2003-05-09")
        .concern(EXPLOITATION)
        .child("a", "A Hill")
        .suspect("s", "Sid Low")
        .suspect("t", "Taz");

    Finding finding = records.ask(new HowManyChildrenWereTiedToSeveralSuspects());

    assertThat(finding.value()).isEqualTo(0);
    assertThat(finding.interval()).isEqualTo(new Interval(0.0, 1.0, null));
    assertThat(records.evidence(finding)).isEmpty();
  }

  @Test
  void severalSuspectsShowsTheRowsThatNameThem() {
    var records = TestRecords.eastmoor();
    records
        .report("police", "r1", "2003-05-09")
        .concern(EXPLOITATION)
        .child("a", "A Hill")
        .suspect("s", "Sid Low")
        .suspect("t", "Ted Low");

    Finding finding = records.ask(new HowManyChildrenWereTiedToSeveralSuspects());

    assertThat(finding.answer()).isEqualTo("1 child was named together with two suspects or more.");
    assertThat(finding.breakdown()).containsExactly(Breakdown.count("suspects", "2", 1));
    assertThat(records.evidence(finding))
        .containsExactly(
            "police 1 a 2: child",
            "police 1 s 2: suspect named with the child",
            "police 1 t 2: suspect named with the child");
  }

  @Test
  void aSuspectNamedWithTwoChildrenCountsInTheLinkingsThatKeepThemApart() {
    var records = TestRecords.eastmoor();
    records
        .report("police", "r1", "2003-05-09")
        .concern(EXPLOITATION)
        .child("a", "A Hill")
        .suspect("s", "Sid Low");
    records
        .report("police", "r2", "2003-05-09")
        .concern(EXPLOITATION)
        .child("b", "B Hill")
        .suspect("s", "Sid Low");
    records.linked("a", "b", 0.3);

    Finding finding = records.ask(new HowManySuspectsWereNamedWithSeveralChildren());

    assertThat(finding.value()).isEqualTo(1);
    assertThat(finding.interval()).isEqualTo(new Interval(0.0, 1.0, null));
    assertThat(finding.answer())
        .isEqualTo("1 suspect was named together with two or more different children.");
    assertThat(records.evidence(finding))
        .containsExactly(
            "police 1 s 2: suspect",
            "police 1 a 2: child named with the suspect",
            "police 2 s 2: suspect",
            "police 2 b 2: child named with the suspect");
  }
}
