package uk.candour.synth;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import uk.candour.synth.Clerk.Habits;
import uk.candour.synth.Fact.To;

/// What the people nearest to the children write down: schools, a youth project, a clinic, care
/// homes and a helpline. Some of it they report to social care or to the police, and some stays in
/// their own files.
final class FrontLineFiles extends Agency {

  private static final DateTimeFormatter SHORT_MONTHS = Clerk.dates("d MMM yyyy");
  private static final DateTimeFormatter SHORT_YEARS = Clerk.dates("dd/MM/yy");
  private static final DateTimeFormatter DOTS = Clerk.dates("dd.MM.yyyy");
  private static final DateTimeFormatter ISO = Clerk.dates("yyyy-MM-dd");

  private static final List<String> SCHOOLS =
      List.of(
          "Eastmoor High School",
          "Holmroyd Academy",
          "Beck Hill School",
          "Canalside School",
          "Thackwell Road School",
          "St Osmund's RC School",
          "Larchfield Primary",
          "Foundry Lane Primary",
          "Moorside Primary");

  private static final List<String> SCHOOL_COLUMNS =
      List.of(
          "log",
          "logged",
          "incident_on",
          "school",
          "pupil",
          "upn",
          "dob",
          "sex",
          "eth",
          "category",
          "level",
          "told",
          "reply_on",
          "parent",
          "parent_tel",
          "staff_role",
          "entry");

  private static final List<String> YOUTH_COLUMNS =
      List.of(
          "sheet",
          "contact",
          "first_name",
          "last_name",
          "known_as",
          "yp_no",
          "age",
          "sex",
          "mobile",
          "road",
          "school",
          "worry",
          "level",
          "others_present",
          "where",
          "town",
          "vehicle",
          "passed_to",
          "reply",
          "worker",
          "features",
          "notes");

  private static final List<String> CLINIC_COLUMNS =
      List.of(
          "Attendance",
          "Attended",
          "Entered",
          "NHS",
          "Surname",
          "Forename",
          "DoB",
          "Age",
          "Sex",
          "Postcode",
          "GP alert",
          "Level",
          "Shared with",
          "Reply",
          "Attended with",
          "Comment");

  private static final List<String> CARE_HOME_COLUMNS =
      List.of(
          "ref",
          "home",
          "logged",
          "occurred",
          "incident",
          "level",
          "child.first",
          "child.last",
          "child.dob",
          "child.sex",
          "child.council_id",
          "collected_by.name",
          "collected_by.vehicle",
          "reported_to",
          "reply",
          "shift",
          "log");

  private static final List<String> HELPLINE_COLUMNS =
      List.of(
          "call",
          "taken",
          "about",
          "urgency",
          "child.name",
          "child.age",
          "child.sex",
          "child.phone",
          "child.town",
          "caller",
          "other.called",
          "other.phone",
          "passed_to",
          "harm",
          "summary");

  FrontLineFiles(Borough borough) {
    super(borough);
  }

  void writeSchool() throws IOException {
    Source source = Source.SCHOOL;
    Plan plan = borough.plan(source);
    CsvRows rows = new CsvRows(borough.file(source), SCHOOL_COLUMNS);
    try (SourceFile file = new SourceFile(borough, source, rows, "SL", SCHOOL_COLUMNS)) {
      for (int i = 0; i < plan.size(); i++) {
        if (i % 3000 == 1500) {
          file.put("logged", date(plan.recorded(i), SHORT_MONTHS));
          file.endCutShort();
        }
        Chance chance = borough.chance("school", i);
        Fact fact = report(source, file, i, chance);
        Person child = town.person(fact.children[0]);
        int day = fact.known();
        Written pupil = clerk.write(child, day, Habits.CAREFUL, SHORT_MONTHS, chance);
        file.mention("child", 1, child.id());
        file.put("logged", date(fact.recorded, SHORT_MONTHS));
        file.put("incident_on", date(fact.happened, SHORT_MONTHS));
        file.put("school", school(child, day));
        file.about(pupil);
        file.put("pupil", pupil.forenameFirst());
        file.put("upn", chance.yes(.7) ? child.pupilNumber() : "");
        file.put("dob", pupil.born());
        file.put("sex", sexOf(child, chance));
        file.put("eth", chance.yes(.3) ? "" : child.community().census());
        file.put("category", fact.concern == Concern.MISSING ? "truancy" : fact.concern.word());
        file.put("level", level(fact, chance));
        refer(file, fact, source, List.of("told", "reply_on"), SHORT_MONTHS, chance);
        if (chance.yes(.5)) {
          Person parent = town.family(child.id() / Town.FAMILY)[chance.yes(.75) ? 0 : 1];
          Written carer = clerk.write(parent, day, Habits.CAREFUL, SHORT_MONTHS, chance);
          file.mention("adult", 1, parent.id());
          file.put("parent", carer.forenameFirst());
          file.put("parent_tel", carer.phone());
        }
        file.put("staff_role", chance.pick(List.of("form tutor", "head of year", "school nurse")));
        file.put("entry", note(file, source, fact, .05, chance));
        file.end(fact.recorded);
      }
    }
  }

