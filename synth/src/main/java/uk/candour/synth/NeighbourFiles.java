package uk.candour.synth;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import uk.candour.synth.Clerk.Habits;

/// What the neighbours' agencies hold: two police forces, and the children-in-need census of a
/// council, which names nobody and knows children by their pupil number.
final class NeighbourFiles extends Agency {

  private static final DateTimeFormatter ISO = Clerk.dates("yyyy-MM-dd");
  private static final DateTimeFormatter DASHES = Clerk.dates("dd-MM-yyyy");

  private static final List<String> RIDLEY_COLUMNS =
      List.of(
          "occurrence",
          "rec_date",
          "occ_date",
          "type",
          "v_last",
          "v_first",
          "v_dob",
          "v_sex",
          "s_last",
          "s_first",
          "s_dob",
          "s_alias",
          "s_seen",
          "place",
          "town",
          "outcome",
          "outcome_date");

  private static final List<String> THORNBY_COLUMNS =
      List.of(
          "@ref",
          "Logged",
          "Occurred",
          "Kind",
          "Victim/Forename",
          "Victim/Surname",
          "Victim/Born",
          "Victim/Sex",
          "Accused/Forename",
          "Accused/Surname",
          "Accused/Born",
          "Accused/Street",
          "Place/Name",
          "Place/Town");

  /// The day that the census speaks of.
  private static final int REFERENCE = Days.of(2014, 3, 31);

  NeighbourFiles(Borough borough) {
    super(borough);
  }

  void writeRidleyPolice() throws IOException {
    Source source = Source.RIDLEY_POLICE;
    Plan plan = borough.plan(source);
    CsvRows rows = new CsvRows(borough.file(source), RIDLEY_COLUMNS);
    try (SourceFile file = new SourceFile(borough, source, rows, "RP", RIDLEY_COLUMNS)) {
      for (int i = 0; i < plan.size(); i++) {
        Chance chance = borough.chance("ridley", i);
        Fact fact = report(source, file, i, chance);
        int day = fact.known();
        Person child = town.person(fact.children[0]);
        Written victim = clerk.write(child, day, Habits.USUAL, DASHES, chance);
        file.mention("child", 1, child.id());
        file.put("rec_date", date(fact.recorded, DASHES));
        file.put("occ_date", date(fact.happened, DASHES));
        file.put("type", fact.concern.word().toUpperCase(Locale.ROOT));
        file.about(victim);
        file.put("v_last", victim.surname());
        file.put("v_first", victim.forename());
        file.put("v_dob", victim.born());
        file.put("v_sex", sex(child, chance));
        List<Integer> suspects = suspectsOf(fact, chance.yes(.75) ? 1 : 0, chance);
        if (suspects.size() > 0) {
          Person suspect = story.suspect(suspects.get(0));
          Written accused = clerk.write(suspect, day, Habits.USUAL, DASHES, chance);
          file.mention("suspect", 1, suspect.id());
          fact.suspects = Fact.and(fact.suspects, suspect.id());
          file.put("s_last", accused.surname());
          file.put("s_first", accused.forename());
          file.put("s_dob", accused.born());
          file.put("s_alias", suspect.street());
          file.put("s_seen", chance.yes(.5) ? "" + suspect.community().appearance() : "");
        }
        int network = networkOf(fact);
        int venue = network < 0 ? -1 : network * 2 + 1;
        if (venue >= 0 && areaOf(venue) == Area.RIDLEY && chance.yes(.6)) {
          fact.place = venue;
          file.put("place", Venues.written(venue, chance));
          file.put("town", Area.RIDLEY.title());
          truth.place(source, file.row(), venue);
        }
        if (chance.yes(.6)) {
          file.put("outcome", chance.pick(List.of("NFA", "CHARGED", "FILED")));
          file.put("outcome_date", date(day + chance.between(1, 120), DASHES));
        }
        file.end(fact.recorded);
      }
    }
  }

