package uk.candour.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.candour.record.Concern.EXPLOITATION;
import static uk.candour.record.Concern.NEGLECT;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.candour.linkage.Linking;
import uk.candour.record.EntryKind;
import uk.candour.record.Outcome;

final class NetworksTest {

  private static int day(String iso) {
    return Days.of(LocalDate.parse(iso));
  }

  /// Police and the youth project each hold half of what ties two suspects to two children.
  private static TestRecords halfHere() {
    var records = TestRecords.eastmoor();
    records
        .report("police", "p1", "2001-03-01")
        .concern(EXPLOITATION)
        .child("amy", "Amy Hill", "1987-01-02")
        .suspect("sid", "Sid Marsh", "1970-05-05");
    records
        .report("youth", "y1", "2002-06-01")
        .concern(EXPLOITATION)
        .child("amy", "Amy Hill", "1987-01-02")
        .suspect("tom", "Tom Reed", "1971-05-05");
    records
        .report("youth", "y2", "2003-07-01")
        .concern(EXPLOITATION)
        .child("bea", "Bea Lane", "1988-01-02")
        .suspect("tom", "Tom Reed", "1971-05-05");
    return records;
  }

  private static List<Network> networks(TestRecords records) {
    return records.casebook().networks(Linking.CENTRAL);
  }

  private static int actedOn(TestRecords records) {
    return Objects.requireNonNull(networks(records).getFirst().actedOn()).day();
  }

  @Test
  void oneChildInCommonTiesTwoSuspects() {
    var network = networks(halfHere()).getFirst();
    assertThat(network.suspects()).hasSize(2);
    assertThat(network.children()).hasSize(2);
    assertThat(network.firstSeen()).isEqualTo(day("2001-03-01"));
    assertThat(network.lastSeen()).isEqualTo(day("2003-07-01"));
    assertThat(network.ties()).hasSize(3);
  }

  @Test
  void theRecordsTogetherHeldItLongBeforeOneAgencyAlone() {
    var records = halfHere();
    records
        .report("youth", "y3", "2006-01-01")
        .concern(EXPLOITATION)
        .child("amy", "Amy Hill", "1987-01-02")
        .suspect("sid", "Sid Marsh", "1970-05-05");
    var network = networks(records).getFirst();
    assertThat(network.joinedOn()).isEqualTo(day("2003-07-01"));
    assertThat(network.heldAlone()).isEqualTo(new Network.Alone("youth", day("2006-01-01")));
  }

  @Test
  void noAgencyAloneHeldWhatOnlyLinkingShows() {
    var records = TestRecords.eastmoor();
    records
        .report("police", "p1", "2001-03-01")
        .concern(EXPLOITATION)
        .child("amy", "Amy Hill", "1987-01-02")
        .suspect("sid", "Sid Marsh", "1970-05-05");
    records
        .report("youth", "y1", "2002-06-01")
        .concern(EXPLOITATION)
        .child("amy", "Amy Hill", "1987-01-02")
        .suspect("tom", "Tom Reed", "1971-05-05");
    records
        .report("school", "s1", "2003-07-01")
        .concern(EXPLOITATION)
        .child("bea", "Bea Lane", "1988-01-02")
        .suspect("tom", "Tom Reed", "1971-05-05");
    assertThat(networks(records).getFirst().heldAlone()).isNull();
    assertThat(networks(records).getFirst().joinedOn()).isEqualTo(day("2003-07-01"));
  }

  @Test
  void somebodyWhomALaterRecordShowsToBeOnePersonIsTwoUntilThen() {
    // Police and youth spell Amy differently; only the school's file of 2009 links to both.
    var records = TestRecords.eastmoor();
    records
        .report("police", "p1", "2001-03-01")
        .concern(EXPLOITATION)
        .child("ames", "Ames H", "1987-01-02")
        .suspect("sid", "Sid Marsh", "1970-05-05");
    records
        .report("youth", "y1", "2002-06-01")
        .concern(EXPLOITATION)
        .child("amy", "Amy Hill", "1987-01-02")
        .child("bea", "Bea Lane", "1988-01-02")
        .suspect("tom", "Tom Reed", "1971-05-05");
    records
        .row("school", EntryKind.PERSON_RECORDED, "x", "2009-09-01")
        .child("both", "Amy Hill", "1987-01-02");
    records.linked("ames", "both", 0.99).linked("both", "amy", 0.99);
    assertThat(networks(records).getFirst().joinedOn()).isEqualTo(day("2009-09-01"));
  }

  @Test
  void aConvictionThatIsStillToComeIsNoActionYet() {
    var records = halfHere().asAt("2009-12-31");
    records
        .row("police", EntryKind.CONVICTION_RECORDED, "k1", "2010-03-01")
        .recorded("2009-06-01")
        .suspect("sid", "Sid Marsh", "1970-05-05");
    assertThat(networks(records).getFirst().actedOn()).isNull();
  }

