package uk.candour.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The right edge of a log in tiles: its partial bundle and, for each level, its partial tile.
/// Whoever has it can append, and can tell the root, without reading anything else. Immutable.
public final class Edge {

  /// The edge of a log without entries.
  public static final Edge EMPTY = new Edge(0, EntryBundle.EMPTY, List.of());

  private final long size;
  private final EntryBundle bundle;

  /// The hashes of each level's partial tile, none where the level ends with a full one.
  private final List<byte[]> levels;

  private Edge(long size, EntryBundle bundle, List<byte[]> levels) {
    this.size = size;
    this.bundle = bundle;
    this.levels = levels;
  }

  /// Reads the edge of a log as it was at a size.
  static Edge read(LogSource source, long size) throws IOException {
    var tiles = new LogTiles(source, size);
    var levels = new ArrayList<byte[]>();
    for (int level = 0; level <= Tile.HIGHEST && size >>> (8 * level) > 0; level++) {
      long index = (size >>> (8 * level)) >>> 8;
      levels.add(Tile.width(level, index, size) == 0 ? new byte[0] : tiles.hashes(level, index));
    }
    EntryBundle bundle =
        size % Tile.WIDTH == 0 ? EntryBundle.EMPTY : tiles.bundle(size / Tile.WIDTH);
    if (size > 0 && !Arrays.equals(bundle.leaves(0), levels.getFirst())) {
      throw new IOException(
          "the last entries of the log do not have the hashes that its tiles hold, at size "
              + size);
    }
    return new Edge(size, bundle, levels);
  }

  public long size() {
    return size;
  }

  public Hash root() {
    return range().root();
  }

  CompactRange range() {
    var range = new CompactRange();
    for (int level = levels.size() - 1; level >= 0; level--) {
      byte[] hashes = levels.get(level);
      for (int at = 0; at < hashes.length; at += Hash.LENGTH) {
        range.append(8 * level, hashes, at);
      }
    }
    return range;
  }

  EntryBundle bundle() {
    return bundle;
  }

  byte[] level(int level) {
    return level < levels.size() ? levels.get(level) : new byte[0];
  }

  int height() {
    return levels.size();
  }

  /// What the log becomes with more entries: nothing is written yet.
  ///
  /// @throws IllegalArgumentException when an entry is longer than 65,535 bytes
  public Growth grow(List<byte[]> entries) {
    return Growth.of(this, entries);
  }

  /// The edge after a growth.
  Edge moved(long newSize, EntryBundle newBundle, List<byte[]> newLevels) {
    return new Edge(newSize, newBundle, List.copyOf(newLevels));
  }
}
