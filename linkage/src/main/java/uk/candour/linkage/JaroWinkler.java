package uk.candour.linkage;

/// The Jaro-Winkler similarity of two short texts: 1 for equal, 0 for nothing in common (Jaro 1989,
/// Winkler 1990).
///
/// Characters match when they are equal and no further apart than half the longer text; the bonus
/// for a common prefix of up to four characters is given above 0.7 only, as Winkler did.
///
/// Texts of up to 64 bytes are compared with one machine word: for each byte of the left text a
/// mask holds its places, so that the first free match in the window is the lowest bit of an AND.
/// The masks live in a table of 256 words that is cleared by the bytes that set it. Longer texts
/// take the plain way. An instance is not safe for use by several threads.
final class JaroWinkler {

  private static final double BONUS_ABOVE = 0.7;
  private static final double BONUS = 0.1;
  private static final int LONGEST_PREFIX = 4;

  private final long[] places = new long[256];

  double similarity(byte[] a, byte[] b) {
    return similarity(a, 0, a.length, b, 0, b.length);
  }

  /// The similarity of a range of each array.
  double similarity(byte[] a, int aFrom, int aLength, byte[] b, int bFrom, int bLength) {
    if (aLength == 0 || bLength == 0) {
      return aLength == bLength ? 1 : 0;
    }
    double jaro =
        aLength <= 64 && bLength <= 64
            ? shortJaro(a, aFrom, aLength, b, bFrom, bLength)
            : longJaro(a, aFrom, aLength, b, bFrom, bLength);
    if (jaro <= BONUS_ABOVE) {
      return jaro;
    }
    int prefix = 0;
    int most = Math.min(LONGEST_PREFIX, Math.min(aLength, bLength));
    while (prefix < most && a[aFrom + prefix] == b[bFrom + prefix]) {
      prefix++;
    }
    return jaro + prefix * BONUS * (1 - jaro);
  }

  private double shortJaro(byte[] a, int aFrom, int aLength, byte[] b, int bFrom, int bLength) {
    for (int i = 0; i < aLength; i++) {
      places[a[aFrom + i] & 255] |= 1L << i;
    }
    int reach = Math.max(0, Math.max(aLength, bLength) / 2 - 1);
    long matchedA = 0;
    long matchedB = 0;
    for (int j = 0; j < bLength; j++) {
      long window = between(j - reach, j + reach);
      long free = places[b[bFrom + j] & 255] & window & ~matchedA;
      if (free != 0) {
        matchedA |= free & -free;
        matchedB |= 1L << j;
      }
    }
    int matches = Long.bitCount(matchedA);
    int outOfOrder = 0;
    long restA = matchedA;
    long restB = matchedB;
    while (restA != 0) {
      if (a[aFrom + Long.numberOfTrailingZeros(restA)]
          != b[bFrom + Long.numberOfTrailingZeros(restB)]) {
        outOfOrder++;
      }
      restA &= restA - 1;
      restB &= restB - 1;
    }
    for (int i = 0; i < aLength; i++) {
      places[a[aFrom + i] & 255] = 0;
    }
    return jaro(matches, outOfOrder, aLength, bLength);
  }

  /// The bits from one place to another, places outside the word left out.
  private static long between(int first, int last) {
    long upTo = last >= 63 ? -1L : (1L << (last + 1)) - 1;
    return first <= 0 ? upTo : first >= 64 ? 0 : upTo & (-1L << first);
  }

  private static double longJaro(
      byte[] a, int aFrom, int aLength, byte[] b, int bFrom, int bLength) {
    int reach = Math.max(0, Math.max(aLength, bLength) / 2 - 1);
    boolean[] taken = new boolean[aLength];
    byte[] common = new byte[Math.min(aLength, bLength)];
    int matches = 0;
    for (int j = 0; j < bLength; j++) {
      int last = Math.min(aLength - 1, j + reach);
      for (int i = Math.max(0, j - reach); i <= last; i++) {
        if (!taken[i] && a[aFrom + i] == b[bFrom + j]) {
          taken[i] = true;
          common[matches++] = b[bFrom + j];
          break;
        }
      }
    }
    int outOfOrder = 0;
    int k = 0;
    for (int i = 0; i < aLength; i++) {
      if (taken[i] && a[aFrom + i] != common[k++]) {
        outOfOrder++;
      }
    }
    return jaro(matches, outOfOrder, aLength, bLength);
  }

  private static double jaro(int matches, int outOfOrder, int aLength, int bLength) {
    if (matches == 0) {
      return 0;
    }
    double m = matches;
    return (m / aLength + m / bLength + (m - outOfOrder / 2.0) / m) / 3;
  }
}
