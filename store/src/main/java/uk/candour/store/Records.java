package uk.candour.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import uk.candour.ledger.Hash;
import uk.candour.record.Source;

/// Reads acts back as the reader's role may: decrypted, without protected values.
final class Records {

  private static final int AT_ONCE = 5000;

  private static final String COLUMNS =
      """
      select log_entry.index, log_entry.source, log_entry.source_row, log_entry.entry,
             act.commitments, act.file, act.file_row,
             act.id, act.reference, act.received_at, act.rest, act.people, act.narrative,
             act.reporter, act_key.wrapped
      from log_entry
      join act on act.id = log_entry.act
      join act_key on act_key.act = act.id
      """;

  private static final String BY_REFERENCE =
      COLUMNS
          + """
          where act.reference = any (?)
          order by log_entry.index
          """;

  private static final String SENT_AS =
      COLUMNS
          + """
          join once on once.act = act.id
          where act.reference = ? and once.key = ? and once.body = ?
          """;

  private static final String FROM =
      COLUMNS
          + """
          where log_entry.index >= ?
          order by log_entry.index
          limit ?
          """;

  private final Connections connections;
  private final Contents contents;

  Records(Connections connections, Contents contents) {
    this.connections = connections;
    this.contents = contents;
  }

  List<Recorded> of(List<String> references) throws SQLException {
    return connections.in(connection -> {
      var around = Around.of(connection);
      List<Recorded> found = new ArrayList<>();
      try (PreparedStatement select = connection.prepareStatement(BY_REFERENCE)) {
        select.setArray(1, connection.createArrayOf("text", references.toArray()));
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            found.add(recorded(row, around));
          }
        }
      }
      return found;
    });
  }

  long stream(long from, Consumer<Recorded> sink) throws SQLException {
    long next = from;
    while (true) {
      long at = next;
      List<Recorded> some =
          connections.in(connection -> {
            var around = Around.of(connection);
            List<Recorded> found = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(FROM)) {
              select.setLong(1, at);
              select.setInt(2, AT_ONCE);
              try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                  found.add(recorded(row, around));
                }
              }
            }
            return found;
          });
      some.forEach(sink);
      next += some.size();
      if (some.size() < AT_ONCE) {
        return next;
      }
    }
  }

  /// What acts refer to: their sources, and how many rows lie before each file in its source.
  private record Around(Map<Integer, Source> sources, Map<Integer, Integer> rowsBefore) {

    static Around of(Connection connection) throws SQLException {
      Map<Integer, Source> sources = new HashMap<>();
      Sources.all(connection).forEach(one -> sources.put(one.id(), one.source()));
      return new Around(sources, LoadedFiles.rowsBefore(connection));
    }
  }

  private Recorded recorded(ResultSet row, Around around) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    Source source = around.sources().get(row.getInt("source"));
    if (source == null) {
      throw new SQLException("act " + id + " is of a source that is not there");
    }
    SecretKey key = contents.key(id, row.getBytes("wrapped"));
    return new Recorded(
        row.getString("reference"),
        row.getTimestamp("received_at").toInstant(),
        row.getLong("index"),
        source,
        row(row, around),
        Parts.written(
            content(id, key, Part.REST, row),
            content(id, key, Part.REPORTER, row),
            content(id, key, Part.PEOPLE, row),
            content(id, key, Part.NARRATIVE, row)));
  }

  private static int row(ResultSet row, Around around) throws SQLException {
    int file = row.getInt("file");
    return row.wasNull()
        ? row.getInt("source_row")
        : around.rowsBefore().getOrDefault(file, 0) + row.getInt("file_row");
  }

  private byte[] content(UUID id, SecretKey key, Part part, ResultSet row) throws SQLException {
    return contents.open(id, key, part, row.getBytes(part.word())).content();
  }

  @Nullable Opening opening(String reference, Once once) throws SQLException {
    return connections.<@Nullable Opening>in(connection -> {
      try (PreparedStatement select = connection.prepareStatement(SENT_AS)) {
        select.setString(1, reference);
        select.setString(2, once.key());
        select.setString(3, once.body());
        try (ResultSet row = select.executeQuery()) {
          if (!row.next()) {
            return null;
          }
          UUID id = row.getObject("id", UUID.class);
          SecretKey key = contents.key(id, row.getBytes("wrapped"));
          byte[] commitments = row.getBytes("commitments");
          List<Opening.Committed> parts = new ArrayList<>();
          for (Part part : Part.values()) {
            int at = part.ordinal() * Hash.LENGTH;
            byte[] commitment = Arrays.copyOfRange(commitments, at, at + Hash.LENGTH);
            if (part == Part.CHARACTERISTICS) {
              parts.add(new Opening.Committed(part.word(), commitment, null, null));
              continue;
            }
            Contents.Opened opened = contents.open(id, key, part, row.getBytes(part.word()));
            parts.add(
                new Opening.Committed(part.word(), commitment, opened.salt(), opened.content()));
          }
          return new Opening(reference, row.getBytes("entry"), parts);
        }
      }
    });
  }
}
