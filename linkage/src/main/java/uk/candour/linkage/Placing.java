package uk.candour.linkage;

import java.util.Arrays;

/// Turns weighed pairs into people, three times over, each time coarser than before.
///
/// Nodes that say enough to be told from everybody else are joined first, the surest link first.
/// Those that say little ("Chloe, 14") are then placed one by one, the one that says most first:
/// where several people fit, the probability is shared among them, so a node is placed only where
/// one person stands out. Then the same again with the links of at least 0.5. Last, every doubtful
/// link is accepted that no hard guard refuses.
final class Placing {

  /// A description that says more than this tells its person from all others: odds of 100 to 1.
  private static final double TELLING = 6.6;

  private static final int RIVALS = 4;
  private static final double MORE = 5;
  private static final double QUARREL = -1;
  private static final double AGAINST = -4;

  private final Edges edges;
  private final Nodes nodes;
  private final Clusters clusters;
  private final int[] left;
  private final int[] right;
  private final float[] weight;

  /// The match probability of each link after sharing.
  final float[] probability;

  final boolean[] used;
  private final int[] edgeStarts;
  private final int[] edgesOf;
  private final int[] places;
  private final boolean[] telling;

  Placing(Edges edges, Nodes nodes, Clusters clusters) {
    this.edges = edges;
    this.nodes = nodes;
    this.clusters = clusters;
    Links links = links();
    left = links.left;
    right = links.right;
    weight = links.weight;
    probability = new float[left.length];
    used = new boolean[left.length];
    edgeStarts = new int[nodes.size + 1];
    for (int e = 0; e < left.length; e++) {
      probability[e] = (float) Model.probability(weight[e]);
      edgeStarts[left[e] + 1]++;
      edgeStarts[right[e] + 1]++;
    }
    for (int node = 0; node < nodes.size; node++) {
      edgeStarts[node + 1] += edgeStarts[node];
    }
    edgesOf = new int[left.length * 2];
    int[] at = Arrays.copyOf(edgeStarts, nodes.size);
    for (int e = 0; e < left.length; e++) {
      edgesOf[at[left[e]]++] = e;
      edgesOf[at[right[e]]++] = e;
    }
    telling = telling();
    places = weakest();
  }

  @SuppressWarnings("ArrayRecordComponent") // a run of columns, never compared
  private record Links(int[] left, int[] right, float[] weight) {}

  /// The links between nodes: for each pair of descriptions those of all their nodes, and within a
  /// description that stands for several nodes a link from the first to each other.
  private Links links() {
    long count = 0;
    for (int e = 0; e < edges.size(); e++) {
      count += (long) copies(edges.left()[e]) * copies(edges.right()[e]);
    }
    int descriptions = 0;
    for (int node = 0; node < nodes.size; node++) {
      descriptions = Math.max(descriptions, nodes.description[node] + 1);
    }
    float least = (float) Model.bits(Edges.FLOOR / (1 - Edges.FLOOR));
    for (int d = 0; d < descriptions; d++) {
      if (nodes.nodesOf.count(d) > 1 && nodes.says[nodes.nodesOf.item(d, 0)] >= least) {
        count += nodes.nodesOf.count(d) - 1;
      }
    }
    int size = Math.toIntExact(count);
    Links links = new Links(new int[size], new int[size], new float[size]);
    int at = 0;
    for (int e = 0; e < edges.size(); e++) {
      int a = edges.left()[e];
      int b = edges.right()[e];
      for (int i = 0; i < copies(a); i++) {
        for (int j = 0; j < copies(b); j++) {
          at =
              set(links, at, nodes.nodesOf.item(a, i), nodes.nodesOf.item(b, j), edges.weight()[e]);
        }
      }
    }
    for (int d = 0; d < descriptions; d++) {
      int first = nodes.nodesOf.count(d) == 0 ? 0 : nodes.nodesOf.item(d, 0);
      if (nodes.nodesOf.count(d) > 1 && nodes.says[first] >= least) {
        for (int n = 1; n < nodes.nodesOf.count(d); n++) {
          at = set(links, at, first, nodes.nodesOf.item(d, n), nodes.says[first]);
        }
      }
    }
    return links;
  }

