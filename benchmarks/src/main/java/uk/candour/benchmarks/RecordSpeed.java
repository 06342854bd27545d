package uk.candour.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// How many reports a second the service takes, and how long one waits for its signed receipt,
/// beside a bare insert into two tables of the same PostgreSQL in the same run.
///
/// The service runs in a process of its own as `./candour serve` starts it; the client here is as
/// small as can be, since it shares the machine. A report counts when its receipt is there: signed,
/// in a published checkpoint. A latency counts from the moment at which a report was due to be
/// sent, so that a late answer is not hidden by those that it holds up. What is lost, doubled or
/// out of order ends the program with 1.
///
/// `java -cp "server/target/lib/*" benchmarks/src/main/java/uk/candour/benchmarks/RecordSpeed.java
/// FOLDER [SECONDS [CLIENTS]]`
public final class RecordSpeed {

  private static final int PER_SECOND = 50;
  private static final int BARE_CLIENTS = 32;
  private static final int BARE_BYTES = 2_000;
  private static final long READY_WITHIN_NANOS = TimeUnit.SECONDS.toNanos(120);
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private final Path folder;
  private final ProcessHandle service;
  private final int port;
  private final int seconds;
  private final int clients;
  private final AtomicInteger next = new AtomicInteger();

  private RecordSpeed(Path folder, ProcessHandle service, int port, int seconds, int clients) {
    this.folder = folder;
    this.service = service;
    this.port = port;
    this.seconds = seconds;
    this.clients = clients;
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
    int clients = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 64;
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    String options = System.getenv("CANDOUR_JAVA_OPTIONS");
    if (options != null && !options.isBlank()) {
      command.addAll(List.of(options.strip().split(" +", -1)));
    }
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), "uk.candour.server.Serve"));
    command.addAll(
        List.of("--data", folder.resolve("data").toString(), "--port", String.valueOf(port)));
    Process service =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("service.out").toFile())
            .start();
    try {
      new RecordSpeed(folder, service.toHandle(), port, seconds, clients).run();
    } finally {
      service.destroy();
      service.waitFor();
    }
  }

  private void run() throws Exception {
    awaitReady();
    OUT.printf(
        Locale.UK,
        "bare insert into two tables, %d clients: %,.0f transactions a second%n",
        BARE_CLIENTS,
        bare());
    Outcome warm = sustained(Math.max(5, seconds / 4));
    OUT.printf(Locale.UK, "warming up: %,.0f reports a second%n", warm.perSecond());
    latencies();
    Spent before = spent();
    Outcome outcome = sustained(seconds);
    Spent after = spent();
    OUT.printf(
        Locale.UK,
        "reports through the API, %d clients, %d s: %,.0f a second into signed checkpoints"
            + " (%,d reports, p50 %.1f ms, p99 %.1f ms)%n",
        clients,
        seconds,
        outcome.perSecond(),
        outcome.receipts.size(),
        outcome.percentile(50),
        outcome.percentile(99));
    double reports = outcome.receipts.size();
    OUT.printf(
        Locale.UK,
        "processor time a report: service %.2f ms, database %.2f ms, client %.2f ms%n",
        (after.service - before.service) / reports,
        (after.database - before.database) / reports,
        (after.client - before.client) / reports);
    latencies();
    check(outcome);
  }

  /// Milliseconds of processor time so far.
  private record Spent(double service, double database, double client) {}

  private Spent spent() {
    return new Spent(
        millis(service),
        service.descendants().mapToDouble(RecordSpeed::millis).sum(),
        millis(ProcessHandle.current()));
  }

  private static double millis(ProcessHandle process) {
    return process.info().totalCpuDuration().map(time -> time.toNanos() / 1e6).orElse(0.0);
  }

  /// A receipt as far as it is looked at here.
  private record Got(int client, String reference, long index, long nanos) {}

  private record Outcome(List<Got> receipts, int others, double took) {

    double perSecond() {
      return receipts.size() / took;
    }

    double percentile(int of) {
      long[] sorted = receipts.stream().mapToLong(Got::nanos).sorted().toArray();
      return sorted[Math.min(sorted.length - 1, sorted.length * of / 100)] / 1e6;
    }
  }

  /// Every client sends the next report when the one before has its receipt.
  private Outcome sustained(int lasting) throws Exception {
    long began = System.nanoTime();
    long until = began + TimeUnit.SECONDS.toNanos(lasting);
    return together(
        clients,
        client -> {
          var got = new ArrayList<Got>();
          int others = 0;
          try (var wire = new Wire(port)) {
            while (System.nanoTime() < until) {
              long sent = System.nanoTime();
              if (wire.report(next.incrementAndGet()) == 201) {
                got.add(wire.got(client, System.nanoTime() - sent));
              } else {
                others++;
              }
            }
          }
          return new Outcome(got, others, 0);
        });
  }

  /// Reports are due at even times, whatever becomes of those before.
  private void latencies() throws Exception {
    int count = PER_SECOND * seconds;
    var due = new AtomicInteger();
    long began = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100);
    Outcome outcome =
        together(
            clients,
            client -> {
              var got = new ArrayList<Got>();
              int others = 0;
              try (var wire = new Wire(port)) {
                for (int i = due.getAndIncrement(); i < count; i = due.getAndIncrement()) {
                  long at = began + i * (TimeUnit.SECONDS.toNanos(1) / PER_SECOND);
                  for (long left = at - System.nanoTime();
                      left > 0;
                      left = at - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                  }
                  if (wire.report(next.incrementAndGet()) == 201) {
                    got.add(wire.got(client, System.nanoTime() - at));
                  } else {
                    others++;
                  }
                }
              }
              return new Outcome(got, others, 0);
            });
    OUT.printf(
        Locale.UK,
        "report to signed receipt at %d a second: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, slowest %.1f ms%n",
        PER_SECOND,
        outcome.percentile(50),
        outcome.percentile(95),
        outcome.percentile(99),
        outcome.percentile(100));
    check(outcome);
  }

  private interface Client {
    Outcome run(int number) throws IOException;
  }

  private static Outcome together(int clients, Client client)
      throws InterruptedException, ExecutionException {
    long began = System.nanoTime();
    var receipts = new ArrayList<Got>();
    int others = 0;
    try (var threads = Executors.newFixedThreadPool(clients)) {
      var running = new ArrayList<Future<Outcome>>();
      for (int i = 0; i < clients; i++) {
        int number = i;
        running.add(threads.submit((Callable<Outcome>) () -> client.run(number)));
      }
      for (Future<Outcome> one : running) {
        receipts.addAll(one.get().receipts());
        others += one.get().others();
      }
    }
    return new Outcome(receipts, others, (System.nanoTime() - began) / 1e9);
  }

  /// Every report has a reference and an index of its own, and one client's go up.
  private static void check(Outcome outcome) {
    Set<String> references = new HashSet<>();
    Set<Long> indices = new HashSet<>();
    var last = new long[1_000];
    Arrays.fill(last, -1);
    int doubled = 0;
    int disorder = 0;
    for (Got got : outcome.receipts()) {
      doubled += references.add(got.reference()) && indices.add(got.index()) ? 0 : 1;
      disorder += got.index() > last[got.client()] ? 0 : 1;
      last[got.client()] = got.index();
    }
    if (doubled + disorder + outcome.others() > 0) {
      OUT.printf(
          "%d doubled, %d out of order, %d answered otherwise than by a receipt%n",
          doubled, disorder, outcome.others());
      System.exit(1);
    }
  }

  /// What the database alone does when a client commits a report and an entry itself.
  private double bare() throws Exception {
    String port = Files.readAllLines(folder.resolve("data/pg/data/postmaster.pid")).get(3).strip();
    String password = Files.readString(folder.resolve("data/keys/owner.password")).strip();
    String url = "jdbc:postgresql://127.0.0.1:" + port + "/";
    try (Connection connection =
            DriverManager.getConnection(url + "postgres", "candour", password);
        Statement statement = connection.createStatement()) {
      statement.execute("create database bare");
    }
    try (Connection connection = DriverManager.getConnection(url + "bare", "candour", password);
        Statement statement = connection.createStatement()) {
      statement.execute("create table report (id uuid primary key, content bytea not null)");
      statement.execute(
          "create table entry (report uuid primary key references report, entry bytea not null)");
    }
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(Math.min(15, seconds));
    Outcome outcome =
        together(
            BARE_CLIENTS,
            client -> {
              var done = new ArrayList<Got>();
              try (Connection connection =
                      DriverManager.getConnection(url + "bare", "candour", password);
                  PreparedStatement report =
                      connection.prepareStatement("insert into report values (?, ?)");
                  PreparedStatement entry =
                      connection.prepareStatement("insert into entry values (?, ?)")) {
                connection.setAutoCommit(false);
                while (System.nanoTime() < until) {
                  UUID id = UUID.randomUUID();
                  report.setObject(1, id);
                  report.setBytes(2, new byte[BARE_BYTES]);
                  report.executeUpdate();
                  entry.setObject(1, id);
                  entry.setBytes(2, new byte[33]);
                  entry.executeUpdate();
                  connection.commit();
                  done.add(new Got(client, "", 0, 0));
                }
              } catch (SQLException e) {
                throw new IOException(e);
              }
              return new Outcome(done, 0, 0);
            });
    return outcome.perSecond();
  }

  private void awaitReady() throws IOException {
    long until = System.nanoTime() + READY_WITHIN_NANOS;
    while (true) {
      try (var wire = new Wire(port)) {
        if (wire.ask("GET /health/ready HTTP/1.1\r\nHost: localhost\r\n\r\n") == 200) {
          return;
        }
      } catch (IOException e) {
        if (System.nanoTime() > until) {
          throw new IOException("the service is not ready; see service.out", e);
        }
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
  }

  /// A connection that stays until the service ends it, and just enough of HTTP/1.1.
  private static final class Wire implements AutoCloseable {

    private final int port;
    private Socket socket;
    private InputStream in;
    private boolean ended;
    private String body = "";

    Wire(int port) throws IOException {
      this.port = port;
      socket = connected(port);
      in = new BufferedInputStream(socket.getInputStream(), 1 << 14);
    }

    private static Socket connected(int port) throws IOException {
      var socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(30_000);
      return socket;
    }

    /// Sends a report of usual length and gives the status of its answer.
    int report(int number) throws IOException {
      String json =
          """
          {"concern":"neglect","severity":3,"to":"social-care","happened":"2026-02-03",\
          "text":"Report %d. %s","childsWords":"I do not want to go home",\
          "reporter":{"kind":"confidential","name":"Made Up","contact":"made.up@school.example"},\
          "children":[{"forename":"Made","surname":"Up%d","born":"2014-05-06"}]}\
          """
              .formatted(number, "The child was tired and had no lunch. ".repeat(20), number);
      return ask(
          "POST /api/v1/reports HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "Idempotency-Key: report "
              + number
              + "\r\nContent-Length: "
              + json.length()
              + "\r\n\r\n"
              + json);
    }

    int ask(String request) throws IOException {
      if (ended) {
        socket.close();
        socket = connected(port);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 14);
        ended = false;
      }
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      int status = Integer.parseInt(line().split(" ", -1)[1]);
      int length = 0;
      for (String header = line(); !header.isEmpty(); header = line()) {
        if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
          length = Integer.parseInt(header.substring(15).strip());
        }
        ended |= header.equalsIgnoreCase("connection: close");
      }
      body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
      return status;
    }

    private String line() throws IOException {
      var line = new StringBuilder();
      for (int one = in.read(); one != '\n'; one = in.read()) {
        if (one < 0) {
          throw new IOException("the service closed the connection");
        }
        if (one != '\r') {
          line.append((char) one);
        }
      }
      return line.toString();
    }

    Got got(int client, long nanos) {
      return new Got(
          client,
          after("\"reference\":\"", "\""),
          Long.parseLong(after("\"logIndex\":", ",")),
          nanos);
    }

    private String after(String before, String end) {
      int from = body.indexOf(before) + before.length();
      return body.substring(from, body.indexOf(end, from));
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
