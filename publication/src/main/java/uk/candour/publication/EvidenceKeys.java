package uk.candour.publication;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.candour.inquiry.Evidence;

/// The keys under which the lines of an evidence were counted, in order, so that a figure of a
/// breakdown leads to its own rows. With more than [#MOST_GROUPS] keys the lines are one group.
final class EvidenceKeys {

  static final int MOST_GROUPS = 150;

  /// Words in their order; numbers within them by their size, so that network 2 is before 10.
  static final Comparator<String> IN_ORDER =
      Comparator.comparing(EvidenceKeys::sorted).thenComparing(Comparator.naturalOrder());

  private static final Pattern DIGITS = Pattern.compile("0*([0-9]+)");

  private final List<String> names;
  private final boolean isGrouped;
  private final int[] first;
  private final int[] lines;

  private EvidenceKeys(List<String> names, boolean isGrouped, int[] first, int[] lines) {
    this.names = names;
    this.isGrouped = isGrouped;
    this.first = first;
    this.lines = lines;
  }

  /// The key with the length of each number before it.
  private static String sorted(String key) {
    return DIGITS
        .matcher(key)
        .replaceAll(number -> "%04d%s".formatted(number.group(1).length(), number.group(1)));
  }

  static EvidenceKeys of(Evidence evidence) {
    Map<String, Integer> numberOf = new HashMap<>(); // only looked up in
    for (int line = 0; line < evidence.size(); line++) {
      numberOf.put(evidence.key(line), 0);
    }
    if (numberOf.size() > MOST_GROUPS) {
      numberOf.clear();
    }
    boolean hasKeys = numberOf.keySet().stream().anyMatch(key -> !key.isEmpty());
    List<String> names =
        hasKeys ? numberOf.keySet().stream().sorted(IN_ORDER).toList() : List.of("");
    for (int key = 0; key < names.size(); key++) {
      numberOf.put(names.get(key), key);
    }
    int[] first = new int[names.size() + 1];
    for (int line = 0; line < evidence.size(); line++) {
      first[numberOf.getOrDefault(evidence.key(line), 0) + 1]++;
    }
    for (int key = 0; key < names.size(); key++) {
      first[key + 1] += first[key];
    }
    int[] next = first.clone();
    int[] lines = new int[evidence.size()];
    for (int line = 0; line < evidence.size(); line++) {
      lines[next[numberOf.getOrDefault(evidence.key(line), 0)]++] = line;
    }
    return new EvidenceKeys(names, hasKeys, first, lines);
  }

  int size() {
    return names.size();
  }

  /// Whether the lines are in groups with names.
  boolean grouped() {
    return isGrouped;
  }

  String name(int key) {
    return names.get(key);
  }

  /// How many lines the key has.
  int count(int key) {
    return first[key + 1] - first[key];
  }

  String anchor(int key) {
    return "key-" + (key + 1);
  }

  /// The anchor of the rows under one row of a breakdown, or null where the evidence has no such
  /// group: its key is that of the row, or `network 3` for key `3` by `network`.
  @Nullable String anchorOf(String by, String name) {
    if (!isGrouped) {
      return null;
    }
    int key = Math.max(names.indexOf(name), names.indexOf(by + " " + name));
    return key < 0 ? null : anchor(key);
  }

  /// The first lines of a key, in the order of the evidence.
  int[] lines(int key, int atMost) {
    return Arrays.copyOfRange(lines, first[key], first[key] + Math.min(atMost, count(key)));
  }
}
