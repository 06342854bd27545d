package uk.candour.linkage;

/// How many typing errors apart two texts are: insertions, deletions, substitutions, and swaps of
/// two neighbours, no part edited twice (optimal string alignment).
///
/// Texts of up to 64 bytes take one word operation sequence a byte (Hyyro 2003, "A bit-vector
/// algorithm for computing Levenshtein and Damerau edit distances"); longer ones the plain table of
/// three rows. An instance is not safe for use by several threads.
final class OptimalStringAlignment {

  private final long[] places = new long[256];

  int distance(byte[] a, byte[] b) {
    return distance(a, 0, a.length, b, 0, b.length);
  }

  /// The distance between a range of each array.
  int distance(byte[] a, int aFrom, int aLength, byte[] b, int bFrom, int bLength) {
    if (aLength == 0 || bLength == 0) {
      return Math.max(aLength, bLength);
    }
    if (aLength > 64) {
      return longDistance(a, aFrom, aLength, b, bFrom, bLength);
    }
    for (int i = 0; i < aLength; i++) {
      places[a[aFrom + i] & 255] |= 1L << i;
    }
    long last = 1L << (aLength - 1);
    long up = -1L;
    long down = 0;
    long diagonal = 0;
    long before = 0;
    int distance = aLength;
    for (int j = 0; j < bLength; j++) {
      long here = places[b[bFrom + j] & 255];
      long swapped = ((~diagonal & here) << 1) & before;
      diagonal = (((here & up) + up) ^ up) | here | down | swapped;
      long right = down | ~(diagonal | up);
      long left = diagonal & up;
      if ((right & last) != 0) {
        distance++;
      }
      if ((left & last) != 0) {
        distance--;
      }
      right = (right << 1) | 1;
      left <<= 1;
      up = left | ~(diagonal | right);
      down = right & diagonal;
      before = here;
    }
    for (int i = 0; i < aLength; i++) {
      places[a[aFrom + i] & 255] = 0;
    }
    return distance;
  }

  private static int longDistance(
      byte[] a, int aFrom, int aLength, byte[] b, int bFrom, int bLength) {
    int[] beforeLast = new int[bLength + 1];
    int[] last = new int[bLength + 1];
    int[] row = new int[bLength + 1];
    for (int j = 0; j <= bLength; j++) {
      last[j] = j;
    }
    for (int i = 1; i <= aLength; i++) {
      row[0] = i;
      byte ca = a[aFrom + i - 1];
      for (int j = 1; j <= bLength; j++) {
        byte cb = b[bFrom + j - 1];
        int best = Math.min(last[j], row[j - 1]) + 1;
        best = Math.min(best, last[j - 1] + (ca == cb ? 0 : 1));
        if (i > 1 && j > 1 && ca == b[bFrom + j - 2] && a[aFrom + i - 2] == cb) {
          best = Math.min(best, beforeLast[j - 2] + 1);
        }
        row[j] = best;
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[bLength];
  }
}
