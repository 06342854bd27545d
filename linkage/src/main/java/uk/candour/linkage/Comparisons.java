package uk.candour.linkage;

import java.util.List;

/// The comparisons that a model weighs, over descriptions numbered from 0.
///
/// The outcome of all comparisons of a pair is a **pattern**: four bits a comparison, the first in
/// the lowest, level 0 where either side has nothing to compare. An instance is for one thread;
/// [#another] gives the next thread its own.
interface Comparisons {

  /// The most comparisons a pattern holds.
  int MOST = 16;

  /// How many descriptions there are.
  int size();

  /// The names of the comparisons, in order.
  List<String> names();

  /// The levels of a comparison, the first being level 1.
  List<Level> levels(int comparison);

  /// The pattern of a pair.
  default long pattern(int a, int b) {
    return rest(a, b, first(a, b));
  }

  /// The pattern of the comparisons that settle most pairs, the others left at 0.
  long first(int a, int b);

  /// The whole pattern of a pair whose first part is known.
  long rest(int a, int b, long first);

  /// The comparisons beyond the first that a pair can have a level other than 0 in, a bit each.
  int possible(int a, int b);

  /// The chance that a description of somebody else comes out at this level with these very values
  /// (term frequency), or 0 where the level's own u is all that is known.
  double chance(int comparison, int level, int a, int b);

  /// The least that [#chance] can be at a level for any pair; 1 where it is always 0.
  double leastChance(int comparison, int level);

  /// The bits to take off because parts of a full agreement go together more often than the model's
  /// independence allows: 0 or less.
  ///
  /// @param prior the bits that any two descriptions start from
  /// @param bits the bits of each comparison
  double correction(long pattern, int a, int b, double prior, double[] bits);

  /// The level of a comparison in a pattern.
  static int level(long pattern, int comparison) {
    return (int) (pattern >>> (4 * comparison)) & 15;
  }

  /// Why the two can never be one person, whatever else agrees.
  Refusal refusal(long pattern, int a, int b);

  /// The same comparisons for another thread.
  Comparisons another();
}
