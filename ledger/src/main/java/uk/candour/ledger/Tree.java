package uk.candour.ledger;

import java.io.IOException;

/// A Merkle tree of a size, of which any part can be told (RFC 6962 section 2.1). Where its hashes
/// come from - tiles on a disk, tiles over a network, the memory of an append - it does not know.
public final class Tree {

  /// Where the hashes of complete subtrees come from.
  @FunctionalInterface
  public interface Nodes {

    /// The hash over the 2^level leaves from `index * 2^level` on, all of which the tree has.
    Hash node(int level, long index) throws IOException;
  }

  private final long size;
  private final Nodes nodes;

  public Tree(long size, Nodes nodes) {
    if (size < 0) {
      throw new IllegalArgumentException("a tree cannot have " + size + " leaves");
    }
    this.size = size;
    this.nodes = nodes;
  }

  public long size() {
    return size;
  }

  public Hash root() throws IOException {
    return size == 0 ? Hash.OF_EMPTY_TREE : over(0, size);
  }

  /// The hash over the leaves from one to before another, as RFC 6962 defines it for a list; the
  /// first must be one where a left child begins.
  Hash over(long from, long to) throws IOException {
    long leaves = to - from;
    if (Long.bitCount(leaves) == 1) {
      int level = Long.numberOfTrailingZeros(leaves);
      return nodes.node(level, from >>> level);
    }
    long left = split(leaves);
    return Hash.ofNode(over(from, from + left), over(from + left, to));
  }

  /// The largest power of two strictly below a number of leaves: how many the left child has.
  static long split(long leaves) {
    return Long.highestOneBit(leaves - 1);
  }
}
