package uk.candour.synth;

import java.io.IOException;
import java.nio.charset.Charset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import uk.candour.synth.Clerk.Habits;
import uk.candour.synth.Fact.To;

/// What the borough's police hold: recorded crimes, intelligence, and the log of changes to their
/// records, in which the ethnicity of suspects was blanked.
final class PoliceFiles extends Agency {

  private static final DateTimeFormatter SLASHES = Clerk.dates("dd/MM/yyyy");
  private static final DateTimeFormatter MONTH_NAMES = Clerk.dates("dd-MMM-yyyy");
  private static final DateTimeFormatter ISO = Clerk.dates("yyyy-MM-dd");

  private static final List<String> CRIME_COLUMNS =
      List.of(
          "crime_no",
          "date_reported",
          "offence_date",
          "offence_code",
          "risk",
          "vic_sname",
          "vic_fname",
          "vic_dob",
          "vic_sex",
          "vic_eth",
          "vic_addr",
          "vic_pc",
          "vic_tel",
          "nom_sname",
          "nom_fname",
          "nom_aka",
          "nom_dob",
          "nom_sex",
          "nom_sde",
          "nom_ic",
          "nom_addr",
          "nom_pnc",
          "nom_status",
          "venue",
          "district",
          "features",
          "paper_file",
          "disposal",
          "disposal_date",
          "oic_rank",
          "unit",
          "mo");

  private static final List<String> INTELLIGENCE_COLUMNS =
      List.of(
          "ref",
          "submitted",
          "event_date",
          "grading",
          "subject",
          "child_1",
          "child_1_age",
          "child_1_dob",
          "child_2",
          "child_2_age",
          "nominal_1",
          "nick_1",
          "dob_1",
          "phones_1",
          "nominal_2",
          "nick_2",
          "dob_2",
          "phones_2",
          "vrm",
          "make",
          "location",
          "location_type",
          "district",
          "text");

  private static final List<String> AUDIT_COLUMNS =
      List.of(
          "entry", "changed_on", "crime_no", "field", "value_before", "value_after", "user_unit");

  private static final String[] UNITS = {"North", "Central", "South", "Public Protection"};
  private static final String[] RANKS = {"PC", "DC", "DS", "DI"};

  /// A change to a record that the audit log will show.
  private record Change(
      int made, int year, String record, String field, String before, String after, int row) {}

  private final List<Change> changes = new ArrayList<>();

  PoliceFiles(Borough borough) {
    super(borough);
  }

  void writeCrimes() throws IOException {
    Source source = Source.POLICE_CRIMES;
    Plan plan = borough.plan(source);
    CsvRows rows =
        new CsvRows(borough.file(source), ',', Charset.forName("windows-1252"), CRIME_COLUMNS);
    try (SourceFile file = new SourceFile(borough, source, rows, "EMC", CRIME_COLUMNS)) {
      for (int i = 0; i < plan.size(); i++) {
        if (i == plan.size() * 2 / 5) {
          file.loseNumbers(37);
        }
        if (i % 1700 == 900) {
          testRow(file, plan.recorded(i));
        }
        if (i % 2500 == 1200) {
          file.put("date_reported", date(plan.recorded(i), SLASHES));
          file.put("mo", "Entered twice. See the crime above.");
          file.endCutShort();
        }
        crime(file, i, borough.chance("crime", i));
      }
      file.put("date_reported", date(Story.LAST_DAY, SLASHES));
      file.put("offence_code", "OTH");
      file.endBroken();
    }
  }

  private static void testRow(SourceFile file, int day) throws IOException {
    file.put("date_reported", date(day, SLASHES));
    file.put("offence_date", date(day, SLASHES));
    file.put("offence_code", "CSE");
    file.put("vic_sname", "TEST");
    file.put("vic_fname", "TRAINING");
    file.put("vic_dob", "01/01/1990");
    file.endTest();
  }

  private void crime(SourceFile file, int event, Chance chance) throws IOException {
    Fact fact = report(Source.POLICE_CRIMES, file, event, chance);
    Person child = story.person(fact.children[0]);
    int day = fact.known();
    fact.severity = severity(fact, chance);
    boolean severityKnown = chance.yes(.9);
    if (!severityKnown) {
      fact.severity = 0;
    }
    file.put("date_reported", date(fact.recorded, SLASHES));
    file.put("offence_date", date(fact.happened, SLASHES));
    file.put("offence_code", offence(fact, file, chance));
    file.put("risk", fact.severity == 0 ? "" : List.of("S", "M", "H", "VH").get(fact.severity - 1));
    victim(file, child, day, chance);
    nominal(file, fact, child, day, chance);
    venue(file, fact, chance);
    if (fact.concern.exploits() && chance.yes(.3)) {
      file.put("features", chance.pick(List.of("THR", "WPN", "VIO", "TRN", "IMG", "SUB")));
      fact.harm = true;
    }
    file.put("paper_file", fact.concern.exploits() && chance.yes(.12) ? "N" : "Y");
    if (file.value("paper_file").equals("N")) {
      truth.failure("record.gaps", Source.POLICE_CRIMES, file.row(), "file missing");
    }
    disposal(file, fact, chance);
    file.put("mo", note(file, Source.POLICE_CRIMES, fact, .1, chance));
    file.end(fact.recorded);
  }

