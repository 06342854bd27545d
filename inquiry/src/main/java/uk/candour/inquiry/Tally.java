package uk.candour.inquiry;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.candour.inquiry.Finding.Breakdown;

/// Counts by key, for a breakdown: numbers in their order, then words in theirs, `not-recorded`
/// last.
final class Tally {

  /// Numbers in their order, then words in theirs, what is not recorded last.
  static final Comparator<String> IN_ORDER =
      Comparator.comparingInt(Tally::rank).thenComparing(Comparator.naturalOrder());

  private final String by;
  private final Map<String, Long> counts = new TreeMap<>(IN_ORDER);

  /// @param by the singular word that the rows carry: `year`, `agency`
  Tally(String by) {
    this.by = by;
  }

  void add(String key) {
    counts.merge(key, 1L, Long::sum);
  }

  /// Makes sure that a key has a row, if only of zero.
  void mention(String key) {
    counts.putIfAbsent(key, 0L);
  }

  long of(String key) {
    return counts.getOrDefault(key, 0L);
  }

  List<Breakdown> rows() {
    return counts.entrySet().stream()
        .map(entry -> Breakdown.count(by, entry.getKey(), entry.getValue()))
        .toList();
  }

  /// The counts as shares of one whole.
  List<Breakdown> shares(long of) {
    return counts.entrySet().stream()
        .map(entry -> Breakdown.share(by, entry.getKey(), entry.getValue(), of))
        .toList();
  }

  /// The counts as shares of the counts of another tally under the same keys.
  List<Breakdown> shares(Tally of) {
    return counts.entrySet().stream()
        .map(entry -> Breakdown.share(by, entry.getKey(), entry.getValue(), of.of(entry.getKey())))
        .toList();
  }

  /// Numbers by their length, so that 9 comes before 10, then words.
  private static int rank(String key) {
    if (key.equals(Keys.NOT_RECORDED)) {
      return Integer.MAX_VALUE;
    }
    boolean isNumber = !key.isEmpty() && key.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber ? key.length() : Integer.MAX_VALUE - 1;
  }
}
