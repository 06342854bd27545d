package uk.candour.linkage;

/// Writes the links between nodes as links between records: each between the first records of two
/// nodes, and within a node from its first record to each other.
final class RecordLinks {

  private RecordLinks() {}

  static Linked.Links of(Placing placing, Nodes nodes, int[] central) {
    int size = nodes.nodeOf.length - nodes.size;
    for (int e = 0; e < placing.size(); e++) {
      size += placing.probability[e] >= Edges.FLOOR ? 1 : 0;
    }
    long[] pairs = new long[size];
    float[] probability = new float[size];
    boolean[] accepted = new boolean[size];
    int at = 0;
    for (int e = 0; e < placing.size(); e++) {
      if (placing.probability[e] < Edges.FLOOR) {
        continue;
      }
      int a = nodes.records.item(placing.left(e), 0);
      int b = nodes.records.item(placing.right(e), 0);
      pairs[at] = pair(a, b);
      probability[at] = placing.probability[e];
      accepted[at++] =
          central[a] == central[b]
              && (placing.used[e] || placing.probability[e] >= Linking.CENTRAL.threshold());
    }
    for (int node = 0; node < nodes.size; node++) {
      int first = nodes.records.item(node, 0);
      for (int n = 1; n < nodes.records.count(node); n++) {
        pairs[at] = pair(first, nodes.records.item(node, n));
        probability[at] = (float) Model.probability(nodes.says[node]);
        accepted[at++] = true;
      }
    }
    return sorted(pairs, probability, accepted);
  }

  private static long pair(int a, int b) {
    return ((long) Math.min(a, b) << 32) | Math.max(a, b);
  }

  private static Linked.Links sorted(long[] pairs, float[] probability, boolean[] accepted) {
    int[] order = Order.of(pairs);
    int[] left = new int[pairs.length];
    int[] right = new int[pairs.length];
    float[] sortedProbability = new float[pairs.length];
    boolean[] sortedAccepted = new boolean[pairs.length];
    for (int i = 0; i < order.length; i++) {
      left[i] = (int) (pairs[order[i]] >>> 32);
      right[i] = (int) pairs[order[i]];
      sortedProbability[i] = probability[order[i]];
      sortedAccepted[i] = accepted[order[i]];
    }
    return new Linked.Links(left, right, sortedProbability, sortedAccepted);
  }
}
