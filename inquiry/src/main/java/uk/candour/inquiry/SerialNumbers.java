package uk.candour.inquiry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.candour.record.EntryAttribute;

/// The runs of numbers that are absent from a serial id.
///
/// An id is read as its last group of digits between what stands before and after it (`CR/2003/`
/// and `00417`). Ids of one source that differ in the digits alone are taken to be **serial** only
/// where there are fifty numbers or more, nine in ten of them follow their predecessor by one, and
/// at least half of the range from the smallest to the greatest is there: an extract of every tenth
/// crime, or a number that begins with the year, is none, and tells nothing. What is absent before
/// the first number and after the last nobody can see.
final class SerialNumbers {

  private static final int LEAST = 50;
  private static final int MOST_DIGITS = 15;

  /// A run of absent numbers.
  ///
  /// @param id the id before the run, as written
  /// @param row the row that holds it
  record Run(int source, long first, long last, String id, int row) {
    long count() {
      return last - first + 1;
    }
  }

  /// The numbers of one source's ids that differ in their digits alone.
  private static final class Numbers {
    long[] numbers = new long[4];
    int[] entries = new int[4];
    int size;

    void add(long number, int entry) {
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, size * 2);
        entries = Arrays.copyOf(entries, size * 2);
      }
      numbers[size] = number;
      entries[size++] = entry;
    }
  }

  /// The numbers of one source by what stands around them. Most ids stand in the same words as the
  /// one before.
  private static final class Patterns {
    final SortedMap<String, Numbers> byAround = new TreeMap<>();
    private String prefix = "";
    private String suffix = "";
    private @Nullable Numbers latest;

    void add(String id, int entry) {
      int end = id.length();
      while (end > 0 && !isDigit(id.charAt(end - 1))) {
        end--;
      }
      int start = end;
      while (start > 0 && isDigit(id.charAt(start - 1))) {
        start--;
      }
      if (end == start || end - start > MOST_DIGITS) {
        return;
      }
      Numbers numbers = latest;
      if (numbers == null
          || start != prefix.length()
          || id.length() - end != suffix.length()
          || !id.startsWith(prefix)
          || !id.endsWith(suffix)) {
        prefix = id.substring(0, start);
        suffix = id.substring(end);
        numbers = byAround.computeIfAbsent(prefix + "\0" + suffix, around -> new Numbers());
        latest = numbers;
      }
      numbers.add(Long.parseLong(id, start, end, 10), entry);
    }
  }

  private SerialNumbers() {}

  /// The runs, by source, then in the order of what stands around the number, then of numbers.
  static List<Run> absent(Casebook casebook) {
    var entries = casebook.entries();
    List<Patterns> bySource = new ArrayList<>();
    entries.sources().forEach(source -> bySource.add(new Patterns()));
    var ids = entries.dictionary(EntryAttribute.ID);
    for (int entry = 0; entry < entries.size(); entry++) {
      int code = entries.raw(EntryAttribute.ID, entry);
      if (code != 0 && casebook.concerns().ownArea(entry)) {
        bySource.get(entries.sourceIndex(entry)).add(ids.value(code), entry);
      }
    }
    List<Run> runs = new ArrayList<>();
    for (int source = 0; source < bySource.size(); source++) {
      for (Numbers numbers : bySource.get(source).byAround.values()) {
        addRuns(casebook, source, numbers, runs);
      }
    }
    return runs;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static void addRuns(Casebook casebook, int source, Numbers numbers, List<Run> runs) {
    long[] inOrder = Arrays.stream(numbers.numbers, 0, numbers.size).sorted().distinct().toArray();
    if (!isSerial(inOrder)) {
      return;
    }
    Map<Long, Integer> entryBefore = new HashMap<>();
    for (int i = 1; i < inOrder.length; i++) {
      if (inOrder[i] - inOrder[i - 1] > 1) {
        entryBefore.put(inOrder[i - 1], -1);
      }
    }
    for (int i = numbers.size - 1; i >= 0; i--) {
      int entry = numbers.entries[i];
      entryBefore.computeIfPresent(numbers.numbers[i], (number, before) -> entry);
    }
    var entries = casebook.entries();
    for (int i = 1; i < inOrder.length; i++) {
      Integer entry = entryBefore.get(inOrder[i - 1]);
      if (entry != null) {
        runs.add(
            new Run(
                source,
                inOrder[i - 1] + 1,
                inOrder[i] - 1,
                Keys.orNotRecorded(entries.text(EntryAttribute.ID, entry)),
                entries.row(entry)));
      }
    }
  }

  private static boolean isSerial(long[] inOrder) {
    if (inOrder.length < LEAST) {
      return false;
    }
    long following = 0;
    for (int i = 1; i < inOrder.length; i++) {
      following += inOrder[i] - inOrder[i - 1] == 1 ? 1 : 0;
    }
    long range = inOrder[inOrder.length - 1] - inOrder[0] + 1;
    return following * 10 >= (inOrder.length - 1L) * 9 && inOrder.length * 2L >= range;
  }
}
