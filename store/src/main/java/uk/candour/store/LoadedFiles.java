package uk.candour.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The files that were read into the record.
final class LoadedFiles {

  private static final String ALL =
      """
      select file.id, file.source, file.name, file.sha256,
             ended.rows, ended.sheet, ended.malformed, ended.test, ended.without_entry, ended.act
      from loaded_file file
      join loaded_file_end ended on ended.file = file.id
      order by file.source, file.id
      """;

  private static final String BEGIN =
      """
      insert into loaded_file (source, name, sha256)
      values (?, ?, ?)
      on conflict (source, sha256) do nothing
      """;

  private static final String FIND = "select id from loaded_file where source = ? and sha256 = ?";

  private static final String END =
      """
      insert into loaded_file_end (file, rows, sheet, malformed, test, without_entry, act)
      select ?, ?, ?, ?, ?, ?, id
      from act
      where reference = ?
      """;

  private LoadedFiles() {}

  /// A file all of whose rows are in the record.
  ///
  /// @param act the act of the loading
  record Loaded(
      int id,
      int source,
      String name,
      String sha256,
      int rows,
      String sheet,
      int malformed,
      int test,
      int withoutEntry,
      UUID act) {}

  /// Those that are there as a whole, source by source in the order in which they came.
  static List<Loaded> all(Connection connection) throws SQLException {
    List<Loaded> all = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(ALL);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        all.add(
            new Loaded(
                row.getInt("id"),
                row.getInt("source"),
                row.getString("name"),
                row.getString("sha256"),
                row.getInt("rows"),
                row.getString("sheet"),
                row.getInt("malformed"),
                row.getInt("test"),
                row.getInt("without_entry"),
                row.getObject("act", UUID.class)));
      }
    }
    return all;
  }

  /// How many rows of its source lie before each file.
  static Map<Integer, Integer> rowsBefore(Connection connection) throws SQLException {
    Map<Integer, Integer> before = new HashMap<>();
    Map<Integer, Integer> sum = new HashMap<>();
    for (Loaded file : all(connection)) {
      before.put(file.id(), sum.getOrDefault(file.source(), 0));
      sum.merge(file.source(), file.rows(), Integer::sum);
    }
    return before;
  }

  /// The file with these bytes, if all of it is there.
  static @Nullable Loaded find(Connection connection, int source, String sha256)
      throws SQLException {
    return all(connection).stream()
        .filter(file -> file.source() == source && file.sha256().equals(sha256))
        .findFirst()
        .orElse(null);
  }

  /// Puts a file down, or finds one that was begun, and gives its number.
  static int begin(Connection connection, int source, String name, String sha256)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(BEGIN)) {
      insert.setInt(1, source);
      insert.setString(2, name);
      insert.setString(3, sha256);
      insert.executeUpdate();
    }
    try (PreparedStatement find = connection.prepareStatement(FIND)) {
      find.setInt(1, source);
      find.setString(2, sha256);
      try (ResultSet row = find.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  /// Puts down that all of a file is there.
  ///
  /// @param reference that of the act of the loading
  static void end(
      Connection connection,
      int file,
      int rows,
      String sheet,
      int malformed,
      int test,
      int withoutEntry,
      String reference)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(END)) {
      insert.setInt(1, file);
      insert.setInt(2, rows);
      insert.setString(3, sheet);
      insert.setInt(4, malformed);
      insert.setInt(5, test);
      insert.setInt(6, withoutEntry);
      insert.setString(7, reference);
      if (insert.executeUpdate() != 1) {
        throw new SQLException("the act " + reference + " of the loading is not there");
      }
    }
  }
}
