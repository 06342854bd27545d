package uk.candour.server;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import uk.candour.store.Login;
import uk.candour.store.RefusesToSign;
import uk.candour.store.Unavailable;

/// A service of its own over an empty database of its own, in the town's server: for tests that
/// count what is there, or take something away from it.
final class Apart implements AutoCloseable {

  private static final AtomicInteger NEXT = new AtomicInteger();

  final Serve.Running running;
  final Path data;
  private final String name;

  private Apart(Serve.Running running, Path data, String name) {
    this.running = running;
    this.data = data;
    this.name = name;
  }

  /// @param data the service's data folder, which is made
  static Apart start(Path data) throws SQLException, IOException, Unavailable, RefusesToSign {
    String name = "apart_" + NEXT.incrementAndGet();
    try (Connection town = DriverManager.getConnection(url("candour"))) {
      execute(town, "create database " + name);
    }
    var settings = new Settings(0, "127.0.0.1", data, url(name), false, 1, "X08000002", "", false);
    return new Apart(Serve.start(settings), data, name);
  }

  private static Login owner() {
    return Town.get().running.folder().database().owner();
  }

  /// The JDBC URL of a database with the owner's user and password.
  private static String url(String database) {
    String base = owner().url();
    return base.substring(0, base.lastIndexOf('/') + 1)
        + (database.equals("candour") ? base.substring(base.lastIndexOf('/') + 1) : database)
        + "?user="
        + owner().user()
        + "&password="
        + owner().password();
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  String database() {
    return url(name);
  }

  Town.Visitor visitor() {
    return new Town.Visitor("http://127.0.0.1:" + running.port());
  }

  /// Holds a table until the connection is closed: who wants to write to it waits, who reads does
  /// not.
  Connection hold(String table) throws SQLException {
    Connection holder = DriverManager.getConnection(url(name));
    holder.setAutoCommit(false);
    execute(holder, "lock table " + table + " in exclusive mode");
    return holder;
  }

  /// Takes the database away from everybody who is connected, and lets nobody in.
  void databaseGoes() throws SQLException {
    try (Connection town = DriverManager.getConnection(url("candour"))) {
      execute(town, "alter database " + name + " with allow_connections false");
      execute(
          town,
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
    }
  }

  void databaseComesBack() throws SQLException {
    try (Connection town = DriverManager.getConnection(url("candour"))) {
      execute(town, "alter database " + name + " with allow_connections true");
    }
  }

  @Override
  public void close() throws IOException {
    running.close();
  }
}
