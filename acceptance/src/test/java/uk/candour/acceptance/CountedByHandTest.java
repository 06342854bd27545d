package uk.candour.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Boroughs of a few rows whose findings anybody can count by hand from the definitions; what was
/// counted stands in `expected.csv`, each figure with its reason.
final class CountedByHandTest {

  private static final Path BOROUGHS =
      Product.ROOT.resolve("acceptance/src/test/resources/counted");

  @ParameterizedTest
  @ValueSource(strings = {"answers", "lists", "people", "as-at"})
  void whatIsCountedByHandIsFound(String borough, @TempDir Path folder) {
    Path remit = BOROUGHS.resolve(borough).resolve("remit.yaml");
    Map<String, Map<String, Map<String, Object>>> findings = new HashMap<>();
    var lines = Csv.read(BOROUGHS.resolve(borough).resolve("expected.csv"));
    assertThat(lines).hasSizeGreaterThan(10);
    for (List<String> line : lines.subList(1, lines.size())) {
      String asAt = line.get(0);
      var asked =
          findings.computeIfAbsent(
              asAt,
              _ ->
                  Product.findings(
                      Product.inquiry(
                          remit,
                          folder.resolve("as at " + asAt),
                          asAt.isEmpty() ? new String[0] : new String[] {"--as-at", asAt})));
      Map<String, Object> finding = Objects.requireNonNull(asked.get(line.get(1)));
      Object figure = figure(finding, line.get(2), line.get(3), line.get(4));
      String what = String.join(" ", line);
      if (figure instanceof Double number) {
        assertThat(number).as(what).isCloseTo(Double.parseDouble(line.get(5)), within(1e-8));
      } else {
        assertThat(figure == null ? "" : figure.toString()).as(what).isEqualTo(line.get(5));
      }
    }
  }

  private static @Nullable Object figure(
      Map<String, Object> finding, String by, String key, String figure) {
    if (by.isEmpty()) {
      return figure.equals("value")
          ? finding.get("value")
          : Product.object(finding.get("interval")).get(figure);
    }
    return Product.list(finding.get("breakdown")).stream()
        .map(Product::object)
        .filter(row -> by.equals(row.get("by")) && key.equals(row.get("key")))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no row " + by + " " + key + " in " + finding))
        .get(figure);
  }
}