  void writeThornbyPolice() throws IOException {
    Source source = Source.THORNBY_POLICE;
    Plan plan = borough.plan(source);
    XmlRows rows = new XmlRows(borough.file(source), THORNBY_COLUMNS);
    try (SourceFile file = new SourceFile(borough, source, rows, "TP", THORNBY_COLUMNS)) {
      for (int i = 0; i < plan.size(); i++) {
        Chance chance = borough.chance("thornby", i);
        Fact fact = report(source, file, i, chance);
        int day = fact.known();
        Person child = town.person(fact.children[0]);
        Written victim = clerk.write(child, day, Habits.USUAL, ISO, chance);
        file.mention("child", 1, child.id());
        file.put("Logged", date(fact.recorded, ISO));
        file.put("Occurred", date(fact.happened, ISO));
        file.put("Kind", fact.concern.word());
        file.about(victim);
        file.put("Victim/Forename", victim.forename());
        file.put("Victim/Surname", victim.surname());
        file.put("Victim/Born", victim.born());
        file.put("Victim/Sex", sex(child, chance));
        List<Integer> suspects = suspectsOf(fact, chance.yes(.7) ? 1 : 0, chance);
        if (suspects.size() > 0) {
          Person suspect = story.suspect(suspects.get(0));
          Written accused = clerk.write(suspect, day, Habits.USUAL, ISO, chance);
          file.mention("suspect", 1, suspect.id());
          fact.suspects = Fact.and(fact.suspects, suspect.id());
          file.put("Accused/Forename", accused.forename());
          file.put("Accused/Surname", accused.surname());
          file.put("Accused/Born", accused.born());
          file.put("Accused/Street", suspect.street());
        }
        int network = networkOf(fact);
        int venue = network < 0 ? -1 : network * 2 + 1;
        if (venue >= 0 && areaOf(venue) == Area.THORNBY && chance.yes(.6)) {
          fact.place = venue;
          file.put("Place/Name", Venues.written(venue, chance));
          file.put("Place/Town", Area.THORNBY.title());
          truth.place(source, file.row(), venue);
        }
        file.end(fact.recorded);
      }
    }
  }

  /// The census of 2013-14, with the episodes that were open in it: one a child.
  void writeThornbyCensus() throws IOException {
    Source source = Source.THORNBY_CENSUS;
    Plan plan = borough.plan(source);
    try (BufferedWriter out = Files.newBufferedWriter(borough.file(source))) {
      out.write(
          """
          <?xml version="1.0" encoding="UTF-8"?>
          <Message>
            <Header>
              <CollectionDetails>
                <Collection>CIN</Collection>
                <Year>2014</Year>
                <ReferenceDate>2014-03-31</ReferenceDate>
              </CollectionDetails>
              <Source>
                <SourceLevel>L</SourceLevel>
                <LEA>980</LEA>
                <SoftwareCode>invented</SoftwareCode>
                <SerialNo>1</SerialNo>
                <DateTime>2014-05-31T09:00:00</DateTime>
              </Source>
            </Header>
            <Children>
          """);
      for (int i = 0; i < plan.size(); i++) {
        out.write(child(source, i));
      }
      out.write("  </Children>\n</Message>\n");
    }
    truth.rows(source, plan.size());
  }

  private String child(Source source, int event) {
    Plan plan = borough.plan(source);
    Chance chance = borough.chance("census", event);
    Person child = town.person(plan.person(event));
    int referred = plan.recorded(event);
    boolean exploits = plan.concern(event).exploits();
    truth.mention(source, event + 1, "child", 1, child.id());
    boolean nothing = !exploits && chance.yes(.3);
    int assessed = referred + chance.between(20, 70);
    boolean closed = chance.yes(.4) && assessed + 30 < REFERENCE;
    if (exploits) {
      Fact fact = new Fact(source, event + 1, Days.NONE, assessed, Concern.EXPLOITATION);
      fact.children = new int[] {child.id()};
      truth.fact(fact);
    }
    StringBuilder xml = new StringBuilder("    <Child>\n      <ChildIdentifiers>");
    XmlRows.element(xml, "LAchildID", "TH" + (300_000 + child.id()));
    XmlRows.element(xml, "UPN", child.pupilNumber());
    XmlRows.element(xml, "PersonBirthDate", date(child.born(), ISO));
    XmlRows.element(xml, "GenderCurrent", child.female() ? "2" : "1");
    xml.append("</ChildIdentifiers>\n      <ChildCharacteristics>");
    XmlRows.element(xml, "Ethnicity", child.community().census());
    xml.append("<Disabilities>");
    XmlRows.element(xml, "Disability", "NONE");
    xml.append("</Disabilities></ChildCharacteristics>\n      <CINdetails>");
    XmlRows.element(xml, "CINreferralDate", date(referred, ISO));
    XmlRows.element(xml, "ReferralSource", chance.pick(List.of("1A", "2A", "3A", "6", "8")));
    XmlRows.element(xml, "PrimaryNeedCode", exploits ? "N6" : chance.pick(List.of("N1", "N5")));
    if (closed && !nothing) {
      XmlRows.element(xml, "CINclosureDate", date(assessed + 30, ISO));
      XmlRows.element(xml, "ReasonForClosure", "RC7");
    }
    XmlRows.element(xml, "ReferralNFA", nothing ? "true" : "false");
    if (!nothing) {
      xml.append("\n        <Assessments>");
      XmlRows.element(xml, "AssessmentActualStartDate", date(referred + 3, ISO));
      XmlRows.element(xml, "AssessmentAuthorisationDate", date(assessed, ISO));
      xml.append("<FactorsIdentifiedAtAssessment>");
      XmlRows.element(xml, "AssessmentFactors", exploits ? "11A" : "16A");
      xml.append("</FactorsIdentifiedAtAssessment></Assessments>\n      ");
    }
    return xml.append("</CINdetails>\n    </Child>\n").toString();
  }
}