  /// How many of a description's nodes have links to others: all, up to a number that keeps the
  /// links of thousands of equal short descriptions in bounds.
  private int copies(int description) {
    return Math.min(MOST_COPIES, nodes.nodesOf.count(description));
  }

  private static final int MOST_COPIES = 60;

  private static int set(Links links, int at, int a, int b, float weight) {
    links.left[at] = a;
    links.right[at] = b;
    links.weight[at] = weight;
    return at + 1;
  }

  int size() {
    return left.length;
  }

  int left(int link) {
    return left[link];
  }

  int right(int link) {
    return right[link];
  }

  /// The nodes that do not tell their person from others, the one that says most first.
  private int[] weakest() {
    long[] keys = new long[nodes.size];
    int[] weak = new int[nodes.size];
    int size = 0;
    for (int node = 0; node < nodes.size; node++) {
      if (!isTelling(node) && edgeStarts[node + 1] > edgeStarts[node]) {
        keys[size] = descending(nodes.says[node]);
        weak[size++] = node;
      }
    }
    Order.sort(keys, weak, size);
    return Arrays.copyOf(weak, size);
  }

  private boolean isTelling(int node) {
    return telling[node];
  }

  /// Which nodes tell their person from all others: they say enough, and no two better known nodes
  /// that both fit them speak against each other.
  private boolean[] telling() {
    boolean[] tells = new boolean[nodes.size];
    int[] rivals = new int[RIVALS];
    for (int node = 0; node < nodes.size; node++) {
      tells[node] = nodes.says[node] >= TELLING && !haveQuarrel(rivals, rivals(node, rivals));
    }
    return tells;
  }

  /// The nodes that say clearly more than a node and probably are one person with it, the surest
  /// first, as many as the array holds; how many they are.
  private int rivals(int node, int[] rivals) {
    int size = 0;
    float[] weights = new float[rivals.length];
    for (int i = edgeStarts[node]; i < edgeStarts[node + 1]; i++) {
      int e = edgesOf[i];
      int other = other(e, node);
      if (weight[e] <= 0 || nodes.says[other] < nodes.says[node] + MORE) {
        continue;
      }
      int at = Math.min(size, rivals.length - 1);
      if (size == rivals.length && weights[at] >= weight[e]) {
        continue;
      }
      while (at > 0 && weights[at - 1] < weight[e]) {
        weights[at] = weights[at - 1];
        rivals[at] = rivals[at - 1];
        at--;
      }
      weights[at] = weight[e];
      rivals[at] = other;
      size = Math.min(size + 1, rivals.length);
    }
    return size;
  }

