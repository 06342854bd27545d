package uk.candour.publication;

import org.jspecify.annotations.Nullable;

/// What of a count may be made public: it is rounded to the nearest ten, nothing under ten is
/// shown, and nothing whose difference from a published total would be under ten.
///
/// A count that is part of a published total is kept back where the rest of the total is under ten,
/// since the total less the count would show the rest; also where the rest is nobody, since then
/// the count would say the same of every child in it. One word stands for both reasons, so that it
/// does not tell which holds.
public final class Disclosure {

  /// The least count that is shown.
  public static final long LEAST = 10;

  private Disclosure() {}

  /// The rounded count, or null where it is kept back.
  public static @Nullable Long total(long count) {
    return count < LEAST ? null : rounded(count);
  }

  /// The rounded count of a part, or null where the part or the rest of its total is kept back.
  public static @Nullable Long part(long count, long total) {
    return count < LEAST || total - count < LEAST ? null : rounded(count);
  }

  private static long rounded(long count) {
    return (count + 5) / 10 * 10;
  }
}
