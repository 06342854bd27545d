package uk.candour.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `./candour link` over tables of invented people with known truth: what it finds, what it says of
/// bad input, and that what it chose reads back as what it was.
final class LinkTest {

  private static final List<String> FORENAMES =
      List.of(
          "Alma", "Brenda", "Clive", "Derek", "Edith", "Fiona", "Gareth", "Hilda", "Irene", "Jason",
          "Keith", "Linda", "Martin", "Norma", "Oscar", "Pamela", "Rodney", "Stella");
  private static final List<String> SURNAMES =
      List.of(
          "Ashby",
          "Birchall",
          "Carver",
          "Dunmore",
          "Eastley",
          "Farrow",
          "Grange",
          "Harlow",
          "Ingleby",
          "Jessop",
          "Kirkham",
          "Lathom",
          "Marsden",
          "Norris",
          "Oldroyd",
          "Pickles",
          "Rowntree",
          "Sutcliffe",
          "Thornley",
          "Underhill");

  @TempDir private Path folder;
  private Path people;
  private Path settings;

  @BeforeEach
  void write() throws IOException {
    people = folder.resolve("people.csv");
    settings = folder.resolve("settings.yaml");
    Files.writeString(people, String.join("\n", rows(new Random(7))) + "\n");
    Files.writeString(settings, "id: no\n");
  }

  /// 400 people of whom two in three are recorded again, with a slip; the id is the person's number
  /// and that of the record.
  private static List<String> rows(Random random) {
    List<String> rows = new ArrayList<>(List.of("no, forename, surname, born, reference, town"));
    for (int person = 0; person < 400; person++) {
      String forename = FORENAMES.get(random.nextInt(FORENAMES.size()));
      String surname = SURNAMES.get(random.nextInt(SURNAMES.size()));
      String born =
          "%d-%02d-%02d"
              .formatted(1950 + random.nextInt(50), 1 + random.nextInt(12), 1 + random.nextInt(28));
      String reference = Integer.toString(1_000_000 + random.nextInt(9_000_000));
      String town = "Town " + (char) ('A' + random.nextInt(6));
      int copies = person % 3 == 0 ? 1 : 2;
      for (int copy = 0; copy < copies; copy++) {
        String name = copy == 1 && person % 4 == 0 ? slip(surname, random) : surname;
        String number = copy == 1 && person % 5 == 0 ? slip(reference, random) : reference;
        rows.add(
            "%d-%d, %s, %s, %s, %s, %s"
                .formatted(person, copy, forename, name, born, number, town));
      }
    }
    return rows;
  }

  private static String slip(String text, Random random) {
    int at = 1 + random.nextInt(text.length() - 2);
    return text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
  }

  private Product.Ended link(Path with, Path file, String out, Object... more) {
    List<Object> arguments =
        new ArrayList<>(List.of("link", with, file, "--out", folder.resolve(out), "--quiet"));
    arguments.addAll(List.of(more));
    return Product.run(arguments.toArray());
  }

