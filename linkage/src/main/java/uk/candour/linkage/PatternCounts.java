package uk.candour.linkage;

import java.util.Arrays;

/// How many pairs came out with each pattern. Patterns are few where pairs are many.
final class PatternCounts {

  private long[] patterns = new long[1 << 10];
  private long[] counts = new long[1 << 10];
  private int size;

  void add(long pattern, long count) {
    int slot = slot(pattern);
    if (counts[slot] == 0) {
      patterns[slot] = pattern;
      size++;
    }
    counts[slot] += count;
    if (size * 2 > counts.length) {
      grow();
    }
  }

  private int slot(long pattern) {
    int slot = (int) Forms.mix(pattern) & (counts.length - 1);
    while (counts[slot] != 0 && patterns[slot] != pattern) {
      slot = (slot + 1) & (counts.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] oldPatterns = patterns;
    long[] oldCounts = counts;
    patterns = new long[oldPatterns.length * 2];
    counts = new long[patterns.length];
    for (int i = 0; i < oldCounts.length; i++) {
      if (oldCounts[i] != 0) {
        int slot = slot(oldPatterns[i]);
        patterns[slot] = oldPatterns[i];
        counts[slot] = oldCounts[i];
      }
    }
  }

  void addAll(PatternCounts other) {
    for (int i = 0; i < other.counts.length; i++) {
      if (other.counts[i] != 0) {
        add(other.patterns[i], other.counts[i]);
      }
    }
  }

  int size() {
    return size;
  }

  /// One pattern and how many pairs have it.
  record Counted(long pattern, long count) {}

  /// All patterns, in an order that depends on nothing but themselves.
  Counted[] sorted() {
    Counted[] all = new Counted[size];
    int next = 0;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] != 0) {
        all[next++] = new Counted(patterns[i], counts[i]);
      }
    }
    Arrays.sort(all, (a, b) -> Long.compareUnsigned(a.pattern, b.pattern));
    return all;
  }
}
