package uk.candour.server.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.candour.server.reliability.Kills.Run;
import uk.candour.server.reliability.Kills.Victim;

/// Whatever is killed while reports come in, none that was acknowledged is lost and none is there
/// twice. A seed is printed with every run; `-Dcandour.seed=` gives it again.
class KillsTest {

  private static final int REPORTERS = 8;
  private static final Duration RECOVERY = Duration.ofSeconds(90);
  private static final Duration RECOVERY_OF_CONTROL = Duration.ofSeconds(15);

  /// The last line of what the writer does before the commit, and what the control does there.
  private static final String COMPLETE = "    taken.complete = true;\n";

  private static final String ACKNOWLEDGE = "    taken.fresh.forEach(this::accepted);\n";
  private static final String PAUSE =
      "    java.util.concurrent.locks.LockSupport.parkNanos(50_000_000L);\n";

  @TempDir private Path folder;

  @BeforeEach
  void processesCanBeLookedAt() {
    assumeTrue(
        Files.isDirectory(Path.of("/proc/self")),
        "skipped: the database's processes are found under /proc, which is not here");
  }

  private static int times() {
    return Boolean.getBoolean("candour.long") ? 200 : 20;
  }

  private static long seed(long usual) {
    return Long.getLong("candour.seed", usual);
  }

  private static Run says(Run run) {
    System.out.println(run);
    return run;
  }

  @Test
  void killingTheApplicationLosesAndDoublesNothing() throws IOException {
    Run run =
        says(
            new Kills(folder, Victim.APPLICATION, times(), seed(1), REPORTERS, RECOVERY)
                .run(List.of(), ""));
    assertThat(run.verdict()).isInstanceOf(Verdict.Held.class);
    assertThat(run.inFlight()).as("kills in flight").isPositive();
  }

  @Test
  void killingTheDatabaseLosesAndDoublesNothing() throws IOException {
    Run run =
        says(
            new Kills(folder, Victim.DATABASE, times(), seed(2), REPORTERS, RECOVERY)
                .run(List.of(), ""));
    assertThat(run.verdict()).isInstanceOf(Verdict.Held.class);
    assertThat(run.inFlight()).as("kills in flight").isPositive();
  }

  @Test
  void theControlThatAcknowledgesBeforeItCommitsFails() throws IOException {
    Path broken = answersOnceToldDurable(ACKNOWLEDGE + PAUSE + COMPLETE);
    Run run =
        says(
            new Kills(folder, Victim.DATABASE, 4, seed(3), 2 * REPORTERS, RECOVERY)
                .run(List.of(broken), ""));
    assertThat(run.verdict()).isInstanceOf(Verdict.Failed.class);
    assertThat(((Verdict.Failed) run.verdict()).lost()).as("acknowledged and lost").isPositive();
  }

  /// The control again, but that it acknowledges when it has committed: it is the order that loses.
  @Test
  void theSameThatAcknowledgesAfterItCommitsHolds() throws IOException {
    Path rightOrder = answersOnceToldDurable(PAUSE + COMPLETE);
    Run run =
        says(
            new Kills(folder, Victim.DATABASE, 4, seed(3), 2 * REPORTERS, RECOVERY)
                .run(List.of(rightOrder), ""));
    assertThat(run.verdict()).isInstanceOf(Verdict.Held.class);
  }

  @Test
  void theControlWhoseDatabaseDoesNotWaitForItsDiskFails() throws IOException {
    Run run =
        says(
            new Kills(folder, Victim.DATABASE, 4, seed(4), REPORTERS, RECOVERY_OF_CONTROL)
                .run(List.of(), "synchronous_commit = off"));
    assertThat(run.verdict()).isInstanceOf(Verdict.Failed.class);
  }

  /// A build that answers 202 as soon as its writer says that an act is durable.
  ///
  /// @param last what the writer does last before it commits
  private Path answersOnceToldDurable(String last) throws IOException {
    return new BrokenBuild(folder.resolve("broken"))
        .exchange(
            "server/src/main/java/uk/candour/server/api/ReportsApi.java",
            "PATIENCE = Duration.ofSeconds(2)",
            "PATIENCE = Duration.ZERO")
        .exchange("store/src/main/java/uk/candour/store/Writer.java", COMPLETE, last)
        .compile();
  }
}
