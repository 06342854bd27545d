package uk.candour.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a batch of entries makes of a log: the new edge, the files to write, and the tree in which
/// every new entry can be proved without reading anything.
public final class Growth {

  private final Edge before;
  private final Edge after;
  private final Map<Tile, byte[]> files;
  private final Map<Place, TileHashes> hashes = new HashMap<>();

  private record Place(int level, long index) {}

  private Growth(Edge before, Edge after, Map<Tile, byte[]> files) {
    this.before = before;
    this.after = after;
    this.files = files;
  }

  static Growth of(Edge before, List<byte[]> entries) {
    for (byte[] entry : entries) {
      if (entry.length > EntryBundle.LONGEST_ENTRY) {
        throw new IllegalArgumentException(
            "an entry has at most 65535 bytes, and one has " + entry.length);
      }
    }
    var files = new LinkedHashMap<Tile, byte[]>();
    long size = Math.addExact(before.size(), entries.size());
    EntryBundle bundle = bundles(before, entries, files);
    var levels = new ArrayList<byte[]>();
    byte[] added = leaves(entries);
    for (int level = 0; added.length > 0 || level < before.height(); level++) {
      byte[] hashes = joined(before.level(level), added);
      long first = (before.size() >>> (8 * level)) >>> 8;
      int full = hashes.length / (Tile.WIDTH * Hash.LENGTH);
      var above = new byte[full * Hash.LENGTH];
      var hasher = new TreeHasher();
      for (int i = 0; i < full; i++) {
        byte[] tile = part(hashes, i * Tile.WIDTH, Tile.WIDTH);
        files.put(new Tile(level, first + i, Tile.WIDTH), tile);
        System.arraycopy(hasher.fullTile(tile), 0, above, i * Hash.LENGTH, Hash.LENGTH);
      }
      int width = hashes.length / Hash.LENGTH - full * Tile.WIDTH;
      byte[] rest = part(hashes, full * Tile.WIDTH, width);
      if (width > 0 && added.length > 0) {
        files.put(new Tile(level, first + full, width), rest);
      }
      levels.add(rest);
      added = above;
    }
    return new Growth(before, before.moved(size, bundle, levels), files);
  }

  private static EntryBundle bundles(Edge before, List<byte[]> entries, Map<Tile, byte[]> files) {
    EntryBundle bundle = before.bundle();
    long index = before.size() / Tile.WIDTH;
    for (int at = 0; at < entries.size(); ) {
      int taken = Math.min(Tile.WIDTH - bundle.size(), entries.size() - at);
      bundle = bundle.with(entries.subList(at, at + taken));
      at += taken;
      files.put(new Tile(Tile.ENTRIES, index, bundle.size()), bundle.bytes());
      if (bundle.size() == Tile.WIDTH) {
        bundle = EntryBundle.EMPTY;
        index++;
      }
    }
    return bundle;
  }

  private static byte[] leaves(List<byte[]> entries) {
    var hasher = new TreeHasher();
    var leaves = new byte[entries.size() * Hash.LENGTH];
    for (int i = 0; i < entries.size(); i++) {
      byte[] entry = entries.get(i);
      hasher.leaf(entry, 0, entry.length, leaves, i * Hash.LENGTH);
    }
    return leaves;
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }

  private static byte[] part(byte[] hashes, int from, int width) {
    return Arrays.copyOfRange(hashes, from * Hash.LENGTH, (from + width) * Hash.LENGTH);
  }

  public Edge before() {
    return before;
  }

  public Edge after() {
    return after;
  }

  /// The tiles and bundles that the batch touches, each with its bytes.
  Map<Tile, byte[]> files() {
    return files;
  }

  /// The grown tree, as far as the ways from its new leaves to its root need it.
  public Tree tree() {
    return new Tree(after.size(), this::node);
  }

  /// That the new entry at an index is in the grown log.
  ///
  /// @param index from `before().size()` to before `after().size()`
  public InclusionProof inclusionOf(long index) {
    if (index < before.size()) {
      throw new IllegalArgumentException(
          "entry " + index + " is not among the new ones, from " + before.size() + " on");
    }
    try {
      return InclusionProof.prove(tree(), index);
    } catch (IOException e) {
      throw new IllegalStateException("nothing is read", e);
    }
  }

  /// That the grown log begins with the log as it was.
  public ConsistencyProof consistency() {
    try {
      return ConsistencyProof.prove(tree(), before.size());
    } catch (IOException e) {
      throw new IllegalStateException("nothing is read", e);
    }
  }

  private Hash node(int level, long index) {
    int height = level % 8;
    long tile = index >>> (8 - height);
    return hashes
        .computeIfAbsent(new Place(level / 8, tile), this::tile)
        .node(height, (int) (index - (tile << (8 - height))));
  }

  private TileHashes tile(Place place) {
    byte[] full = files.get(new Tile(place.level, place.index, Tile.WIDTH));
    if (full != null) {
      return new TileHashes(full);
    }
    if (place.index != (after.size() >>> (8 * place.level)) >>> 8) {
      throw new IllegalArgumentException(
          "tile " + place.index + " of level " + place.level + " is not at the edge");
    }
    return new TileHashes(after.level(place.level));
  }
}
