package uk.candour.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The wall around ethnicity, from outside: swap the recorded values among the rows at random and
/// everything stays as it was, byte for byte, but the findings on ethnicity and what shows them.
final class EthnicityWallTest {

  @Test
  void swappingEthnicityAmongTheRowsChangesNothingElse(@TempDir Path folder) {
    Path as = Folders.copy(Product.EASTMOOR, folder.resolve("eastmoor"));
    Map<String, byte[]> before =
        Folders.files(Product.inquiry(as.resolve("remit.yaml"), folder.resolve("before")));
    int swapped = 0;
    var random = new Random(14);
    for (var source : SourcesOfRemit.csv(as)) {
      swapped += swap(source, random);
    }
    assertThat(swapped).as("values that moved").isGreaterThan(300);
    Map<String, byte[]> after =
        Folders.files(Product.inquiry(as.resolve("remit.yaml"), folder.resolve("after")));

    assertThat(after.keySet()).isEqualTo(before.keySet());
    Set<String> changed = new TreeSet<>();
    before.forEach((file, bytes) -> {
      if (!Arrays.equals(bytes, after.get(file))) {
        changed.add(file);
      }
    });
    changed.removeIf(file -> file.contains("ethnicity"));
    assertThat(changed).isSubsetOf("findings.json", "report.html", "public/manifest.csv");
    assertThat(withoutEthnicity(folder.resolve("after")))
        .isEqualTo(withoutEthnicity(folder.resolve("before")));
    assertThat(report(after)).isEqualTo(report(before));
  }

  /// The findings, all but those on ethnicity; the hashes of the inputs are left out as well.
  private static List<Map<String, Object>> withoutEthnicity(Path out) {
    return Product.findings(out).values().stream()
        .filter(finding -> !String.valueOf(finding.get("id")).startsWith("ethnicity."))
        .toList();
  }

  /// The report without its sections on ethnicity.
  private static String report(Map<String, byte[]> files) {
    return new String(files.getOrDefault("report.html", new byte[0]), StandardCharsets.UTF_8)
        .replaceAll("(?s)<section[^>]*id=\"ethnicity[^\"]*\".*?</section>", "")
        .replaceAll("(?s)<li[^>]*data-about=\"ethnicity\".*?</li>", "");
  }

  /// Shuffles, within each column that holds an ethnicity or a nationality, the values of the rows
  /// that have one. Of an audit log only the rows about ethnicity are shuffled.
  private static int swap(SourcesOfRemit.CsvSource source, Random random) {
    Set<String> columns =
        new HashSet<>(source.columnsOf(".ethnicity", ".ethnicity-observed", ".nationality"));
    Set<String> fields = source.columnsOf("change.field");
    if (!fields.isEmpty()) {
      columns.addAll(source.columnsOf("change.old", "change.new"));
    }
    if (columns.isEmpty()) {
      return 0;
    }
    List<List<String>> rows = source.rows();
    List<String> header = rows.getFirst();
    int moved = 0;
    for (String column : columns) {
      int at = header.indexOf(column);
      List<Integer> filled = new ArrayList<>();
      List<String> values = new ArrayList<>();
      for (int row = 1; row < rows.size(); row++) {
        List<String> cells = rows.get(row);
        boolean counts =
            cells.size() == header.size()
                && !cells.get(at).isBlank()
                && (fields.isEmpty()
                    || cells.get(header.indexOf(fields.iterator().next())).contains("eth"));
        if (counts) {
          filled.add(row);
          values.add(cells.get(at));
        }
      }
      Collections.shuffle(values, random);
      for (int i = 0; i < filled.size(); i++) {
        List<String> cells = new ArrayList<>(rows.get(filled.get(i)));
        moved += cells.get(at).equals(values.get(i)) ? 0 : 1;
        cells.set(at, values.get(i));
        rows.set(filled.get(i), cells);
      }
    }
    source.write(rows);
    return moved;
  }
}
