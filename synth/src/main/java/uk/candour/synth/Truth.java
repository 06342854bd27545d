package uk.candour.synth;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What was really so, kept while the files are written: who each row mentions, what each entry
/// says, and every failure that was planted.
///
/// The lists that grow with the borough (who is mentioned, in which place, which row is at fault)
/// go straight to their files under `truth/`; what [Expected] counts stays in memory.
final class Truth implements Closeable {

  /// A child's time on the monitoring list.
  record Monitored(int row, int added, int removed) {}

  private static final int MONTHS = 12 * (2015 - 1997);

  /// Lines that hold one kind of truth.
  private static final class Lines implements Closeable {

    private final java.io.Writer out;

    Lines(Path file, String header) throws IOException {
      out = Files.newBufferedWriter(file);
      out.write(header);
      out.write('\n');
    }

    void write(String line) {
      try {
        out.write(line);
        out.write('\n');
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }

  private final Lines persons;
  private final Lines places;
  private final Lines problems;
  private final Lines failureRows;
  private final List<Fact> facts = new ArrayList<>();
  private final Map<Source, int[]> months = new EnumMap<>(Source.class);
  private final Map<Source, Integer> rows = new EnumMap<>(Source.class);
  private final BitSet sexRecorded = new BitSet();
  private final BitSet surnamed = new BitSet();
  private final BitSet convicted = new BitSet();
  private final BitSet ethnicityUsable = new BitSet();
  private final Map<String, Integer> caseloads = new TreeMap<>();
  private final List<Integer> briefings = new ArrayList<>();
  private final List<Monitored> monitored = new ArrayList<>();
  private final Map<String, int[]> strata = new TreeMap<>();
  private int monthsOfMeetings;
  private int unansweredBriefings;
  private int directions;
  private int blamed;
  private int blanked;
  private int suspectRows;
  private int usableRows;

  Truth(Path folder) throws IOException {
    persons = new Lines(folder.resolve("persons.csv"), "source,row,role,index,person");
    places = new Lines(folder.resolve("places.csv"), "source,row,place");
    problems = new Lines(folder.resolve("problems.csv"), "source,row,problem");
    failureRows = new Lines(folder.resolve("failure-rows.csv"), "finding,source,row,note");
  }

  void mention(Source source, int row, String role, int index, int person) {
    persons.write(source.title() + "," + row + "," + role + "," + index + ",P" + person);
  }

  void place(Source source, int row, int venue) {
    places.write(source.title() + "," + row + "," + Venues.name(venue));
  }

  void problem(Source source, int row, String problem) {
    problems.write(source.title() + "," + row + "," + problem);
  }

  /// A row under a planted failure.
  void failure(String finding, Source source, int row, String note) {
    failureRows.write(finding + "," + source.title() + "," + row + "," + note);
  }

  void month(Source source, int day) {
    int month = (Days.year(day) - 1997) * 12 + Days.date(day).getMonthValue() - 1;
    if (month >= 0 && month < MONTHS) {
      months.computeIfAbsent(source, _ -> new int[MONTHS])[month]++;
    }
  }

  /// An entry holds a phrase that blames a child.
  void blamed() {
    blamed++;
  }

  int blamedEntries() {
    return blamed;
  }

  /// A suspect's recorded ethnicity was blanked and never put back.
  void ethnicityBlanked() {
    blanked++;
  }

  int blankedFields() {
    return blanked;
  }

  /// A row of the borough mentions a suspect, with their ethnicity or without.
  void suspectRow(boolean usable) {
    suspectRows++;
    usableRows += usable ? 1 : 0;
  }

  int suspectRows() {
    return suspectRows;
  }

  int usableSuspectRows() {
    return usableRows;
  }

  /// The open children of a team: of its latest snapshot, or by name.
  void caseload(String team, int children) {
    caseloads.put(team, children);
  }

  Map<String, Integer> caseloads() {
    return caseloads;
  }

  /// A meeting was due of which there is no row or no minutes.
  ///
  /// @param months the months between the meetings of its series
  void meetingLost(int months) {
    monthsOfMeetings += months;
  }

  int monthsOfMeetings() {
    return monthsOfMeetings;
  }

  void briefing(int made, boolean unanswered) {
    briefings.add(made);
    unansweredBriefings += unanswered ? 1 : 0;
  }

  /// The days on which leaders were briefed about exploitation, the first first.
  List<Integer> briefings() {
    return briefings;
  }

  int unansweredBriefings() {
    return unansweredBriefings;
  }

  void direction() {
    directions++;
  }

  int directions() {
    return directions;
  }

  void monitored(int row, int added, int removed) {
    monitored.add(new Monitored(row, added, removed));
  }

  List<Monitored> monitored() {
    return monitored;
  }

  /// A list of case files from which a sample was read.
  ///
  /// @param exploited how many of its children were exploited
  void stratum(String name, int size, int exploited) {
    strata.put(name, new int[] {size, exploited, 0, 0});
  }

  /// A file was drawn at random from a stratum.
  void read(String stratum, boolean exploited) {
    int[] counts = strata.getOrDefault(stratum, new int[4]);
    counts[2]++;
    counts[3] += exploited ? 1 : 0;
  }

  /// By stratum: its size, its exploited children, files drawn at random, judged exploited.
  Map<String, int[]> strata() {
    return strata;
  }

  void rows(Source source, int count) {
    rows.put(source, count);
  }

  int rows(Source source) {
    return rows.getOrDefault(source, 0);
  }

  void fact(Fact fact) {
    facts.add(fact);
  }

  List<Fact> facts() {
    return facts;
  }

  /// The rows of a source by calendar month from January 1997.
  int[] months(Source source) {
    return months.getOrDefault(source, new int[MONTHS]);
  }

  /// People whose sex some row gives.
  BitSet sexRecorded() {
    return sexRecorded;
  }

  /// Suspects whom some exploitation entry of the borough gives a surname.
  BitSet surnamed() {
    return surnamed;
  }

  BitSet convicted() {
    return convicted;
  }

  /// Suspects whose ethnicity some row of the borough gives, as stated or as seen.
  BitSet ethnicityUsable() {
    return ethnicityUsable;
  }

  @Override
  public void close() throws IOException {
    persons.close();
    places.close();
    problems.close();
    failureRows.close();
  }
}
