package uk.candour.linkage;

import java.util.Arrays;
import java.util.List;

/// The pairs of descriptions that may be one person, in columns, by left and then right.
///
/// @param left the lower description of each pair
/// @param right the higher
/// @param weight the match weight in bits
/// @param expected how many true links the pairs are expected to hold, those below the floor
///   included
/// @param foundOnce how many near-certain pairs exactly one blocking rule proposed
/// @param foundTwice how many exactly two proposed
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record Edges(
    int[] left, int[] right, float[] weight, double expected, long foundOnce, long foundTwice) {

  /// The least match probability that is kept.
  static final double FLOOR = 0.10;

  private static final double ONE = 1L << 32;
  private static final double CERTAIN = 0.95;

  /// The pairs of one run.
  static final class Run {
    private int[] left = new int[256];
    private int[] right = new int[256];
    private float[] weight = new float[256];
    private final double floor;
    private int size;
    private long expected;
    private long foundOnce;
    private long foundTwice;

    Run(double floor) {
      this.floor = floor;
    }

    void add(int a, int b, double bits, int rules) {
      double probability = Model.probability(bits);
      expected += (long) (probability * ONE);
      if (probability < floor) {
        return;
      }
      if (probability >= CERTAIN) {
        int found = Integer.bitCount(rules);
        foundOnce += found == 1 ? 1 : 0;
        foundTwice += found == 2 ? 1 : 0;
      }
      if (size == left.length) {
        left = Arrays.copyOf(left, size * 2);
        right = Arrays.copyOf(right, size * 2);
        weight = Arrays.copyOf(weight, size * 2);
      }
      left[size] = a;
      right[size] = b;
      weight[size++] = (float) bits;
    }

    Run trimmed() {
      left = Arrays.copyOf(left, size);
      right = Arrays.copyOf(right, size);
      weight = Arrays.copyOf(weight, size);
      return this;
    }
  }

  static Edges of(List<Run> runs) {
    int size = 0;
    for (Run run : runs) {
      size = Math.addExact(size, run.size);
    }
    int[] left = new int[size];
    int[] right = new int[size];
    float[] weight = new float[size];
    long expected = 0;
    long foundOnce = 0;
    long foundTwice = 0;
    int at = 0;
    for (Run run : runs) {
      System.arraycopy(run.left, 0, left, at, run.size);
      System.arraycopy(run.right, 0, right, at, run.size);
      System.arraycopy(run.weight, 0, weight, at, run.size);
      at += run.size;
      expected += run.expected;
      foundOnce += run.foundOnce;
      foundTwice += run.foundTwice;
    }
    return new Edges(left, right, weight, expected / ONE, foundOnce, foundTwice);
  }

  int size() {
    return left.length;
  }

  /// The pairs of at least a match probability.
  Edges above(double least) {
    Run run = new Run(least);
    for (int e = 0; e < left.length; e++) {
      run.add(left[e], right[e], weight[e], 0);
    }
    return of(List.of(run));
  }
}
