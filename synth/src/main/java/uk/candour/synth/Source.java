package uk.candour.synth;

/// The files that the agencies hand over, as `remit.yaml` describes them.
enum Source {
  POLICE_CRIMES("police-crimes", "police_crimes.csv", "police", Kind.POLICE, Area.EASTMOOR, 1997),
  POLICE_INTELLIGENCE(
      "police-intelligence", "police_intelligence.csv", "police", Kind.POLICE, Area.EASTMOOR, 1999),
  REFERRALS(
      "social-care-referrals",
      "referrals.xlsx",
      "children's services",
      Kind.SOCIAL_CARE,
      Area.EASTMOOR,
      1997),
  DECISIONS(
      "social-care-decisions",
      "contact_decisions.csv",
      "children's services",
      Kind.SOCIAL_CARE,
      Area.EASTMOOR,
      2000),
  ASSESSMENTS(
      "social-care-assessments",
      "assessments.csv",
      "children's services",
      Kind.SOCIAL_CARE,
      Area.EASTMOOR,
      2000),
  CASELOADS(
      "social-care-caseloads",
      "caseloads.csv",
      "children's services",
      Kind.SOCIAL_CARE,
      Area.EASTMOOR,
      2008),
  ALLOCATIONS(
      "social-care-allocations",
      "allocations.csv",
      "children's services",
      Kind.SOCIAL_CARE,
      Area.EASTMOOR,
      2008),
  CLINIC("clinic", "clinic_attendances.txt", "health trust", Kind.HEALTH, Area.EASTMOOR, 2001),
  SCHOOL("school-safeguarding", "school_log.csv", "schools", Kind.SCHOOL, Area.EASTMOOR, 1999),
  YOUTH("youth-contacts", "contact_sheets.csv", "youth project", Kind.YOUTH, Area.EASTMOOR, 1998),
  CARE_HOMES(
      "care-home-incidents",
      "care_home_incidents.jsonl",
      "care homes",
      Kind.CARE_HOME,
      Area.EASTMOOR,
      1999),
  HELPLINE("helpline", "helpline_calls.json", "helpline", Kind.VOLUNTARY, Area.EASTMOOR, 1998),
  CONVICTIONS(
      "court-convictions", "convictions.csv", "crown court", Kind.COURT, Area.EASTMOOR, 1997),
  MONITORING(
      "exploitation-monitoring",
      "monitoring_list.csv",
      "safeguarding board",
      Kind.PARTNERSHIP,
      Area.EASTMOOR,
      2000),
  MEETINGS(
      "forum-meetings",
      "forum_meetings.csv",
      "safeguarding board",
      Kind.PARTNERSHIP,
      Area.EASTMOOR,
      1998),
  BRIEFINGS("leaders-briefings", "briefings.csv", "council", Kind.PARTNERSHIP, Area.EASTMOOR, 1997),
  DIRECTIONS(
      "staff-directions", "directions.csv", "council", Kind.PARTNERSHIP, Area.EASTMOOR, 1997),
  AUDIT("police-audit-log", "audit_log.csv", "police", Kind.POLICE, Area.EASTMOOR, 1997),
  STATEMENTS(
      "witness-statements", "statements.csv", "inquiry", Kind.PARTNERSHIP, Area.EASTMOOR, 1997),
  READING(
      "case-file-reading", "file_reading.csv", "inquiry", Kind.PARTNERSHIP, Area.EASTMOOR, 1997),
  RIDLEY_POLICE(
      "ridley-police", "ridley_occurrences.csv", "ridley police", Kind.POLICE, Area.RIDLEY, 1997),
  THORNBY_POLICE(
      "thornby-police", "thornby_incidents.xml", "thornby police", Kind.POLICE, Area.THORNBY, 2002),
  THORNBY_CENSUS(
      "thornby-census",
      "thornby_census.xml",
      "thornby council",
      Kind.SOCIAL_CARE,
      Area.THORNBY,
      2008);

  /// The kinds of agency; also the capture lists of an estimate.
  enum Kind {
    SOCIAL_CARE("social-care", 0.40),
    POLICE("police", 0.42),
    HEALTH("health", 0.22),
    SCHOOL("school", 0.24),
    YOUTH("youth", 0.36),
    CARE_HOME("care-home", 0.08),
    VOLUNTARY("voluntary", 0.12),
    COURT("court", 0),
    PARTNERSHIP("partnership", 0);

    private final String word;
    private final double capture;

    Kind(String word, double capture) {
      this.word = word;
      this.capture = capture;
    }

    String word() {
      return word;
    }

    /// How likely it is that an agency of this kind writes down the exploitation of a child of
    /// middling visibility; zero for kinds that are no list of their own.
    double capture() {
      return capture;
    }
  }

  private final String title;
  private final String file;
  private final String agency;
  private final Kind kind;
  private final Area area;
  private final int firstYear;

  Source(String title, String file, String agency, Kind kind, Area area, int firstYear) {
    this.title = title;
    this.file = file;
    this.agency = agency;
    this.kind = kind;
    this.area = area;
    this.firstYear = firstYear;
  }

  /// The name that the remit gives it.
  String title() {
    return title;
  }

  String file() {
    return file;
  }

  String agency() {
    return agency;
  }

  Kind kind() {
    return kind;
  }

  Area area() {
    return area;
  }

  /// The first day that it covers.
  int from() {
    return Days.of(firstYear, 1, 1);
  }

  /// Whether the records of that day are among those that could not be found.
  boolean missing(int day) {
    return switch (this) {
      case POLICE_CRIMES -> day >= Days.of(2001, 7, 1) && day < Days.of(2001, 12, 1);
      case SCHOOL -> day >= Days.of(2006, 9, 1) && day < Days.of(2007, 1, 1);
      case CLINIC -> day >= Days.of(2004, 2, 1) && day < Days.of(2004, 5, 1);
      default -> false;
    };
  }
}
