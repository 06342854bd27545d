package uk.candour.benchmarks;

import java.util.Arrays;
import java.util.function.IntPredicate;

/// How well a partition into people agrees with the truth.
///
/// Pairwise: of the pairs of records put together, the share that is one person (precision); of the
/// pairs that are one person, the share put together (recall). B-cubed (Bagga and Baldwin 1998):
/// the same shares within each record's cluster and person, averaged over records, so that large
/// clusters do not outweigh small ones. F1 is their harmonic mean.
///
/// @param records how many records were judged
/// @param pairs how many pairs of them are truly one person
record PairwiseF1(
    int records,
    long pairs,
    double precision,
    double recall,
    double bCubedPrecision,
    double bCubedRecall) {

  /// All records.
  static PairwiseF1 of(int[] truth, int[] predicted) {
    return of(truth, predicted, record -> true);
  }

  /// The records of a group, and the pairs within it.
  static PairwiseF1 of(int[] truth, int[] predicted, IntPredicate group) {
    int count = 0;
    long[] keys = new long[truth.length];
    long[] swapped = new long[truth.length];
    for (int record = 0; record < truth.length; record++) {
      if (group.test(record)) {
        keys[count] = (long) truth[record] << 32 | predicted[record];
        swapped[count++] = (long) predicted[record] << 32 | truth[record];
      }
    }
    keys = Arrays.copyOf(keys, count);
    swapped = Arrays.copyOf(swapped, count);
    Arrays.sort(keys);
    Arrays.sort(swapped);
    Sums recall = Sums.of(keys);
    Sums precision = Sums.of(swapped);
    return new PairwiseF1(
        count,
        recall.pairs,
        share(precision.agreeing, precision.pairs),
        share(recall.agreeing, recall.pairs),
        count == 0 ? 1 : precision.cubed / count,
        count == 0 ? 1 : recall.cubed / count);
  }

  private static double share(long agreeing, long pairs) {
    return pairs == 0 ? 1 : (double) agreeing / pairs;
  }

  double f1() {
    return harmonic(precision, recall);
  }

  double bCubedF1() {
    return harmonic(bCubedPrecision, bCubedRecall);
  }

  private static double harmonic(double precision, double recall) {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  /// Pairs that agree in the upper half of their sorted keys, and among them those that agree in
  /// all.
  private static final class Sums {
    private long pairs;
    private long agreeing;
    private double cubed;

    static Sums of(long[] sorted) {
      Sums sums = new Sums();
      for (int from = 0; from < sorted.length; ) {
        int to = from;
        double squares = 0;
        while (to < sorted.length && sorted[to] >> 32 == sorted[from] >> 32) {
          int end = to;
          while (end < sorted.length && sorted[end] == sorted[to]) {
            end++;
          }
          long same = (long) end - to;
          sums.agreeing += same * (same - 1) / 2;
          squares += (double) same * same;
          to = end;
        }
        long size = (long) to - from;
        sums.pairs += size * (size - 1) / 2;
        sums.cubed += squares / size;
        from = to;
      }
      return sums;
    }
  }
}
