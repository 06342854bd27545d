package uk.candour.ledger;

/// The hashes of one tile with those of the complete subtrees above them, so that each is worked
/// out once.
final class TileHashes {

  private static final int HEIGHT = 8;

  private final byte[][] rows = new byte[HEIGHT + 1][];

  TileHashes(byte[] hashes) {
    var hasher = new TreeHasher();
    rows[0] = hashes;
    for (int height = 1; height <= HEIGHT; height++) {
      byte[] below = rows[height - 1];
      int nodes = below.length / Hash.LENGTH / 2;
      var row = new byte[nodes * Hash.LENGTH];
      for (int i = 0; i < nodes; i++) {
        hasher.node(
            below, 2 * i * Hash.LENGTH, below, (2 * i + 1) * Hash.LENGTH, row, i * Hash.LENGTH);
      }
      rows[height] = row;
    }
  }

  Hash node(int height, int index) {
    return Hash.at(rows[height], index * Hash.LENGTH);
  }
}
