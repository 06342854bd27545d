package uk.candour.linkage;

import java.util.List;
import java.util.Locale;

/// Why a pair of records is thought to be one person or two: the terms of its match weight, in
/// bits. The terms sum to the weight; the weight is the logarithm to base 2 of the odds.
///
/// @param lines the terms, in the order of the model: what is known of any two records first
/// @param refusal why the pair is never linked whatever its weight, or empty
public record Explanation(List<Line> lines, String refusal) {

  public Explanation {
    lines = List.copyOf(lines);
  }

  /// One term.
  ///
  /// @param comparison what was compared
  /// @param level the outcome in words
  /// @param m the chance of the outcome among records of one person; NaN where the term has none
  /// @param u the chance of the outcome, with these values, among records of two people; NaN where
  ///   the term has none
  /// @param weight bits, positive for one person
  public record Line(String comparison, String level, double m, double u, double weight) {}

  /// The match weight in bits.
  public double weight() {
    double sum = 0;
    for (Line line : lines) {
      sum += line.weight;
    }
    return sum;
  }

  /// The match probability; 0 for a pair that is refused.
  public double probability() {
    return refusal.isEmpty() ? Model.probability(weight()) : 0;
  }

  /// The terms as a waterfall in text, one a line, with the sum so far.
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    double sum = 0;
    for (Line line : lines) {
      sum += line.weight;
      text.append(
          String.format(
              Locale.ROOT,
              "%-14s %-40s %+7.2f  %+7.2f  %s%n",
              line.comparison,
              line.level,
              line.weight,
              sum,
              bar(line.weight)));
    }
    text.append(
        String.format(
            Locale.ROOT,
            "%-14s %-40s %+7.2f%n%-14s %-40s %7.4f%n",
            "weight",
            "",
            sum,
            "probability",
            refusal,
            probability()));
    return text.toString();
  }

  private static String bar(double weight) {
    int length = (int) Math.min(20, Math.round(Math.abs(weight)));
    return (weight < 0 ? "-" : "+").repeat(length);
  }
}
