package uk.candour.ledger;

import java.util.Arrays;
import java.util.List;

/// Up to 256 entries one behind the other, each with its length before it in two bytes, the higher
/// first (C2SP tlog-tiles, "Log entries").
final class EntryBundle {

  static final int LONGEST_ENTRY = 65_535;
  static final int LONGEST = Tile.WIDTH * (2 + LONGEST_ENTRY);

  private final byte[] bytes;

  /// Where each entry begins, and where the next one's length would.
  private final int[] starts;

  private EntryBundle(byte[] bytes, int[] starts) {
    this.bytes = bytes;
    this.starts = starts;
  }

  static final EntryBundle EMPTY = new EntryBundle(new byte[0], new int[] {2});

  /// Reads a bundle that should hold a number of entries and not a byte more.
  static EntryBundle read(byte[] bytes, int entries) throws Refused {
    var starts = new int[entries + 1];
    int at = 0;
    for (int i = 0; i < entries; i++) {
      if (bytes.length - at < 2) {
        throw new Refused("it ends before entry %d of %d".formatted(i, entries));
      }
      int length = ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
      starts[i] = at + 2;
      at += 2 + length;
      if (at > bytes.length) {
        throw new Refused(
            "entry %d of %d says %d bytes and %d are left"
                .formatted(i, entries, length, bytes.length - starts[i]));
      }
    }
    if (at != bytes.length) {
      throw new Refused(
          "%d bytes follow the last of its %d entries".formatted(bytes.length - at, entries));
    }
    starts[entries] = at + 2;
    return new EntryBundle(bytes, starts);
  }

  int size() {
    return starts.length - 1;
  }

  int start(int entry) {
    return starts[entry];
  }

  int length(int entry) {
    return starts[entry + 1] - 2 - starts[entry];
  }

  byte[] entry(int entry) {
    return Arrays.copyOfRange(bytes, starts[entry], starts[entry + 1] - 2);
  }

  byte[] bytes() {
    return bytes.clone();
  }

  /// The first entries alone, as a partial bundle holds them.
  EntryBundle first(int entries) {
    return new EntryBundle(
        Arrays.copyOf(bytes, starts[entries] - 2), Arrays.copyOf(starts, entries + 1));
  }

  /// The bundle with more entries behind its own, up to 256 in all.
  EntryBundle with(List<byte[]> more) {
    int length = bytes.length;
    for (byte[] entry : more) {
      length += 2 + entry.length;
    }
    byte[] joined = Arrays.copyOf(bytes, length);
    int[] begins = Arrays.copyOf(starts, starts.length + more.size());
    int at = bytes.length;
    for (int i = 0; i < more.size(); i++) {
      byte[] entry = more.get(i);
      joined[at] = (byte) (entry.length >>> 8);
      joined[at + 1] = (byte) entry.length;
      System.arraycopy(entry, 0, joined, at + 2, entry.length);
      at += 2 + entry.length;
      begins[starts.length + i] = at + 2;
    }
    return new EntryBundle(joined, begins);
  }

  /// The hashes of the entries from one on, one behind the other.
  byte[] leaves(int from) {
    var hasher = new TreeHasher();
    var leaves = new byte[(size() - from) * Hash.LENGTH];
    for (int i = from; i < size(); i++) {
      hasher.leaf(bytes, starts[i], length(i), leaves, (i - from) * Hash.LENGTH);
    }
    return leaves;
  }
}