  private static String school(Person child, int day) {
    int primary = 6;
    return child.age(day) < 11
        ? SCHOOLS.get(primary + child.id() / Town.FAMILY % 3)
        : SCHOOLS.get(child.id() / Town.FAMILY % primary);
  }

  void writeYouth() throws IOException {
    Source source = Source.YOUTH;
    Plan plan = borough.plan(source);
    CsvRows rows = new CsvRows(borough.file(source), YOUTH_COLUMNS);
    try (SourceFile file = new SourceFile(borough, source, rows, "", YOUTH_COLUMNS)) {
      for (int i = 0; i < plan.size(); i++) {
        youth(file, i, borough.chance("youth", i));
      }
    }
  }

  private void youth(SourceFile file, int event, Chance chance) throws IOException {
    Source source = Source.YOUTH;
    Fact fact = report(source, file, event, chance);
    Person child = town.person(fact.children[0]);
    int day = fact.known();
    Written written = clerk.write(child, day, Habits.HASTY, SHORT_YEARS, chance);
    file.mention("child", 1, child.id());
    file.put("contact", date(fact.recorded, SHORT_YEARS));
    file.put("first_name", chance.yes(.3) ? clerk.petForm(child, chance) : child.forename());
    file.put("last_name", chance.yes(.5) ? written.surname() : "");
    file.put("known_as", chance.yes(.15) ? child.street() : "");
    file.put("yp_no", chance.yes(.6) ? "YP" + (4000 + child.id()) : "");
    int age = child.age(day) + (chance.yes(.12) ? chance.yes(.5) ? 1 : -1 : 0);
    file.put("age", (chance.yes(.6) ? "c" : "") + age);
    file.put("sex", sexOf(child, chance).toLowerCase(Locale.ROOT));
    file.put("mobile", chance.yes(.6) ? written.phone() : "");
    file.put("road", written.address().replaceFirst("^[^A-Za-z]*", ""));
    file.put("school", chance.yes(.5) ? school(child, day) : "");
    file.put("worry", fact.concern.word());
    file.put("level", level(fact, chance));
    List<Integer> suspects = suspectsOf(fact, chance.yes(.55) ? 1 : 0, chance);
    if (suspects.size() > 0) {
      Person suspect = story.suspect(suspects.get(0));
      fact.suspects = Fact.and(fact.suspects, suspect.id());
      file.mention("suspect", 1, suspect.id());
      file.put(
          "others_present",
          suspect.street().isEmpty() ? clerk.petForm(suspect, chance) : suspect.street());
      file.put("vehicle", chance.yes(.25) ? registration(suspects.get(0)) : "");
      truth.suspectRow(false);
    }
    int network = networkOf(fact);
    if (network >= 0 && chance.yes(.5)) {
      fact.place = venueOf(network, chance);
      fact.area = areaOf(fact.place);
      file.put("where", Venues.written(fact.place, chance));
      file.put("town", fact.area.title());
      truth.place(source, file.row(), fact.place);
    }
    refer(file, fact, source, List.of("passed_to", "reply"), SHORT_YEARS, chance);
    file.put("worker", chance.pick(List.of("A", "B", "C", "D")));
    if (fact.concern.exploits() && chance.yes(.3)) {
      fact.harm = true;
      file.put("features", chance.pick(List.of("threats", "driven elsewhere", "substances")));
    }
    file.put("notes", note(file, source, fact, .02, chance));
    file.end(fact.recorded);
  }

