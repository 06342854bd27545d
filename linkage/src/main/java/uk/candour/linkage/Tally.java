package uk.candour.linkage;

/// How many identities bear each value of an attribute, each identity counted once a value. The
/// descriptions of one identity are to come one after the other.
final class Tally {

  private final int[] counts;
  private final int[] last;
  private int total;

  /// @param values the greatest value; 0 is not recorded
  Tally(int values) {
    counts = new int[values + 1];
    last = new int[values + 1];
  }

  /// @param identity the number of the identity at hand, from 1
  void count(int value, int identity) {
    if (value != 0 && last[value] != identity) {
      last[value] = identity;
      counts[value]++;
      total++;
    }
  }

  void count(Lists values, int description, int identity) {
    for (int n = 0; n < values.count(description); n++) {
      count(values.item(description, n), identity);
    }
  }

  /// Counts each of several values.
  void count(int[] values, int identity) {
    for (int value : values) {
      count(value, identity);
    }
  }

  /// How many times a value was counted.
  int count(int value) {
    return counts[value];
  }

  /// The share of identities that bear a value: that of one at least.
  double share(int value) {
    return Math.max(1, counts[value]) / (double) Math.max(1, total);
  }

  /// The share that one identity makes.
  double one() {
    return 1.0 / Math.max(1, total);
  }
}
