package uk.candour.store;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a record is kept on this machine: the folder that every command calls DIR.
///
/// `pg/` is the database, unless a server's URL is given; `log/` the log in the layout it is served
/// in; `keys/` the keys, readable by their owner alone and never part of a copy of the database;
/// `released-checkpoints` what the log ever vouched for. One process at a time runs the database; a
/// second one joins it.
public final class DataFolder implements AutoCloseable {

  private static final String DATABASE = "candour";

  private final Path folder;
  private final Keys keys;
  private final Database database;
  private final @Nullable Postgres postgres;
  private final @Nullable FileChannel lock;

  private DataFolder(
      Path folder,
      Keys keys,
      Database database,
      @Nullable Postgres postgres,
      @Nullable FileChannel lock) {
    this.folder = folder;
    this.keys = keys;
    this.database = database;
    this.postgres = postgres;
    this.lock = lock;
  }

  /// Opens a folder, or makes it, and starts its database where nobody has.
  ///
  /// @param url the JDBC URL of a server to use instead, with the owner's user and password, or
  ///   null
  /// @throws Unavailable where the database cannot be reached
  public static DataFolder open(Path folder, @Nullable String url) throws IOException, Unavailable {
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path absolute = folder.toRealPath();
    Keys keys = Keys.in(absolute.resolve("keys"));
    if (url != null) {
      return new DataFolder(absolute, keys, opened(owner(url), keys), null, null);
    }
    String password = keys.password("owner");
    FileChannel lock = lock(absolute);
    Postgres postgres = null;
    try {
      postgres =
          lock == null
              ? Postgres.running(absolute.resolve("pg"))
              : Postgres.start(absolute.resolve("pg"), password);
      if (postgres == null) {
        throw new Unavailable(
            "another command has " + folder + " and its database is not ready; try again");
      }
      makeDatabase(new Login(postgres.url("postgres"), Postgres.OWNER, password));
      Database database = opened(new Login(postgres.url(DATABASE), Postgres.OWNER, password), keys);
      return new DataFolder(absolute, keys, database, postgres, lock);
    } catch (IOException | Unavailable | RuntimeException e) {
      if (postgres != null) {
        postgres.close();
      }
      if (lock != null) {
        lock.close();
      }
      throw e;
    }
  }

  /// Holds the folder, or null where another process does. The operating system lets go of it when
  /// the process ends, however it ends.
  private static @Nullable FileChannel lock(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      channel.close();
      return null;
    }
    channel.close();
    return null;
  }

  /// The login that a URL names: `jdbc:postgresql://host:port/database?user=...&password=...`.
  private static Login owner(String url) throws Unavailable {
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new Unavailable(
          "the URL should begin with jdbc:postgresql:, as in"
              + " jdbc:postgresql://host:port/database?user=...&password=...");
    }
    String user = System.getProperty("user.name");
    String password = "";
    int question = url.indexOf('?');
    List<String> others = new ArrayList<>();
    if (question >= 0) {
      for (String setting : url.substring(question + 1).split("&", -1)) {
        if (setting.startsWith("user=")) {
          user = URLDecoder.decode(setting.substring(5), StandardCharsets.UTF_8);
        } else if (setting.startsWith("password=")) {
          password = URLDecoder.decode(setting.substring(9), StandardCharsets.UTF_8);
        } else if (!setting.isEmpty()) {
          others.add(setting);
        }
      }
    }
    String plain = question < 0 ? url : url.substring(0, question);
    return new Login(
        others.isEmpty() ? plain : plain + "?" + String.join("&", others), user, password);
  }

  private static Database opened(Login owner, Keys keys) throws IOException, Unavailable {
    try {
      return Database.open(owner, keys);
    } catch (SQLException e) {
      throw new Unavailable("the database at " + owner.url() + " cannot be opened", e);
    }
  }

  private static void makeDatabase(Login owner) throws Unavailable {
    try (Connection connection = owner.connect();
        Statement statement = connection.createStatement()) {
      boolean exists;
      try (ResultSet row =
          statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
        exists = row.next();
      }
      if (!exists) {
        statement.execute("create database " + DATABASE);
      }
    } catch (SQLException e) {
      throw new Unavailable("the database cannot be made", e);
    }
  }

  public Database database() {
    return database;
  }

  /// The log's folder, in the layout it is served in.
  public Path log() {
    return folder.resolve("log");
  }

  Path released() {
    return folder.resolve("released-checkpoints");
  }

  Keys keys() {
    return keys;
  }

  Path folder() {
    return folder;
  }

  /// The first process of the database that this process runs, or -1.
  long pid() {
    return postgres == null ? -1 : postgres.pid();
  }

  /// Stops the database, if this process runs it.
  @Override
  public void close() throws IOException {
    if (postgres != null) {
      postgres.close();
    }
    if (lock != null) {
      lock.close();
    }
  }
}
