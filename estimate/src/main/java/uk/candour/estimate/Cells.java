package uk.candour.estimate;

/// A table of histories whose counts need not be whole: what the counts would be expected to have
/// been without an error of known size.
///
/// Two errors are undone, each on the side that leaves fewer children. **Missed links.** A link
/// missed leaves one child standing as two, each on fewer lists; the totals of the lists stay what
/// they were. With a share R of the links missed, every overlap shown is 1 - R of the true one, so
/// each is divided by 1 - R and the children who stand alone are what the lists' totals then leave.
/// (Undoing chain by chain would put more of it into the higher overlaps and so estimate more
/// children.) No list can lose more lone children than it has. **Concerns not confirmed.** With a
/// share S of each list's concerns confirmed, the rest is taken from the children who stand on that
/// list alone, since two agencies err together less often than one; a false concern in an overlap
/// would only add to the overlaps and so lower the estimate.
final class Cells {

  private final int lists;
  private final long[] histories;
  private final double[] counts;

  private Cells(int lists, long[] histories, double[] counts) {
    this.lists = lists;
    this.histories = histories;
    this.counts = counts;
  }

  static Cells of(Histories histories) {
    long[] keys = histories.histories().stream().mapToLong(Long::longValue).toArray();
    double[] counts = new double[keys.length];
    for (int cell = 0; cell < keys.length; cell++) {
      counts[cell] = histories.count(keys[cell]);
    }
    return new Cells(histories.lists().size(), keys, counts);
  }

  int lists() {
    return lists;
  }

  /// How many children there are.
  double seen() {
    double seen = 0;
    for (double count : counts) {
      seen += count;
    }
    return seen;
  }

  double onList(int list) {
    double sum = 0;
    for (int cell = 0; cell < counts.length; cell++) {
      sum += holds(cell, list) ? counts[cell] : 0;
    }
    return sum;
  }

  double onExactly(int lists) {
    double sum = 0;
    for (int cell = 0; cell < counts.length; cell++) {
      sum += Long.bitCount(histories[cell]) == lists ? counts[cell] : 0;
    }
    return sum;
  }

  /// How many links between lists the table shows: for a child on c lists, c - 1.
  double links() {
    double links = 0;
    for (int cell = 0; cell < counts.length; cell++) {
      links += (Long.bitCount(histories[cell]) - 1) * counts[cell];
    }
    return links;
  }

  /// The table had no link been missed, when a share of the links was.
  Cells withMissedLinksMade(double missed) {
    double[] most = new double[lists];
    for (int list = 0; list < lists; list++) {
      double overlap = sharedOn(list);
      most[list] = overlap > 0 ? onList(list) / overlap : Double.POSITIVE_INFINITY;
    }
    double[] made = counts.clone();
    for (int cell = 0; cell < counts.length; cell++) {
      if (shared(cell)) {
        double factor = 1 / (1 - missed);
        for (int list = 0; list < lists; list++) {
          factor = holds(cell, list) ? Math.min(factor, most[list]) : factor;
        }
        made[cell] *= factor;
      }
    }
    Cells overlaps = new Cells(lists, histories, made.clone());
    for (int cell = 0; cell < counts.length; cell++) {
      if (!shared(cell)) {
        int list = Long.numberOfTrailingZeros(histories[cell]);
        made[cell] = Math.max(0, onList(list) - overlaps.sharedOn(list));
      }
    }
    return new Cells(lists, histories, made);
  }

  /// The table of confirmed children, when at least a share of each list's concerns is confirmed.
  Cells withoutUnconfirmed(double confirmed) {
    double[] kept = counts.clone();
    for (int cell = 0; cell < counts.length; cell++) {
      if (!shared(cell)) {
        double unconfirmed = (1 - confirmed) * onList(Long.numberOfTrailingZeros(histories[cell]));
        kept[cell] = Math.max(0, counts[cell] - unconfirmed);
      }
    }
    return new Cells(lists, histories, kept);
  }

  private double sharedOn(int list) {
    double sum = 0;
    for (int cell = 0; cell < counts.length; cell++) {
      sum += shared(cell) && holds(cell, list) ? counts[cell] : 0;
    }
    return sum;
  }

  private boolean shared(int cell) {
    return Long.bitCount(histories[cell]) > 1;
  }

  private boolean holds(int cell, int list) {
    return (histories[cell] >>> list & 1) != 0;
  }
}
