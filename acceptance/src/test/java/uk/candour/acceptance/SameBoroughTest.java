package uk.candour.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The same records give the same findings: on one thread or two, in other words, and whether what
/// was not yet known stands in the files or not.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SameBoroughTest {

  private Path out;

  @BeforeAll
  void inquire(@TempDir Path folder) {
    out =
        Product.inquiry(
            Product.EASTMOOR.resolve("remit.yaml"), folder.resolve("out"), "--threads", "2");
  }

  @Test
  void oneThreadWritesTheSameBytesAsTwo(@TempDir Path folder) {
    Path one =
        Product.inquiry(
            Product.EASTMOOR.resolve("remit.yaml"), folder.resolve("one"), "--threads", "1");
    assertThat(Folders.files(one).keySet()).isEqualTo(Folders.files(out).keySet());
    Folders.files(one)
        .forEach(
            (file, bytes) -> assertThat(bytes).as(file).isEqualTo(Folders.files(out).get(file)));
  }

  @Test
  void renamedColumnsAndRecodedValuesChangeTheHashesAlone(@TempDir Path folder) {
    Path renamed = folder.resolve("eastmoor");
    var changed = RenamedBorough.write(Product.EASTMOOR, renamed);
    assertThat(changed.columns()).as("renamed columns").isGreaterThan(100);
    assertThat(changed.recoded()).as("recoded columns").isGreaterThan(15);
    Path other = Product.inquiry(renamed.resolve("remit.yaml"), folder.resolve("renamed"));
    assertThat(withoutHashes(other)).isEqualTo(withoutHashes(out));
  }

  private static Map<String, Object> withoutHashes(Path out) {
    Map<String, Object> findings = new LinkedHashMap<>(Product.json(out.resolve("findings.json")));
    List<Map<String, Object>> inputs =
        Product.list(findings.get("inputs")).stream()
            .map(input -> new LinkedHashMap<>(Product.object(input)))
            .map(input -> {
              assertThat(input.remove("sha256")).isNotNull();
              return (Map<String, Object>) input;
            })
            .toList();
    findings.put("inputs", inputs);
    return findings;
  }
}
