package uk.candour.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Data folders for tests: one server a run, with real settings, and a fresh database a folder.
final class Folders {

  private static final AtomicInteger NEXT = new AtomicInteger();
  private static @Nullable Postgres server;

  private Folders() {}

  /// A folder with an empty database of its own.
  static DataFolder fresh(Path folder) throws IOException, Unavailable {
    return DataFolder.open(folder, freshUrl());
  }

  /// The URL of an empty database, with the owner's user and password.
  static String freshUrl() throws IOException {
    Login owner = owner();
    String name = "test_" + NEXT.incrementAndGet();
    try (Connection connection = owner.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IOException(e);
    }
    return owner.url().replaceAll("/postgres$", "/" + name)
        + "?user="
        + owner.user()
        + "&password="
        + owner.password();
  }

  private static synchronized Login owner() throws IOException {
    String password = "for-tests-alone";
    Postgres running = server;
    if (running == null) {
      Path folder = Files.createTempDirectory("candour-store-tests");
      Postgres started = Postgres.start(folder, password);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(() -> {
                try {
                  started.close();
                  Postgres.deleteTree(folder);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              }));
      server = started;
      running = started;
    }
    return new Login(running.url("postgres"), Postgres.OWNER, password);
  }
}
