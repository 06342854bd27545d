package uk.candour.synth;

import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.candour.synth.Clerk.Habits;
import uk.candour.synth.Source.Kind;
import uk.candour.synth.Story.Case;

/// What the inquiry itself gathered: what witnesses told it, and the case files it read, a random
/// sample of each stratum and a few that were chosen.
final class InquiryFiles extends Agency {

  private static final DateTimeFormatter ISO = Clerk.dates("yyyy-MM-dd");

  private static final List<String> STATEMENT_COLUMNS =
      List.of("statement", "taken", "witness", "about_from", "about_to", "subject", "said");

  private static final List<String> READING_COLUMNS =
      List.of(
          "line",
          "case_file",
          "child_id",
          "surname",
          "forename",
          "dob",
          "reader",
          "stratum",
          "stratum_size",
          "drawn",
          "found",
          "judgement");

  InquiryFiles(Borough borough) {
    super(borough);
  }

  void writeStatements() throws IOException {
    Source source = Source.STATEMENTS;
    CsvRows rows = new CsvRows(borough.file(source), STATEMENT_COLUMNS);
    try (SourceFile file = new SourceFile(borough, source, rows, "W", STATEMENT_COLUMNS).tidy()) {
      statement(
          file,
          "2014-01-14",
          "youth worker",
          "1999",
          "2004",
          "reports",
          "Sheets were sent every month. No reply came back.");
      statement(
          file,
          "2014-01-21",
          "social worker",
          "2002",
          "2007",
          "severity",
          "Ratings were changed after they were entered.");
      statement(
          file,
          "2014-02-04",
          "police officer",
          "2001",
          "2006",
          "recording",
          "There was no code for it, so another was used.");
      statement(
          file,
          "2014-02-11",
          "care home manager",
          "2004",
          "2009",
          "missing",
          "Returns were logged and nobody called.");
      statement(
          file,
          "2014-02-25",
          "teacher",
          "2005",
          "2010",
          "sharing",
          "The school was not told what became of its concerns.");
      statement(
          file,
          "2014-03-04",
          "councillor",
          "2005",
          "2005",
          "briefing",
          "Members were given names and addresses at a seminar.");
      statement(
          file,
          "2014-03-18",
          "records clerk",
          "2000",
          "2003",
          "minutes",
          "Boxes were moved and no list was made of them.");
    }
  }

  private static void statement(
      SourceFile file,
      String taken,
      String witness,
      String from,
      String to,
      String subject,
      String said)
      throws IOException {
    file.put("taken", taken);
    file.put("witness", witness);
    file.put("about_from", from);
    file.put("about_to", to);
    file.put("subject", subject);
    file.put("said", said);
    file.end(Days.of(2014, 3, 1));
  }

  /// The list that was sampled: every child whom social care has written down as exploited.
  void writeReading() throws IOException {
    Map<Integer, Integer> last = new TreeMap<>();
    for (Fact fact : truth.facts()) {
      if (fact.concern.exploits()
          && fact.source.area() == Area.EASTMOOR
          && fact.source.kind() == Kind.SOCIAL_CARE) {
        for (int child : fact.children) {
          last.merge(child, fact.known(), Math::max);
        }
      }
    }
    List<Integer> current = new ArrayList<>();
    List<Integer> historic = new ArrayList<>();
    last.forEach((child, day) -> (day >= Days.of(2011, 1, 1) ? current : historic).add(child));
    Source source = Source.READING;
    CsvRows rows = new CsvRows(borough.file(source), READING_COLUMNS);
    try (SourceFile file = new SourceFile(borough, source, rows, "F", READING_COLUMNS).tidy()) {
      stratum(file, "current", current);
      stratum(file, "historic", historic);
    }
  }

  private void stratum(SourceFile file, String stratum, List<Integer> list) throws IOException {
    Chance chance = borough.chance("stratum " + stratum);
    truth.stratum(stratum, list.size(), (int) list.stream().filter(this::exploited).count());
    List<Integer> drawn = new ArrayList<>(list);
    for (int i = drawn.size() - 1; i > 0; i--) {
      int other = chance.below(i + 1);
      int kept = drawn.get(i);
      drawn.set(i, drawn.get(other));
      drawn.set(other, kept);
    }
    int random = Math.min(list.size(), Math.max(12, Math.min(60, list.size() * 2 / 5)));
    int chosen = Math.min(list.size() - random, 4);
    for (int i = 0; i < random + chosen; i++) {
      Person child = town.person(drawn.get(i));
      Written written = clerk.write(child, Story.AS_AT, Habits.CAREFUL, ISO, chance);
      boolean found = !chance.yes(.06);
      boolean exploited = exploited(child.id());
      file.mention("child", 1, child.id());
      file.put("case_file", "CF" + (10_000 + child.id()));
      file.put("child_id", child.councilNumber());
      file.put("surname", written.surname());
      file.put("forename", written.forename());
      file.put("dob", written.born());
      file.put("reader", chance.pick(List.of("reader 1", "reader 2")));
      file.put("stratum", stratum);
      file.put("stratum_size", "" + list.size());
      file.put("drawn", i < random ? "random" : "chosen");
      file.put("found", found ? "yes" : "no");
      if (found) {
        file.put("judgement", exploited ? "exploited" : chance.yes(.7) ? "at risk" : "neither");
      }
      if (found && exploited) {
        Fact fact =
            new Fact(Source.READING, file.row(), Days.NONE, Days.NONE, Concern.EXPLOITATION);
        fact.children = new int[] {child.id()};
        fact.reading = true;
        truth.fact(fact);
      }
      if (i < random) {
        truth.read(stratum, found && exploited);
      }
      file.end(Days.NONE);
    }
  }

  private boolean exploited(int person) {
    Case child = story.caseOf(person);
    return child != null && child.exploited();
  }
}