  /// Now and then a code that is in no list; never on an exploitation crime, whose number would
  /// then depend on how a reader takes it.
  private String offence(Fact fact, SourceFile file, Chance chance) {
    if (fact.concern == Concern.OTHER && chance.yes(.02)) {
      truth.problem(Source.POLICE_CRIMES, file.row(), "offence_code in no list");
      return "ZZ9";
    }
    return switch (fact.concern) {
      case EXPLOITATION -> "CSE";
      case TRAFFICKING -> "TRAF";
      case SEXUAL_ABUSE -> "SEXO";
      case PHYSICAL_ABUSE -> "ASLT";
      case EMOTIONAL_ABUSE -> "CRUE";
      case NEGLECT -> "NEG";
      case MISSING -> "MISPER";
      case BEYOND_CONTROL -> "ASB";
      case DOMESTIC_ABUSE -> "DV";
      case OTHER -> "OTH";
    };
  }

  private void victim(SourceFile file, Person child, int day, Chance chance) {
    Written victim = clerk.write(child, day, Habits.USUAL, SLASHES, chance);
    file.mention("child", 1, child.id());
    file.about(victim);
    file.put("vic_sname", victim.surname().toUpperCase(Locale.ROOT));
    file.put("vic_fname", victim.forename());
    file.put("vic_dob", victim.born());
    file.put("vic_sex", sexOf(file, child, Source.POLICE_CRIMES, chance));
    file.put("vic_eth", chance.yes(.3) ? "" : chance.yes(.1) ? "NS" : child.community().police());
    file.put("vic_addr", victim.address());
    file.put("vic_pc", victim.postcode());
    file.put("vic_tel", victim.phone());
  }

  private String sexOf(SourceFile file, Person person, Source source, Chance chance) {
    if (chance.yes(.002)) {
      truth.problem(source, file.row(), "sex in no list");
      return "X9";
    }
    String sex = sex(person, chance);
    if (!sex.isEmpty()) {
      truth.sexRecorded().set(person.id());
    }
    return sex;
  }

  /// Whom the crime is laid to: in an exploitation crime somebody of the story, else a parent or a
  /// stranger.
  private void nominal(SourceFile file, Fact fact, Person child, int day, Chance chance) {
    boolean exploits = fact.concern.exploits();
    if (exploits && chance.yes(.09) && youngNominal(file, fact, day, chance)) {
      return;
    }
    List<Integer> suspects = suspectsOf(fact, chance.yes(.72) ? 1 : 0, chance);
    Person nominal;
    if (suspects.size() > 0) {
      nominal = story.suspect(suspects.get(0));
      fact.suspects = Fact.and(fact.suspects, nominal.id());
      truth.surnamed().set(nominal.id());
    } else if (!exploits && fact.concern != Concern.MISSING && chance.yes(.6)) {
      int family =
          fact.concern == Concern.DOMESTIC_ABUSE || chance.yes(.3)
              ? child.id() / Town.FAMILY
              : chance.below(town.families());
      nominal = town.family(family)[chance.yes(.75) ? 1 : 0];
    } else {
      return;
    }
    Written suspect = clerk.write(nominal, day, Habits.USUAL, SLASHES, chance);
    file.mention("suspect", 1, nominal.id());
    file.put("nom_sname", suspect.surname().toUpperCase(Locale.ROOT));
    file.put("nom_fname", suspect.forename());
    file.put("nom_aka", suspect.alias());
    file.put("nom_dob", suspect.born());
    file.put("nom_sex", nominal.female() ? "F" : "M");
    file.put("nom_addr", suspect.address());
    file.put("nom_pnc", chance.yes(.35) ? nominal.policeNumber() : "");
    file.put("nom_status", chance.pick(List.of("NAMED", "NAMED", "CHARGED", "INTEL")));
    ethnicity(file, nominal, day, chance);
  }

