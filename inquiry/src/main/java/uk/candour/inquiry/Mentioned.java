package uk.candour.inquiry;

import java.util.Arrays;

/// Which entries mention which people, in columns: each person's entries in the order in which they
/// were collected, each once.
final class Mentioned {

  private final int[] first;
  private final int[] entries;

  private Mentioned(int[] first, int[] entries) {
    this.first = first;
    this.entries = entries;
  }

  boolean any(int person) {
    return first[person + 1] > first[person];
  }

  /// The entries that mention the person.
  int[] entries(int person) {
    return Arrays.copyOfRange(entries, first[person], first[person + 1]);
  }

  /// Pairs of a person and an entry, collected entry by entry.
  static final class Pairs {

    private int[] people = new int[64];
    private int[] entries = new int[64];
    private int size;

    void add(int person, int entry) {
      if (size == people.length) {
        people = Arrays.copyOf(people, size + (size >> 1));
        entries = Arrays.copyOf(entries, people.length);
      }
      people[size] = person;
      entries[size++] = entry;
    }

    /// A counting sort by person, leaving out what comes twice in a row.
    Mentioned byPerson(int persons) {
      int[] last = new int[persons];
      int[] first = new int[persons + 1];
      Arrays.fill(last, -1);
      for (int i = 0; i < size; i++) {
        if (last[people[i]] != entries[i]) {
          last[people[i]] = entries[i];
          first[people[i] + 1]++;
        }
      }
      for (int person = 0; person < persons; person++) {
        first[person + 1] += first[person];
      }
      int[] next = Arrays.copyOf(first, persons);
      int[] sorted = new int[first[persons]];
      Arrays.fill(last, -1);
      for (int i = 0; i < size; i++) {
        if (last[people[i]] != entries[i]) {
          last[people[i]] = entries[i];
          sorted[next[people[i]]++] = entries[i];
        }
      }
      return new Mentioned(first, sorted);
    }
  }
}
