package uk.candour.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.candour.intake.Intake;
import uk.candour.intake.Intaken;
import uk.candour.intake.Reading;
import uk.candour.intake.RecordKeeper.Line;
import uk.candour.intake.Remit;
import uk.candour.record.EntryKind;

/// The example borough loaded into the record and read from there is what its files are.
class LoadingTest {

  private static final Path EXAMPLE =
      Path.of(System.getProperty("candour.root", "."), "examples", "eastmoor", "remit.yaml");

  @TempDir private Path folder;

  private static Remit remit(Path file, LocalDate asAt) throws IOException {
    return accepted(Remit.read(file, asAt));
  }

  private static <T> T accepted(Reading<T> reading) {
    return switch (reading) {
      case Reading.Accepted<T>(T value) -> value;
      case Reading.Rejected<T>(var problems) -> throw new AssertionError(problems.toString());
    };
  }

  private static List<Line> load(DataFolder data) throws Exception {
    try (LiveRecord record = LiveRecord.open(data, Clock.systemUTC())) {
      return accepted(
          Loading.load(
              remit(EXAMPLE, LocalDate.of(2014, 5, 31)),
              data,
              record,
              Clock.systemUTC(),
              "tests",
              (_, _) -> {}));
    }
  }

  private Path remitOfRecord(String url) throws IOException {
    List<String> lines = new ArrayList<>();
    boolean population = false;
    for (String line : Files.readAllLines(EXAMPLE)) {
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
    lines.add("    file: " + folder.resolve("data"));
    lines.add("    url: \"" + url + "\"");
    lines.add("    format: {type: record}");
    lines.add("    purpose: to see whether it is the same");
    lines.add("    approver: the test");
    return Files.write(folder.resolve("remit.yaml"), lines);
  }

  @Test
  void theRecordGivesWhatTheFilesGiveAsAtAnyDay() throws Exception {
    String url = Folders.freshUrl();
    try (DataFolder data = DataFolder.open(folder.resolve("data"), url)) {
      List<Line> lines = load(data);
      assertThat(lines).isNotEmpty().allMatch(Line::isWhole);
      assertThat(lines.stream().mapToInt(Line::written).sum()).isGreaterThan(10_000);

      Path remit = remitOfRecord(url);
      for (LocalDate day :
          List.of(
              LocalDate.of(2014, 5, 31),
              LocalDate.of(2006, 7, 1),
              LocalDate.of(1999, 1, 31),
              LocalDate.of(2020, 1, 1))) {
        Intaken files = accepted(Intake.read(remit(EXAMPLE, day), day, (_, _) -> {}));
        Intaken record = accepted(Intake.read(remit(remit, day), day, (_, _) -> {}));
        assertThat(Dump.of(record)).as("as at " + day).isEqualTo(Dump.of(files));
      }
      List<Recorded> runs = new ArrayList<>();
      try (LiveRecord record = LiveRecord.open(data, Clock.systemUTC())) {
        record.stream(
            0,
            act -> {
              if (act.written().entries().getFirst().kind() == EntryKind.INQUIRY_RUN) {
                runs.add(act);
              }
            });
      }
      assertThat(runs).hasSize(4);
    }
  }

  @Test
  void theSameFilesAgainAddNothing() throws Exception {
    try (DataFolder data = DataFolder.open(folder.resolve("data"), Folders.freshUrl())) {
      List<Line> first = load(data);
      long size;
      try (LiveRecord record = LiveRecord.open(data, Clock.systemUTC())) {
        size = record.logSize();
      }
      List<Line> again = load(data);
      assertThat(again).allMatch(Line::isWhole).allMatch(line -> line.written() == 0);
      assertThat(again).hasSameSizeAs(first);
      try (LiveRecord record = LiveRecord.open(data, Clock.systemUTC())) {
        assertThat(record.logSize()).isEqualTo(size);
      }
    }
  }
}
