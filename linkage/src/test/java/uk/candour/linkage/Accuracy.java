package uk.candour.linkage;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Precision, recall and F1 over all pairs of records that a partition holds together and that the
/// truth does.
record Accuracy(double precision, double recall, double f1) {

  /// @param truth the true person of each record; negative for records that do not count
  static Accuracy of(int[] personOf, int[] truth) {
    Map<Long, Integer> both = new HashMap<>();
    Map<Integer, Integer> found = new HashMap<>();
    Map<Integer, Integer> real = new HashMap<>();
    for (int r = 0; r < truth.length; r++) {
      if (truth[r] >= 0) {
        both.merge(((long) personOf[r] << 32) | truth[r], 1, Integer::sum);
        found.merge(personOf[r], 1, Integer::sum);
        real.merge(truth[r], 1, Integer::sum);
      }
    }
    double hits = pairs(both);
    double precision = hits / Math.max(1, pairs(found));
    double recall = hits / Math.max(1, pairs(real));
    return new Accuracy(
        precision, recall, 2 * precision * recall / Math.max(1e-9, precision + recall));
  }

  private static double pairs(Map<?, Integer> sizes) {
    double pairs = 0;
    for (int size : sizes.values()) {
      pairs += size * (size - 1.0) / 2;
    }
    return pairs;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "P %.4f R %.4f F1 %.4f", precision, recall, f1);
  }
}
