package uk.candour.estimate;

import java.util.Arrays;

/// How many children were seen exactly once, twice and so on, where nothing tells the occasions
/// apart: the repeat contacts of one agency.
public final class CaptureCounts implements Captures {

  private final long[] seenExactly;

  /// Children by how often they were seen.
  ///
  /// @param seenExactly children seen exactly j times, at index j - 1
  public CaptureCounts(long... seenExactly) {
    for (int index = 0; index < seenExactly.length; index++) {
      if (seenExactly[index] < 0) {
        throw new IllegalArgumentException(
            seenExactly[index] + " children seen exactly " + (index + 1) + " times");
      }
    }
    this.seenExactly = seenExactly.clone();
  }

  /// The most often that a child was seen, or may have been.
  public int most() {
    return seenExactly.length;
  }

  /// How many children were seen exactly so many times, from 1.
  public long seenExactly(int times) {
    return times > seenExactly.length ? 0 : seenExactly[times - 1];
  }

  @Override
  public long observed() {
    return Arrays.stream(seenExactly).sum();
  }
}
