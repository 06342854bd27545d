package uk.candour.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tools that nobody of this project wrote take the log, where the machine has Go 1.25 or later.
class InteropTest {

  @TempDir Path folder;

  @Test
  void tesserasFsckAndGosNoteAndTlogTakeTheLog() throws IOException, InterruptedException {
    Path script =
        Path.of(System.getProperty("candour.root", ".."))
            .resolve("benchmarks/interop/run.sh")
            .toAbsolutePath();
    boolean inFull = Boolean.getBoolean("candour.long");
    int[] sizes =
        inFull
            ? new int[] {0, 1, 2, 255, 256, 257, 65_535, 65_536, 65_537, 70_000}
            : new int[] {0, 1, 2, 255, 256, 257, 65_537};
    for (int size : sizes) {
      LogsForOthers.make(folder, size);
    }
    Process check =
        new ProcessBuilder(script.toString(), "--made", folder.toString())
            .redirectErrorStream(true)
            .start();
    check.getOutputStream().close();
    String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(check.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assumeFalse(said.startsWith("skipped"), said);
    Measured.says(said.strip());
    assertThat(check.exitValue()).as(said).isZero();
    assertThat(said.lines().filter(line -> line.contains("fsck on the folder and over HTTP")))
        .hasSize(sizes.length);
  }
}
