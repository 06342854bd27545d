package uk.candour.intake;

/// Finds a whole number again by a 128-bit fingerprint: open addressing, at most half full, with
/// the fingerprint and its number side by side so that a look costs one line of cache.
final class FingerprintIndex {

  /// What stands for "not there".
  static final int ABSENT = -1;

  private static final int HIGH = 0;
  private static final int LOW = 1;
  private static final int NUMBER = 2;
  private static final int STRIDE = 3;

  /// Of each slot the two halves of the fingerprint and the number plus one; zero is free.
  private long[] table = new long[64 * STRIDE];

  private int slots = 64;
  private int size;

  /// The number that the fingerprint has already, or [#ABSENT] after giving it this one.
  int putIfAbsent(Fingerprint of, int number) {
    long high = of.high();
    long low = of.low();
    int at = slot(high, low);
    if (table[at + NUMBER] != 0) {
      return (int) table[at + NUMBER] - 1;
    }
    put(at, high, low, number + 1L);
    if (++size * 2 > slots) {
      grow();
    }
    return ABSENT;
  }

  int find(Fingerprint of) {
    return (int) table[slot(of.high(), of.low()) + NUMBER] - 1;
  }

  private void put(int at, long high, long low, long number) {
    table[at + HIGH] = high;
    table[at + LOW] = low;
    table[at + NUMBER] = number;
  }

  /// Where the fingerprint is, or would go.
  private int slot(long high, long low) {
    int slot = (int) high & slots - 1;
    while (table[slot * STRIDE + NUMBER] != 0
        && (table[slot * STRIDE + HIGH] != high || table[slot * STRIDE + LOW] != low)) {
      slot = slot + 1 & slots - 1;
    }
    return slot * STRIDE;
  }

  private void grow() {
    long[] before = table;
    slots *= 2;
    table = new long[Math.multiplyExact(slots, STRIDE)];
    for (int at = 0; at < before.length; at += STRIDE) {
      if (before[at + NUMBER] != 0) {
        put(
            slot(before[at + HIGH], before[at + LOW]),
            before[at + HIGH],
            before[at + LOW],
            before[at + NUMBER]);
      }
    }
  }
}
