package uk.candour.linkage;

import java.util.ArrayList;
import java.util.List;

/// One comparison of a table: the distinct values of what it compares in normal form, how common
/// each is, and its levels from `same` down to `different`.
abstract class Field {

  static final int SAME = 1;

  private final String name;
  private final List<String> tokens;
  private final boolean termFrequency;
  private List<Level> levels = List.of();
  private Tally tally = new Tally(0);
  private double sameByChance = 1;

  Field(LinkSettings.Compared compared) {
    name = compared.name();
    termFrequency = compared.termFrequency();
    tokens = new ArrayList<>(compared.levels());
    if (!tokens.contains("same")) {
      tokens.addFirst("same");
    }
    tokens.remove("same");
    tokens.addFirst("same");
  }

  /// The number of a value's normal form, 0 for none.
  abstract int form(String value);

  /// A hash of a form's text, the same whatever its number.
  abstract long hash(int form);

  /// A hash of what a form is roughly, for cutting blocks that are too large.
  long roughly(int form) {
    return hash(form);
  }

  /// How many forms there are.
  abstract int forms();

  /// Judges pairs of forms; one for each thread.
  abstract Judge judge();

  /// What is believed of a level but the first and the last.
  abstract Level believed(String token);

  /// The share of records of one person that are thought to differ.
  abstract double differs();

  /// Finds the level of two forms, neither of them 0.
  interface Judge {
    int level(int a, int b);
  }

  final String name() {
    return name;
  }

  final List<Level> levels() {
    return levels;
  }

  /// The levels as settings name them, without the last.
  final List<String> tokens() {
    return tokens;
  }

  final int different() {
    return tokens.size() + 1;
  }

  final boolean hasTermFrequency() {
    return termFrequency;
  }

  final double share(int form) {
    return tally.share(form);
  }

  final double one() {
    return tally.one();
  }

  /// Counts how common each form is, once all are known.
  void count(int[] formOf) {
    tally = new Tally(forms());
    long total = 0;
    for (int d = 0; d < formOf.length; d++) {
      tally.count(formOf[d], d + 1);
      total += formOf[d] == 0 ? 0 : 1;
    }
    double same = 0;
    for (int form = 1; form <= forms(); form++) {
      double count = tally.count(form);
      same += count * (count - 1);
    }
    sameByChance =
        Math.clamp(same / Math.max(1.0, (double) total * (total - 1)), 1 / (1.0 + total), 1);
    levels = believe();
  }

  private List<Level> believe() {
    List<Level> between = tokens.subList(1, tokens.size()).stream().map(this::believed).toList();
    double m = differs();
    double u = sameByChance;
    for (Level level : between) {
      m += level.m();
      u += level.u();
    }
    List<Level> all = new ArrayList<>();
    all.add(Level.of("same", Math.max(0.05, 1 - m), Math.min(1, sameByChance)));
    all.addAll(between);
    all.add(Level.of("different", differs(), Math.max(0.01, 1 - u)));
    return List.copyOf(all);
  }

  /// How likely somebody else comes out at a level with these very values, or 0 where the level
  /// itself is all that is known.
  double chance(int level, int a, int b) {
    return level != SAME ? 0 : termFrequency ? share(a) : sameByChance;
  }

  /// The least that [#chance] can be; 1 where it is always 0.
  double leastChance(int level) {
    return level != SAME ? 1 : termFrequency ? one() : sameByChance;
  }
}
