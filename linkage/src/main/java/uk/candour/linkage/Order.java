package uk.candour.linkage;

import java.util.Arrays;

/// Sorting of 64-bit keys with a number beside each, in time proportional to their count (radix
/// sort, least byte first, a pass skipped where all keys share the byte). Keys are compared as
/// unsigned; equal keys keep their order.
final class Order {

  private Order() {}

  /// The places of the keys in ascending order; the keys stay as they are.
  static int[] of(long[] keys) {
    int[] order = new int[keys.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    sort(keys.clone(), order, keys.length);
    return order;
  }

  /// Sorts the first keys, and the numbers beside them.
  static void sort(long[] keys, int[] numbers, int length) {
    long[] from = keys;
    int[] fromNumbers = numbers;
    long[] to = new long[length];
    int[] toNumbers = new int[length];
    int[] starts = new int[257];
    boolean moved = false;
    for (int shift = 0; shift < 64; shift += 8) {
      Arrays.fill(starts, 0);
      for (int i = 0; i < length; i++) {
        starts[(int) ((from[i] >>> shift) & 255) + 1]++;
      }
      if (length > 0 && starts[(int) ((from[0] >>> shift) & 255) + 1] == length) {
        continue;
      }
      for (int b = 0; b < 256; b++) {
        starts[b + 1] += starts[b];
      }
      for (int i = 0; i < length; i++) {
        int place = starts[(int) ((from[i] >>> shift) & 255)]++;
        to[place] = from[i];
        toNumbers[place] = fromNumbers[i];
      }
      moved = !moved;
      long[] freeKeys = from;
      from = to;
      to = freeKeys;
      int[] freeNumbers = fromNumbers;
      fromNumbers = toNumbers;
      toNumbers = freeNumbers;
    }
    if (moved) {
      System.arraycopy(from, 0, keys, 0, length);
      System.arraycopy(fromNumbers, 0, numbers, 0, length);
    }
  }
}
