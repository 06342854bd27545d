package uk.candour.synth;

import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import uk.candour.synth.Clerk.Habits;

/// What the council's social care holds: the workbook of referrals with the decision on each, its
/// decisions on what other agencies reported, assessments, caseloads and allocations.
final class SocialCareFiles extends Agency {

  private static final DateTimeFormatter SLASHES = Clerk.dates("dd/MM/yyyy");
  private static final DateTimeFormatter ISO = Clerk.dates("yyyy-MM-dd");

  private static final List<String> REFERRAL_COLUMNS =
      List.of(
          "Referral No",
          "Received",
          "Incident Date",
          "Referred By",
          "Presenting Issue",
          "Risk",
          "Surname",
          "Forename",
          "DOB",
          "Gender",
          "Ethnic Origin",
          "NHS No",
          "Child ID",
          "Address",
          "Postcode",
          "Sibling Surname",
          "Sibling Forename",
          "Sibling DOB",
          "Sibling ID",
          "Parent or Carer",
          "Parent Phone",
          "Alleged Person",
          "Known As",
          "Features",
          "Notes",
          "Paper File",
          "Decision",
          "Decision Date",
          "Decided By",
          "Team",
          "Agreed Risk",
          "Category",
          "Reason",
          "Referrer Told");

  private static final List<String> CONTACT_COLUMNS =
      List.of(
          "contact_id",
          "from_agency",
          "agency_ref",
          "decided_on",
          "outcome",
          "post",
          "team",
          "agreed_risk",
          "category",
          "reason");

  private static final List<String> ASSESSMENT_COLUMNS =
      List.of(
          "assessment_id",
          "referral_no",
          "completed",
          "team",
          "factors",
          "category",
          "outcome",
          "child_id",
          "surname",
          "forename",
          "dob",
          "gender",
          "summary");

  private static final List<String> CASELOAD_COLUMNS =
      List.of("line", "snapshot_date", "team", "open_children", "unallocated");

  private static final List<String> ALLOCATION_COLUMNS =
      List.of(
          "allocation_id",
          "allocated",
          "closed",
          "team",
          "worker",
          "child_id",
          "surname",
          "forename",
          "dob");

  private static final String[] TEAMS = {
    "Duty North", "Duty South", "Family Support 1", "Family Support 2"
  };

  private static final String[] NAMED_TEAMS = {"Looked After", "Leaving Care"};

  private record Assessing(String referral, Fact fact, int completed, String team, Chance chance) {}

  private record Allocating(int person, int made, Chance chance) {}

  private final List<Assessing> assessing = new ArrayList<>();
  private final List<Allocating> allocating = new ArrayList<>();

  SocialCareFiles(Borough borough) {
    super(borough);
  }

  void writeReferrals() throws IOException {
    Source source = Source.REFERRALS;
    Plan plan = borough.plan(source);
    XlsxRows rows = new XlsxRows(borough.file(source), "Referrals", REFERRAL_COLUMNS, "Received");
    try (SourceFile file = new SourceFile(borough, source, rows, "R", REFERRAL_COLUMNS)) {
      for (int i = 0; i < plan.size(); i++) {
        if (i % 2100 == 400) {
          file.put("Received", date(plan.recorded(i), SLASHES));
          file.put("Presenting Issue", "Sexual Exploitation");
          file.put("Surname", "TEST");
          file.put("Forename", "Child");
          file.endTest();
        }
        referral(file, i, borough.chance("referral", i));
      }
    }
  }

  private void referral(SourceFile file, int event, Chance chance) throws IOException {
    Source source = Source.REFERRALS;
    Fact fact = report(source, file, event, chance);
    Person child = town.person(fact.children[0]);
    int day = fact.known();
    boolean exploits = fact.concern.exploits();
    fact.severity = chance.yes(.92) ? severity(fact, chance) : 0;
    file.put("Received", date(fact.recorded, SLASHES));
    file.put("Incident Date", date(fact.happened, SLASHES));
    file.put(
        "Referred By", chance.pick(List.of("1A", "1B", "2A", "3A", "3B", "3E", "4", "6", "9")));
    file.put("Presenting Issue", issue(fact.concern));
    file.put("Risk", risk(fact.severity));
    subject(file, child, day, chance);
    if (!exploits && chance.yes(.12)) {
      sibling(file, fact, child, day, chance);
    }
    if (chance.yes(.6)) {
      Person parent = town.family(child.id() / Town.FAMILY)[chance.yes(.8) ? 0 : 1];
      Written carer = clerk.write(parent, day, Habits.USUAL, SLASHES, chance);
      file.mention("adult", 1, parent.id());
      file.put("Parent or Carer", carer.forenameFirst());
      file.put("Parent Phone", carer.phone());
    }
    alleged(file, fact, child, day, chance);
    if (exploits && chance.yes(.25)) {
      fact.harm = true;
      file.put(
          "Features", chance.pick(List.of("Threats", "Violence", "Transported", "Substances")));
    }
    file.put("Notes", note(file, source, fact, .12, chance));
    boolean missing = chance.yes(exploits ? .1 : .01);
    file.put("Paper File", missing ? "Not found" : "Held");
    if (missing) {
      truth.failure("record.gaps", source, file.row(), "file missing");
    }
    decision(file, fact, chance);
    file.end(fact.recorded);
  }

