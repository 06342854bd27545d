package uk.candour.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Findings that count rows, counted again by a small reader that knows nothing of the product:
/// from the evidence, and from the agencies' own files.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RecountTest {

  private Path out;
  private Map<String, Map<String, Object>> findings;

  @BeforeAll
  void inquire(@TempDir Path folder) {
    out = Product.inquiry(Product.EASTMOOR.resolve("remit.yaml"), folder.resolve("out"));
    findings = Product.findings(out);
  }

  private double value(String id) {
    return (Double) Objects.requireNonNull(Objects.requireNonNull(findings.get(id)).get("value"));
  }

  /// The cited rows of a finding, as `source,row`.
  private List<String> evidence(String id) {
    return Csv.read(out.resolve("evidence/" + id + ".csv")).stream()
        .skip(1)
        .map(line -> line.get(0) + "," + line.get(1))
        .toList();
  }

  private static List<List<String>> file(String name) {
    return Csv.read(Product.EASTMOOR.resolve(name));
  }

  /// The number of every row of a file by which `wanted` holds, as `source,row`.
  private static Set<String> rows(
      String source, String file, Predicate<Map<String, String>> wanted) {
    List<List<String>> rows = file(file);
    Set<String> found = new TreeSet<>();
    for (int row = 1; row < rows.size(); row++) {
      Map<String, String> cells = new HashMap<>();
      for (int i = 0; i < Math.min(rows.get(row).size(), rows.getFirst().size()); i++) {
        cells.put(rows.getFirst().get(i).strip(), rows.get(row).get(i).strip());
      }
      if (rows.get(row).size() == rows.getFirst().size() && wanted.test(cells)) {
        found.add(source + "," + row);
      }
    }
    return found;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reports.unanswered",
        "severity.played-down",
        "record.language",
        "leaders.unanswered",
        "directions.given",
        "ethnicity.removed"
      })
  void aFindingThatCountsRowsHasOneLineACountedRow(String id) {
    assertThat((double) evidence(id).size()).isEqualTo(value(id));
  }

  @Test
  void noLineOfAnyEvidenceIsThereTwice() {
    for (String id : findings.keySet()) {
      assertThat(Csv.read(out.resolve("evidence/" + id + ".csv"))).as(id).doesNotHaveDuplicates();
    }
  }

  @Test
  void theFirstScreenGivesTheTermsThatTheAnswersGive() throws IOException {
    var failure =
        Pattern.compile(
                "<a href=\"evidence/([a-z.-]+)[.]html\"><strong>([0-9,]+)(?: of ([0-9,]+))?<")
            .matcher(Files.readString(out.resolve("report.html")));
    int failures = 0;
    while (failure.find()) {
      failures++;
      String answer = (String) Objects.requireNonNull(findings.get(failure.group(1))).get("answer");
      assertThat(answer).containsPattern("\\b" + failure.group(2) + "\\b");
      if (failure.group(3) != null) {
        assertThat(answer).containsPattern("\\b" + failure.group(3) + "\\b");
      }
    }
    assertThat(failures).isEqualTo(3);
  }

  @Test
  void aNetworksRowsNameItsPeopleByTheirClusters() {
    Set<String> clusters = new HashSet<>();
    for (List<String> line : Csv.read(out.resolve("clusters.csv"))) {
      clusters.add(line.get(0) + "," + line.get(1) + "," + line.get(4));
    }
    var people = Pattern.compile("(?:child|children|suspect|suspects) ([0-9]+(?:, [0-9]+)*)");
    List<List<String>> lines = Csv.read(out.resolve("evidence/networks.count.csv"));
    assertThat(lines).hasSizeGreaterThan(100);
    for (List<String> line : lines.subList(1, lines.size())) {
      assertThat(line.get(2)).matches("(?:names|lists) .*; network [0-9]+");
      var named = people.matcher(line.get(2));
      while (named.find()) {
        for (String cluster : named.group(1).split(", ", -1)) {
          assertThat(clusters).contains(line.get(0) + "," + line.get(1) + "," + cluster);
        }
      }
    }
  }

  @Test
  void everyFindingNamesAnEvidenceFileWithAsManyLinesAsItSays() {
    findings.forEach((id, finding) -> {
      Map<String, Object> evidence = Product.object(finding.get("evidence"));
      List<List<String>> lines = Csv.read(out.resolve(String.valueOf(evidence.get("file"))));
      assertThat(lines.getFirst()).as(id).containsExactly("source", "row", "note");
      assertThat((Double) evidence.get("rows")).as(id).isEqualTo(lines.size() - 1.0);
    });
    assertThat(findings).hasSize(38);
  }

  @Test
  void briefingsWithoutActionByTheAsAtDateAreUnanswered() {
    Set<String> recounted =
        rows(
            "leaders-briefings",
            "briefings.csv",
            row ->
                row.getOrDefault("acted_on", "").isEmpty()
                    || row.getOrDefault("acted_on", "").compareTo("2014-05-31") > 0);
    assertThat(new TreeSet<>(evidence("leaders.unanswered"))).isEqualTo(recounted);
  }

  @Test
  void aContactPassedOnWithoutReplyOrDecisionIsUnanswered() {
    Set<String> decided = new HashSet<>();
    for (List<String> decision : file("contact_decisions.csv")) {
      if (decision.size() > 2 && decision.get(1).equals("YTH")) {
        decided.add(decision.get(2));
      }
    }
    Set<String> recounted =
        rows(
            "youth-contacts",
            "contact_sheets.csv",
            row ->
                !row.getOrDefault("passed_to", "").isEmpty()
                    && row.getOrDefault("reply", "").isEmpty()
                    && !decided.contains(row.get("sheet")));
    Set<String> found = new TreeSet<>(evidence("reports.unanswered"));
    found.removeIf(row -> !row.startsWith("youth-contacts,"));
    assertThat(found).isEqualTo(recounted);
  }

  @Test
  void aBlankedValueThatIsStillBlankIsRemoved() {
    Map<String, String> last = new HashMap<>();
    Set<String> blanked = new HashSet<>();
    for (List<String> line : file("audit_log.csv").stream().skip(1).toList()) {
      String key = line.get(2) + " " + line.get(3);
      if (line.get(3).contains("ethnicity") && line.get(1).compareTo("2013-12-31") <= 0) {
        if (!line.get(4).isEmpty() && line.get(5).isEmpty()) {
          blanked.add(key);
        }
        last.put(key, line.get(5));
      }
    }
    blanked.removeIf(key -> !Objects.requireNonNull(last.get(key)).isEmpty());
    assertThat(value("ethnicity.removed")).isEqualTo(blanked.size());
  }
}
