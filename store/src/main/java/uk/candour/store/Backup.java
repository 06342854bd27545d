package uk.candour.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import uk.candour.intake.RecordKeeper.Copy;
import uk.candour.ledger.Disk;
import uk.candour.ledger.Edge;
import uk.candour.ledger.LogFolder;

/// A copy of the record: every table as it was at one moment, the log's folder, and a manifest with
/// the SHA-256 of each file. Keys are never in it: whoever has the copy alone can read nothing.
///
/// Tables are copied in one snapshot, so the copy is a state the record was in; while it is made
/// the record goes on. The log's folder is copied afterwards, and so holds at least that state. The
/// file of released checkpoints is not brought back: it is what finds out an older copy.
final class Backup {

  private static final String MANIFEST = "manifest";
  private static final String HEAD = "candour backup 1";

  private static final String TABLES =
      """
      select table_name
      from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE'
      order by table_name
      """;

  private static final String REFERENCES =
      """
      select distinct child.relname as child, parent.relname as parent
      from pg_constraint
      join pg_class child on child.oid = conrelid
      join pg_class parent on parent.oid = confrelid
      join pg_namespace on pg_namespace.oid = child.relnamespace
      where contype = 'f' and nspname = 'public'
      """;

  private static final String COLUMNS =
      """
      select column_name, is_identity
      from information_schema.columns
      where table_schema = 'public' and table_name = ? and is_generated = 'NEVER'
      order by ordinal_position
      """;

  private Backup() {}

  /// Copies the record of a folder and reads the copy again.
  ///
  /// @param to a folder that is not there yet, or is empty
  static Copy make(DataFolder data, Path to) throws IOException, SQLException {
    makeEmpty(to);
    Map<String, String> sums = new TreeMap<>();
    long size = copyTables(data.database().owner(), to, sums);
    copyTree(data.log(), to, "log", sums);
    write(to.resolve(MANIFEST), manifest(size, sums));
    return verify(to);
  }