  private void subject(SourceFile file, Person child, int day, Chance chance) {
    Written written = clerk.write(child, day, Habits.USUAL, SLASHES, chance);
    file.mention("child", 1, child.id());
    file.about(written);
    file.put("Surname", written.surname());
    file.put("Forename", written.forename());
    file.put("DOB", written.born());
    file.put("Gender", sexOf(child, chance));
    file.put(
        "Ethnic Origin",
        chance.yes(.15) ? "" : chance.yes(.08) ? "NOBT" : child.community().census());
    file.put("NHS No", chance.yes(.3) ? child.nhsNumber() : "");
    file.put("Child ID", chance.yes(.85) ? child.councilNumber() : "");
    file.put("Address", written.address());
    file.put("Postcode", written.postcode());
  }

  private String sexOf(Person child, Chance chance) {
    String sex = sex(child, chance);
    if (!sex.isEmpty()) {
      truth.sexRecorded().set(child.id());
    }
    return sex;
  }

  private void sibling(SourceFile file, Fact fact, Person child, int day, Chance chance) {
    Person[] family = town.family(child.id() / Town.FAMILY);
    for (int slot = Town.FIRST_CHILD; slot < Town.FAMILY; slot++) {
      Person sibling = family[slot];
      if (sibling.id() != child.id() && sibling.born() < day && sibling.age(day) < 18) {
        Written written = clerk.write(sibling, day, Habits.USUAL, SLASHES, chance);
        fact.children = Fact.and(fact.children, sibling.id());
        file.mention("child", 2, sibling.id());
        file.put("Sibling Surname", written.surname());
        file.put("Sibling Forename", written.forename());
        file.put("Sibling DOB", written.born());
        file.put("Sibling ID", chance.yes(.6) ? sibling.councilNumber() : "");
        return;
      }
    }
  }

  private void alleged(SourceFile file, Fact fact, Person child, int day, Chance chance) {
    List<Integer> suspects = suspectsOf(fact, chance.yes(.4) ? 1 : 0, chance);
    if (suspects.size() > 0) {
      Person suspect = story.suspect(suspects.get(0));
      fact.suspects = Fact.and(fact.suspects, suspect.id());
      file.mention("suspect", 1, suspect.id());
      if (!suspect.street().isEmpty() && chance.yes(.3)) {
        file.put("Known As", suspect.street());
      } else {
        file.put(
            "Alleged Person",
            clerk.write(suspect, day, Habits.HASTY, SLASHES, chance).surnameFirst());
        truth.surnamed().set(suspect.id());
      }
      truth.suspectRow(false);
    } else if (fact.concern == Concern.PHYSICAL_ABUSE && chance.yes(.5)) {
      Person father = town.family(child.id() / Town.FAMILY)[1];
      file.mention("suspect", 1, father.id());
      file.put(
          "Alleged Person", clerk.write(father, day, Habits.USUAL, SLASHES, chance).surnameFirst());
      truth.suspectRow(false);
    }
  }

  private void decision(SourceFile file, Fact fact, Chance chance) {
    Deciding.@Nullable Decision decision = Deciding.on(fact, hearing(fact), chance);
    String team = TEAMS[chance.weighted(.4, .35, .15, .1)];
    file.put("Team", team);
    if (decision == null) {
      if (chance.yes(.04)) {
        fact.answered = Math.min(fact.known() + chance.between(1, 60), Story.AS_AT);
        file.put("Referrer Told", date(fact.answered, SLASHES));
      }
      return;
    }
    fact.decided(decided(decision));
    fact.reclassified |= reclassifies(fact, decision.category());
    file.put("Decision", words(decision.outcome()));
    file.put("Decision Date", date(decision.made(), SLASHES));
    file.put("Decided By", decision.post());
    file.put("Agreed Risk", risk(decision.severity()));
    file.put("Category", decision.category() == null ? "" : issue(decision.category()));
    file.put("Reason", chance.pick(List.of("Threshold", "Capacity", "Known to services", "")));
    if (decision.made() > fact.known() && chance.yes(.2)) {
      fact.answered = decision.made() + chance.below(4);
      file.put("Referrer Told", date(fact.answered, SLASHES));
    }
    follow(file.id(), team, fact, decision, chance);
  }

