package uk.candour.ledger;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;

/// The one that makes a log longer. It writes a batch's tiles, signs the new checkpoint if it goes
/// on from what was released, keeps it, publishes it, in this order; so at any moment that the
/// power may fail in, opening again finds a log that verifies and goes on.
///
/// After an exception from [#append] it is not known here whether the batch went in, and the writer
/// takes no more: open another one and look at its [#size]. For one thread; that no second process
/// writes, the keeper's file lock sees to.
public final class LogWriter {

  private final LogFolder folder;
  private final ReleasedCheckpoints released;
  private final SigningKey key;
  private Edge edge;
  private SignedCheckpoint signed;
  private boolean broken;

  /// A batch that went in.
  ///
  /// @param signed the checkpoint that vouches for it
  /// @param growth proves each of its entries
  public record Appended(SignedCheckpoint signed, Growth growth) {

    /// The index of the first of its entries.
    public long first() {
      return growth.before().size();
    }

    /// That the entry at an index of the batch is in the log of the signed checkpoint.
    public InclusionProof inclusionOf(long index) {
      return growth.inclusionOf(index);
    }
  }

  private LogWriter(
      LogFolder folder,
      ReleasedCheckpoints released,
      SigningKey key,
      Edge edge,
      SignedCheckpoint signed) {
    this.folder = folder;
    this.released = released;
    this.key = key;
    this.edge = edge;
    this.signed = signed;
  }

  /// Opens a log where it was left, and begins one where there is none. A checkpoint that was kept
  /// and not yet published is published.
  ///
  /// @throws SigningRefused when the folder and the keeper contradict each other
  public static LogWriter open(LogFolder folder, ReleasedCheckpoints released, SigningKey key)
      throws IOException {
    folder.putKey(key.verifier());
    String shown = folder.checkpoint();
    SignedCheckpoint last = released.last().orElse(null);
    if (last == null) {
      if (shown != null) {
        throw new SigningRefused(
            sizeOf(shown, key),
            0,
            "The file of released checkpoints is empty, and the log is not new: name the file that"
                + " was kept, or begin a log under another name.");
      }
      SignedCheckpoint none =
          released.release(
              new Checkpoint(key.verifier().name(), 0, Hash.OF_EMPTY_TREE),
              new ConsistencyProof(0, 0, List.of()),
              key);
      folder.publish(none);
      return new LogWriter(folder, released, key, Edge.EMPTY, none);
    }
    long published = shown == null ? 0 : sizeOf(shown, key);
    if (published > last.size()) {
      throw new SigningRefused(
          published, last.size(), "The file of released checkpoints is not the latest.");
    }
    Edge edge = edgeAt(folder, last, published);
    if (!last.note().equals(shown)) {
      folder.publish(last);
    }
    return new LogWriter(folder, released, key, edge, last);
  }

  private static Edge edgeAt(LogFolder folder, SignedCheckpoint last, long published)
      throws IOException {
    Edge edge;
    try {
      edge = folder.edge(last.size());
    } catch (FileNotFoundException e) {
      var refused =
          new SigningRefused(
              published,
              last.size(),
              "The log's folder does not hold what was released: " + e.getMessage());
      refused.initCause(e);
      throw refused;
    }
    if (!edge.root().equals(last.root())) {
      throw new SigningRefused(
          published, last.size(), "The folder holds other entries than those that were released.");
    }
    return edge;
  }

  /// The size that a note shows; one of another key, or damaged, shows nothing.
  private static long sizeOf(String note, SigningKey key) {
    try {
      return SignedCheckpoint.open(note, key.verifier()).size();
    } catch (Refused e) {
      return 0;
    }
  }

  public long size() {
    return edge.size();
  }

  public Hash root() {
    return edge.root();
  }

  /// The checkpoint that vouches for the log as it is.
  public SignedCheckpoint signed() {
    return signed;
  }

  /// Adds a batch of entries, in their order, and returns when it is durable, signed and published.
  ///
  /// @throws SigningRefused when the log would contradict what was released; nothing was signed
  /// @throws IOException when it is not known whether the batch went in: open another writer
  public Appended append(List<byte[]> entries) throws IOException {
    if (broken) {
      throw new IOException("this writer failed before; open the log again");
    }
    Growth growth = edge.grow(entries);
    broken = true;
    folder.write(growth);
    readAgain(growth);
    SignedCheckpoint next =
        released.release(
            new Checkpoint(key.verifier().name(), growth.after().size(), growth.after().root()),
            growth.consistency(),
            key);
    folder.publish(next);
    folder.prune(growth);
    edge = growth.after();
    signed = next;
    broken = false;
    return new Appended(next, growth);
  }

  /// Works the root out once more, from the entries as they now lie in the folder: a bit that fell
  /// over in memory must not be signed (it ended the Yeti 2022 log).
  private void readAgain(Growth growth) throws IOException {
    long from = growth.before().size();
    long to = growth.after().size();
    Growth again = growth.before().grow(folder.entries(from, to, to));
    if (!again.after().root().equals(growth.after().root())) {
      throw new IOException(
          "the entries %d to %d were not written as they were handed in".formatted(from, to - 1));
    }
  }
}