  /// A child recorded as the suspect of a crime against another.
  private boolean youngNominal(SourceFile file, Fact fact, int day, Chance chance) {
    int network = networkOf(fact);
    for (Story.Case other : story.cases()) {
      Person person = town.person(other.person());
      if (other.network() == network
          && network >= 0
          && other.person() != fact.children[0]
          && person.age(day) >= 12
          && person.age(day) < 17) {
        fact.youngSuspects = Fact.and(fact.youngSuspects, person.id());
        file.mention("suspect", 1, person.id());
        file.put("nom_sname", person.surname().toUpperCase(Locale.ROOT));
        file.put("nom_fname", person.forename());
        file.put("nom_dob", date(person.born(), SLASHES));
        file.put("nom_sex", person.female() ? "F" : "M");
        file.put("nom_addr", person.home(day).street());
        file.put("nom_status", "NAMED");
        ethnicity(file, person, day, chance);
        return true;
      }
    }
    return false;
  }

  /// The suspect's ethnicity, as stated and as seen; some of it was blanked later, and of that some
  /// put back.
  private void ethnicity(SourceFile file, Person nominal, int day, Chance chance) {
    String stated = chance.yes(.5) ? "" : chance.yes(.12) ? "NS" : nominal.community().police();
    String seen =
        chance.yes(.55) ? "" : "IC" + (chance.yes(.06) ? 9 : nominal.community().appearance());
    if (!stated.isEmpty() && !stated.equals("NS") && chance.yes(.07)) {
      int blanked = Math.min(day + chance.between(20, 900), Story.LAST_DAY - 60);
      change(file, blanked, "suspect.ethnicity", stated, "");
      if (chance.yes(.2)) {
        change(file, blanked + chance.between(5, 50), "suspect.ethnicity", "", stated);
      } else {
        truth.failure(
            "ethnicity.removed",
            Source.POLICE_CRIMES,
            file.row(),
            file.id() + " suspect.ethnicity");
        truth.ethnicityBlanked();
        stated = "";
      }
    }
    file.put("nom_sde", stated);
    file.put("nom_ic", seen);
    boolean usable =
        (!stated.isEmpty() && !stated.equals("NS")) || (!seen.isEmpty() && !seen.equals("IC9"));
    if (usable) {
      truth.ethnicityUsable().set(nominal.id());
    }
    truth.suspectRow(usable);
  }

  private void change(SourceFile file, int made, String field, String before, String after) {
    changes.add(new Change(made, Days.year(made), file.id(), field, before, after, file.row()));
  }

  private void venue(SourceFile file, Fact fact, Chance chance) {
    int network = networkOf(fact);
    if (network >= 0 && chance.yes(.55)) {
      fact.place = venueOf(network, chance);
      fact.area = areaOf(fact.place);
      file.put("venue", Venues.written(fact.place, chance));
      file.put("district", fact.area.title());
      truth.place(Source.POLICE_CRIMES, file.row(), fact.place);
    } else if (chance.yes(.1)) {
      file.put("venue", "Home address");
    }
  }

  private void disposal(SourceFile file, Fact fact, Chance chance) {
    file.put("unit", UNITS[chance.weighted(.3, .3, .25, .15)]);
    if (chance.yes(fact.concern.exploits() ? .35 : .15)) {
      return;
    }
    int made = fact.recorded + chance.between(1, chance.yes(.2) ? 300 : 60);
    if (made > Story.AS_AT) {
      return;
    }
    int index =
        switch (hearing(fact)) {
          case USUAL -> chance.weighted(.45, .15, .2, .1, .1);
          case DOUBTED -> chance.weighted(.52, .2, .12, .1, .06);
          case IGNORED -> chance.weighted(.63, .28, .01, .075, .005);
        };
    Outcome outcome =
        List.of(
                Outcome.NO_FURTHER_ACTION,
                Outcome.CLOSED,
                Outcome.ACCEPTED,
                Outcome.TRANSFERRED,
                Outcome.STRATEGY_DISCUSSION)
            .get(index);
    file.put("disposal", List.of("NFA", "FLD", "INV", "REF", "STRAT").get(index));
    file.put("disposal_date", date(made, SLASHES));
    file.put("oic_rank", chance.pick(List.of(RANKS)));
    fact.decided(new Fact.Decided(made, outcome, 0, null));
  }

  void writeIntelligence() throws IOException {
    Source source = Source.POLICE_INTELLIGENCE;
    Plan plan = borough.plan(source);
    CsvRows rows =
        new CsvRows(
            borough.file(source),
            ';',
            java.nio.charset.StandardCharsets.UTF_8,
            INTELLIGENCE_COLUMNS);
    try (SourceFile file = new SourceFile(borough, source, rows, "INT/", INTELLIGENCE_COLUMNS)) {
      for (int i = 0; i < plan.size(); i++) {
        intelligence(file, i, borough.chance("intelligence", i));
      }
    }
  }

