package uk.candour.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynthTest {

  private static final Settings SMALL = new Settings(120, 2400, 42);

  /// Every finding of an inquiry, by its id.
  private static final List<String> FINDINGS =
      List.of(
          "children.seen",
          "children.conservative",
          "children.likely",
          "children.sampled",
          "children.by-year",
          "children.rate",
          "children.known-before",
          "children.boys",
          "children.youngest",
          "children.repeat-reported",
          "children.to-action",
          "children.never-acted",
          "children.several-suspects",
          "children.recorded-as-suspects",
          "suspects.identified",
          "suspects.several-children",
          "networks.count",
          "networks.knowable",
          "areas.crossed",
          "places.recurring",
          "harm.kinds",
          "reports.first-by",
          "reports.unanswered",
          "reports.late",
          "reports.days-to-decision",
          "reports.no-further-action",
          "severity.played-down",
          "record.gaps",
          "record.mass-removals",
          "record.reclassified",
          "record.language",
          "leaders.unanswered",
          "leaders.knew",
          "directions.given",
          "ethnicity.recorded",
          "ethnicity.removed",
          "ethnicity.suspects",
          "caseload.by-team");

  @TempDir static Path folder;

  private static final List<String> told = new ArrayList<>();

  @BeforeAll
  static void write() throws IOException {
    Synth.write(SMALL, folder.resolve("one"), (file, done, of) -> told.add(file));
  }

  @Test
  void sameSettingsGiveTheSameBytes() throws IOException {
    Path other = folder.resolve("other");
    Synth.write(SMALL, other);
    assertThat(bytes(other)).isEqualTo(bytes(folder.resolve("one")));
  }

  @Test
  void anotherSeedIsAnotherBorough() throws IOException {
    Path other = folder.resolve("another");
    Synth.write(new Settings(120, 2400, 43), other);
    assertThat(other.resolve("police_crimes.csv"))
        .isRegularFile()
        .satisfies(file ->
            assertThat(Files.readAllBytes(file))
                .isNotEqualTo(Files.readAllBytes(folder.resolve("one/police_crimes.csv"))));
  }

  @Test
  void theExampleBoroughIsWhatItsSettingsGive() throws IOException {
    Path example = example();
    Path again = folder.resolve("eastmoor");
    Synth.write(Settings.EASTMOOR, again);
    Map<String, String> committed = bytes(example);
    committed.remove("README.md");
    assertThat(committed.keySet()).isEqualTo(bytes(again).keySet());
    bytes(again)
        .forEach((file, content) -> {
          if (!file.endsWith(".xlsx")) {
            assertThat(committed.get(file)).as(file).isEqualTo(content);
          }
        });
    // Not every machine's zlib compresses alike, so of a workbook the parts are compared.
    assertThat(parts(example.resolve("referrals.xlsx")))
        .isEqualTo(parts(again.resolve("referrals.xlsx")));
  }

  private static Map<String, String> parts(Path workbook) throws IOException {
    Map<String, String> parts = new TreeMap<>();
    try (ZipFile zip = new ZipFile(workbook.toFile())) {
      for (ZipEntry part : Collections.list(zip.entries())) {
        try (InputStream in = zip.getInputStream(part)) {
          parts.put(part.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    return parts;
  }

  @Test
  void theExampleBoroughIsAtMostThreeMegabytes() throws IOException {
    long size = 0;
    try (Stream<Path> files = Files.walk(example())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        size += Files.size(file);
      }
    }
    assertThat(size).isLessThan(3_000_000);
  }

  private static Path example() {
    String root = System.getProperty("candour.root");
    assumeTrue(root != null, "candour.root says where the repository is");
    return Path.of(String.valueOf(root), "examples", "eastmoor");
  }

  @Test
  void theSmallestBoroughHasRowsInEverySource() throws IOException {
    for (int seed = 0; seed < 5; seed++) {
      Path smallest = folder.resolve("smallest" + seed);
      Synth.write(new Settings(160, 1000, seed), smallest);
      assertThat(Files.readString(smallest.resolve("helpline_calls.json"))).contains("H001000");
      assertThat(Files.readString(smallest.resolve("thornby_incidents.xml"))).contains("TP001000");
      assertThat(Files.readString(smallest.resolve("thornby_census.xml"))).contains("<CINdetails>");
      assertThat(Files.readString(smallest.resolve("care_home_incidents.jsonl")))
          .contains("CH-001000");
    }
  }

  @Test
  void settingsThatMakeNoBoroughAreRefused() {
    assertThatThrownBy(() -> new Settings(19, 4000, 1)).hasMessageContaining("at least 20");
    assertThatThrownBy(() -> new Settings(300, 1700, 1)).hasMessageContaining("1800");
    assertThatThrownBy(() -> new Settings(20, 999, 1)).hasMessageContaining("1000");
    assertThatThrownBy(() -> new Settings(20, 900_001, 1)).hasMessageContaining("900000");
  }

  @Test
  void aBoroughInProportionIsAsLargeBesideItsChildrenAsEastmoor() {
    assertThat(Settings.inProportion(240, 9)).isEqualTo(new Settings(240, 3900, 9));
    assertThat(Settings.inProportion(20, 9)).isEqualTo(new Settings(20, 1000, 9));
    assertThatThrownBy(() -> Settings.inProportion(2_000_000_000, 9))
        .hasMessageContaining("900000");
  }

  @Test
  void theRemitCoversEverySourceAndEveryFile() throws IOException {
    String remit = Files.readString(folder.resolve("one/remit.yaml"));
    Map<String, String> files = new LinkedHashMap<>();
    Matcher source =
        Pattern.compile("(?m)^  - name: (\\S+)\\n(?:    .*\\n)*?    file: (\\S+)").matcher(remit);
    while (source.find()) {
      files.put(source.group(1), source.group(2));
    }
    Map<String, String> expected = new HashMap<>();
    for (Source one : Source.values()) {
      expected.put(one.title(), one.file());
      assertThat(folder.resolve("one").resolve(one.file())).isNotEmptyFile();
    }
    assertThat(files).containsExactlyInAnyOrderEntriesOf(expected);
    assertThat(told).containsExactlyInAnyOrderElementsOf(expected.values());
  }

  @Test
  void everyFindingHasItsExpectedValue() throws IOException {
    TreeSet<String> found = new TreeSet<>();
    for (String line : Files.readAllLines(folder.resolve("one/truth/failures.csv"))) {
      found.add(line.substring(0, line.indexOf(',')));
    }
    found.remove("finding");
    assertThat(found).containsExactlyInAnyOrderElementsOf(FINDINGS);
  }

  /// What a finding should find is there to be found, in the example borough and in others.
  @Test
  void everyFailureIsPlanted() throws IOException {
    List<String> counts =
        List.of(
            "children.repeat-reported",
            "children.never-acted",
            "children.several-suspects",
            "children.recorded-as-suspects",
            "suspects.several-children",
            "networks.count",
            "areas.crossed",
            "places.recurring",
            "harm.kinds",
            "reports.unanswered",
            "severity.played-down",
            "record.gaps",
            "record.mass-removals",
            "record.reclassified",
            "record.language",
            "leaders.unanswered",
            "leaders.knew",
            "directions.given",
            "ethnicity.removed",
            "caseload.by-team");
    Map<String, String> values = values(folder.resolve("one"));
    for (String finding : counts) {
      assertThat(Double.parseDouble(values.getOrDefault(finding, "0")))
          .as(finding)
          .isGreaterThan(0);
    }
  }

  private static Map<String, String> values(Path borough) throws IOException {
    Map<String, String> values = new TreeMap<>();
    for (String line : Files.readAllLines(borough.resolve("truth/failures.csv"))) {
      String[] cells = line.split(",", -1);
      if (cells[1].isEmpty()) {
        values.put(cells[0], cells[2]);
      }
    }
    return values;
  }

  @Test
  void failuresThatCountRowsNameEachRow() throws IOException {
    Map<String, Integer> rows = new TreeMap<>();
    for (String line : Files.readAllLines(folder.resolve("one/truth/failure-rows.csv"))) {
      rows.merge(line.substring(0, line.indexOf(',')), 1, Integer::sum);
    }
    Map<String, String> values = values(folder.resolve("one"));
    for (String finding :
        List.of(
            "reports.unanswered",
            "severity.played-down",
            "record.language",
            "leaders.unanswered",
            "directions.given",
            "ethnicity.removed")) {
      assertThat("" + rows.get(finding)).as(finding).isEqualTo(values.get(finding));
    }
  }

  @Test
  void everyMentionIsOfARowThatIsThere() throws IOException {
    Map<String, Integer> last = new TreeMap<>();
    for (String line : Files.readAllLines(folder.resolve("one/truth/persons.csv"))) {
      String[] cells = line.split(",", -1);
      if (!cells[0].equals("source")) {
        last.merge(cells[0], Integer.parseInt(cells[1]), Math::max);
      }
    }
    assertThat(last.get("youth-contacts"))
        .isEqualTo(Files.readAllLines(folder.resolve("one/contact_sheets.csv")).size() - 1);
    int crimes =
        Files.readAllLines(folder.resolve("one/police_crimes.csv"), Charset.forName("windows-1252"))
                .size()
            - 1;
    assertThat(last.get("police-crimes"))
        .as("the last row is broken over two lines and is about nobody")
        .isEqualTo(crimes - 2);
    assertThat(last).hasSizeGreaterThan(15);
  }

  @Test
  void theWordsOfTheRowsStayThoseOfAnOffice() throws IOException {
    // Sober content: what is written is coded or bland. A list of words that must never appear.
    Pattern never = Pattern.compile("(?i)rape|prostitut|porn|promiscu|naked|intercourse");
    for (String name : bytes(folder.resolve("one")).keySet()) {
      if (name.endsWith(".csv") || name.endsWith(".json") || name.endsWith(".jsonl")) {
        String text =
            Files.readString(folder.resolve("one").resolve(name), StandardCharsets.ISO_8859_1);
        assertThat(never.matcher(text).find()).as(name).isFalse();
      }
    }
  }

  /// Agencies mention each person between three and four times, so that the size of a borough can
  /// be chosen by its people.
  @Test
  void mentionsGrowWithThePeople() throws IOException {
    long mentions;
    try (Stream<String> lines = Files.lines(folder.resolve("one/truth/persons.csv"))) {
      mentions = lines.count() - 1;
    }
    assertThat(mentions).isBetween(3L * 2400, 5L * 2400);
  }

  private static Map<String, String> bytes(Path borough) throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(borough)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.put(
            borough.relativize(file).toString().replace('\\', '/'),
            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return all;
  }
}
