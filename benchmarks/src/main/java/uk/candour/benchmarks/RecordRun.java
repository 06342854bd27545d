package uk.candour.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import uk.candour.characteristics.SealedRow;
import uk.candour.record.AgencyKind;
import uk.candour.record.Concern;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;
import uk.candour.record.PartialDate;
import uk.candour.record.PersonAttribute;
import uk.candour.record.Role;
import uk.candour.record.Source;
import uk.candour.record.Written;
import uk.candour.record.Written.Entry;
import uk.candour.record.Written.EntryValue;
import uk.candour.record.Written.Person;
import uk.candour.record.Written.PersonValue;
import uk.candour.store.Act;
import uk.candour.store.Answer;
import uk.candour.store.DataFolder;
import uk.candour.store.LiveRecord;
import uk.candour.store.Login;
import uk.candour.store.References;
import uk.candour.store.Writing;

/// How fast acts get into signed checkpoints, beside a bare insert into two tables on the same
/// server in the same run.
///
/// `mvn -q -pl benchmarks -am -Dmaven.test.skip=true package`, then `java -cp
/// benchmarks/target/classes:... uk.candour.benchmarks.RecordRun [SECONDS]`; the result is printed.
public final class RecordRun {

  private static final Source COUNCIL =
      LiveRecord.liveSource(
          "Eastmoor Council", AgencyKind.SOCIAL_CARE, "X08000001", LocalDate.of(2026, 1, 1));
  private static final int IN_FLIGHT = 2000;
  private static final int RATE = 50;
  private static final String WORDS = "Seen again outside the arcade with two older people. ";

  private RecordRun() {}

  /// Runs all and prints the figures.
  public static void main(String[] arguments) throws Exception {
    Duration span = Duration.ofSeconds(arguments.length == 0 ? 20 : Integer.parseInt(arguments[0]));
    Path folder = Files.createTempDirectory("candour-record-run");
    try (DataFolder data = DataFolder.open(folder, null)) {
      for (int clients : new int[] {1, 8, 32}) {
        System.out.printf(
            "bare insert into two tables, %d clients: %,.0f a second%n",
            clients, bare(data.database().owner(), clients, span.dividedBy(2)));
      }
      try (LiveRecord record = LiveRecord.open(data, Clock.systemUTC())) {
        through(record, Duration.ofSeconds(3));
        System.out.printf(
            "acts into signed checkpoints, %,d in flight: %,.0f a second%n",
            IN_FLIGHT, through(record, span));
        paced(record, span);
      }
      System.out.printf(
          "bare insert into two tables, 32 clients, again: %,.0f a second%n",
          bare(data.database().owner(), 32, span.dividedBy(2)));
    }
  }

  private static double bare(Login owner, int clients, Duration span) throws Exception {
    try (Connection connection = connect(owner);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create table if not exists bare_report (id bigserial primary key, content bytea)");
      statement.execute(
          "create table if not exists bare_entry (id bigserial primary key, entry bytea)");
    }
    var done = new AtomicInteger();
    long start = System.nanoTime();
    long until = start + span.toNanos();
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        running.add(
            threads.submit(() -> {
              insertUntil(owner, until, done);
              return null;
            }));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
    return done.get() / ((System.nanoTime() - start) / 1e9);
  }

  private static void insertUntil(Login owner, long until, AtomicInteger done) throws SQLException {
    try (Connection connection = connect(owner);
        PreparedStatement report =
            connection.prepareStatement("insert into bare_report (content) values (?)");
        PreparedStatement entry =
            connection.prepareStatement("insert into bare_entry (entry) values (?)")) {
      connection.setAutoCommit(false);
      while (System.nanoTime() < until) {
        report.setBytes(1, new byte[1500]);
        report.executeUpdate();
        entry.setBytes(1, new byte[33]);
        entry.executeUpdate();
        connection.commit();
        done.incrementAndGet();
      }
    }
  }

  private static Connection connect(Login login) throws SQLException {
    return DriverManager.getConnection(login.url(), login.user(), login.password());
  }

  private static double through(LiveRecord record, Duration span) throws Exception {
    Queue<Writing> flying = new ArrayDeque<>();
    long start = System.nanoTime();
    long until = start + span.toNanos();
    int done = 0;
    for (int number = 0; System.nanoTime() < until; number++) {
      flying.add(record.write(report(number)));
      if (flying.size() >= IN_FLIGHT) {
        flying.remove().signed().get();
        done++;
      }
    }
    while (!flying.isEmpty()) {
      flying.remove().signed().get();
      done++;
    }
    return done / ((System.nanoTime() - start) / 1e9);
  }

  /// Writes at a rate, whether or not the answers keep up, and measures from when each was due.
  private static void paced(LiveRecord record, Duration span) throws Exception {
    int count = (int) (span.toSeconds() * RATE);
    var took = new double[count];
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      long start = System.nanoTime();
      for (int i = 0; i < count; i++) {
        int number = i;
        long due = start + number * (1_000_000_000L / RATE);
        long early = due - System.nanoTime();
        if (early > 0) {
          Thread.sleep(Duration.ofNanos(early));
        }
        running.add(
            threads.submit(() -> {
              Answer answer = record.write(report(number)).await(Duration.ofSeconds(30));
              if (!(answer instanceof Answer.Signed)) {
                throw new IllegalStateException("no receipt within 30 s");
              }
              took[number] = (System.nanoTime() - due) / 1e6;
              return null;
            }));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
    Arrays.sort(took);
    System.out.printf(
        "report to signed receipt at %d a second: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, most %.1f ms%n",
        RATE, took[count / 2], took[count * 95 / 100], took[count * 99 / 100], took[count - 1]);
  }

  private static Act report(int number) {
    String reference = References.random();
    int day = PartialDate.of(2026, 11, 24);
    Entry report =
        Entry.of(
            EntryKind.REPORT_MADE,
            List.of(
                EntryValue.of(EntryAttribute.ID, reference),
                EntryValue.of(EntryAttribute.HAPPENED, day),
                EntryValue.of(EntryAttribute.RECORDED, day),
                EntryValue.of(EntryAttribute.CONCERN, Concern.EXPLOITATION),
                EntryValue.of(EntryAttribute.TEXT, WORDS.repeat(20)),
                EntryValue.of(EntryAttribute.REPORTER_NAME, "Reporter " + number)));
    Person child =
        new Person(
            Role.CHILD,
            1,
            Written.WHOLE,
            Written.WHOLE,
            List.of(),
            List.of(
                PersonValue.of(PersonAttribute.FORENAME, "Ada"),
                PersonValue.of(PersonAttribute.SURNAME, "Example" + number % 1000),
                PersonValue.of(PersonAttribute.BORN, PartialDate.of(2012, 3, 4))));
    return Act.of(
        reference,
        COUNCIL,
        new Written(Written.Shape.ACT, List.of(report), List.of(child), List.of()),
        SealedRow.NOTHING,
        null);
  }
}