  private void intelligence(SourceFile file, int event, Chance chance) throws IOException {
    Source source = Source.POLICE_INTELLIGENCE;
    Fact fact = report(source, file, event, chance);
    fact.to = To.NOBODY;
    int day = fact.known();
    file.put("submitted", date(fact.recorded, MONTH_NAMES));
    file.put("event_date", date(fact.happened, MONTH_NAMES));
    file.put("grading", chance.pick(List.of("B22", "B24", "C32", "E41")));
    file.put("subject", fact.concern.word());
    child(file, 1, story.person(fact.children[0]), day, chance);
    Person other = chance.yes(.16) ? companion(fact, day) : null;
    if (other != null) {
      fact.children = Fact.and(fact.children, other.id());
      child(file, 2, other, day, chance);
    }
    List<Integer> suspects = suspectsOf(fact, 1 + chance.weighted(.65, .35), chance);
    for (int i = 0; i < suspects.size(); i++) {
      nominal(file, fact, i + 1, story.suspect(suspects.get(i)), day, chance);
    }
    if (suspects.size() > 0 && chance.yes(.4)) {
      file.put("vrm", FrontLineFiles.registration(suspects.get(0)));
      file.put(
          "make", chance.pick(List.of("Astra", "Corsa", "Focus", "Golf", "Transit", "Avensis")));
    }
    int network = networkOf(fact);
    if (network >= 0 && chance.yes(.7)) {
      fact.place = venueOf(network, chance);
      fact.area = areaOf(fact.place);
      file.put("location", Venues.written(fact.place, chance));
      file.put("location_type", Venues.kind(fact.place));
      file.put("district", fact.area.title());
      truth.place(source, file.row(), fact.place);
    }
    file.put("text", note(file, source, fact, .05, chance));
    file.end(fact.recorded);
  }

  /// Another child of the same network whom the police know as well.
  private @org.jspecify.annotations.Nullable Person companion(Fact fact, int day) {
    int network = networkOf(fact);
    for (Story.Case other : story.cases()) {
      if (network >= 0
          && other.network() == network
          && other.person() != fact.children[0]
          && other.lists().contains(Source.Kind.POLICE)
          && other.from() <= day
          && other.to() >= day) {
        return town.person(other.person());
      }
    }
    return null;
  }

  private void child(SourceFile file, int index, Person child, int day, Chance chance) {
    Written written = clerk.write(child, day, Habits.HASTY, MONTH_NAMES, chance);
    file.mention("child", index, child.id());
    file.put("child_" + index, written.surnameFirst());
    file.put("child_" + index + "_age", String.valueOf(child.age(day)));
    if (index == 1) {
      file.about(written);
      file.put("child_1_dob", written.born());
    }
  }

  private void nominal(
      SourceFile file, Fact fact, int index, Person suspect, int day, Chance chance) {
    Written written = clerk.write(suspect, day, Habits.HASTY, MONTH_NAMES, chance);
    file.mention("suspect", index, suspect.id());
    fact.suspects = Fact.and(fact.suspects, suspect.id());
    boolean nicknameAlone = !suspect.street().isEmpty() && chance.yes(.15);
    if (!nicknameAlone) {
      file.put("nominal_" + index, written.surnameFirst());
      file.put("dob_" + index, written.born());
      truth.surnamed().set(suspect.id());
    }
    if (nicknameAlone || chance.yes(.5)) {
      file.put("nick_" + index, suspect.street());
    }
    file.put("phones_" + index, chance.yes(.6) ? String.join(";", suspect.phones()) : "");
    truth.suspectRow(false);
  }

  void writeAudit() throws IOException {
    Source source = Source.AUDIT;
    changes.sort(java.util.Comparator.comparingInt(Change::made).thenComparingInt(Change::row));
    CsvRows rows = new CsvRows(borough.file(source), AUDIT_COLUMNS);
    try (SourceFile file = new SourceFile(borough, source, rows, "L", AUDIT_COLUMNS).tidy()) {
      for (Change change : changes) {
        file.put("changed_on", date(change.made(), ISO));
        file.put("crime_no", change.record());
        file.put("field", change.field());
        file.put("value_before", change.before());
        file.put("value_after", change.after());
        file.put("user_unit", change.year() % 3 == 0 ? "Records Bureau" : "Public Protection");
        file.end(change.made());
      }
    }
  }
}
