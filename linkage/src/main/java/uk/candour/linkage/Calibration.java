package uk.candour.linkage;

/// How often a linking is thought to err, from the match probabilities themselves and from how
/// often the blocking rules find the same pairs.
///
/// Links that blocking never proposed cannot be weighed. Their number has a lower bound from the
/// near-certain links that only one rule found and those that two found (Chao 1987, rules taken as
/// the captures); the stated allowance is that bound and one link in two hundred.
final class Calibration {

  private static final double BESIDE = 0.005;
  private static final double UPPER = 1.645;

  private Calibration() {}

  static Linked.LinkError of(Edges edges, Placing placing, int[][] personOf, Nodes nodes) {
    double expectedOfKept = 0;
    double found = 0;
    double foundAtMost = 0;
    double wrong = 0;
    long accepted = 0;
    int[] central = personOf[Linking.CENTRAL.ordinal()];
    int[] every = personOf[Linking.EVERY_DOUBTFUL.ordinal()];
    for (int e = 0; e < placing.size(); e++) {
      double p = placing.probability[e];
      int a = nodes.records.item(placing.left(e), 0);
      int b = nodes.records.item(placing.right(e), 0);
      expectedOfKept += p;
      if (central[a] == central[b]) {
        found += p;
        wrong += 1 - p;
        accepted++;
      }
      if (every[a] == every[b]) {
        foundAtMost += p;
      }
    }
    double below = Math.max(0, edges.expected() - sum(edges));
    double unseen =
        edges.foundOnce() * (double) edges.foundOnce() / (2.0 * Math.max(1, edges.foundTwice()));
    double known = expectedOfKept + below;
    double allowance = Math.min(known, unseen) + BESIDE * known;
    double all = known + allowance;
    if (all < 1e-9) {
      return new Linked.LinkError(0, 0, 0);
    }
    double missed = Math.clamp((all - found) / all, 0, 1);
    double share = Math.clamp((all - foundAtMost) / all, 0, 1);
    double missedAtMost =
        Math.min(1, share + UPPER * Math.sqrt(share * (1 - share) / Math.max(1, all)));
    return new Linked.LinkError(missed, missedAtMost, accepted == 0 ? 0 : wrong / accepted);
  }

  private static double sum(Edges edges) {
    double sum = 0;
    for (float weight : edges.weight()) {
      sum += Model.probability(weight);
    }
    return sum;
  }
}
