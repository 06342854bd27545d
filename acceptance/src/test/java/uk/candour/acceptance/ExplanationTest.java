package uk.candour.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Why two mentions are thought to be one person can be printed, term by term.
final class ExplanationTest {

  @Test
  void aPairIsExplainedByItsTerms(@TempDir Path folder) {
    Path remit = Product.EASTMOOR.resolve("remit.yaml");
    Path out = Product.inquiry(remit, folder.resolve("out"));
    Map<String, List<String>> clusters = new HashMap<>();
    for (List<String> line : Csv.read(out.resolve("clusters.csv")).stream().skip(1).toList()) {
      clusters
          .computeIfAbsent(line.get(4), cluster -> new ArrayList<>())
          .add(line.get(0) + "," + line.get(1) + "," + line.get(3));
    }
    List<String> mentions =
        clusters.values().stream().filter(of -> of.size() > 3).findFirst().orElseThrow();
    var ended =
        Product.run("inquiry", remit, "--quiet", "--explain", mentions.get(0), mentions.get(1));
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("one person, by chance");
  }

  @Test
  void aMentionThatNoRowHasIsWrongUse() {
    var ended =
        Product.run(
            "inquiry",
            Product.EASTMOOR.resolve("remit.yaml"),
            "--quiet",
            "--explain",
            "police-crimes,999999,child",
            "police-crimes,1,child");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("No row mentions police-crimes,999999,child");
  }
}
