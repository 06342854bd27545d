package uk.candour.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.candour.ledger.InclusionProof;
import uk.candour.ledger.SignedCheckpoint;

/// Entries of the log, and the receipts of acts that were signed. The receipt of an act is always
/// the same: it has the first checkpoint that covers the act.
final class Receipts {

  /// An act in the log.
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  record Numbered(long index, UUID act, String reference, Instant receivedAt, byte[] entry) {}

  private static final String ENTRIES =
      """
      select log_entry.index, log_entry.entry, act.id, act.reference, act.received_at
      from log_entry
      join act on act.id = log_entry.act
      where log_entry.index >= ? and log_entry.index < ?
      order by log_entry.index
      """;

  private static final String OF_ACT =
      """
      select log_entry.index, log_entry.entry, act.id, act.reference, act.received_at
      from log_entry
      join act on act.id = log_entry.act
      where act.id = ?
      """;

  private static final String CHECKPOINT =
      "select note from checkpoint where size > ? order by size limit 1";

  private static final String OF_REFERENCE =
      "select id, reference, received_at from act where reference = ?";

  private final Connections connections;
  private final Log log;

  Receipts(Connections connections, Log log) {
    this.connections = connections;
    this.log = log;
  }

  List<Numbered> entries(Connection connection, long from, long to) throws SQLException {
    List<Numbered> entries = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(ENTRIES)) {
      select.setLong(1, from);
      select.setLong(2, to);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          if (row.getLong("index") != from + entries.size()) {
            throw new SQLException("the log has no entry " + (from + entries.size()));
          }
          entries.add(numbered(row));
        }
      }
    }
    if (entries.size() != to - from) {
      throw new SQLException("the log has no entry " + (from + entries.size()));
    }
    return entries;
  }

  private static Numbered numbered(ResultSet row) throws SQLException {
    return new Numbered(
        row.getLong("index"),
        row.getObject("id", UUID.class),
        row.getString("reference"),
        row.getTimestamp("received_at").toInstant(),
        row.getBytes("entry"));
  }

  /// The receipt of an act, or null while it is not signed.
  @Nullable Receipt find(UUID act) throws SQLException, IOException {
    record Found(Numbered entry, String note) {}
    Found found =
        connections.<@Nullable Found>in(connection -> {
          Numbered entry;
          try (PreparedStatement select = connection.prepareStatement(OF_ACT)) {
            select.setObject(1, act);
            try (ResultSet row = select.executeQuery()) {
              if (!row.next()) {
                return null;
              }
              entry = numbered(row);
            }
          }
          try (PreparedStatement select = connection.prepareStatement(CHECKPOINT)) {
            select.setLong(1, entry.index());
            try (ResultSet row = select.executeQuery()) {
              return row.next() ? new Found(entry, row.getString(1)) : null;
            }
          }
        });
    if (found == null) {
      return null;
    }
    SignedCheckpoint signed = log.open(found.note());
    if (signed.size() > log.releasedSize()) {
      return null;
    }
    InclusionProof proof = log.prove(signed.size(), found.entry().index());
    return Sequencer.receipt(found.entry(), signed, proof);
  }

  /// What is known of a reference: its receipt, or that it was accepted, or nothing at all.
  @Nullable Answer answer(String reference) throws SQLException, IOException {
    record Act(UUID id, Instant receivedAt) {}
    Act act =
        connections.<@Nullable Act>in(connection -> {
          try (PreparedStatement select = connection.prepareStatement(OF_REFERENCE)) {
            select.setString(1, reference);
            try (ResultSet row = select.executeQuery()) {
              return row.next()
                  ? new Act(
                      row.getObject("id", UUID.class), row.getTimestamp("received_at").toInstant())
                  : null;
            }
          }
        });
    if (act == null) {
      return null;
    }
    Receipt receipt = find(act.id());
    return receipt == null
        ? new Answer.Accepted(reference, act.receivedAt())
        : new Answer.Signed(receipt, true);
  }
}
