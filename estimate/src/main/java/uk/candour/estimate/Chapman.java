package uk.candour.estimate;

import java.util.ArrayList;
import java.util.List;

/// How many children there are in all, from two lists: `(n1 + 1)(n2 + 1) / (m + 1) - 1` (Chapman
/// 1951), with Seber's variance (1970, Biometrics 26:313) and a log-normal interval for the number
/// on neither list.
///
/// It takes the lists to be independent, the links to be right and the population to be the same
/// for both. Lists that go together (one refers to the other) make it too low, lists that keep
/// apart too high; the estimates of all pairs of lists, side by side, show it. At m = 0 it is a
/// number, biased low, and rests on nothing that was seen.
///
/// @param first the first list's name
/// @param second the second list's name
/// @param onFirst children on the first, n1
/// @param onSecond children on the second, n2
/// @param onBoth children on both, m
public record Chapman(String first, String second, long onFirst, long onSecond, long onBoth) {

  private static final double Z95 = 1.959963984540054;

  public Chapman {
    if (onBoth < 0 || onBoth > Math.min(onFirst, onSecond)) {
      throw new IllegalArgumentException(
          "%d children on both lists of %d and %d".formatted(onBoth, onFirst, onSecond));
    }
  }

  /// Two lists of a table, whatever other lists it has.
  public static Chapman of(Histories histories, int list, int other) {
    return new Chapman(
        histories.lists().get(list),
        histories.lists().get(other),
        histories.onList(list),
        histories.onList(other),
        histories.onBoth(list, other));
  }

  /// Every pair of a table's lists.
  public static List<Chapman> pairs(Histories histories) {
    List<Chapman> pairs = new ArrayList<>();
    for (int list = 0; list < histories.lists().size(); list++) {
      for (int other = list + 1; other < histories.lists().size(); other++) {
        pairs.add(of(histories, list, other));
      }
    }
    return List.copyOf(pairs);
  }

  public double estimate() {
    return (onFirst + 1.0) * (onSecond + 1.0) / (onBoth + 1.0) - 1;
  }

  public double standardError() {
    double m = onBoth + 1.0;
    return Math.sqrt(
        (onFirst + 1.0)
            * (onSecond + 1.0)
            * (onFirst - onBoth)
            * (onSecond - onBoth)
            / (m * m * (m + 1)));
  }

  public double low95() {
    return seen() + (unseen() == 0 ? 0 : unseen() / spread());
  }

  public double high95() {
    return seen() + (unseen() == 0 ? 0 : unseen() * spread());
  }

  private double seen() {
    return (double) onFirst + onSecond - onBoth;
  }

  private double unseen() {
    return (double) (onFirst - onBoth) * (onSecond - onBoth) / (onBoth + 1.0);
  }

  private double spread() {
    double relative = standardError() / unseen();
    return Math.exp(Z95 * Math.sqrt(Math.log1p(relative * relative)));
  }
}
