package uk.candour.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills the writing process and its database at a moment nobody chose, and judges from outside:
/// what was acknowledged is there once, and the log goes on from it. The long run is the
/// acceptance's.
class KillTest {

  private static final int KILLS = Boolean.getBoolean("candour.long") ? 40 : 4;
  private static final long SEED = 20261125;

  @TempDir private Path folder;

  @Test
  void whatWasAcknowledgedIsThereAfterKillingTheProcessOrItsDatabase() throws Exception {
    var random = new Random(SEED);
    Map<Integer, String> acknowledged = new HashMap<>();
    int unanswered = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Writes.class.getName(),
                  folder.toString(),
                  String.valueOf(kill * 100_000))
              .redirectError(Redirect.appendTo(folder.resolve("errors").toFile()))
              .start();
      boolean database = kill % 2 == 1;
      try (var lines =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        String line = lines.readLine();
        assertThat(line).isEqualTo("ready");
        long until = System.nanoTime() + (300 + random.nextInt(700)) * 1_000_000L;
        while (System.nanoTime() < until) {
          take(lines.readLine(), acknowledged);
        }
        if (database) {
          killDatabase();
        }
        // The handle kills without closing what the process had still to say.
        process.toHandle().destroyForcibly();
        for (line = lines.readLine(); line != null; line = lines.readLine()) {
          take(line, acknowledged);
        }
      }
      process.waitFor();
      unanswered += judge(acknowledged);
    }
    System.out.println(
        KILLS
            + " kills, "
            + acknowledged.size()
            + " acknowledged, "
            + unanswered
            + " written and unanswered");
    assertThat(acknowledged).isNotEmpty();
  }

  private static void take(String line, Map<Integer, String> acknowledged) {
    if (line != null && line.chars().filter(c -> c == ' ').count() == 2) {
      String[] words = line.split(" ", -1);
      if (References.isReference(words[1])) {
        acknowledged.put(Integer.valueOf(words[0]), words[1]);
      }
    }
  }

  private void killDatabase() throws Exception {
    Path pid = folder.resolve("pg").resolve("data").resolve("postmaster.pid");
    long number = Long.parseLong(Files.readAllLines(pid).getFirst().strip());
    ProcessHandle.of(number).ifPresent(ProcessHandle::destroyForcibly);
  }

  /// Opens the record again and compares it with what was acknowledged.
  ///
  /// @return how many acts are there that nobody was told of
  private int judge(Map<Integer, String> acknowledged) throws Exception {
    Set<String> there = new HashSet<>();
    try (DataFolder data = DataFolder.open(folder, null);
        LiveRecord record = LiveRecord.open(data, Clock.systemUTC())) {
      long[] index = {0};
      record.stream(
          0,
          act -> {
            assertThat(there.add(act.reference())).as("doubled: " + act.reference()).isTrue();
            assertThat(act.logIndex()).isEqualTo(index[0]++);
          });
      assertThat(record.logSize()).isEqualTo(there.size());
      List<String> lost =
          acknowledged.values().stream().filter(reference -> !there.contains(reference)).toList();
      assertThat(lost).isEmpty();
    }
    return there.size() - acknowledged.size();
  }
}