  /// The records of each cluster, so that the clusters' numbers do not matter.
  private Set<String> partition(String out) {
    Map<String, TreeSet<String>> clusters = new HashMap<>();
    for (List<String> line : Csv.read(folder.resolve(out)).stream().skip(1).toList()) {
      clusters
          .computeIfAbsent(line.get(2), cluster -> new TreeSet<>())
          .add(line.get(0) + ":" + line.get(1));
    }
    return clusters.values().stream()
        .map(Object::toString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void findsWhoIsWhoWithNothingButAnId() throws IOException {
    var ended = link(settings, people, "clusters.csv");
    assertThat(ended.code()).as(ended.err()).isZero();
    List<List<String>> lines = Csv.read(folder.resolve("clusters.csv"));
    assertThat(lines.getFirst()).containsExactly("source", "id", "cluster");
    assertThat(lines).hasSize(Files.readAllLines(people).size());
    assertThat(lines.subList(1, lines.size())).allMatch(line -> line.get(0).equals("people"));
    assertThat(partition("clusters.csv").stream().filter(of -> of.contains(",")))
        .as("clusters of two")
        .hasSizeBetween(262, 268)
        .allMatch(of -> of.matches("\\[people:(\\d+)-0, people:\\1-1]"));
  }

  @Test
  void whatWasChosenReadsBackAndGivesTheSamePartition() throws IOException {
    var first = link(settings, people, "first.csv");
    Path chosen = folder.resolve("chosen.yaml");
    Files.writeString(chosen, first.out());
    var second = link(chosen, people, "second.csv");
    assertThat(second.code()).as(second.err()).isZero();
    assertThat(second.out()).isEqualTo(first.out()).contains("kind: name").contains("kind: date");
    assertThat(folder.resolve("second.csv")).hasSameBinaryContentAs(folder.resolve("first.csv"));
  }

  @Test
  void neitherTheOrderOfRowsNorThreadsShow() throws IOException {
    link(settings, people, "clusters.csv", "--threads", 2, "--pairs", folder.resolve("p.csv"));
    link(settings, people, "one.csv", "--threads", 1, "--pairs", folder.resolve("p1.csv"));
    assertThat(folder.resolve("one.csv")).hasSameBinaryContentAs(folder.resolve("clusters.csv"));
    assertThat(folder.resolve("p1.csv")).hasSameBinaryContentAs(folder.resolve("p.csv"));
    List<String> rows = new ArrayList<>(Files.readAllLines(people));
    Collections.shuffle(rows.subList(1, rows.size()), new Random(3));
    Path shuffled = Files.createDirectory(folder.resolve("other")).resolve("people.csv");
    Files.writeString(shuffled, String.join("\n", rows));
    link(settings, shuffled, "shuffled.csv", "--pairs", folder.resolve("p2.csv"));
    assertThat(partition("shuffled.csv")).isEqualTo(partition("clusters.csv"));
    assertThat(folder.resolve("p2.csv")).hasSameBinaryContentAs(folder.resolve("p.csv"));
  }

  @Test
  void theTermsOfAnExplanationSumToTheWeightOfThePair() {
    Path pairs = folder.resolve("pairs.csv");
    link(settings, people, "clusters.csv", "--pairs", pairs);
    List<List<String>> lines = Csv.read(pairs);
    assertThat(lines.getFirst())
        .containsExactly(
            "id_l",
            "id_r",
            "weight",
            "probability",
            "forename",
            "surname",
            "born",
            "reference",
            "town");
    for (List<String> line : lines.subList(1, Math.min(20, lines.size()))) {
      assertThat(Double.parseDouble(line.get(3))).isGreaterThanOrEqualTo(0.01);
      var ended =
          Product.run("link", settings, people, "--quiet", "--explain", line.get(0), line.get(1));
      assertThat(ended.code()).as(ended.err()).isZero();
      double sum = 0;
      for (String term : ended.out().lines().toList()) {
        if (!term.startsWith("weight") && !term.startsWith("probability")) {
          sum += Double.parseDouble(term.substring(55, 63).strip());
        }
      }
      assertThat(sum).isCloseTo(Double.parseDouble(line.get(2)), within(0.05));
    }
  }

  @Test
  void ofFilesThatAreOnlyLinkedAClusterHasOneRecordOfEach() throws IOException {
    Path other = folder.resolve("others.csv");
    Files.writeString(
        other,
        Files.readString(people)
            .replace(" town", " place")
            .replaceFirst("no, ", "no, only_here, ")
            .replaceAll("(?m)^(\\d+-\\d), ", "$1, x, "));
    Files.writeString(settings, "id: no\nlink: link-only\n");
    Path pairs = folder.resolve("pairs.csv");
    var ended =
        Product.run(
            "link", settings, people, other, "--out", folder.resolve("c.csv"), "--pairs", pairs);
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.err())
        .contains("column 'town' is ignored: only people has it")
        .contains("column 'only_here' is ignored: only others has it");
    assertThat(partition("c.csv")).noneMatch(of -> of.matches(".*people.*people.*"));
    List<List<String>> lines = Csv.read(pairs);
    assertThat(lines.getFirst().subList(4, 6)).containsExactly("source_l", "source_r");
    assertThat(lines.subList(1, lines.size())).allMatch(line -> !line.get(4).equals(line.get(5)));
  }

  @Test
  void settingsSayWhatIsComparedAndHow() throws IOException {
    Files.writeString(
        settings,
        """
        id: no
        link: dedupe
        blocking: [[born], ["surname[0:3]", year(born)], [soundex(surname), metaphone(forename)]]
        comparisons:
          - {column: forename, kind: jaro-winkler, levels: [0.92, 0.8], term-frequency: false}
          - {columns: [surname, forename], kind: name}
          - {column: "reference[0:4]", kind: levenshtein, levels: [1]}
          - {column: born, kind: date, levels: [slip, 10 years]}
        threshold: {weight: 6}
        clustering: connected
        train: {random-pairs: 50000, rounds: 3, match-probability: 0.001}
        """);
    var ended = link(settings, people, "c.csv", "--pairs", folder.resolve("p.csv"));
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out())
        .contains("threshold: {weight: 6.0}", "match-probability: 0.001", "surname[0:3]");
    Map<String, String> cluster = new HashMap<>();
    Csv.read(folder.resolve("c.csv")).forEach(line -> cluster.put(line.get(1), line.get(2)));
    for (List<String> pair : Csv.read(folder.resolve("p.csv")).stream().skip(1).toList()) {
      if (Double.parseDouble(pair.get(2)) >= 6) {
        assertThat(cluster.get(pair.get(0))).isEqualTo(cluster.get(pair.get(1)));
      }
    }
  }

