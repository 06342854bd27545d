package uk.candour.ledger;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The two hashes of RFC 6962 section 2.1 over SHA-256: a leaf's is that of a zero byte and the
/// entry, a node's that of a byte one and its children's hashes. For one thread; allocates nothing.
final class TreeHasher {

  static final int LENGTH = 32;

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private final MessageDigest sha256 = sha256();
  private final byte[] node = new byte[1 + 2 * LENGTH];

  TreeHasher() {
    node[0] = NODE;
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  void leaf(byte[] entry, int offset, int length, byte[] to, int at) {
    sha256.update(LEAF);
    sha256.update(entry, offset, length);
    digest(to, at);
  }

  /// The hash over two children; the result may lie where a child lay.
  void node(byte[] left, int leftAt, byte[] right, int rightAt, byte[] to, int at) {
    System.arraycopy(left, leftAt, node, 1, LENGTH);
    System.arraycopy(right, rightAt, node, 1 + LENGTH, LENGTH);
    sha256.update(node, 0, node.length);
    digest(to, at);
  }

  /// The hash over the 256 hashes of a full tile.
  byte[] fullTile(byte[] hashes) {
    byte[] row = hashes.clone();
    for (int width = Tile.WIDTH / 2; width >= 1; width /= 2) {
      for (int i = 0; i < width; i++) {
        node(row, 2 * i * LENGTH, row, (2 * i + 1) * LENGTH, row, i * LENGTH);
      }
    }
    return java.util.Arrays.copyOf(row, LENGTH);
  }

  private void digest(byte[] to, int at) {
    try {
      sha256.digest(to, at, LENGTH);
    } catch (DigestException e) {
      throw new IllegalStateException("no room for a hash at " + at + " of " + to.length, e);
    }
  }
}
