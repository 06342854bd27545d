package uk.candour.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every call on files that opening, appending and closing make is failed once. Afterwards the
/// published log verifies, nothing that was acknowledged is gone, and the log goes on.
class LogWriterFaultTest {

  @TempDir Path folder;

  private static final List<Integer> BATCHES = List.of(3, 1, 252, 1, 300, 0, 213, 2);

  /// What somebody outside was told.
  private long acknowledged;

  @Test
  void everyFileCallMayFailOnce() throws IOException {
    int calls = 0;
    int failed = 0;
    for (int n = 1; ; n++) {
      var disk = new FaultyDisk(n);
      Path place = Files.createDirectories(folder.resolve("fault" + n));
      acknowledged = 0;
      boolean broke = false;
      try {
        write(place, disk);
      } catch (IOException e) {
        broke = true;
        failed++;
      }
      if (!broke && disk.calls() < n) {
        calls = disk.calls();
        break;
      }
      goesOn(place, n);
    }
    Measured.says("file calls of an append failed once each: %d of %d".formatted(failed, calls));
    assertThat(failed).isEqualTo(calls).isGreaterThan(100);
  }

  /// The life of a log in two openings.
  private void write(Path place, Disk disk) throws IOException {
    for (List<Integer> batches :
        List.of(BATCHES.subList(0, 4), BATCHES.subList(4, BATCHES.size()))) {
      Logs.open(
          place,
          disk,
          Logs.KEY,
          writer -> {
            for (int batch : batches) {
              long size = writer.size();
              writer.append(Logs.entries(size, size + batch));
              acknowledged = size + batch;
            }
          });
    }
  }

  private void goesOn(Path place, int n) throws IOException {
    Path log = place.resolve("log");
    if (Files.exists(log.resolve("checkpoint"))) {
      Audit.Outcome before = audit(log);
      assertThat(before.problems()).as("before it is opened again, fault %d", n).isEmpty();
    }
    Logs.open(
        place,
        writer -> {
          assertThat(writer.size()).as("fault %d", n).isGreaterThanOrEqualTo(acknowledged);
          writer.append(Logs.entries(writer.size(), 800));
          assertThat(writer.root()).isEqualTo(PlainTree.root(Logs.entries(0, 800)));
        });
    assertThat(audit(log).problems()).as("fault %d", n).isEmpty();
  }

  private static Audit.Outcome audit(Path log) {
    return new Audit(new LogFolder(log, Disk.REAL), Logs.KEY.verifier(), checked -> {}).run();
  }

  @Test
  void aLineThatThePowerCutInTwoWasNotReleased() throws IOException {
    SignedCheckpoint signed = Logs.grow(folder, 300);
    Files.writeString(folder.resolve("released"), "301 abc", StandardOpenOption.APPEND);
    Logs.open(folder, writer -> assertThat(writer.signed()).isEqualTo(signed));
    assertThat(Files.readString(folder.resolve("released"))).doesNotContain("301 abc");
  }
}
