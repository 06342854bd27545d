package uk.candour.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.candour.characteristics.ResidentsOfGroup;
import uk.candour.record.InputFile;
import uk.candour.record.Scope;

/// The files of residents that were read into the record; the latest reading counts.
final class ResidentsLoads {

  private static final String BEGIN =
      """
      insert into residents_load (digest, act)
      select ?, id
      from act
      where reference = ?
      returning id
      """;

  private static final String FIND = "select 1 from residents_load where digest = ?";

  private static final String PUT_FILE =
      "insert into residents_file (load, position, name, sha256, rows) values (?, ?, ?, ?, ?)";

  private static final String PUT_TOTAL =
      """
      insert into residents_total (load, position, area, year, age_from, age_to, count)
      values (?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String PUT_GROUP =
      """
      insert into residents_of_group (load, position, area, year, age_from, age_to, sex, group_name, count)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String LATEST =
      "select id, act from residents_load order by id desc limit 1";

  private static final String FILES =
      "select name, sha256, rows from residents_file where load = ? order by position";

  private static final String TOTALS =
      """
      select area, year, age_from, age_to, count
      from residents_total
      where load = ?
      order by position
      """;

  private static final String GROUPS =
      """
      select area, year, age_from, age_to, sex, group_name, count
      from residents_of_group
      where load = ?
      order by position
      """;

  private ResidentsLoads() {}

  /// A reading of files of residents.
  record Load(
      @Nullable UUID act,
      List<InputFile> files,
      List<Scope.Residents> totals,
      List<ResidentsOfGroup> groups) {}

  static boolean isThere(Connection connection, String digest) throws SQLException {
    try (PreparedStatement find = connection.prepareStatement(FIND)) {
      find.setString(1, digest);
      try (ResultSet row = find.executeQuery()) {
        return row.next();
      }
    }
  }

  static void put(Connection connection, String digest, String reference, Load load)
      throws SQLException {
    int id;
    try (PreparedStatement insert = connection.prepareStatement(BEGIN)) {
      insert.setString(1, digest);
      insert.setString(2, reference);
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        id = row.getInt(1);
      }
    }
    try (PreparedStatement insert = connection.prepareStatement(PUT_FILE)) {
      for (int i = 0; i < load.files().size(); i++) {
        InputFile file = load.files().get(i);
        insert.setInt(1, id);
        insert.setInt(2, i);
        insert.setString(3, file.file());
        insert.setString(4, file.sha256());
        insert.setInt(5, file.rows());
        insert.addBatch();
      }
      insert.executeBatch();
    }
    try (PreparedStatement insert = connection.prepareStatement(PUT_TOTAL)) {
      for (int i = 0; i < load.totals().size(); i++) {
        Scope.Residents total = load.totals().get(i);
        insert.setInt(1, id);
        insert.setInt(2, i);
        insert.setString(3, total.area());
        insert.setInt(4, total.year());
        insert.setInt(5, total.ageFrom());
        insert.setInt(6, total.ageTo());
        insert.setLong(7, total.count());
        insert.addBatch();
      }
      insert.executeBatch();
    }
    try (PreparedStatement insert = connection.prepareStatement(PUT_GROUP)) {
      for (int i = 0; i < load.groups().size(); i++) {
        ResidentsOfGroup group = load.groups().get(i);
        insert.setInt(1, id);
        insert.setInt(2, i);
        insert.setString(3, group.area());
        insert.setInt(4, group.year());
        insert.setInt(5, group.ageFrom());
        insert.setInt(6, group.ageTo());
        insert.setString(7, group.sex());
        insert.setString(8, group.group());
        insert.setLong(9, group.count());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /// The latest reading, as a role that may select groups sees it; one of nothing where there is
  /// none.
  static Load latest(Connection connection) throws SQLException {
    int id;
    UUID act;
    try (PreparedStatement select = connection.prepareStatement(LATEST);
        ResultSet row = select.executeQuery()) {
      if (!row.next()) {
        return new Load(null, List.of(), List.of(), List.of());
      }
      id = row.getInt("id");
      act = row.getObject("act", UUID.class);
    }
    List<InputFile> files = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(FILES)) {
      select.setInt(1, id);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          files.add(
              new InputFile(
                  "population",
                  row.getString("name"),
                  row.getString("sha256"),
                  row.getInt("rows")));
        }
      }
    }
    List<Scope.Residents> totals = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(TOTALS)) {
      select.setInt(1, id);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          totals.add(
              new Scope.Residents(
                  row.getString("area"),
                  row.getInt("year"),
                  row.getInt("age_from"),
                  row.getInt("age_to"),
                  row.getLong("count")));
        }
      }
    }
    List<ResidentsOfGroup> groups = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(GROUPS)) {
      select.setInt(1, id);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          groups.add(
              new ResidentsOfGroup(
                  row.getString("area"),
                  row.getInt("year"),
                  row.getInt("age_from"),
                  row.getInt("age_to"),
                  row.getString("sex"),
                  row.getString("group_name"),
                  row.getLong("count")));
        }
      }
    }
    return new Load(act, files, totals, groups);
  }
}
