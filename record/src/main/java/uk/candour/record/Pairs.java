package uk.candour.record;

import java.util.Arrays;

/// Pairs of ints with a note, collected in any order and then sorted by their first, each group in
/// the order of arrival. The same pair with the same note twice is the caller's to prevent.
final class Pairs {

  private int[] first = new int[64];
  private int[] second = new int[64];
  private int[] note = new int[64];
  private int count;

  void add(int one, int other, int noted) {
    if (count == first.length) {
      int wider = Dictionary.grown(count + 1);
      first = Arrays.copyOf(first, wider);
      second = Arrays.copyOf(second, wider);
      note = Arrays.copyOf(note, wider);
    }
    first[count] = one;
    second[count] = other;
    note[count++] = noted;
  }

  /// The same pairs the other way round, in the order of their first.
  Pairs swapped() {
    var swapped = new Pairs();
    swapped.first = second;
    swapped.second = first;
    swapped.note = note;
    swapped.count = count;
    return swapped;
  }

  /// A counting sort by the first, which runs from 0 to `firsts` - 1.
  Sorted sortedByFirst(int firsts) {
    int[] offsets = new int[firsts + 1];
    for (int i = 0; i < count; i++) {
      offsets[first[i] + 1]++;
    }
    for (int i = 0; i < firsts; i++) {
      offsets[i + 1] += offsets[i];
    }
    int[] next = Arrays.copyOf(offsets, firsts);
    int[] seconds = new int[count];
    int[] notes = new int[count];
    for (int i = 0; i < count; i++) {
      int at = next[first[i]]++;
      seconds[at] = second[i];
      notes[at] = note[i];
    }
    return new Sorted(offsets, seconds, notes, count);
  }

  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Sorted(int[] offsets, int[] second, int[] note, int count) {}
}
