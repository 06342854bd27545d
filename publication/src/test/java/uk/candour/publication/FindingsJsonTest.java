package uk.candour.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FindingsJsonTest {

  private static final Path SCHEMA =
      Path.of(System.getProperty("candour.root", ".."), "docs", "findings.schema.json");

  @TempDir Path temp;

  @Test
  void keepsToThePublishedSchema() throws IOException {
    assertThat(Json.faults(Json.read(written()), Json.read(SCHEMA))).isEmpty();
  }

  @Test
  void theSchemaRefusesAFindingWithoutItsEvidence() throws IOException {
    Path broken = temp.resolve("broken.json");
    Files.writeString(broken, Files.readString(written()).replace("\"evidence\"", "\"evidences\""));

    assertThat(Json.faults(Json.read(broken), Json.read(SCHEMA)))
        .contains("$.findings[0] lacks evidence");
  }

  @Test
  void awkwardValuesAreWrittenAsTheyAre() throws IOException {
    var findings = SampleFindings.input(temp).findings();
    assertThat(Json.read(written())).isInstanceOf(Map.class);
    String json = Files.readString(written());

    assertThat(json)
        .contains("\"value\" : 12345678,")
        .contains("\"value\" : 0.1258,")
        .contains("\"value\" : null,")
        .contains("\"in-force\" : true")
        .contains("\"held-alone-by\" : \"police\"")
        .contains("<script>alert('x')</script> & \\\"quoted\\\"")
        .doesNotContain("E7");
    if (Json.read(written()) instanceof Map<?, ?> map
        && map.get("findings") instanceof List<?> list) {
      assertThat(list).hasSameSizeAs(findings);
    }
  }

  private Path written() throws IOException {
    Path file = temp.resolve("findings.json");
    FindingsJson.write(file, SampleFindings.input(temp));
    return file;
  }
}