  /// What a decision to act leads to: an assessment, a worker.
  private void follow(
      String referral, String team, Fact fact, Deciding.Decision decision, Chance chance) {
    if (!decision.outcome().action() || decision.made() == Days.NONE) {
      return;
    }
    int completed = decision.made() + chance.between(10, 75);
    if (decision.made() >= Source.ASSESSMENTS.from()
        && completed <= Story.LAST_DAY
        && chance.yes(.75)) {
      assessing.add(new Assessing(referral, fact, completed, team, chance));
    }
    int allocated = decision.made() + chance.between(1, 20);
    if (decision.made() >= Source.ALLOCATIONS.from()
        && allocated <= Story.LAST_DAY
        && chance.yes(.4)) {
      allocating.add(new Allocating(fact.children[0], allocated, chance));
    }
  }

  void writeContactDecisions() throws IOException {
    Source source = Source.DECISIONS;
    CsvRows rows = new CsvRows(borough.file(source), CONTACT_COLUMNS);
    try (SourceFile file = new SourceFile(borough, source, rows, "C", CONTACT_COLUMNS).tidy()) {
      for (Contacts.Contact contact : borough.contacts().decided()) {
        Chance chance = borough.chance("contact", contact.from().ordinal(), contact.fact().row);
        Deciding.Decision decision = contact.decision();
        file.put("from_agency", letters(contact.from()));
        file.put("agency_ref", contact.reference());
        file.put("decided_on", date(decision.made(), SLASHES));
        file.put("outcome", decision.outcome().word());
        file.put("post", decision.post());
        file.put("team", TEAMS[chance.weighted(.5, .5, 0, 0)]);
        file.put("agreed_risk", decision.severity() == 0 ? "" : "" + decision.severity());
        file.put("category", decision.category() == null ? "" : decision.category().word());
        file.put("reason", chance.pick(List.of("threshold not met", "passed on", "", "capacity")));
        file.end(decision.made());
      }
    }
  }

  private static String letters(Source source) {
    return switch (source) {
      case CLINIC -> "HLT";
      case SCHOOL -> "SCH";
      case YOUTH -> "YTH";
      case CARE_HOMES -> "CRH";
      case HELPLINE -> "HLP";
      default -> throw new IllegalArgumentException(source.title() + " reports to nobody.");
    };
  }

  void writeAssessments() throws IOException {
    Source source = Source.ASSESSMENTS;
    assessing.sort(
        Comparator.comparingInt(Assessing::completed).thenComparing(Assessing::referral));
    CsvRows rows = new CsvRows(borough.file(source), ASSESSMENT_COLUMNS);
    try (SourceFile file = new SourceFile(borough, source, rows, "A", ASSESSMENT_COLUMNS)) {
      for (Assessing work : assessing) {
        Chance chance = work.chance();
        Fact about = work.fact();
        Person child = town.person(about.children[0]);
        Concern category =
            about.concern.exploits() && chance.yes(.35) ? Concern.BEYOND_CONTROL : about.concern;
        about.reclassified |= reclassifies(about, category);
        boolean factor = about.concern.exploits() && category.exploits() && chance.yes(.8);
        if (factor) {
          Fact fact =
              new Fact(source, file.row(), Days.NONE, work.completed(), Concern.EXPLOITATION);
          fact.children = new int[] {child.id()};
          truth.fact(fact);
        }
        file.put("referral_no", work.referral());
        file.put("completed", date(work.completed(), ISO));
        file.put("team", work.team());
        file.put("factors", (factor ? "11A;" : "") + factors(category, chance));
        file.put("category", category.word());
        file.put("outcome", chance.pick(List.of("child-in-need", "closed", "no-further-action")));
        subjectOf(file, child, work.completed(), chance);
        file.put("gender", sexOf(child, chance));
        file.put("summary", Notes.bland(chance));
        file.end(work.completed());
      }
    }
  }

  private void subjectOf(SourceFile file, Person child, int day, Chance chance) {
    Written written = clerk.write(child, day, Habits.CAREFUL, ISO, chance);
    file.mention("child", 1, child.id());
    file.put("child_id", child.councilNumber());
    file.about(written);
    file.put("surname", written.surname());
    file.put("forename", written.forename());
    file.put("dob", written.born());
  }

