package uk.candour.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.candour.record.Concern.EXPLOITATION;
import static uk.candour.record.Concern.MISSING;
import static uk.candour.record.ThingAttribute.AREA;
import static uk.candour.record.ThingAttribute.POSTCODE;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.inquiry.Finding.Interval;
import uk.candour.record.EntryKind;

/// Which places recur, and which spellings are one place.
class PlacesTest {

  @ParameterizedTest(name = "{0} and {1}: {3}")
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "Golden Kebab, golden kebab, 1, case",
        "Golden Kebab, The Golden Kebab, 1, a leading article",
        "King's Arms, Kings Arms, 1, an apostrophe",
        "Fish & Chips, Fish and Chips, 1, an ampersand",
        "High St, High Street, 1, an abbreviation",
        "High St., High Street, 1, an abbreviation with a point",
        "St Mary's Park, Saint Marys Park, 1, a saint",
        "East Gate, Eastgate, 1, a space",
        "Cafe Rene, Café René, 1, accents",
        "Clifton Cars Ltd, Clifton Cars, 1, a company",
        "Bus Station Eastmoor, Bus Station, 1, the town's own name",
        "Bus Station Ridley, Bus Station Eastmoor, 2, another town's",
        "Golden Kebab, Golden Kabeb, 2, two letters of a short word",
        "Clifton Park, Cliffton Park, 1, a letter too many in a long word",
        "Clifton Park, Clfiton Park, 1, two letters swapped",
        "Clifton Park, Clofton Park, 1, a letter exchanged",
        "Clifton Park, Klifton Park, 2, the first letter",
        "Mill Street, Hill Street, 2, a short word",
        "Green Lane, Greek Lane, 2, a short word again",
        "12 Station Road, 13 Station Road, 2, a number",
        "Market Hall 10, Market Hall 1, 2, a number again",
        "Golden Kebab, Golden Grill, 2, another name"
      })
  void spellingsOfOnePlaceAreJoined(String one, String other, int places, String why) {
    var records = TestRecords.eastmoor();
    records.report("police", "r1", "2003-05-09").concern(EXPLOITATION).place(one);
    records.report("police", "r2", "2003-05-09").concern(EXPLOITATION).place(other);
    assertThat(joined(records).size()).as(why).isEqualTo(places);
  }

  @ParameterizedTest(name = "{4}")
  @CsvSource({
    "EM1 1AA, '', EM1 1AA, '', 1, one postcode",
    "EM1 1AA, '', em11aa, '', 1, one postcode written otherwise",
    "EM1 1AA, '', EM1 1AB, '', 1, postcodes one letter apart",
    "EM1 1AA, '', EM9 7XX, '', 2, postcodes of two towns",
    "EM1 1AA, '', '', '', 1, a postcode and none",
    "'', Eastmoor, '', Ridley, 2, two districts",
    "'', Eastmoor, '', X08000001, 1, a district by name and by code",
    "'', Eastmoor, '', '', 1, a district and none",
    "EM1 1AA, Eastmoor, EM1 1AA, Ridley, 1, one postcode whatever the districts",
  })
  void postcodesAndDistrictsTellPlacesOfOneNameApart(
      String postcode,
      String area,
      String otherPostcode,
      String otherArea,
      int places,
      String why) {
    var records = TestRecords.eastmoor();
    place(records, "r1", "Golden Kebab", postcode, area);
    place(records, "r2", "Golden Kebab", otherPostcode, otherArea);
    assertThat(joined(records).size()).as(why).isEqualTo(places);
  }

  @Test
  void aNameWithoutAPostcodeJoinsNoneOfTwo() {
    var records = TestRecords.eastmoor();
    place(records, "r1", "Golden Kebab", "EM1 1AA", "");
    place(records, "r2", "Golden Kebab", "EM9 7XX", "");
    place(records, "r3", "Golden Kebab", "", "");
    place(records, "r4", "The Golden Kebab", "", "");
    assertThat(joined(records).size()).isEqualTo(3);
  }

  @Test
  void typingErrorsMakeNoChains() {
    var records = TestRecords.eastmoor();
    place(records, "r1", "Harthill", "", "");
    place(records, "r2", "Harthill", "", "");
    place(records, "r3", "Harthills", "", "");
    place(records, "r4", "Harthillsy", "", "");
    var places = joined(records);
    assertThat(IntStream.range(0, places.size()).mapToObj(places::name))
        .containsExactly("Harthill", "Harthillsy");
  }

  @Test
  void homeAndUnknownNameNoPlace() {
    var records = TestRecords.eastmoor();
    place(records, "r1", "Home address", "", "");
    place(records, "r2", "n/k", "", "");
    place(records, "r3", "?", "", "");
    assertThat(joined(records).size()).isZero();
  }

  private static void place(
      TestRecords records, String report, String name, String postcode, String area) {
    var row = records.report("police", report, "2003-05-09").concern(EXPLOITATION).place(name);
    if (!postcode.isEmpty()) {
      row.of(POSTCODE, postcode);
    }
    if (!area.isEmpty()) {
      row.of(AREA, area);
    }
  }

  private static SamePlaces joined(TestRecords records) {
    var entries = records.casebook().entries();
    return new SamePlaces(entries, IntStream.range(0, entries.places().size()).toArray());
  }

  @Test
  void aPlaceWithThreeChildrenRecursAndItsRowsAreCited() {
    var records = TestRecords.eastmoor();
    records
        .report("police", "r1", "2003-05-09")
        .concern(EXPLOITATION)
        .child("a", "A Hill")
        .place("Golden Kebab");
    records
        .report("police", "r2", "2003-05-09")
        .concern(EXPLOITATION)
        .child("b", "B Hill")
        .place("golden kebab");
    records
        .report("youth", "y1", "2003-05-09")
        .concern(EXPLOITATION)
        .child("c", "C Hill")
        .place("The Golden Kebab");
    records
        .report("youth", "y2", "2003-05-09")
        .concern(EXPLOITATION)
        .child("c", "C Hill")
        .place("golden kebab");
    records
        .report("youth", "y3", "2003-05-09")
        .concern(EXPLOITATION)
        .child("c", "C Hill")
        .place("Eastgate");
    records.linked("a", "b", 0.2);

    Finding finding = records.ask(new HowManyPlacesRecurred());

    assertThat(finding.value()).isEqualTo(1);
    assertThat(finding.interval()).isEqualTo(new Interval(0.0, 1.0, null));
    assertThat(finding.answer())
        .isEqualTo("1 place recurs in entries about three or more different children.");
    assertThat(finding.breakdown()).containsExactly(Breakdown.count("place", "golden kebab", 3));
    assertThat(records.evidence(finding))
        .containsExactly(
            "police 1 a golden kebab: child and place",
            "police 2 b golden kebab: child and place",
            "youth 1 c golden kebab: child and place",
            "youth 2 c golden kebab: child and place");
  }

  @Test
  void neitherMeetingsNorOtherConcernsNorForenamesAloneTieAPlace() {
    var records = TestRecords.eastmoor();
    records
        .report("police", "r1", "2003-05-09")
        .concern(EXPLOITATION)
        .child("a", "A Hill")
        .place("Eastgate");
    records
        .report("police", "r2", "2003-05-09")
        .concern(EXPLOITATION)
        .child("b", "B Hill")
        .place("Eastgate");
    records
        .report("police", "r3", "2003-05-09")
        .concern(MISSING)
        .child("c", "C Hill")
        .place("Eastgate");
    records
        .report("police", "r4", "2003-05-09")
        .concern(EXPLOITATION)
        .child("d", "Dee")
        .place("Eastgate");
    records
        .row("social-care", EntryKind.MEETING_HELD, "m1", "2003-05-09")
        .concern(EXPLOITATION)
        .child("e", "E Hill")
        .place("Eastgate");
    records
        .report("ridley-police", "r5", "2003-05-09")
        .concern(EXPLOITATION)
        .child("f", "F Hill")
        .place("Eastgate");

    Finding finding = records.ask(new HowManyPlacesRecurred());

    assertThat(finding.value()).isEqualTo(0);
    assertThat(finding.answer())
        .isEqualTo("No place recurs in entries about three or more different children.");
  }

  @Test
  void withoutAPlaceThereIsNoAnswer() {
    var records = TestRecords.eastmoor();
    records.report("police", "r1", "2003-05-09").concern(EXPLOITATION).child("a", "A Hill");
    assertThat(records.ask(new HowManyPlacesRecurred()).value()).isNull();
  }

  @Test
  void peopleCrossAreasByPlaceOrElseBySource() {
    var records = TestRecords.eastmoor();
    records.report("police", "r1", "2003-05-09").concern(EXPLOITATION).child("a", "A Hill");
    records.report("ridley-police", "n1", "2003-06-09").concern(EXPLOITATION).child("a", "A Hill");
    records
        .report("police", "r2", "2003-05-09")
        .concern(EXPLOITATION)
        .child("b", "B Hill")
        .suspect("s", "Sid Low")
        .place("Bus station")
        .of(AREA, "ridley");
    records.report("police", "r3", "2003-05-09").concern(EXPLOITATION).suspect("s", "Sid Low");
    records.report("ridley-police", "n2", "2003-06-09").concern(EXPLOITATION).child("b", "B Hill");
    records.report("police", "r4", "2003-05-09").concern(EXPLOITATION).child("c", "C Hill");
    records.report("ridley-police", "n3", "2003-06-09").concern(MISSING).child("c", "C Hill");

    Finding finding = records.ask(new HowManyPeopleCrossedAreas());

    assertThat(finding.value()).isEqualTo(2);
    assertThat(finding.answer())
        .isEqualTo("1 child and 1 suspect have exploitation concerns in two or more areas.");
    assertThat(
            finding.breakdown().stream().map(row -> row.by() + " " + row.key() + " " + row.count()))
        .containsExactly("area X08000001 2", "area X08000002 2", "role child 1", "role suspect 1");
    assertThat(records.evidence(finding))
        .containsExactly(
            "police 1 a X08000001: child",
            "ridley-police 1 a X08000002: child",
            "police 2 s X08000002: suspect",
            "police 3 s X08000001: suspect");
  }

  @Test
  void oneEntryWithTwoPlacesCrossesAlone() {
    var records = TestRecords.eastmoor();
    records
        .report("police", "r1", "2003-05-09")
        .concern(EXPLOITATION)
        .child("a", "A Hill")
        .place("Bus station")
        .of(AREA, "Eastmoor")
        .place("Canal side")
        .of(AREA, "Sandholme");

    Finding finding = records.ask(new HowManyPeopleCrossedAreas());

    assertThat(finding.value()).isEqualTo(1);
    assertThat(finding.caveats())
        .containsExactly(
            "Districts that the remit does not name count as areas of their own, as written: 1.");
  }
}
