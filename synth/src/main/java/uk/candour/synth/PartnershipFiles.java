package uk.candour.synth;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.candour.synth.Clerk.Habits;
import uk.candour.synth.Source.Kind;

/// What the agencies did together and what their leaders were told: the list of children being
/// monitored, the meetings and their minutes, briefings, and directions to staff.
final class PartnershipFiles extends Agency {

  private static final DateTimeFormatter SLASHES = Clerk.dates("dd/MM/yyyy");
  private static final DateTimeFormatter ISO = Clerk.dates("yyyy-MM-dd");

  /// Days on which the list was cut for lack of room.
  private static final int[] CUTS = {
    Days.of(2005, 3, 31), Days.of(2007, 9, 28), Days.of(2010, 4, 6)
  };

  private static final List<String> MONITORING_COLUMNS =
      List.of(
          "line",
          "child_id",
          "surname",
          "forename",
          "dob",
          "sex",
          "added_on",
          "added_by",
          "removed_on",
          "removed_by",
          "reason");

  private static final List<String> MEETING_COLUMNS =
      List.of("item", "series", "number", "months_between", "held_on", "minutes");

  private static final List<String> BRIEFING_COLUMNS =
      List.of("paper", "presented", "audience", "title", "theme", "acted_on");

  private static final List<String> DIRECTION_COLUMNS =
      List.of("ref", "sent", "author_post", "recipients", "subject", "wording");

  /// A child on the monitoring list.
  private static final class Line {
    private final int person;
    private final int added;
    private int removed;
    private String reason;

    Line(int person, int added, int removed, String reason) {
      this.person = person;
      this.added = added;
      this.removed = removed;
      this.reason = reason;
    }
  }

  PartnershipFiles(Borough borough) {
    super(borough);
  }

  void writeMonitoring() throws IOException {
    List<Line> lines = monitored();
    for (int cut : CUTS) {
      List<Line> on =
          lines.stream().filter(line -> line.added < cut && line.removed > cut).toList();
      int dropped = on.size() < 6 ? 0 : Math.max(6, on.size() * 2 / 5);
      for (int i = 0; i < dropped; i++) {
        Line line = on.get(i * on.size() / dropped);
        line.removed = cut;
        line.reason = "list reviewed";
      }
    }
    Source source = Source.MONITORING;
    CsvRows rows = new CsvRows(borough.file(source), MONITORING_COLUMNS);
    try (SourceFile file = new SourceFile(borough, source, rows, "M", MONITORING_COLUMNS).tidy()) {
      for (Line line : lines) {
        Chance chance = borough.chance("monitored", line.person);
        Person child = town.person(line.person);
        Written written = clerk.write(child, line.added, Habits.CAREFUL, SLASHES, chance);
        Fact fact = new Fact(source, file.row(), Days.NONE, line.added, Concern.EXPLOITATION);
        fact.children = new int[] {line.person};
        truth.fact(fact);
        truth.monitored(file.row(), line.added, line.removed);
        file.mention("child", 1, child.id());
        file.put("child_id", chance.yes(.6) ? child.councilNumber() : "");
        file.put("surname", written.surname());
        file.put("forename", written.forename());
        file.put("dob", written.born());
        file.put("sex", child.female() ? "F" : "M");
        truth.sexRecorded().set(child.id());
        file.put("added_on", date(line.added, SLASHES));
        file.put("added_by", chance.pick(List.of("forum", "police", "social care")));
        if (line.removed <= Story.LAST_DAY) {
          file.put("removed_on", date(line.removed, SLASHES));
          file.put("removed_by", chance.pick(List.of("forum", "service manager")));
          file.put("reason", line.reason);
        }
        file.end(line.added);
      }
    }
  }

  /// Children whom police or social care have written down as exploited, some time after.
  private List<Line> monitored() {
    Map<Integer, Integer> first = new TreeMap<>();
    for (Fact fact : truth.facts()) {
      Kind kind = fact.source.kind();
      if (fact.concern.exploits()
          && fact.source.area() == Area.EASTMOOR
          && (kind == Kind.POLICE || kind == Kind.SOCIAL_CARE)) {
        for (int child : fact.children) {
          first.merge(child, fact.known(), Math::min);
        }
      }
    }
    List<Line> lines = new ArrayList<>();
    first.forEach((child, day) -> {
      Chance chance = borough.chance("monitoring", child);
      int added = Math.max(day + chance.between(5, 250), Source.MONITORING.from() + 40);
      if (chance.yes(.65) && added <= Story.LAST_DAY - 30 && added < day + 900) {
        int removed = chance.yes(.7) ? added + chance.between(200, 1800) : Integer.MAX_VALUE;
        lines.add(
            new Line(
                child,
                added,
                removed,
                chance.pick(List.of("plan complete", "moved away", "aged 18"))));
      }
    });
    lines.sort(Comparator.comparingInt(line -> line.added));
    return lines;
  }

