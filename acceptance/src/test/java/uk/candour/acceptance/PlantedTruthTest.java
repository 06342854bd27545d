package uk.candour.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Over many boroughs the findings recover what was planted: exactly where they count rows, and
/// close to it where they rest on who is who.
final class PlantedTruthTest {

  /// How far a count of people may be from the truth for what linking misses.
  private static final double SHARE_OFF = 0.10;

  static LongStream seeds() {
    return Boolean.getBoolean("candour.long")
        ? LongStream.rangeClosed(1, 20)
        : LongStream.rangeClosed(1, 2);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatWasPlantedIsFound(long seed, @TempDir Path folder) {
    Path borough = folder.resolve("borough");
    var ended =
        Product.run(
            "synth",
            "--children",
            160,
            "--population",
            2600,
            "--seed",
            seed,
            "--out",
            borough,
            "--quiet");
    assertThat(ended.code()).as(ended.err()).isZero();
    Path out = Product.inquiry(borough.resolve("remit.yaml"), folder.resolve("out"));
    var findings = Product.findings(out);
    for (List<String> planted :
        Csv.read(borough.resolve("truth/failures.csv")).stream().skip(1).toList()) {
      if (planted.get(1).isEmpty() && planted.get(4).equals("exact")) {
        assertThat(value(findings, planted.get(0)))
            .as(planted.get(0))
            .isCloseTo(Double.parseDouble(planted.get(2)), within(0.0001));
      }
    }
    double seen = planted(borough, "children.seen");
    assertThat(value(findings, "children.seen")).isCloseTo(seen, within(SHARE_OFF * seen));
    assertThat(value(findings, "children.conservative"))
        .as("at least so many")
        .isLessThanOrEqualTo(planted(borough, "children.conservative"));
    assertThat(score(borough, out, "child")).as("F1 of children").isGreaterThan(0.97);
  }

  private static double value(Map<String, Map<String, Object>> findings, String id) {
    return (Double) Objects.requireNonNull(Objects.requireNonNull(findings.get(id)).get("value"));
  }

  private static double planted(Path borough, String id) {
    return Csv.read(borough.resolve("truth/failures.csv")).stream()
        .filter(line -> line.get(0).equals(id) && line.get(1).isEmpty())
        .mapToDouble(line -> Double.parseDouble(line.get(2)))
        .findFirst()
        .orElseThrow();
  }

  /// Pairwise F1 of one role's mentions, over all true pairs.
  private static double score(Path borough, Path out, String role) {
    Map<String, String> cluster = new HashMap<>();
    Csv.read(out.resolve("clusters.csv"))
        .forEach(
            line -> cluster.put(line.get(0) + "," + line.get(1) + "," + line.get(3), line.get(4)));
    Map<String, Long> together = new HashMap<>();
    Map<String, Long> clusters = new HashMap<>();
    Map<String, Long> persons = new HashMap<>();
    for (List<String> line : Csv.read(borough.resolve("truth/persons.csv"))) {
      if (!line.get(2).equals(role)) {
        continue;
      }
      String mention = line.get(2) + (line.get(3).equals("1") ? "" : "[" + line.get(3) + "]");
      String of = cluster.get(line.get(0) + "," + line.get(1) + "," + mention);
      if (of != null) {
        together.merge(of + " " + line.get(4), 1L, Long::sum);
        clusters.merge(of, 1L, Long::sum);
        persons.merge(line.get(4), 1L, Long::sum);
      }
    }
    double right = pairs(together);
    return 2 * right / (pairs(clusters) + pairs(persons));
  }

  private static double pairs(Map<String, Long> counts) {
    return counts.values().stream().mapToDouble(n -> n * (n - 1) / 2.0).sum();
  }
}
