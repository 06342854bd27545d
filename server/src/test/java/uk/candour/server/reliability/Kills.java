package uk.candour.server.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// A run of kills: the service is started, reported to and killed at random moments, and judged.
final class Kills {

  private static final int LEAST_LOAD_MILLIS = 60;
  private static final int MOST_LOAD_MILLIS = 700;

  /// What is killed.
  enum Victim {
    APPLICATION,
    DATABASE
  }

  /// What a run came to.
  ///
  /// @param inFlight kills at which at least one request waited for its answer
  /// @param unanswered requests that were sent and never answered
  record Run(
      Victim victim,
      long seed,
      int kills,
      int inFlight,
      int unanswered,
      long acknowledged,
      long seconds,
      Verdict verdict) {

    @Override
    public String toString() {
      return "%s killed %d times (seed %d, %d s): %d kills in flight, %d requests unanswered, %d reports acknowledged: %s"
          .formatted(victim, kills, seed, seconds, inFlight, unanswered, acknowledged, verdict);
    }
  }

  private final Path folder;
  private final Victim victim;
  private final int times;
  private final long seed;
  private final int reporters;
  private final Duration recovery;

  /// @param recovery how long after a kill the next acknowledgement may take
  Kills(Path folder, Victim victim, int times, long seed, int reporters, Duration recovery) {
    this.folder = folder;
    this.victim = victim;
    this.times = times;
    this.seed = seed;
    this.reporters = reporters;
    this.recovery = recovery;
  }

  /// @param before class folders of a broken build, none for the product itself
  /// @param setting a line added to the database's own settings, or empty
  Run run(List<Path> before, String setting) throws IOException {
    long began = System.nanoTime();
    Path evidence = Files.createDirectories(folder.resolve("evidence"));
    SplittableRandom random = new SplittableRandom(seed);
    int kills = 0;
    int inFlight = 0;
    try (var service = new Service(folder.resolve("data"), before);
        var reporting = new Reporters(service, reporters, seed)) {
      service.start();
      if (!setting.isEmpty()) {
        Files.writeString(
            service.databaseFolder().resolve("postgresql.conf"),
            setting + "\n",
            StandardOpenOption.APPEND);
        service.stop();
        service.start();
      }
      var judge = new Judge(service, reporting, evidence);
      judge.keepKey();
      reporting.start();
      String trouble = null;
      try {
        awaitAcknowledgements(service, reporting, 1);
        while (kills < times) {
          Service.pause(random.nextInt(LEAST_LOAD_MILLIS, MOST_LOAD_MILLIS));
          inFlight += reporting.inFlight() > 0 ? 1 : 0;
          kill(service);
          kills++;
          awaitAcknowledgements(service, reporting, reporting.count() + 1);
        }
      } catch (IOException e) {
        trouble = "after kill " + kills + ": " + e.getMessage();
      }
      reporting.end(recovery);
      Verdict verdict = judge.judge(trouble);
      if (verdict instanceof Verdict.Held && reporting.unanswered() == 0) {
        verdict = new Verdict.CouldNotTell("no request was left unanswered, so nothing was shown");
      }
      return new Run(
          victim,
          seed,
          kills,
          inFlight,
          reporting.unanswered(),
          reporting.acknowledged(),
          Duration.ofNanos(System.nanoTime() - began).toSeconds(),
          verdict);
    }
  }

  private void kill(Service service) throws IOException {
    switch (victim) {
      case APPLICATION -> {
        service.kill();
        service.start();
      }
      case DATABASE -> service.killDatabase();
    }
  }

  private void awaitAcknowledgements(Service service, Reporters reporting, int more)
      throws IOException {
    long wanted = reporting.acknowledged() + more;
    long until = System.nanoTime() + recovery.toNanos();
    while (reporting.acknowledged() < wanted) {
      if (System.nanoTime() > until) {
        throw new IOException("nothing was acknowledged for " + recovery + health(service));
      }
      Service.pause(5);
    }
  }

  private static String health(Service service) {
    @Nullable String said;
    try {
      said =
          new String(service.get("/health/ready").body(), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IOException e) {
      said = e.toString();
    }
    return "; ready: " + said;
  }
}
