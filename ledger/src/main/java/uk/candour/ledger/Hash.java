package uk.candour.ledger;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// A SHA-256 value of 32 bytes: the hash of a leaf, of a node or of a whole tree.
public final class Hash {

  public static final int LENGTH = TreeHasher.LENGTH;

  /// The root of a tree without entries: SHA-256 of nothing.
  public static final Hash OF_EMPTY_TREE = new Hash(TreeHasher.sha256().digest());

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
  }

  public static Hash of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
    }
    return new Hash(bytes.clone());
  }

  /// The hash that lies at an offset of many.
  static Hash at(byte[] hashes, int offset) {
    return new Hash(Arrays.copyOfRange(hashes, offset, offset + LENGTH));
  }

  public static Hash ofBase64(String text) throws Refused {
    byte[] bytes = Text.base64(text, "a hash");
    if (bytes.length != LENGTH) {
      throw new Refused(
          "a hash has 32 bytes, not the " + bytes.length + " of " + Text.quoted(text));
    }
    return new Hash(bytes);
  }

  /// The hash of an entry as a leaf of the tree.
  public static Hash ofLeaf(byte[] entry) {
    var hash = new byte[LENGTH];
    new TreeHasher().leaf(entry, 0, entry.length, hash, 0);
    return new Hash(hash);
  }

  /// The hash of a node over its children.
  public static Hash ofNode(Hash left, Hash right) {
    var hash = new byte[LENGTH];
    new TreeHasher().node(left.bytes, 0, right.bytes, 0, hash, 0);
    return new Hash(hash);
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  void copyTo(byte[] hashes, int offset) {
    System.arraycopy(bytes, 0, hashes, offset, LENGTH);
  }

  public String base64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