  /// Two series of meetings; of one the minutes of four years cannot be found.
  void writeMeetings() throws IOException {
    Source source = Source.MEETINGS;
    CsvRows rows = new CsvRows(borough.file(source), MEETING_COLUMNS);
    try (SourceFile file = new SourceFile(borough, source, rows, "", MEETING_COLUMNS).tidy()) {
      LocalDate end = Days.date(Story.LAST_DAY);
      int number = 1;
      for (LocalDate due = LocalDate.of(1998, 3, 10); due.isBefore(end); due = due.plusMonths(1)) {
        boolean lost =
            !due.isBefore(LocalDate.of(1999, 11, 1)) && due.isBefore(LocalDate.of(2003, 9, 1));
        boolean noRow = lost && due.getMonthValue() % 3 == 0;
        if (lost) {
          truth.meetingLost(1);
        }
        if (!noRow) {
          boolean cancelled = due.getMonthValue() == 8 && due.getYear() >= 2005;
          String minutes = lost ? "not found" : cancelled ? "cancelled" : "held";
          meeting(file, "Exploitation Forum", number, 1, due, minutes);
        }
        number++;
      }
      number = 1;
      for (LocalDate due = LocalDate.of(1999, 2, 16); due.isBefore(end); due = due.plusMonths(3)) {
        boolean lost = due.getYear() >= 2001 && due.getYear() <= 2002;
        if (lost) {
          truth.meetingLost(3);
        } else {
          meeting(file, "Key Players", number, 3, due, "held");
        }
        number++;
      }
    }
  }

  private void meeting(
      SourceFile file, String series, int number, int every, LocalDate due, String minutes)
      throws IOException {
    LocalDate held = due;
    while (held.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue()) {
      held = held.plusDays(1);
    }
    if (minutes.equals("not found")) {
      truth.failure("record.gaps", Source.MEETINGS, file.row(), "no minutes");
    }
    file.put("series", series);
    file.put("number", "" + number);
    file.put("months_between", "" + every);
    file.put("held_on", held.format(SLASHES));
    file.put("minutes", minutes);
    file.end((int) held.toEpochDay());
  }

  /// Leaders were told five times about exploitation, and acted once in time.
  void writeBriefings() throws IOException {
    Source source = Source.BRIEFINGS;
    CsvRows rows = new CsvRows(borough.file(source), BRIEFING_COLUMNS);
    try (SourceFile file = new SourceFile(borough, source, rows, "B", BRIEFING_COLUMNS).tidy()) {
      briefing(file, "2002-03-12", "chief officers", "Exploitation of children: draft report", "");
      briefing(file, "2003-11-04", "chief officers", "Exploitation and drugs: second report", "");
      briefing(file, "2005-04-19", "elected members", "Seminar: what members should know", "");
      file.put("presented", "2005-09-06");
      file.put("audience", "elected members");
      file.put("title", "Budget monitoring, second quarter");
      file.put("theme", "other");
      file.put("acted_on", "2005-09-20");
      file.end(Days.of(2005, 9, 6));
      briefing(file, "2006-06-13", "chief officers", "Third report on exploitation", "2014-10-01");
      briefing(file, "2010-11-09", "safeguarding board", "Lessons from a trial", "2011-02-01");
    }
  }

  private void briefing(SourceFile file, String on, String to, String title, String acted)
      throws IOException {
    int made = (int) LocalDate.parse(on).toEpochDay();
    boolean unanswered = acted.isEmpty() || LocalDate.parse(acted).toEpochDay() > Story.AS_AT;
    truth.briefing(made, unanswered);
    if (unanswered) {
      truth.failure("leaders.unanswered", Source.BRIEFINGS, file.row(), title);
    }
    file.put("presented", on);
    file.put("audience", to);
    file.put("title", title);
    file.put("theme", "exploitation");
    file.put("acted_on", acted);
    file.end(made);
  }

  /// What staff were told not to do.
  void writeDirections() throws IOException {
    Source source = Source.DIRECTIONS;
    CsvRows rows = new CsvRows(borough.file(source), DIRECTION_COLUMNS);
    try (SourceFile file = new SourceFile(borough, source, rows, "D", DIRECTION_COLUMNS).tidy()) {
      direction(
          file,
          "2001-06-05",
          "Head of Service",
          "youth project",
          "ethnicity",
          "Leave the field for background blank until further notice.");
      direction(
          file,
          "2002-04-18",
          "Assistant Director",
          "youth project",
          "recording",
          "Contact sheets are to be kept by hand and not entered.");
      direction(
          file,
          "2003-01-22",
          "Service Manager",
          "duty teams",
          "severity",
          "No referral is to be rated very high without a manager.");
      direction(
          file,
          "2003-10-30",
          "Head of Service",
          "all staff",
          "sharing",
          "Lists of names are not to be sent outside the service.");
      direction(
          file,
          "2004-05-11",
          "Superintendent",
          "intelligence unit",
          "ethnicity",
          "Descriptions are to be left out of summaries.");
      direction(
          file,
          "2005-05-03",
          "Assistant Director",
          "all staff",
          "recording",
          "Use the category out of control where no complaint is made.");
      direction(
          file,
          "2006-07-14",
          "Service Manager",
          "duty teams",
          "severity",
          "Risk is to be agreed with the manager before it is entered.");
      direction(
          file,
          "2007-09-27",
          "Head of Service",
          "forum",
          "recording",
          "The list is to be reviewed to a number that can be managed.");
      direction(
          file,
          "2009-02-10",
          "Superintendent",
          "neighbourhood teams",
          "sharing",
          "Intelligence is not to go to the youth project.");
    }
  }

  private void direction(
      SourceFile file, String on, String post, String to, String subject, String wording)
      throws IOException {
    truth.direction();
    truth.failure("directions.given", Source.DIRECTIONS, file.row(), subject);
    file.put("sent", on);
    file.put("author_post", post);
    file.put("recipients", to);
    file.put("subject", subject);
    file.put("wording", wording);
    file.end((int) LocalDate.parse(on, ISO).toEpochDay());
  }
}
