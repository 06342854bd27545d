package uk.candour.linkage;

import java.util.ArrayList;
import java.util.List;

/// Writes out the terms of a pair's match weight.
final class Explainer {

  private final Scorer scorer;

  Explainer(Scorer scorer) {
    this.scorer = scorer;
  }

  synchronized Explanation explain(int a, int b) {
    scorer.weight(a, b);
    Model model = scorer.model();
    Comparisons comparisons = scorer.comparisons();
    List<Explanation.Line> lines = new ArrayList<>();
    lines.add(
        new Explanation.Line(
            "any two", "one person, by chance", model.one(), 1 - model.one(), scorer.prior()));
    List<String> names = comparisons.names();
    for (int c = 0; c < names.size(); c++) {
      int level = Comparisons.level(scorer.pattern, c);
      if (level != 0) {
        double chance = comparisons.chance(c, level, a, b);
        lines.add(
            new Explanation.Line(
                names.get(c),
                comparisons.levels(c).get(level - 1).words(),
                model.m()[c][level],
                chance > 0 ? chance : model.u()[c][level],
                scorer.bits[c]));
      }
    }
    if (scorer.correction != 0) {
      lines.add(
          new Explanation.Line(
              "full name", "several people bear it", Double.NaN, Double.NaN, scorer.correction));
    }
    if (model.household() > 0) {
      lines.add(
          new Explanation.Line(
              "household",
              "or another member of one home",
              Double.NaN,
              Double.NaN,
              scorer.household));
    }
    return new Explanation(lines, scorer.refusal == Refusal.NONE ? "" : scorer.refusal.words());
  }
}
