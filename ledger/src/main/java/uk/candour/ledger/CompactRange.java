package uk.candour.ledger;

import java.util.ArrayList;
import java.util.List;

/// The right edge of a tree that grows: the hashes of the complete subtrees into which its leaves
/// fall, one for each bit of its size. Enough to append and to tell the root. For one thread.
public final class CompactRange {

  private static final int LEVELS = 63;

  private final TreeHasher hasher = new TreeHasher();
  private final byte[] hashes = new byte[LEVELS * Hash.LENGTH];
  private long size;

  public CompactRange() {}

  /// The edge of a tree of a size, its complete subtrees named from the largest to the smallest.
  public static CompactRange of(long size, List<Hash> subtrees) {
    if (size < 0 || Long.bitCount(size) != subtrees.size()) {
      throw new IllegalArgumentException(
          "a tree of %d leaves has %d complete subtrees on its edge, not %d"
              .formatted(size, Long.bitCount(size), subtrees.size()));
    }
    var range = new CompactRange();
    range.size = size;
    int next = 0;
    for (int level = LEVELS - 1; level >= 0; level--) {
      if (((size >>> level) & 1) == 1) {
        subtrees.get(next++).copyTo(range.hashes, level * Hash.LENGTH);
      }
    }
    return range;
  }

  public long size() {
    return size;
  }

  /// Adds one leaf by its hash.
  public void append(Hash leaf) {
    append(0, leaf.bytes(), 0);
  }

  /// Adds a complete subtree of 2^level leaves; the size must be a multiple of that.
  void append(int level, byte[] from, int offset) {
    if ((size & ((1L << level) - 1)) != 0) {
      throw new IllegalArgumentException(
          "a subtree of level " + level + " cannot follow " + size + " leaves");
    }
    var carried = new byte[Hash.LENGTH];
    System.arraycopy(from, offset, carried, 0, Hash.LENGTH);
    int at = level;
    for (; ((size >>> at) & 1) == 1; at++) {
      hasher.node(hashes, at * Hash.LENGTH, carried, 0, carried, 0);
    }
    System.arraycopy(carried, 0, hashes, at * Hash.LENGTH, Hash.LENGTH);
    size = Math.addExact(size, 1L << level);
  }

  public CompactRange copy() {
    return of(size, subtrees());
  }

  /// The complete subtrees, from the largest to the smallest.
  public List<Hash> subtrees() {
    var subtrees = new ArrayList<Hash>();
    for (int level = LEVELS - 1; level >= 0; level--) {
      if (((size >>> level) & 1) == 1) {
        subtrees.add(Hash.at(hashes, level * Hash.LENGTH));
      }
    }
    return subtrees;
  }

  public Hash root() {
    if (size == 0) {
      return Hash.OF_EMPTY_TREE;
    }
    int level = Long.numberOfTrailingZeros(size);
    var root = new byte[Hash.LENGTH];
    System.arraycopy(hashes, level * Hash.LENGTH, root, 0, Hash.LENGTH);
    for (level++; level < LEVELS; level++) {
      if (((size >>> level) & 1) == 1) {
        hasher.node(hashes, level * Hash.LENGTH, root, 0, root, 0);
      }
    }
    return Hash.of(root);
  }
}