  void writeClinic() throws IOException {
    Source source = Source.CLINIC;
    Plan plan = borough.plan(source);
    CsvRows rows = new CsvRows(borough.file(source), '\t', StandardCharsets.UTF_16, CLINIC_COLUMNS);
    try (SourceFile file = new SourceFile(borough, source, rows, "AT", CLINIC_COLUMNS)) {
      for (int i = 0; i < plan.size(); i++) {
        Chance chance = borough.chance("clinic", i);
        Fact fact = report(source, file, i, chance);
        Person child = town.person(fact.children[0]);
        int day = fact.known();
        Written patient = clerk.write(child, day, Habits.USUAL, DOTS, chance);
        file.mention("child", 1, child.id());
        file.put("Attended", date(fact.happened, DOTS));
        file.put("Entered", date(fact.recorded, DOTS));
        file.put("NHS", chance.yes(.75) ? nhsNumber(file, child, chance) : "");
        file.about(patient);
        file.put("Surname", patient.surname());
        file.put(
            "Forename", chance.yes(.06) ? patient.forename().substring(0, 1) : patient.forename());
        file.put("DoB", patient.born());
        file.put("Age", patient.born().isEmpty() ? "" + child.age(day) : "");
        file.put("Sex", sexOf(child, chance));
        file.put("Postcode", patient.postcode());
        file.put("GP alert", fact.concern.word());
        file.put("Level", level(fact, chance));
        refer(file, fact, source, List.of("Shared with", "Reply"), DOTS, chance);
        file.put("Attended with", chance.pick(List.of("", "", "parent", "friend", "alone")));
        file.put("Comment", note(file, source, fact, .04, chance));
        file.end(fact.recorded);
      }
    }
  }

  /// The number as it was keyed: now and then two digits in each other's place, which the check
  /// digit gives away.
  private String nhsNumber(SourceFile file, Person child, Chance chance) {
    String number = child.nhsNumber();
    if (number.isEmpty() || !chance.yes(.006) || number.charAt(5) == number.charAt(6)) {
      return number;
    }
    truth.problem(Source.CLINIC, file.row(), "an NHS number with a wrong check digit");
    return number.substring(0, 5) + number.charAt(6) + number.charAt(5) + number.substring(7);
  }

  void writeCareHomes() throws IOException {
    Source source = Source.CARE_HOMES;
    Plan plan = borough.plan(source);
    JsonRows rows = JsonRows.lines(borough.file(source), CARE_HOME_COLUMNS);
    try (SourceFile file = new SourceFile(borough, source, rows, "CH-", CARE_HOME_COLUMNS)) {
      for (int i = 0; i < plan.size(); i++) {
        Chance chance = borough.chance("care-home", i);
        Fact fact = report(source, file, i, chance);
        Person child = town.person(fact.children[0]);
        int day = fact.known();
        Written written = clerk.write(child, day, Habits.USUAL, ISO, chance);
        file.mention("child", 1, child.id());
        file.put("home", chance.pick(List.of("Coppice House", "Wharf Lodge", "Plover Bank")));
        file.put("logged", date(fact.recorded, ISO));
        file.put("occurred", date(fact.happened, ISO));
        file.put("incident", fact.concern.word());
        file.put("level", level(fact, chance));
        file.about(written);
        file.put("child.first", written.forename());
        file.put("child.last", written.surname());
        file.put("child.dob", written.born());
        file.put("child.sex", sexOf(child, chance));
        file.put("child.council_id", chance.yes(.7) ? child.councilNumber() : "");
        List<Integer> suspects = suspectsOf(fact, chance.yes(.4) ? 1 : 0, chance);
        if (suspects.size() > 0) {
          Person suspect = story.suspect(suspects.get(0));
          fact.suspects = Fact.and(fact.suspects, suspect.id());
          file.mention("suspect", 1, suspect.id());
          boolean whole = chance.yes(.35);
          Written driver = clerk.write(suspect, day, Habits.HASTY, ISO, chance);
          file.put("collected_by.name", whole ? driver.forenameFirst() : suspect.forename());
          if (whole) {
            truth.surnamed().set(suspect.id());
          }
          file.put("collected_by.vehicle", chance.yes(.4) ? registration(suspects.get(0)) : "");
          truth.suspectRow(false);
        }
        refer(file, fact, source, List.of("reported_to", "reply"), ISO, chance);
        file.put("shift", chance.pick(List.of("day", "evening", "night")));
        file.put("log", note(file, source, fact, .08, chance));
        file.end(fact.recorded);
      }
      file.put("logged", date(Story.LAST_DAY, ISO));
      file.put("incident", Concern.OTHER.word());
      file.endCutShort();
    }
  }