  private static void makeEmpty(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var there = Files.list(folder)) {
        if (there.findAny().isPresent()) {
          throw new FileAlreadyExistsException(folder + " is not empty");
        }
      }
    }
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  private static long copyTables(Login owner, Path to, Map<String, String> sums)
      throws IOException, SQLException {
    Path tables = Files.createDirectory(to.resolve("tables"));
    try (Connection connection = owner.connect()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      CopyManager copying = connection.unwrap(PGConnection.class).getCopyAPI();
      for (String table : tables(connection)) {
        Path file = tables.resolve(table);
        try (var out = new Summing(Files.newOutputStream(file))) {
          copying.copyOut(
              "copy (select "
                  + columns(connection, table)
                  + " from "
                  + quoted(table)
                  + ") to stdout (format binary)",
              out);
          sums.put("tables/" + table, out.sum());
        }
      }
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("select size from log_head")) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(TABLES);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        tables.add(row.getString(1));
      }
    }
    return tables;
  }

  private static String columns(Connection connection, String table) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(COLUMNS)) {
      select.setString(1, table);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          columns.add(quoted(row.getString(1)));
        }
      }
    }
    return String.join(", ", columns);
  }

  private static void copyTree(Path from, Path to, String name, Map<String, String> sums)
      throws IOException {
    try (var paths = Files.walk(from)) {
      for (Path path : paths.sorted().toList()) {
        String relative = from.relativize(path).toString().replace('\\', '/');
        Path target = to.resolve(name).resolve(relative);
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else if (!relative.endsWith(".new")) {
          try (var out = new Summing(Files.newOutputStream(target));
              InputStream in = Files.newInputStream(path)) {
            in.transferTo(out);
            sums.put(name + "/" + relative, out.sum());
          } catch (java.nio.file.NoSuchFileException e) {
            // A partial tile whose full one has come since: the full one is copied or will be.
            Files.deleteIfExists(target);
          }
        }
      }
    }
  }

  private static String manifest(long size, Map<String, String> sums) {
    var text = new StringBuilder(HEAD).append('\n').append("log ").append(size).append('\n');
    sums.forEach((file, sum) -> text.append(sum).append("  ").append(file).append('\n'));
    return text.toString();
  }

  private static void write(Path file, String text) throws IOException {
    Postgres.writeSecret(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /// Reads a copy again: every file is there and is what it was, nothing else is there, and the
  /// log's folder holds a tree of the size that the tables have.
  ///
  /// @throws IOException naming the first that is wrong
  static Copy verify(Path from) throws IOException {
    List<String> lines = Files.readAllLines(from.resolve(MANIFEST));
    if (lines.size() < 2 || !lines.get(0).equals(HEAD) || !lines.get(1).startsWith("log ")) {
      throw new IOException(from.resolve(MANIFEST) + " is not the manifest of a copy");
    }
    long size = Long.parseLong(lines.get(1).substring(4));
    long bytes = 0;
    Map<String, String> sums = new TreeMap<>();
    for (String line : lines.subList(2, lines.size())) {
      String name = line.substring(66);
      Path file = from.resolve(name).normalize();
      if (!file.startsWith(from) || !Files.isRegularFile(file)) {
        throw new IOException("the copy lacks " + name);
      }
      String sum = sum(file);
      if (!sum.equals(line.substring(0, 64))) {
        throw new IOException(
            name
                + " is not what was copied: its SHA-256 is "
                + sum
                + ", expected "
                + line.substring(0, 64));
      }
      bytes += Files.size(file);
      sums.put(name, sum);
    }
    try (var paths = Files.walk(from)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = from.relativize(path).toString().replace('\\', '/');
        if (!sums.containsKey(name) && !name.equals(MANIFEST)) {
          throw new IOException(name + " is in the copy and not in its manifest");
        }
      }
    }
    if (size > 0) {
      Edge edge = new LogFolder(from.resolve("log"), Disk.REAL).edge(size);
      if (edge.size() != size) {
        throw new IOException("the copy's log does not hold " + size + " entries");
      }
    }
    return new Copy(size, sums.size(), bytes);
  }

  private static String sum(Path file) throws IOException {
    try (var in = new DigestInputStream(Files.newInputStream(file), sha256())) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  /// A stream that knows the sum of what went through.
  private static final class Summing extends DigestOutputStream {

    Summing(OutputStream out) {
      super(new BufferedOutputStream(out, 1 << 16), sha256());
    }

    String sum() {
      return HexFormat.of().formatHex(getMessageDigest().digest());
    }
  }

  /// Brings the tables and the log of a copy into a record that is new and empty.
  static Copy restore(Path from, DataFolder data) throws IOException, SQLException {
    Copy copy = verify(from);
    try (Connection connection = data.database().owner().connect()) {
      connection.setAutoCommit(false);
      CopyManager copying = connection.unwrap(PGConnection.class).getCopyAPI();
      for (String table : parentsFirst(connection)) {
        Path file = from.resolve("tables").resolve(table);
        if (!Files.exists(file) || table.endsWith("_migrations")) {
          continue;
        }
        if (!table.equals("log_head") && hasRows(connection, table)) {
          throw new FileAlreadyExistsException("the record at this place is not empty: " + table);
        }
        try (Statement statement = connection.createStatement()) {
          statement.execute("delete from " + quoted(table));
        }
        try (InputStream in = Files.newInputStream(file)) {
          copying.copyIn(
              "copy "
                  + quoted(table)
                  + " ("
                  + columns(connection, table)
                  + ") from stdin (format binary)",
              in);
        }
        goOnCounting(connection, table);
      }
      connection.commit();
    }
    if (Files.exists(data.log())) {
      throw new FileAlreadyExistsException("there is a log at " + data.log());
    }
    copyBack(from.resolve("log"), data.log());
    return copy;
  }

  private static boolean hasRows(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select exists (select from " + quoted(table) + ")")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  /// Sets the counters of identity columns past what was brought back.
  private static void goOnCounting(Connection connection, String table) throws SQLException {
    List<String> identities = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(COLUMNS)) {
      select.setString(1, table);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          if (row.getString("is_identity").equals("YES")) {
            identities.add(row.getString("column_name"));
          }
        }
      }
    }
    for (String column : identities) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            "select setval(pg_get_serial_sequence('"
                + quoted(table)
                + "', '"
                + column
                + "'), coalesce(max("
                + quoted(column)
                + "), 0) + 1, false) from "
                + quoted(table));
      }
    }
  }

  /// The tables, each after those that it refers to.
  private static List<String> parentsFirst(Connection connection) throws SQLException {
    List<String> left = new ArrayList<>(tables(connection));
    Map<String, List<String>> parents = new TreeMap<>();
    try (PreparedStatement select = connection.prepareStatement(REFERENCES);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        parents
            .computeIfAbsent(row.getString("child"), _ -> new ArrayList<>())
            .add(row.getString("parent"));
      }
    }
    List<String> sorted = new ArrayList<>();
    while (!left.isEmpty()) {
      List<String> next =
          left.stream()
              .filter(table ->
                  parents.getOrDefault(table, List.of()).stream()
                      .allMatch(parent -> parent.equals(table) || sorted.contains(parent)))
              .toList();
      if (next.isEmpty()) {
        throw new SQLException("tables refer to one another in a circle: " + left);
      }
      sorted.addAll(next);
      left.removeAll(next);
    }
    return sorted;
  }

  private static void copyBack(Path from, Path to) throws IOException {
    try (var paths = Files.walk(from)) {
      for (Path path : paths.sorted().toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  /// Copies the files of keys from one folder to another that is not there yet.
  static void copyKeys(Path from, Path to) throws IOException {
    makeEmpty(to);
    try (var files = Files.list(from)) {
      for (Path file : files.sorted().toList()) {
        Path name = file.getFileName();
        if (name != null) {
          Postgres.writeSecret(to.resolve(name.toString()), Files.readAllBytes(file));
        }
      }
    }
  }

  /// Whether a folder holds keys.
  static boolean hasKeys(@Nullable Path folder) {
    return folder != null && Files.exists(folder.resolve("root.key"));
  }
}