  private boolean haveQuarrel(int[] rivals, int size) {
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        if (clusters.weight(rivals[i], rivals[j]) < QUARREL) {
          return true;
        }
      }
    }
    return false;
  }

  /// A key that sorts the greatest first.
  private static long descending(float value) {
    int bits = Float.floatToIntBits(value);
    int ascending = bits ^ (bits >> 31 & Integer.MAX_VALUE);
    return ~((long) ascending - Integer.MIN_VALUE) & 0xffffffffL;
  }

  /// The partitions, in the order of [Linking].
  int[][] place() {
    int[] surest = surestFirst();
    int[][] partitions = new int[Linking.values().length][];
    for (Linking linking : new Linking[] {Linking.NO_DOUBTFUL, Linking.CENTRAL}) {
      placeFrom(linking.threshold(), surest);
      partitions[linking.ordinal()] = clusters.personOf();
    }
    doubtTheRefused();
    for (int e : surest) {
      if (probability[e] >= Linking.EVERY_DOUBTFUL.threshold()) {
        clusters.join(left[e], right[e]);
      }
    }
    partitions[Linking.EVERY_DOUBTFUL.ordinal()] = clusters.personOf();
    return partitions;
  }

  /// The partition by one threshold: what is near certain first.
  int[] place(double threshold) {
    int[] surest = surestFirst();
    if (threshold < Linking.NO_DOUBTFUL.threshold()) {
      placeFrom(Linking.NO_DOUBTFUL.threshold(), surest);
    }
    placeFrom(threshold, surest);
    return clusters.personOf();
  }

  /// The partition by one threshold that takes every link which no hard guard refuses.
  int[] connect(double threshold) {
    for (int e : surestFirst()) {
      if (Model.probability(weight[e]) >= threshold) {
        clusters.join(left[e], right[e]);
      }
    }
    return clusters.personOf();
  }

  private void placeFrom(double threshold, int[] surest) {
    for (int e : surest) {
      if (Model.probability(weight[e]) < threshold) {
        break;
      }
      if (isTelling(left[e]) && isTelling(right[e])) {
        used[e] |= clusters.joinSupported(left[e], right[e]);
      }
    }
    for (int node : places) {
      place(node, threshold);
    }
  }

  private int[] surestFirst() {
    long[] keys = new long[left.length];
    int[] order = new int[left.length];
    for (int e = 0; e < order.length; e++) {
      keys[e] = descending(weight[e]);
      order[e] = e;
    }
    Order.sort(keys, order, order.length);
    return order;
  }

  /// Places a node with the person that stands out among those it fits, if one does.
  private void place(int node, double threshold) {
    int own = clusters.find(node);
    double all = 0;
    int bestEdge = -1;
    int from = edgeStarts[node];
    int to = edgeStarts[node + 1];
    for (int i = from; i < to; i++) {
      int e = edgesOf[i];
      int root = clusters.find(other(e, node));
      if (root == own || comesLater(other(e, node), node)) {
        continue;
      }
      if (bestEdge < 0 || weight[e] > weight[bestEdge]) {
        bestEdge = e;
      }
      if (isBestOfItsPerson(node, i, root)) {
        all += odds(e);
      }
    }
    if (bestEdge < 0) {
      return;
    }
    for (int i = from; i < to; i++) {
      int e = edgesOf[i];
      int root = clusters.find(other(e, node));
      if (root != own && !comesLater(other(e, node), node)) {
        double others = all - odds(bestOf(node, root));
        probability[e] = (float) (odds(e) / (1 + odds(e) + Math.max(0, others)));
      }
    }
    if (probability[bestEdge] >= threshold) {
      used[bestEdge] |= clusters.joinSupported(left[bestEdge], right[bestEdge]);
    }
  }

  private double odds(int e) {
    return Math.pow(2, Math.min(40, weight[e]));
  }

  private int other(int e, int node) {
    return left[e] == node ? right[e] : left[e];
  }

  /// Whether the other node says less and is placed after this one.
  private boolean comesLater(int other, int node) {
    return !isTelling(other)
        && (nodes.says[other] < nodes.says[node]
            || (nodes.says[other] == nodes.says[node] && other > node));
  }

  private boolean isBestOfItsPerson(int node, int place, int root) {
    return bestOf(node, root) == edgesOf[place];
  }

  /// The surest link of a node to a person, the first of equals.
  private int bestOf(int node, int root) {
    int best = -1;
    for (int i = edgeStarts[node]; i < edgeStarts[node + 1]; i++) {
      int e = edgesOf[i];
      if (clusters.find(other(e, node)) == root
          && !comesLater(other(e, node), node)
          && (best < 0 || weight[e] > weight[best])) {
        best = e;
      }
    }
    return best;
  }

  /// Settles the links between people who were not joined. Where the other members of both groups
  /// speak against each other, a link says no more than that two short descriptions are alike, and
  /// is not even doubtful; where they are of two minds, the link is a doubtful one however sure its
  /// two ends looked by themselves.
  private void doubtTheRefused() {
    for (int e = 0; e < left.length; e++) {
      if (probability[e] < Edges.FLOOR || clusters.find(left[e]) == clusters.find(right[e])) {
        continue;
      }
      double support = clusters.supportOf(left[e], right[e]);
      probability[e] =
          support < AGAINST
              ? (float) (Edges.FLOOR / 2)
              : Math.min(probability[e], (float) (Linking.CENTRAL.threshold() - 0.01));
    }
  }
}
