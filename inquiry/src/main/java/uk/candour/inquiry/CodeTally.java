package uk.candour.inquiry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntFunction;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.record.Entries;
import uk.candour.record.EntryAttribute;

/// Counts by the values of one thing over every entry, and makes the breakdown rows of them, in the
/// order of a [Tally].
///
/// Values are small ints (a code, a year, the number of a source) so that counting a million
/// entries makes no object; their names are asked for once at the end, and values with one name are
/// one row.
final class CodeTally {

  private final String by;
  private final IntFunction<String> name;
  private long[] counts = new long[16];
  private long[] all = new long[16];

  /// @param by the word of the breakdown: `team`
  /// @param name the key of a value
  CodeTally(String by, IntFunction<String> name) {
    this.by = by;
    this.name = name;
  }

  /// By the raw code of a text attribute.
  static CodeTally byText(String by, Entries entries, EntryAttribute attribute) {
    var dictionary = entries.dictionary(attribute);
    return new CodeTally(by, code -> code == 0 ? Keys.NOT_RECORDED : dictionary.value(code));
  }

  static CodeTally byTeam(Entries entries) {
    return byText("team", entries, EntryAttribute.TEAM);
  }

  /// By years as [Days#year(Entries, int)] gives them.
  static CodeTally byYear() {
    return new CodeTally("year", year -> year == 0 ? Keys.NOT_RECORDED : Integer.toString(year));
  }

  /// By the agencies of sources, each by its number.
  static CodeTally byAgency(Entries entries) {
    return new CodeTally("agency", source -> entries.sources().get(source).agency());
  }

  /// One more that counts.
  void add(int value) {
    add(value, true);
  }

  /// One more, of which it is said whether it counts.
  void add(int value, boolean counted) {
    add(value, counted ? 1 : 0, 1);
  }

  /// So many more that count, of so many.
  void add(int value, long counted, long of) {
    if (value >= all.length) {
      int wider = Math.max(value + 1, all.length * 2);
      counts = Arrays.copyOf(counts, wider);
      all = Arrays.copyOf(all, wider);
    }
    counts[value] += counted;
    all[value] += of;
  }

  /// A row a key that counts at least once, with its count.
  List<Breakdown> counts() {
    return rows(
        (key, count, of) -> count == 0 ? List.of() : List.of(Breakdown.count(by, key, count)));
  }

  /// A row a key, with its count and of how many that is; a key that never counts has its row too,
  /// so that the rows add up to the whole.
  List<Breakdown> countsOf() {
    return rows((key, count, of) -> List.of(new Breakdown(by, key, null, count, of, List.of())));
  }

  /// A row a key, with the share that counts.
  List<Breakdown> shares() {
    return rows((key, count, of) -> List.of(Breakdown.share(by, key, count, of)));
  }

  private interface Row {
    List<Breakdown> of(String key, long count, long of);
  }

  private List<Breakdown> rows(Row row) {
    TreeMap<String, long[]> byKey = new TreeMap<>(Tally.IN_ORDER);
    for (int value = 0; value < all.length; value++) {
      if (all[value] > 0) {
        long[] sums = byKey.computeIfAbsent(name.apply(value), key -> new long[2]);
        sums[0] += counts[value];
        sums[1] += all[value];
      }
    }
    List<Breakdown> rows = new ArrayList<>();
    byKey.forEach((key, sums) -> rows.addAll(row.of(key, sums[0], sums[1])));
    return rows;
  }

  /// The rows of several breakdowns, one after the other.
  @SafeVarargs
  static List<Breakdown> all(List<Breakdown>... breakdowns) {
    List<Breakdown> all = new ArrayList<>();
    for (List<Breakdown> breakdown : breakdowns) {
      all.addAll(breakdown);
    }
    return all;
  }
}
