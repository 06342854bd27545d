package uk.candour.linkage;

import java.util.Arrays;

/// Any number of ints for each of a run of things, in two arrays: where each begins, and the ints.
final class Lists {

  private final int[] starts;
  private final int[] items;

  private Lists(int[] starts, int[] items) {
    this.starts = starts;
    this.items = items;
  }

  /// @param starts where the items of each thing begin, and where the last end
  static Lists of(int[] starts, int[] items) {
    return new Lists(starts, items);
  }

  /// How many things there are.
  int things() {
    return starts.length - 1;
  }

  int count(int thing) {
    return starts[thing + 1] - starts[thing];
  }

  int item(int thing, int n) {
    return items[starts[thing] + n];
  }

  int start(int thing) {
    return starts[thing];
  }

  int end(int thing) {
    return starts[thing + 1];
  }

  /// The nth item of all things together, from [#start] to [#end].
  int at(int place) {
    return items[place];
  }

  /// Whether two things have an item in common; the first such item, or 0.
  int common(int a, int b) {
    for (int i = starts[a]; i < starts[a + 1]; i++) {
      for (int j = starts[b]; j < starts[b + 1]; j++) {
        if (items[i] == items[j]) {
          return items[i];
        }
      }
    }
    return 0;
  }

  /// The things whose number stands at each place of a list of groups from 0.
  static Lists inverse(int[] groupOf, int groups) {
    int[] starts = new int[groups + 1];
    for (int group : groupOf) {
      starts[group + 1]++;
    }
    for (int g = 0; g < groups; g++) {
      starts[g + 1] += starts[g];
    }
    int[] items = new int[groupOf.length];
    int[] next = Arrays.copyOf(starts, groups);
    for (int i = 0; i < groupOf.length; i++) {
      items[next[groupOf[i]]++] = i;
    }
    return new Lists(starts, items);
  }

  /// Collects the ints of one thing after the other.
  static final class Builder {
    private int[] starts = new int[16];
    private int[] items = new int[16];
    private int things;
    private int size;

    /// Adds an int to the thing at hand, once.
    void add(int item) {
      for (int i = starts[things]; i < size; i++) {
        if (items[i] == item) {
          return;
        }
      }
      if (size == items.length) {
        items = Arrays.copyOf(items, size * 2);
      }
      items[size++] = item;
    }

    /// Goes to the next thing.
    void next() {
      things++;
      if (things + 1 > starts.length - 1) {
        starts = Arrays.copyOf(starts, starts.length * 2);
      }
      starts[things] = size;
    }

    Lists build() {
      return new Lists(Arrays.copyOf(starts, things + 1), Arrays.copyOf(items, size));
    }
  }
}
