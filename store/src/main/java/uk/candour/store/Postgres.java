package uk.candour.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/// A PostgreSQL server of our own, with its data in a folder, listening on the loopback address
/// alone.
///
/// The programs come unpacked from the build's own dependencies. The server refuses to run as root,
/// so a process of root starts it in a user namespace of its own, or, where these are forbidden, as
/// the user 65534. It ends with the process that started it, by whatever signal; one that was left
/// behind is stopped before a new one starts, and one that dies by itself is started again. `fsync`
/// and `synchronous_commit` stay on, as they are by default.
final class Postgres implements AutoCloseable {

  /// The name of the owner of everything, who is a superuser.
  static final String OWNER = "candour";

  private static final String VERSION = "18.6.0";
  private static final int READY_LINES = 8;
  private static final long MILLIS_BETWEEN_STARTS = 200;
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final int port;
  private final @Nullable Keeping keeping;

  private Postgres(int port, @Nullable Keeping keeping) {
    this.port = port;
    this.keeping = keeping;
  }

  /// Starts the server of a folder, and makes its data where there is none.
  ///
  /// @param folder holds the programs and the data; whoever calls has it for himself
  /// @param password the owner's
  static Postgres start(Path folder, String password) throws IOException {
    Home home = Home.of(folder);
    home.stopOrphan();
    if (!Files.exists(home.data())) {
      home.initialize(password);
    }
    long until = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      var keeping = new Keeping(home, freePort());
      boolean ready = false;
      try {
        ready = home.awaitReady(keeping.begin());
      } finally {
        if (!ready) {
          keeping.close();
        }
      }
      if (ready) {
        return new Postgres(keeping.port, keeping);
      }
      // Processes of a server that was killed hold its memory for a moment longer, and the port may
      // have been taken in between: neither lasts.
      if (System.nanoTime() > until) {
        throw new IOException("PostgreSQL does not start; see " + home.log());
      }
      Home.pause(MILLIS_BETWEEN_STARTS);
    }
  }

  /// The server that another process has running in a folder, or null where there is none.
  static @Nullable Postgres running(Path folder) throws IOException {
    List<String> lines = Home.of(folder).pidLines();
    if (lines.size() < READY_LINES || !lines.get(7).strip().equals("ready")) {
      return null;
    }
    return new Postgres(Integer.parseInt(lines.get(3).strip()), null);
  }

  String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /// Stops the server, if it is ours, without waiting for those who are connected.
  @Override
  public void close() throws IOException {
    if (keeping != null) {
      keeping.close();
    }
  }

  /// The pid of the server's first process; for tests that kill it.
  long pid() {
    return keeping == null ? -1 : keeping.process().pid();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /// Keeps the server of a folder running until it is closed: one that ends by itself, or is
  /// killed, is started again at the same port, and recovers what it had committed.
  private static final class Keeping implements AutoCloseable {

    private final Home home;
    private final int port;
    private final CompletableFuture<Process> first = new CompletableFuture<>();
    private @Nullable Process process;
    private boolean closed;

    Keeping(Home home, int port) {
      this.home = home;
      this.port = port;
    }

    /// Starts the server. It ends when the thread that started it does, so that thread lives as
    /// long as this process.
    Process begin() throws IOException {
      Thread.ofPlatform().name("postgres").daemon().start(this::keep);
      try {
        return first.join();
      } catch (CompletionException e) {
        throw new IOException("PostgreSQL cannot be started in " + home.folder(), e);
      }
    }

    private void keep() {
      while (true) {
        try {
          Process started = another();
          if (started == null) {
            return;
          }
          first.complete(started);
          started.waitFor();
        } catch (IOException e) {
          if (first.completeExceptionally(e)) {
            return;
          }
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(MILLIS_BETWEEN_STARTS));
      }
    }

    private synchronized @Nullable Process another() throws IOException {
      if (!closed) {
        process = home.launch(port);
        return process;
      }
      return null;
    }

    synchronized Process process() {
      Process now = process;
      if (now == null) {
        throw new IllegalStateException("the server was not started");
      }
      return now;
    }

    @Override
    public void close() throws IOException {
      Process last;
      synchronized (this) {
        closed = true;
        last = process;
      }
      if (last == null) {
        return;
      }
      home.stop();
      try {
        if (!last.waitFor(30, TimeUnit.SECONDS)) {
          last.destroyForcibly();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// The folder of a server.
  ///
  /// @param programs the folder of `postgres`, `initdb` and `pg_ctl`
  /// @param before what stands before each program, so that it does not run as root
  private record Home(Path folder, Path programs, List<String> before) {

    private static final String DIRECT = "direct";
    private static final String NAMESPACE = "namespace";
    private static final String NOBODY = "nobody";

    static Home of(Path folder) throws IOException {
      Files.createDirectories(folder);
      Path programs = unpacked(folder);
      return new Home(folder, programs.resolve("bin"), before(folder));
    }

    Path data() {
      return folder.resolve("data");
    }

    /// How to run a program: as we are; as root, in a user namespace; or as nobody. What was chosen
    /// when the data was made stays, since data made one way cannot be read the other.
    private static List<String> before(Path folder) throws IOException {
      Path remembered = folder.resolve("started-as");
      String how;
      if (Files.exists(remembered)) {
        how = Files.readString(remembered).strip();
      } else {
        how = chosen();
        Files.writeString(remembered, how + "\n");
      }
      List<String> alone = isLinux() ? List.of("setsid") : List.of();
      return switch (how) {
        case NAMESPACE -> join(alone, "unshare", "-U", "setpriv", "--pdeathsig", "INT");
        case NOBODY -> {
          run(List.of("chown", "-R", "65534:65534", folder.toString()));
          yield join(
              alone,
              "setpriv",
              "--reuid=65534",
              "--regid=65534",
              "--clear-groups",
              "--pdeathsig",
              "INT");
        }
        default -> isLinux() ? join(alone, "setpriv", "--pdeathsig", "INT") : List.of();
      };
    }

    private static boolean isLinux() {
      return Files.isDirectory(Path.of("/proc/self"));
    }

    private static String chosen() throws IOException {
      if (!isLinux()) {
        return DIRECT;
      }
      boolean root =
          Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
      boolean named = !"?".equals(System.getProperty("user.name"));
      if (!root && named) {
        return DIRECT;
      }
      return run(List.of("unshare", "-U", "true")) == 0 ? NAMESPACE : NOBODY;
    }

    /// Where the programs lie; they are unpacked the first time.
    private static Path unpacked(Path folder) throws IOException {
      Path programs = folder.resolve("server-" + VERSION);
      if (Files.isDirectory(programs)) {
        return programs;
      }
      Path fresh = Files.createTempDirectory(folder, "unpacking");
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
      String name = "/postgres-" + platform() + ".txz";
      try (InputStream packed = Postgres.class.getResourceAsStream(name)) {
        if (packed == null) {
          throw new IOException(
              "PostgreSQL's programs for " + platform() + " are not here; name a server's URL");
        }
        unpack(packed, fresh);
      }
      try {
        Files.move(fresh, programs, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        if (!Files.isDirectory(programs)) {
          throw e;
        }
      }
      return programs;
    }

    private static String platform() {
      String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
      String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
      boolean arm = arch.equals("aarch64");
      String name = os.contains("mac") ? "darwin" : os.contains("win") ? "windows" : "linux";
      return name + "-" + (arm ? "arm_64" : "x86_64");
    }

    private static void unpack(InputStream packed, Path to) throws IOException {
      try (var tar =
          new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed, 1 << 16)))) {
        for (TarArchiveEntry entry = tar.getNextEntry();
            entry != null;
            entry = tar.getNextEntry()) {
          Path path = to.resolve(entry.getName()).normalize();
          if (!path.startsWith(to)) {
            throw new IOException(entry.getName() + " leads out of the folder");
          }
          if (entry.isDirectory()) {
            Files.createDirectories(path);
            continue;
          }
          Path parent = path.getParent();
          if (parent != null) {
            Files.createDirectories(parent);
          }
          if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
          } else {
            Files.copy(tar, path);
            boolean runs = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                path, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
          }
        }
      }
    }

    /// Makes the data aside and moves it into its place, so that what was made by half is never
    /// taken for a record.
    void initialize(String password) throws IOException {
      Path fresh = folder.resolve("data.making");
      deleteTree(fresh);
      Path secret = Files.createTempFile(folder, "secret", "");
      try {
        Files.writeString(secret, password + "\n");
        if (before.contains("--reuid=65534")) {
          run(List.of("chown", "65534:65534", secret.toString()));
        }
        var command = new ArrayList<>(before);
        command.addAll(
            List.of(
                programs.resolve("initdb").toString(),
                "-D",
                fresh.toString(),
                "-U",
                OWNER,
                "-A",
                "scram-sha-256",
                "--pwfile",
                secret.toString(),
                "-E",
                "UTF8",
                "--locale-provider=builtin",
                "--locale=C.UTF-8"));
        if (run(command, folder.resolve("initdb.log")) != 0) {
          throw new IOException(
              "PostgreSQL's data cannot be made; see " + folder.resolve("initdb.log"));
        }
      } finally {
        Files.delete(secret);
      }
      Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    Process launch(int port) throws IOException {
      var command = new ArrayList<>(before);
      command.addAll(
          List.of(
              programs.resolve("postgres").toString(),
              "-D",
              data().toString(),
              "-p",
              String.valueOf(port),
              "-c",
              "listen_addresses=127.0.0.1",
              "-c",
              "unix_socket_directories=",
              "-c",
              "max_wal_size=4GB",
              "-c",
              "log_min_messages=warning",
              "-c",
              "log_min_error_statement=panic"));
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(Redirect.appendTo(log().toFile()))
          .start();
    }

    Path log() {
      return folder.resolve("server.log");
    }

    /// Whether a server that was launched takes connections; false where it ended instead.
    boolean awaitReady(Process process) throws IOException {
      long until = System.nanoTime() + PATIENCE_NANOS;
      String pid = String.valueOf(process.pid());
      while (System.nanoTime() < until) {
        List<String> lines = pidLines();
        if (lines.size() >= READY_LINES
            && lines.get(0).strip().equals(pid)
            && lines.get(7).strip().equals("ready")) {
          return true;
        }
        if (!process.isAlive()) {
          return false;
        }
        pause(10);
      }
      process.destroyForcibly();
      throw new IOException("PostgreSQL is not ready; see " + log());
    }

    List<String> pidLines() throws IOException {
      try {
        return Files.readAllLines(data().resolve("postmaster.pid"));
      } catch (NoSuchFileException e) {
        return List.of();
      }
    }

    /// Stops a server that a process before us left behind in this folder, and waits until none of
    /// its processes holds the data.
    void stopOrphan() throws IOException {
      List<String> lines = pidLines();
      if (lines.isEmpty() || !isOurs(lines.get(0).strip())) {
        return;
      }
      stop();
      long until = System.nanoTime() + PATIENCE_NANOS;
      while (isOurs(lines.get(0).strip()) && System.nanoTime() < until) {
        pause(10);
      }
    }

    /// Whether a pid is that of a server of this folder: after the machine started again it may be
    /// anybody's.
    private boolean isOurs(String pid) throws IOException {
      if (!isLinux()) {
        return true;
      }
      try {
        byte[] line = Files.readAllBytes(Path.of("/proc", pid, "cmdline"));
        return Arrays.asList(new String(line, java.nio.charset.StandardCharsets.UTF_8).split("\0"))
            .contains(data().toString());
      } catch (NoSuchFileException e) {
        return false;
      } catch (IOException e) {
        return !Files.isDirectory(Path.of("/proc", pid)) ? false : fail(e);
      }
    }

    private static boolean fail(IOException e) throws IOException {
      throw e;
    }

    void stop() throws IOException {
      var command = new ArrayList<>(before);
      command.addAll(
          List.of(
              programs.resolve("pg_ctl").toString(),
              "stop",
              "-D",
              data().toString(),
              "-m",
              "fast",
              "-w",
              "-t",
              "60"));
      run(command);
    }

    private static List<String> join(List<String> first, String... rest) {
      var all = new ArrayList<>(first);
      all.addAll(List.of(rest));
      return List.copyOf(all);
    }

    private static int run(List<String> command) throws IOException {
      return waited(
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(Redirect.DISCARD)
              .start());
    }

    private static int run(List<String> command, Path log) throws IOException {
      return waited(
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(Redirect.to(log.toFile()))
              .start());
    }

    private static int waited(Process process) {
      try {
        return process.waitFor();
      } catch (InterruptedException e) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
        return -1;
      }
    }

    private static void pause(long millis) throws IOException {
      try {
        Thread.sleep(millis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while waiting for PostgreSQL", e);
      }
    }
  }

  static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /// Options for a file that its owner alone can read.
  static void writeSecret(Path file, byte[] bytes) throws IOException {
    Set<StandardOpenOption> options =
        EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try (var channel = java.nio.channels.FileChannel.open(file, options, owner)) {
      var buffer = java.nio.ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }
}
