package uk.candour.record;

import org.jspecify.annotations.Nullable;

/// The mentions of rows that say again what a row before them said: a row exported twice under one
/// number, a copy under a new one.
///
/// Such a row makes no entry and no mention of its own, so that nothing counts twice; here stands
/// whom it mentions, since the row is there and names somebody.
public final class Repeats {

  private int size;
  private final IntColumn rows = new IntColumn();
  private final IntColumn indexes = new IntColumn();
  private final IntColumn mentions = new IntColumn();
  private final IntColumn ids = new IntColumn();
  private final Dictionary numbers = new Dictionary();

  Repeats() {}

  /// How many there are; they are numbered from 0 in the order of their rows.
  public int size() {
    return size;
  }

  /// The global row that mentions the person again.
  public int row(int repeat) {
    return rows.get(repeat);
  }

  /// Which of its role in its row it is, from 1: 2 for `suspect[2]`.
  public int index(int repeat) {
    return indexes.get(repeat);
  }

  /// The mention that a row before made of the person.
  public int mention(int repeat) {
    return mentions.get(repeat);
  }

  /// The number that the row itself has, or null where it has none.
  public @Nullable String id(int repeat) {
    int code = ids.get(repeat);
    return code == 0 ? null : numbers.value(code);
  }

  void add(int row, int index, int mention, @Nullable String id) {
    rows.set(size, row);
    indexes.set(size, index);
    mentions.set(size, mention);
    ids.set(size++, id == null ? 0 : numbers.code(id));
  }
}
