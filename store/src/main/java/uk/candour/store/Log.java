package uk.candour.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.candour.ledger.Disk;
import uk.candour.ledger.Edge;
import uk.candour.ledger.InclusionProof;
import uk.candour.ledger.LogFolder;
import uk.candour.ledger.LogWriter;
import uk.candour.ledger.LogWriter.Appended;
import uk.candour.ledger.Refused;
import uk.candour.ledger.ReleasedCheckpoints;
import uk.candour.ledger.SignedCheckpoint;
import uk.candour.ledger.SigningKey;
import uk.candour.ledger.SigningRefused;

/// The log's files beside the database, and the judgement whether the two belong together.
final class Log {

  private static final int LONGEST_NOTE = 1 << 16;
  private static final int AT_ONCE = 4096;

  private static final String SIZE = "select size from log_head";

  private static final String ENTRIES =
      "select entry from log_entry where index >= ? and index < ? order by index";

  private static final String KEEP =
      "insert into checkpoint (size, note) values (?, ?) on conflict (size) do nothing";

  private final LogFolder folder;
  private final Path released;
  private final Disk disk;
  private final SigningKey key;
  private @Nullable ReleasedCheckpoints keeper;
  private @Nullable LogWriter writer;
  private volatile long shown;

  private Log(LogFolder folder, Path released, Disk disk, SigningKey key) {
    this.folder = folder;
    this.released = released;
    this.disk = disk;
    this.key = key;
  }

  /// @param disk the calls on files, so that tests can let them fail
  static Log open(DataFolder data, Disk disk) throws IOException {
    Path released = data.released();
    if (!data.keys().hasSigning() && Files.exists(released)) {
      throw new IOException(
          "the log's key is not in " + data.keys().folder() + ", and it has signed before");
    }
    return new Log(new LogFolder(data.log(), disk), released, disk, data.keys().signing());
  }

  /// Takes the log for writing. What was released before must be the beginning of what the database
  /// holds.
  ///
  /// @throws RefusesToSign where it is not
  void lead(Connection connection) throws SQLException, IOException, RefusesToSign {
    close();
    LogWriter opened;
    try {
      ReleasedCheckpoints last = ReleasedCheckpoints.open(released, disk, key.verifier());
      keeper = last;
      SignedCheckpoint before = last.last().orElse(null);
      if (before != null) {
        compare(connection, before);
      }
      opened = LogWriter.open(folder, last, key);
    } catch (Refused | SigningRefused e) {
      throw new RefusesToSign(String.valueOf(e.getMessage()));
    }
    keep(connection, opened.signed());
    writer = opened;
    shown = opened.size();
  }

  private static void compare(Connection connection, SignedCheckpoint released)
      throws SQLException, RefusesToSign {
    long size;
    try (PreparedStatement select = connection.prepareStatement(SIZE);
        ResultSet row = select.executeQuery()) {
      row.next();
      size = row.getLong(1);
    }
    if (size < released.size()) {
      throw new RefusesToSign(
          ("The record holds %d entries, and a checkpoint over %d was released: it is an older copy."
                  + " Bring back what came after it; nothing is signed until then.")
              .formatted(size, released.size()));
    }
    Edge edge = Edge.EMPTY;
    while (edge.size() < released.size()) {
      List<byte[]> entries =
          entries(connection, edge.size(), Math.min(released.size(), edge.size() + AT_ONCE));
      edge = edge.grow(entries).after();
    }
    if (!edge.root().equals(released.root())) {
      throw new RefusesToSign(
          ("The record's first %d entries are not those that the checkpoint over %d was released for"
                  + " (the record holds %d): it is another history.")
              .formatted(released.size(), released.size(), size));
    }
  }

  private static List<byte[]> entries(Connection connection, long from, long to)
      throws SQLException {
    List<byte[]> entries = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(ENTRIES)) {
      select.setLong(1, from);
      select.setLong(2, to);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          entries.add(row.getBytes(1));
        }
      }
    }
    if (entries.size() != to - from) {
      throw new SQLException("the log lacks entries between " + from + " and " + to);
    }
    return entries;
  }

  /// Keeps a checkpoint in the database, for receipts.
  static void keep(Connection connection, SignedCheckpoint signed) throws SQLException {
    try (PreparedStatement keep = connection.prepareStatement(KEEP)) {
      keep.setLong(1, signed.size());
      keep.setString(2, signed.note());
      keep.executeUpdate();
    }
    if (!connection.getAutoCommit()) {
      connection.commit();
    }
  }

  /// How many entries were let out, for the one who leads.
  long size() {
    return leader().size();
  }

  private LogWriter leader() {
    LogWriter leading = writer;
    if (leading == null) {
      throw new IllegalStateException("the log is not open for writing");
    }
    return leading;
  }

  /// Writes, signs and publishes a batch.
  Appended append(List<byte[]> entries) throws IOException {
    Appended appended = leader().append(entries);
    shown = appended.signed().size();
    return appended;
  }

  /// The path from an entry to the root at a size.
  InclusionProof prove(long size, long index) throws IOException {
    return InclusionProof.prove(folder.tree(size), index);
  }

  /// Opens a note of this log.
  SignedCheckpoint open(String note) throws IOException {
    try {
      return SignedCheckpoint.open(note, key.verifier());
    } catch (Refused e) {
      throw new IOException("a checkpoint of the record: " + e.getMessage(), e);
    }
  }

  /// How many entries the published checkpoint vouches for.
  long releasedSize() throws IOException {
    if (writer == null) {
      byte[] note = folder.read(LogFolder.CHECKPOINT, LONGEST_NOTE);
      shown = note == null ? 0 : open(new String(note, StandardCharsets.UTF_8)).size();
    }
    return shown;
  }

  String publicKey() {
    return key.verifier().text();
  }

  /// Lets go of the log, if it was held for writing.
  void close() throws IOException {
    writer = null;
    ReleasedCheckpoints held = keeper;
    keeper = null;
    if (held != null) {
      held.close();
    }
  }
}
