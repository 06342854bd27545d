package uk.candour.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What must not show: an ethnicity in the entries, a later row in an earlier day, the names that a
/// source happens to give its columns and codes.
class WallTest {

  private static final List<String> CODES = List.of("A1", "A2", "A3", "B1", "W1", "W9", "NS", "");
  private static final List<String> NATIONS = List.of("British", "Irish", "Polish", "");

  @TempDir Path folder;

  private final List<String[]> rows = new ArrayList<>();

  /// Four hundred rows of crimes: some with one number, some copied under another, many of the same
  /// few people. The columns are id, reported, code, forename, surname, born, stated, observed,
  /// nationality, text.
  @BeforeEach
  void writeRows() {
    var random = new Random(7);
    for (int i = 0; i < 400; i++) {
      if (i > 10 && random.nextInt(8) == 0) {
        String[] copy = rows.get(random.nextInt(rows.size())).clone();
        copy[0] = random.nextBoolean() ? copy[0] : "K" + i;
        copy[6] = CODES.get(random.nextInt(CODES.size()));
        rows.add(copy);
        continue;
      }
      rows.add(
          new String[] {
            "C" + (i - random.nextInt(2)),
            LocalDate.of(1999, 1, 1).plusDays(random.nextInt(4000)).toString(),
            List.of("CSE", "MIS", "OTH").get(random.nextInt(3)),
            List.of("Jade", "Amy", "Kim", "").get(random.nextInt(4)),
            List.of("Marsh", "Dunn", "").get(random.nextInt(3)),
            random.nextInt(3) == 0 ? "" : "198" + random.nextInt(10) + "-04-07",
            CODES.get(random.nextInt(CODES.size())),
            random.nextInt(2) == 0 ? "" : String.valueOf(1 + random.nextInt(6)),
            NATIONS.get(random.nextInt(NATIONS.size())),
            random.nextInt(3) == 0 ? "seen at the taxi office" : ""
          });
    }
  }

  private static final String[] NAMES = {
    "id", "reported", "code", "fore", "sur", "born", "stated", "observed", "nation", "text"
  };

  private static final String MAP =
      """
      map: {report.id: id, report.recorded: reported,
        report.concern: {column: code, values: {CSE: exploitation, MIS: missing, OTH: other}},
        suspect.forename: fore, suspect.surname: sur, suspect.born: born,
        suspect.ethnicity: {column: stated, codes: police-16+1},
        suspect.ethnicity-observed: {column: observed, codes: police-ic},
        suspect.nationality: nation, report.text: text, change.record: id, change.made: reported,
        change.field: {constant: suspect.ethnicity},
        change.old: {column: stated, codes: police-16+1},
        change.new: {column: nation}},
      entries: [{entry: report-made}, {entry: record-changed, when: {code: OTH}}]
      """;

  private static String csv(String[] names, List<String[]> rows) {
    var text = new StringBuilder(String.join(",", names)).append('\n');
    rows.forEach(row -> text.append(String.join(",", row)).append('\n'));
    return text.toString();
  }

  private Intaken read(String[] names, List<String[]> rows, String map, LocalDate asAt) {
    return new Borough(folder).source(csv(names, rows), map.replace("\n", " ")).read(asAt);
  }

  private static final LocalDate END = LocalDate.of(2014, 5, 31);

  @Test
  void noProtectedValueIsAnywhereInTheEntries() {
    Intaken intaken = read(NAMES, rows, MAP, END);
    Set<String> texts = Borough.everyText(intaken.entries());
    Set<String> sealed = new TreeSet<>(NATIONS);
    sealed.addAll(CODES);
    for (var code : CodeList.names()) {
      CodeList list = CodeList.named(code);
      if (list != null && list.isOfEthnicity()) {
        list.all().forEach(c -> sealed.addAll(List.of(c.code(), c.label())));
      }
    }
    assertThat(texts).contains("recorded", "suspect.ethnicity").doesNotContainAnyElementsOf(sealed);
    long stated =
        IntStream.range(0, intaken.entries().people().size())
            .filter(mention -> intaken.characteristics().stated(mention) != null)
            .count();
    assertThat(stated).isGreaterThan(100);
  }

  @Test
  void swappingProtectedValuesAmongRowsChangesNoEntryAndNoProblem() {
    Intaken before = read(NAMES, rows, MAP, END);
    for (int seed = 0; seed < 5; seed++) {
      for (int column : new int[] {6, 7, 8}) {
        swap(column, new Random(seed));
      }
      Intaken after = read(NAMES, rows, MAP, END);
      assertThat(Borough.lines(after.entries())).isEqualTo(Borough.lines(before.entries()));
      assertThat(Borough.problems(after)).isEqualTo(Borough.problems(before));
    }
  }

  /// Swaps the values that are there among the rows that have one.
  private void swap(int column, Random random) {
    List<String[]> having = rows.stream().filter(row -> !row[column].isEmpty()).toList();
    List<String> values = new ArrayList<>(having.stream().map(row -> row[column]).toList());
    Collections.shuffle(values, random);
    for (int i = 0; i < having.size(); i++) {
      having.get(i)[column] = values.get(i);
    }
  }