  /// Codes of the DfE's list of factors, none of which says exploitation.
  private static String factors(Concern category, Chance chance) {
    String first =
        switch (category) {
          case MISSING -> "10A";
          case BEYOND_CONTROL -> "14A";
          case NEGLECT -> "16A";
          case EMOTIONAL_ABUSE -> "17A";
          case PHYSICAL_ABUSE -> "18C";
          case SEXUAL_ABUSE -> "19C";
          case DOMESTIC_ABUSE -> "3B";
          case EXPLOITATION, TRAFFICKING, OTHER -> "20";
        };
    return first + (chance.yes(.3) ? ";1B" : "");
  }

  void writeCaseloads() throws IOException {
    Source source = Source.CASELOADS;
    CsvRows rows = new CsvRows(borough.file(source), CASELOAD_COLUMNS);
    int usual = Math.max(20, borough.settings().population() / 60);
    try (SourceFile file = new SourceFile(borough, source, rows, "S", CASELOAD_COLUMNS).tidy()) {
      for (int quarter = 0; quarter < 25; quarter++) {
        int day = Days.of(2008 + quarter / 4, quarter % 4 * 3 + 3, 28);
        for (int team = 0; team < TEAMS.length; team++) {
          Chance chance = borough.chance("caseload", quarter, team);
          int open = usual / (2 + team) + chance.below(9);
          file.put("snapshot_date", date(day, ISO));
          file.put("team", TEAMS[team]);
          file.put("open_children", "" + open);
          file.put("unallocated", "" + chance.below(6));
          truth.caseload(TEAMS[team], open);
          file.end(day);
        }
      }
    }
  }

  void writeAllocations() throws IOException {
    Source source = Source.ALLOCATIONS;
    allocating.sort(Comparator.comparingInt(Allocating::made).thenComparingInt(Allocating::person));
    Map<String, TreeSet<Integer>> open = new TreeMap<>();
    CsvRows rows = new CsvRows(borough.file(source), ALLOCATION_COLUMNS);
    try (SourceFile file = new SourceFile(borough, source, rows, "AL", ALLOCATION_COLUMNS)) {
      for (Allocating work : allocating) {
        Chance chance = work.chance();
        Person child = town.person(work.person());
        String team = NAMED_TEAMS[child.age(work.made()) >= 16 ? 1 : 0];
        int ended = chance.yes(.1) ? Days.NONE : work.made() + chance.between(60, 500);
        if (ended > Story.AS_AT) {
          ended = Days.NONE;
        }
        if (ended == Days.NONE) {
          open.computeIfAbsent(team, _ -> new TreeSet<>()).add(child.id());
        }
        file.put("allocated", date(work.made(), ISO));
        file.put("closed", date(ended, ISO));
        file.put("team", team);
        file.put("worker", "SW" + chance.between(10, 49));
        subjectOf(file, child, work.made(), chance);
        file.end(work.made());
      }
    }
    open.forEach((team, children) -> truth.caseload(team, children.size()));
  }

  private static String issue(Concern concern) {
    return switch (concern) {
      case EXPLOITATION -> "Sexual Exploitation";
      case TRAFFICKING -> "Trafficking";
      case SEXUAL_ABUSE -> "Sexual Abuse";
      case PHYSICAL_ABUSE -> "Physical Abuse";
      case EMOTIONAL_ABUSE -> "Emotional Abuse";
      case NEGLECT -> "Neglect";
      case MISSING -> "Missing From Home";
      case BEYOND_CONTROL -> "Out of Control";
      case DOMESTIC_ABUSE -> "Domestic Violence";
      case OTHER -> "Other";
    };
  }

  private static String risk(int severity) {
    return severity == 0 ? "" : List.of("Low", "Medium", "High", "Very High").get(severity - 1);
  }

  private static String words(Outcome outcome) {
    return switch (outcome) {
      case ACCEPTED -> "Accepted";
      case NO_FURTHER_ACTION -> "NFA";
      case STRATEGY_DISCUSSION -> "Strategy Discussion";
      case SECTION_47 -> "S47";
      case ASSESSMENT -> "Initial Assessment";
      case CHILD_IN_NEED -> "CIN Plan";
      case EARLY_HELP -> "CAF";
      case ADVICE -> "Advice Given";
      case CLOSED -> "Closed";
      case TRANSFERRED -> "Transferred";
    };
  }
}