  @Test
  void everyProblemIsToldAndNothingWritten() throws IOException {
    Files.writeString(
        settings,
        """
        id: no
        link: dedup
        comparisons:
          - {column: surnme, kind: name}
          - {column: born, kind: date, levels: [sliip]}
        threshold: 7
        """);
    var ended = link(settings, people, "c.csv");
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err())
        .contains("settings.yaml:2:7: \"dedup\"")
        .contains("settings.yaml:4:14: \"surnme\"", "did you mean surname?")
        .contains("settings.yaml:5:41: \"sliip\"")
        .contains("settings.yaml:6:12: \"7\"")
        .contains("4 problems; nothing was written.");
    Files.writeString(settings, "id: no\n");
    Files.writeString(people, "no,name\n1,Ada\n,Bea\n1,Cara\n2,Dawn,x\n");
    var rows = link(settings, people, "c.csv");
    assertThat(rows.code()).isEqualTo(1);
    assertThat(rows.err())
        .contains("people.csv:3:1: ", "people.csv:4:1: \"1\"", "people.csv:5:1: \"3 columns\"");
    assertThat(folder.resolve("c.csv")).doesNotExist();
  }

  @Test
  void readsParquetAsItReadsCsv() throws IOException {
    Path parquet = folder.resolve("people.parquet");
    try (InputStream file = getClass().getResourceAsStream("people.parquet")) {
      Files.write(parquet, Objects.requireNonNull(file).readAllBytes());
    }
    Path csv = Files.createDirectory(folder.resolve("csv")).resolve("people.csv");
    Files.writeString(
        csv,
        """
        id,forename,surname,born,house
        1,Ada,Ashby,1990-02-03,12
        2,Ada,Ashby,1990-02-03,12
        3,Bea,Birch,1984-11-30,7
        4,Cara,Carver,1979-05-21,31
        5,Cara,Carvr,1979-05-21,31
        6,,Dunmore,,
        """);
    Files.writeString(settings, "id: id\n");
    var ended = link(settings, parquet, "parquet.csv");
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(link(settings, csv, "csv.csv").out()).isEqualTo(ended.out());
    assertThat(folder.resolve("parquet.csv")).hasSameBinaryContentAs(folder.resolve("csv.csv"));
    Files.writeString(parquet, "no Parquet at all");
    assertThat(link(settings, parquet, "none.csv").code()).isEqualTo(1);
  }
}