  @Test
  void movingProtectedValuesToRowsWithoutOneChangesNoMention() {
    String map = MAP.substring(0, MAP.indexOf("entries:")) + "entries: [{entry: report-made}]";
    String reports =
        map.replaceAll("change\\.\\w+: (\\{[^}]*}|\\w+),?\\s*", "").replace(", }", "}");
    Intaken before = read(NAMES, rows, reports, END);
    List<String> values = new ArrayList<>(rows.stream().map(row -> row[6]).toList());
    Collections.shuffle(values, new Random(3));
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i)[6] = values.get(i);
    }
    Intaken after = read(NAMES, rows, reports, END);
    assertThat(Borough.lines(after.entries())).isEqualTo(Borough.lines(before.entries()));
  }

  @Test
  void deletingEveryRowRecordedAfterADayLeavesTheEntriesAsAtThatDay() {
    for (int year = 2000; year < 2010; year++) {
      LocalDate day = LocalDate.of(year, 6, 30);
      List<String> asAt = Borough.lines(read(NAMES, rows, MAP, day).entries());
      List<String[]> earlier =
          rows.stream().filter(row -> row[1].compareTo(day.toString()) <= 0).toList();
      List<String> deleted = Borough.lines(read(NAMES, earlier, MAP, day).entries());
      assertThat(withoutRows(asAt)).isEqualTo(withoutRows(deleted)).isNotEmpty();
    }
  }

  /// Rows are numbered as they stand in the file, so that numbers move when rows go.
  private static List<String> withoutRows(List<String> lines) {
    return lines.stream().map(line -> line.replaceFirst(" \\d+ ", " ")).toList();
  }

  @Test
  void theNamesOfColumnsAndTheCodesInThemDoNotShow() {
    List<String> before = Borough.lines(read(NAMES, rows, MAP, END).entries());
    String[] renamed =
        Arrays.stream(NAMES)
            .map(name -> "column " + name.toUpperCase(Locale.ROOT))
            .toArray(String[]::new);
    String map = MAP;
    for (int i = 0; i < NAMES.length; i++) {
      map = map.replaceAll("(column: |: )" + NAMES[i] + "(?=[,}])", "$1" + renamed[i]);
    }
    map = map.replace("when: {code: OTH}", "when: {" + renamed[2] + ": 3}");
    map =
        map.replace("CSE: exp", "1: exp")
            .replace("MIS: mis", "2: mis")
            .replace("OTH: oth", "3: oth");
    List<String[]> recoded =
        rows.stream()
            .map(row -> {
              String[] copy = row.clone();
              copy[2] = String.valueOf(List.of("CSE", "MIS", "OTH").indexOf(row[2]) + 1);
              return copy;
            })
            .toList();
    assertThat(Borough.lines(read(renamed, recoded, map, END).entries())).isEqualTo(before);
  }

  @Test
  void somebodyOfWhomOnlyAnEthnicityIsSaidIsInTheEnvelopeAlone() {
    Intaken intaken =
        new Borough(folder)
            .source(
                "a,b\n1,A2\n",
                "entry: report-made, map: {report.id: a, suspect.ethnicity: {column: b, codes:"
                    + " police-16+1}}")
            .read();
    assertThat(intaken.entries().people().size()).isZero();
    assertThat(intaken.characteristics().unnamed())
        .singleElement()
        .satisfies(person -> {
          assertThat(person.role()).isEqualTo("suspect");
          assertThat(person.stated()).isNotNull();
          assertThat(person.entry()).isZero();
        });
  }

  @Test
  void aRepeatedRowFillsWhatTheFirstLeavesOutOfTheEnvelope() {
    Intaken intaken =
        new Borough(folder)
            .source(
                "id,s,e\n1,Lee,\n1,Lee,A2\n",
                "entry: report-made, map: {report.id: id, suspect.surname: s, suspect.ethnicity:"
                    + " {column: e, codes: police-16+1}}")
            .read();
    assertThat(intaken.entries().people().size()).isEqualTo(1);
    assertThat(intaken.characteristics().stated(0)).isNotNull();
  }

  @Test
  void aNotStatedValueIsKeptAndIsNotUsable() {
    Intaken intaken =
        new Borough(folder)
            .source(
                "s,e,d,w\nLee,NS,REFU,not stated\n",
                "entry: person-recorded, map: {suspect.surname: s, suspect.ethnicity: {column: e,"
                    + " codes: police-16+1}, child.surname: s, child.ethnicity: {column: d, codes:"
                    + " dfe-ethnicity}, adult.surname: s, adult.ethnicity: w}")
            .read();
    assertThat(IntStream.range(0, 3).mapToObj(intaken.characteristics()::stated))
        .extracting("usable")
        .containsExactly(false, false, false);
  }
}
