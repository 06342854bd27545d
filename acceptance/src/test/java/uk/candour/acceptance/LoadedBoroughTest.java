package uk.candour.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The example borough loaded into the live record and read from there gives what its files give,
/// byte for byte: findings, evidence, clusters, problems, and what may be published.
class LoadedBoroughTest {

  @TempDir private Path folder;

  @Test
  void theRecordGivesTheFindingsOfTheFiles() throws Exception {
    Path remit = Product.EASTMOOR.resolve("remit.yaml");
    Path data = folder.resolve("data");
    Product.Ended loaded = Product.run("load", remit, "--data", data);
    assertThat(loaded.code()).as(loaded.err()).isZero();
    assertThat(loaded.out()).contains("Every row is accounted for: ");

    Path files = Product.inquiry(remit, folder.resolve("of-files"));
    Path record = Product.inquiry(remitOfRecord(data), folder.resolve("of-record"));
    List<String> names = names(files);
    assertThat(names(record)).isEqualTo(names);
    assertThat(names).hasSizeGreaterThan(40);
    for (String name : names) {
      if (!name.equals("report.html")) {
        assertThat(Files.mismatch(files.resolve(name), record.resolve(name)))
            .as(name)
            .isEqualTo(-1);
      }
    }

    Product.Ended again = Product.run("load", remit, "--data", data);
    assertThat(again.out()).contains(" rows read = 0 written + ");
  }

  /// The remit with the live record in the place of its files and of the files of residents.
  private Path remitOfRecord(Path data) throws IOException {
    List<String> lines = new ArrayList<>();
    boolean population = false;
    for (String line : Files.readAllLines(Product.EASTMOOR.resolve("remit.yaml"))) {
      if (line.startsWith("sources:")) {
        break;
      }
      population = line.startsWith("population:") || (population && line.startsWith(" "));
      if (!population) {
        lines.add(line);
      }
    }
    lines.add("sources:");
    lines.add("  - name: the record");
    lines.add("    file: " + data);
    lines.add("    format: {type: record}");
    lines.add("    purpose: to see whether it is the same");
    lines.add("    approver: the test");
    return Files.write(folder.resolve("remit.yaml"), lines);
  }

  private static List<String> names(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      return paths
          .filter(Files::isRegularFile)
          .map(path -> folder.relativize(path).toString())
          .sorted()
          .toList();
    }
  }
}
