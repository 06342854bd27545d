package uk.candour.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.candour.record.AgencyKind;
import uk.candour.record.Source;
import uk.candour.record.Span;

/// The sources of the record: those that files were loaded from, and those that agencies write
/// live.
final class Sources {

  private static final String INSERT =
      """
      insert into source (name, agency, kind, area, list, fed_by, covers, extracted, live)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (name) do nothing
      """;

  private static final String FIND = "select id from source where name = ?";

  private static final String ALL =
      """
      select id, name, agency, kind, area, list, fed_by, covers, extracted, live
      from source
      order by id
      """;

  private Sources() {}

  /// A source with its number in the database.
  record Numbered(int id, Source source, boolean live) {}

  /// The source in which an agency's acts of the live record are rows.
  ///
  /// @param since the first day on which it could be written
  static Source live(String agency, AgencyKind kind, String area, LocalDate since) {
    return new Source(
        agency + " (live)",
        agency,
        kind,
        area,
        kind.word(),
        List.of(),
        List.of(new Span(since, LAST_DAY)),
        LAST_DAY);
  }

  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

  /// The number of a source by its name; it is put down where it is new.
  static int numberOf(Connection connection, Source source, boolean live) throws SQLException {
    Integer known = find(connection, source.name());
    if (known != null) {
      return known;
    }
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, source.name());
      insert.setString(2, source.agency());
      insert.setString(3, source.kind().word());
      insert.setString(4, source.area());
      insert.setString(5, source.list());
      insert.setArray(6, texts(connection, source.fedBy()));
      insert.setArray(
          7,
          texts(
              connection,
              source.covers().stream().map(span -> span.from() + "/" + span.to()).toList()));
      insert.setDate(8, Date.valueOf(source.extracted()));
      insert.setBoolean(9, live);
      insert.executeUpdate();
    }
    Integer made = find(connection, source.name());
    if (made == null) {
      throw new SQLException("the source " + source.name() + " was put down and is not there");
    }
    return made;
  }

  static @Nullable Integer find(Connection connection, String name) throws SQLException {
    try (PreparedStatement find = connection.prepareStatement(FIND)) {
      find.setString(1, name);
      try (ResultSet row = find.executeQuery()) {
        return row.next() ? row.getInt(1) : null;
      }
    }
  }

  /// All sources in the order in which they came.
  static List<Numbered> all(Connection connection) throws SQLException {
    List<Numbered> all = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(ALL);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        AgencyKind kind = AgencyKind.ofWord(row.getString("kind"));
        if (kind == null) {
          throw new SQLException("'" + row.getString("kind") + "' is no kind of agency");
        }
        all.add(
            new Numbered(
                row.getInt("id"),
                new Source(
                    row.getString("name"),
                    row.getString("agency"),
                    kind,
                    row.getString("area"),
                    row.getString("list"),
                    texts(row.getArray("fed_by")),
                    texts(row.getArray("covers")).stream().map(Sources::span).toList(),
                    row.getDate("extracted").toLocalDate()),
                row.getBoolean("live")));
      }
    }
    return all;
  }

  private static Span span(String text) {
    int slash = text.indexOf('/');
    return new Span(
        LocalDate.parse(text.substring(0, slash)), LocalDate.parse(text.substring(slash + 1)));
  }

  private static Array texts(Connection connection, List<String> texts) throws SQLException {
    return connection.createArrayOf("text", texts.toArray());
  }

  private static List<String> texts(Array array) throws SQLException {
    return Arrays.asList((String[]) array.getArray());
  }
}
