package uk.candour.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Take one agency's decisions away, and the reports they were on are unanswered: those and no
/// other.
final class DecisionsRemovedTest {

  @Test
  void reportsWhoseDecisionsAreGoneAreUnansweredAndLate(@TempDir Path folder) {
    Path with = Product.inquiry(Product.EASTMOOR.resolve("remit.yaml"), folder.resolve("with"));
    Path borough = Folders.copy(Product.EASTMOOR, folder.resolve("eastmoor"));
    var decisions =
        SourcesOfRemit.csv(borough).stream()
            .filter(source -> source.name().equals("social-care-decisions"))
            .findFirst()
            .orElseThrow();
    List<List<String>> rows = decisions.rows();
    decisions.write(rows.subList(0, 1));
    Path without = Product.inquiry(borough.resolve("remit.yaml"), folder.resolve("without"));

    Set<String> newlyUnanswered = new TreeSet<>(unanswered(without));
    newlyUnanswered.removeAll(unanswered(with));
    assertThat(unanswered(without)).containsAll(unanswered(with));
    assertThat(value(without, "reports.unanswered") - value(with, "reports.unanswered"))
        .isEqualTo(newlyUnanswered.size())
        .isPositive();

    // Every one of them is a report that a decision now gone was on.
    Map<String, String> sources =
        Map.of(
            "SCH", "school-safeguarding",
            "YTH", "youth-contacts",
            "HLT", "clinic",
            "CRH", "care-home-incidents",
            "HLP", "helpline");
    Set<String> sourcesDecidedOn = new HashSet<>();
    for (List<String> row : rows.subList(1, rows.size())) {
      sourcesDecidedOn.add(sources.getOrDefault(row.get(1), row.get(1)));
    }
    assertThat(newlyUnanswered)
        .allMatch(row -> sourcesDecidedOn.contains(row.substring(0, row.indexOf(','))));

    // Late rises by those of them to social care that had been decided in time.
    assertThat(late(without)).isGreaterThanOrEqualTo(late(with));
    assertThat(late(without) - late(with)).isLessThanOrEqualTo(newlyUnanswered.size());
  }

  private static Set<String> unanswered(Path out) {
    Set<String> rows = new TreeSet<>();
    Csv.read(out.resolve("evidence/reports.unanswered.csv")).stream()
        .skip(1)
        .forEach(line -> rows.add(line.get(0) + "," + line.get(1)));
    return rows;
  }

  private static double value(Path out, String id) {
    return (Double)
        Objects.requireNonNull(Objects.requireNonNull(Product.findings(out).get(id)).get("value"));
  }

  /// How many reports were answered late or never.
  private static int late(Path out) {
    return Csv.read(out.resolve("evidence/reports.late.csv")).size() - 1;
  }
}
