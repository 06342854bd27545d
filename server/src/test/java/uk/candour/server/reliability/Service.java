package uk.candour.server.reliability;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The real service in a process of its own, with a data folder and a port that stay when it is
/// killed and started again.
final class Service implements AutoCloseable {

  private static final Duration READY_WITHIN = Duration.ofSeconds(90);
  private static final Duration ASKED_FOR = Duration.ofSeconds(5);
  private static final int LINES_SHOWN = 15;
  private static final Path PROCESSES = Path.of("/proc");

  private final Path folder;
  private final String classPath;
  private final int port;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Map<String, String> environment = new HashMap<>();
  private @Nullable Process process;

  /// @param folder the service's data folder, made when it starts
  /// @param before class folders that come before the product's own, as a broken build has them
  Service(Path folder, List<Path> before) throws IOException {
    this.folder = folder;
    List<String> path = new ArrayList<>();
    before.forEach(one -> path.add(one.toString()));
    for (String entry : productClassPath()) {
      path.add(entry);
    }
    this.classPath = String.join(File.pathSeparator, path);
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      this.port = socket.getLocalPort();
    }
  }

  /// What the product is made of, without the tests.
  static List<String> productClassPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> !entry.endsWith("test-classes"))
        .toList();
  }

  /// Sets a variable of the process's environment.
  void with(String name, String value) {
    environment.put(name, value);
  }

  /// Starts the process and waits until it is ready to take reports.
  void start() throws IOException {
    launch();
    awaitReady();
  }

  /// Starts the process and waits for nothing.
  void launch() throws IOException {
    var command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-Xmx600m",
            "-cp",
            classPath,
            "uk.candour.server.Serve",
            "--data",
            folder.toString(),
            "--port",
            String.valueOf(port));
    command.environment().keySet().removeIf(name -> name.startsWith("CANDOUR_"));
    command.environment().putAll(environment);
    command.redirectErrorStream(true);
    command.redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile()));
    process = command.start();
  }

  void awaitReady() throws IOException {
    long until = System.nanoTime() + READY_WITHIN.toNanos();
    while (System.nanoTime() < until) {
      if (!running().isAlive()) {
        throw new IOException("the service ended by itself: " + lastLines());
      }
      try {
        if (get("/health/ready").statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        // Not there yet, which is what is being waited for.
        pause(20);
      }
      pause(20);
    }
    throw new IOException("the service is not ready after " + READY_WITHIN + ": " + lastLines());
  }

  private Process running() {
    Process now = process;
    if (now == null) {
      throw new IllegalStateException("the service was not started");
    }
    return now;
  }

  private Path output() {
    return folder.resolveSibling("service.out");
  }

  private String lastLines() throws IOException {
    List<String> lines = Files.readAllLines(output());
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
  }

  URI at(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  int port() {
    return port;
  }

  Path log() {
    return folder.resolve("log");
  }

  Path folder() {
    return folder;
  }

  Path databaseFolder() {
    return folder.resolve("pg").resolve("data");
  }

  HttpResponse<byte[]> get(String path) throws IOException {
    return send(HttpRequest.newBuilder(at(path)).timeout(ASKED_FOR).build());
  }

  private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /// SIGKILL to the application.
  void kill() throws IOException {
    running().destroyForcibly();
    await(running());
  }

  /// SIGTERM to the application, which then stops by itself.
  void stop() throws IOException {
    running().destroy();
    await(running());
  }

  private static void await(Process ending) throws IOException {
    try {
      if (!ending.waitFor(60, TimeUnit.SECONDS)) {
        throw new IOException("the process " + ending.pid() + " does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /// SIGKILL to the first process of the database, then to all others that have its data folder,
  /// until none is left: a backend that lives on would hold the shared memory. What the service
  /// itself starts afterwards is left alone.
  ///
  /// @return how many processes were killed
  int killDatabase() throws IOException {
    long first =
        Long.parseLong(
            Files.readAllLines(databaseFolder().resolve("postmaster.pid")).getFirst().strip());
    if (!has(first, databaseFolder().toRealPath())) {
      throw new IOException("the process " + first + " has no longer the database's folder");
    }
    ProcessHandle.of(first).ifPresent(ProcessHandle::destroyForcibly);
    int killed = 1;
    while (has(first, databaseFolder().toRealPath())) {
      pause(1);
    }
    Instant dead = Instant.now();
    while (true) {
      List<ProcessHandle> left = older(dead);
      if (left.isEmpty()) {
        return killed;
      }
      left.forEach(ProcessHandle::destroyForcibly);
      killed += left.size();
      pause(5);
    }
  }

  private List<ProcessHandle> older(Instant than) throws IOException {
    Path data = databaseFolder().toRealPath();
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      return all.filter(one -> has(one.pid(), data))
          .filter(one -> one.info().startInstant().orElse(Instant.MIN).isBefore(than))
          .toList();
    }
  }

  /// Whether a process works in a folder, as every process of the database does in its data.
  private static boolean has(long pid, Path data) {
    try {
      return Files.readSymbolicLink(PROCESSES.resolve(pid + "/cwd")).equals(data);
    } catch (IOException e) {
      // It has ended, or is not ours to look at.
      return false;
    }
  }

  static void pause(long millis) throws IOException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() throws IOException {
    client.close();
    Process now = process;
    if (now != null && now.isAlive()) {
      now.destroy();
      try {
        if (!now.waitFor(40, TimeUnit.SECONDS)) {
          now.destroyForcibly();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        now.destroyForcibly();
      }
    }
  }
}