  @Test
  void actedOnIsTheFirstActionOnAnyReportAboutAChildOnOrAfterTheDay() {
    var records = halfHere();
    records
        .report("social-care", "sc1", "2005-01-01")
        .concern(NEGLECT)
        .child("bea", "Bea Lane", "1988-01-02");
    records.decision("social-care", "d0", "2002-01-01").on("sc1").outcome(Outcome.ACCEPTED);
    assertThat(networks(records).getFirst().actedOn())
        .as("a decision dated before its report is undated")
        .isNull();

    records = halfHere();
    records
        .report("social-care", "sc1", "2005-01-01")
        .concern(NEGLECT)
        .child("bea", "Bea Lane", "1988-01-02");
    records.decision("social-care", "d1", "2005-02-01").on("sc1").outcome(Outcome.SECTION_47);
    assertThat(actedOn(records)).isEqualTo(day("2005-02-01"));
  }

  @Test
  void aConvictionOfASuspectIsActing() {
    var records = halfHere();
    records
        .row("police", EntryKind.CONVICTION_RECORDED, "c1", "2010-10-10")
        .suspect("sid", "Sid Marsh", "1970-05-05");
    assertThat(actedOn(records)).isEqualTo(day("2010-10-10"));
  }

  @Test
  void whatTiesNobody() {
    var records = TestRecords.eastmoor();
    records
        .row("police", EntryKind.MEETING_HELD, "m1", "2001-03-01")
        .concern(EXPLOITATION)
        .child("amy", "Amy Hill", "1987-01-02")
        .child("bea", "Bea Lane", "1988-01-02")
        .suspect("sid", "Sid Marsh", "1970-05-05")
        .suspect("tom", "Tom Reed", "1971-05-05");
    assertThat(networks(records)).as("the agenda of one meeting").isEmpty();

    records = TestRecords.eastmoor();
    records
        .report("police", "p1", "2001-03-01")
        .concern(NEGLECT)
        .child("amy", "Amy Hill", "1987-01-02")
        .child("bea", "Bea Lane", "1988-01-02")
        .suspect("sid", "Sid Marsh", "1970-05-05")
        .suspect("tom", "Tom Reed", "1971-05-05");
    assertThat(networks(records)).as("a report of another concern").isEmpty();

    records = TestRecords.eastmoor();
    records
        .report("police", "p1", "2001-03-01")
        .concern(EXPLOITATION)
        .child("amy", "Amy Hill", "1987-01-02")
        .child("bea", "Bea Lane", "1988-01-02")
        .suspect("sid", "Sid Marsh", "1970-05-05")
        .suspect("kid", "Kit Lane", "1988-05-05");
    assertThat(networks(records)).as("a child recorded as a suspect is no suspect").isEmpty();
  }

  @Test
  void theMedianCountsNetworksNeverActedOnAsStillWaiting() {
    var acted = halfHere();
    acted
        .row("police", EntryKind.CONVICTION_RECORDED, "c1", "2004-07-01")
        .suspect("sid", "Sid Marsh", "1970-05-05");
    var finding = acted.ask(new WhenNetworksCouldHaveBeenJoined());
    assertThat(finding.value()).isEqualTo(366 / 30.4375);
    var waiting = halfHere().ask(new WhenNetworksCouldHaveBeenJoined());
    assertThat(waiting.value()).isNull();
    assertThat(waiting.caveats().getFirst()).contains("no median exists");
    assertThat(waiting.breakdown().getFirst().key()).isEqualTo("1");
  }

  @Test
  void theEvidenceNamesTheTieThatEachRowMakesAndTheOneThatJoins() {
    var records = halfHere();
    records.decision("youth", "d1", "2004-02-01").on("y2").outcome(Outcome.ACCEPTED);
    var casebook = records.casebook();
    var network = casebook.networks(Linking.CENTRAL).getFirst();
    int amy = network.children().getFirst();
    int bea = network.children().getLast();
    int sid = network.suspects().getFirst();
    int tom = network.suspects().getLast();

    var counted = new HowManyNetworksThereWere().answer(casebook).evidence();
    assertThat(notes(counted))
        .containsExactly(
            "network 1: names child %d and suspect %d".formatted(amy, sid),
            "network 1: names child %d and suspect %d".formatted(amy, tom),
            "network 1: names child %d and suspect %d".formatted(bea, tom));
    var knowable = new WhenNetworksCouldHaveBeenJoined().answer(casebook).evidence();
    assertThat(notes(knowable))
        .containsExactly(
            "network 1: names child %d and suspect %d; held by 2003-07-01".formatted(amy, sid),
            "network 1: names child %d and suspect %d; held by 2003-07-01".formatted(amy, tom),
            "network 1: names child %d and suspect %d; joined on 2003-07-01 by this"
                .formatted(bea, tom),
            "network 1: first action on 2004-02-01: child %d and suspect %d".formatted(bea, tom));
  }

  private static List<String> notes(Evidence evidence) {
    return IntStream.range(0, evidence.size())
        .mapToObj(line -> evidence.key(line) + ": " + evidence.note(line))
        .toList();
  }
}
