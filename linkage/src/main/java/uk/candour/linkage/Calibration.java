package uk.candour.linkage;

import java.util.Arrays;

/// How often a linking is thought to err, from the match probabilities themselves and from how
/// often the blocking rules find the same pairs.
///
/// Links that blocking never proposed cannot be weighed. Their number has a lower bound from the
/// near-certain links that only one rule found and those that two found (Chao 1987, rules taken as
/// the captures). To it comes a stated allowance of one link in fifty, for what is recorded so
/// badly that it reaches no rule and no floor.
///
/// A link within a person is thought false no more often than its two ends are thought strangers to
/// that person: what one weak link leaves open, a sure one settles.
final class Calibration {

  private static final double BESIDE = 0.02;
  private static final double UPPER = 1.645;

  private final Edges edges;
  private final Placing placing;
  private final Nodes nodes;
  private final int[] central;
  private final int[] every;

  private Calibration(Edges edges, Placing placing, int[][] personOf, Nodes nodes) {
    this.edges = edges;
    this.placing = placing;
    this.nodes = nodes;
    this.central = personOf[Linking.CENTRAL.ordinal()];
    this.every = personOf[Linking.EVERY_DOUBTFUL.ordinal()];
  }

  static Linked.LinkError of(Edges edges, Placing placing, int[][] personOf, Nodes nodes) {
    return new Calibration(edges, placing, personOf, nodes).error();
  }

  private Linked.LinkError error() {
    double[] strange = strange();
    double expectedOfKept = 0;
    double found = 0;
    double foundAtMost = 0;
    double wrong = 0;
    long accepted = 0;
    for (int e = 0; e < placing.size(); e++) {
      double p = placing.probability[e];
      expectedOfKept += p;
      if (person(central, placing.left(e)) == person(central, placing.right(e))) {
        found += p;
        wrong += Math.min(1 - p, strange[placing.left(e)] + strange[placing.right(e)]);
        accepted++;
      }
      if (person(every, placing.left(e)) == person(every, placing.right(e))) {
        foundAtMost += p;
      }
    }
    double below = Math.max(0, edges.expected() - sum());
    double unseen =
        edges.foundOnce() * (double) edges.foundOnce() / (2.0 * Math.max(1, edges.foundTwice()));
    double known = expectedOfKept + below;
    double all = known + Math.min(known, unseen) + BESIDE * known;
    if (all < 1e-9) {
      return new Linked.LinkError(0, 0, 0);
    }
    double missed = Math.clamp((all - found) / all, 0, 1);
    double share = Math.clamp((all - foundAtMost) / all, 0, 1);
    double missedAtMost =
        Math.min(1, share + UPPER * Math.sqrt(share * (1 - share) / Math.max(1, people())));
    return new Linked.LinkError(missed, missedAtMost, accepted == 0 ? 0 : wrong / accepted);
  }

  private int person(int[] personOf, int node) {
    return personOf[nodes.records.item(node, 0)];
  }

  /// For each node, how likely it is a stranger to the person it was put with: what its surest link
  /// to that person leaves open.
  private double[] strange() {
    double[] strange = new double[nodes.size];
    Arrays.fill(strange, 1);
    for (int e = 0; e < placing.size(); e++) {
      int left = placing.left(e);
      int right = placing.right(e);
      if (person(central, left) == person(central, right)) {
        strange[left] = Math.min(strange[left], 1 - placing.probability[e]);
        strange[right] = Math.min(strange[right], 1 - placing.probability[e]);
      }
    }
    return strange;
  }

  private double sum() {
    double sum = 0;
    for (float weight : edges.weight()) {
      sum += Model.probability(weight);
    }
    return sum;
  }

  /// How many people have links: the links of one person stand or fall together, so people and not
  /// links are what chance is reckoned by.
  private int people() {
    int[] first = new int[central.length];
    int people = 0;
    for (int node = 0; node < nodes.size; node++) {
      int person = person(central, node);
      if (++first[person] == 2) {
        people++;
      }
    }
    return people;
  }
}