  void writeHelpline() throws IOException {
    Source source = Source.HELPLINE;
    Plan plan = borough.plan(source);
    JsonRows rows =
        JsonRows.array(borough.file(source), date(Story.AS_AT, ISO), "calls", HELPLINE_COLUMNS);
    try (SourceFile file = new SourceFile(borough, source, rows, "H", HELPLINE_COLUMNS)) {
      for (int i = 0; i < plan.size(); i++) {
        Chance chance = borough.chance("helpline", i);
        Fact fact = report(source, file, i, chance);
        Person child = town.person(fact.children[0]);
        int day = fact.known();
        Written written = clerk.write(child, day, Habits.HASTY, ISO, chance);
        file.mention("child", 1, child.id());
        file.put("taken", date(fact.recorded, ISO));
        file.put("about", fact.concern.word());
        file.put("urgency", level(fact, chance));
        file.put("child.name", written.forenameFirst());
        int age = child.age(day);
        file.put("child.age", chance.yes(.3) ? (age - 1) + "-" + (age + 1) : "" + age);
        file.put("child.sex", sexOf(child, chance));
        file.put("child.phone", chance.yes(.7) ? written.phone() : "");
        file.put("child.town", Area.EASTMOOR.title());
        file.put(
            "caller", chance.pick(List.of("self", "parent", "friend", "neighbour", "unknown")));
        List<Integer> suspects = suspectsOf(fact, chance.yes(.3) ? 1 : 0, chance);
        if (suspects.size() > 0) {
          Person suspect = story.suspect(suspects.get(0));
          fact.suspects = Fact.and(fact.suspects, suspect.id());
          file.mention("suspect", 1, suspect.id());
          file.put(
              "other.called", suspect.street().isEmpty() ? suspect.forename() : suspect.street());
          file.put("other.phone", suspect.phones().isEmpty() ? "" : suspect.phones().getFirst());
          truth.suspectRow(false);
        }
        refer(file, fact, source, List.of("passed_to", ""), ISO, chance);
        if (fact.concern.exploits() && chance.yes(.2)) {
          fact.harm = true;
          file.put("harm", chance.pick(List.of("threat", "violence", "images")));
        }
        file.put("summary", note(file, source, fact, 0, chance));
        file.end(fact.recorded);
      }
    }
  }

  /// A registration of the old style, one for each suspect.
  static String registration(int suspect) {
    Chance chance = Chance.of(suspect, "vehicle");
    return "PRSTVWY".charAt(chance.below(7))
        + String.valueOf(chance.between(101, 989))
        + " "
        + "ABCDEFGHJKLMNP".charAt(chance.below(14))
        + "ABCDEFGHJKLMNP".charAt(chance.below(14))
        + "X";
  }

  private String sexOf(Person child, Chance chance) {
    String sex = sex(child, chance);
    if (!sex.isEmpty()) {
      truth.sexRecorded().set(child.id());
    }
    return sex;
  }

  private static String level(Fact fact, Chance chance) {
    fact.severity = chance.yes(.85) ? severity(fact, chance) : 0;
    return fact.severity == 0 ? "" : String.valueOf(fact.severity);
  }

  /// Passes a concern on, or keeps it; now and then a reply comes back.
  ///
  /// @param columns where it says to whom, and where the day of a reply, if the file has one
  private void refer(
      SourceFile file,
      Fact fact,
      Source source,
      List<String> columns,
      DateTimeFormatter dates,
      Chance chance) {
    boolean exploits = fact.concern.exploits();
    int to = chance.weighted(exploits ? .25 : .5, exploits ? .6 : .44, exploits ? .15 : .06);
    file.put(columns.get(0), List.of("", "social care", "police").get(to));
    if (to == 0) {
      return;
    }
    fact.to = to == 1 ? To.SOCIAL_CARE : To.ANOTHER;
    if (to == 1) {
      borough.contacts().receive(source, file.id(), fact, hearing(fact), chance);
    }
    if (!columns.get(1).isEmpty() && chance.yes(fact.decisions().isEmpty() ? .08 : .15)) {
      fact.answered = Math.min(fact.known() + chance.between(0, 30), Story.AS_AT);
      file.put(columns.get(1), date(fact.answered, dates));
    }
  }
}
