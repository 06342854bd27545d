package uk.candour.ledger;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The tiles and bundles of a log of a size, read from where it lies. A partial tile that is gone
/// because the full one exists is cut from the full one (C2SP tlog-tiles, "Partial Tiles").
final class LogTiles implements Tree.Nodes {

  private static final int KEPT = 256;

  private final LogSource source;
  private final long size;
  private final Map<Tile, TileHashes> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Tile, TileHashes> eldest) {
          return size() > KEPT;
        }
      };

  LogTiles(LogSource source, long size) {
    this.source = source;
    this.size = size;
  }

  /// A tile's hashes, `32 * width` bytes; nothing where there is no such file.
  ///
  /// @throws Refused when the file has another length
  static byte @Nullable [] hashes(LogSource source, Tile tile) throws IOException, Refused {
    byte[] hashes = source.read(tile.path(), Tile.WIDTH * Hash.LENGTH);
    Tile read = tile;
    if (hashes == null && !tile.isFull()) {
      read = tile.full();
      hashes = source.read(read.path(), Tile.WIDTH * Hash.LENGTH);
    }
    if (hashes == null) {
      return null;
    }
    if (hashes.length != read.width() * Hash.LENGTH) {
      throw new Refused(
          "it should have %d bytes, 32 for each of its hashes, and has %d"
              .formatted(read.width() * Hash.LENGTH, hashes.length));
    }
    return Arrays.copyOf(hashes, tile.width() * Hash.LENGTH);
  }

  /// A bundle's entries; nothing where there is no such file.
  static @Nullable EntryBundle bundle(LogSource source, Tile tile) throws IOException, Refused {
    byte[] bytes = source.read(tile.path(), EntryBundle.LONGEST);
    if (bytes != null) {
      return EntryBundle.read(bytes, tile.width());
    }
    byte[] all = tile.isFull() ? null : source.read(tile.full().path(), EntryBundle.LONGEST);
    return all == null ? null : EntryBundle.read(all, Tile.WIDTH).first(tile.width());
  }

  byte[] hashes(int level, long index) throws IOException {
    var tile = new Tile(level, index, Tile.width(level, index, size));
    try {
      byte[] hashes = hashes(source, tile);
      if (hashes == null) {
        throw new FileNotFoundException("the log has no " + tile.path());
      }
      return hashes;
    } catch (Refused e) {
      throw new IOException(tile.path() + ": " + e.getMessage(), e);
    }
  }

  EntryBundle bundle(long index) throws IOException {
    var tile = new Tile(Tile.ENTRIES, index, Tile.width(Tile.ENTRIES, index, size));
    try {
      EntryBundle bundle = bundle(source, tile);
      if (bundle == null) {
        throw new FileNotFoundException("the log has no " + tile.path());
      }
      return bundle;
    } catch (Refused e) {
      throw new IOException(tile.path() + ": " + e.getMessage(), e);
    }
  }

  @Override
  public Hash node(int level, long index) throws IOException {
    int height = level % 8;
    long tile = index >>> (8 - height);
    return kept(level / 8, tile).node(height, (int) (index - (tile << (8 - height))));
  }

  private synchronized TileHashes kept(int level, long index) throws IOException {
    var tile = new Tile(level, index, Tile.width(level, index, size));
    TileHashes known = kept.get(tile);
    if (known == null) {
      known = new TileHashes(hashes(level, index));
      kept.put(tile, known);
    }
    return known;
  }
}
