package uk.candour.linkage;

import org.jspecify.annotations.Nullable;

/// Groups of nodes that are thought to be one person, joined two at a time, never against a guard.
///
/// The **hard** guards hold in every linking and depend on what is linked ([PersonClusters],
/// [TableClusters]). The **soft** guard holds where precision matters: a link that joins two groups
/// whose other members speak against each other is a bridge between two people, and is not crossed.
abstract class Clusters {

  private static final int WITNESSES = 5;
  private static final double LOUDEST = 10;

  /// Joining two groups of several wrongly makes many wrong pairs, so their members must speak for
  /// each other clearly.
  private static final double SUPPORT_OF_GROUPS = 4;

  final Nodes nodes;
  final Scorer scorer;
  private final int[] parent;
  final int[] next;
  private final int[] tail;
  final int[] sizes;
  private final int[] @Nullable [] witnesses;

  Clusters(Nodes nodes, Scorer scorer) {
    this.nodes = nodes;
    this.scorer = scorer;
    parent = new int[nodes.size];
    next = new int[nodes.size];
    tail = new int[nodes.size];
    sizes = new int[nodes.size];
    witnesses = new int[nodes.size][];
    for (int node = 0; node < nodes.size; node++) {
      parent[node] = node;
      next[node] = -1;
      tail[node] = node;
      sizes[node] = 1;
    }
  }

  /// Whether two groups must not be joined, whatever their links say.
  abstract boolean isRefused(int rootA, int rootB);

  /// Whether two groups have something in common that settles that they are one.
  abstract boolean haveProofInCommon(int rootA, int rootB);

  /// Told that a group has taken in another.
  abstract void merged(int root, int other);

  final int find(int node) {
    int root = node;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }

  /// Joins the groups of two nodes where the hard guards let it; whether they are one afterwards.
  boolean join(int a, int b) {
    int rootA = find(a);
    int rootB = find(b);
    return rootA == rootB || (!isRefused(rootA, rootB) && merge(rootA, rootB));
  }

  /// Joins the groups of two nodes where both kinds of guard let it.
  boolean joinSupported(int a, int b) {
    int rootA = find(a);
    int rootB = find(b);
    return rootA == rootB
        || (!isRefused(rootA, rootB) && isSupported(rootA, rootB) && merge(rootA, rootB));
  }

  private boolean merge(int rootA, int rootB) {
    int root = sizes[rootA] >= sizes[rootB] ? rootA : rootB;
    int other = root == rootA ? rootB : rootA;
    int[] all = best(witnesses(root), witnesses(other));
    witnesses[root] = all;
    witnesses[other] = null;
    parent[other] = root;
    next[tail[root]] = other;
    tail[root] = tail[other];
    sizes[root] += sizes[other];
    merged(root, other);
    return true;
  }

  /// The members of a group that say most, the first of equals kept.
  final int[] witnesses(int root) {
    int[] known = witnesses[root];
    return known == null ? new int[] {root} : known;
  }

  private int[] best(int[] a, int[] b) {
    int[] both = new int[Math.min(WITNESSES, a.length + b.length)];
    int i = 0;
    int j = 0;
    for (int n = 0; n < both.length; n++) {
      boolean fromA = j == b.length || (i < a.length && saysMore(a[i], b[j]));
      both[n] = fromA ? a[i++] : b[j++];
    }
    return both;
  }

  private boolean saysMore(int a, int b) {
    return nodes.says[a] != nodes.says[b] ? nodes.says[a] > nodes.says[b] : a < b;
  }

  private boolean isSupported(int rootA, int rootB) {
    boolean bothSeveral = sizes[rootA] > 1 && sizes[rootB] > 1;
    return support(rootA, rootB) >= (bothSeveral ? SUPPORT_OF_GROUPS : 0);
  }

  /// The match weight of two nodes, far below any other where they are refused.
  double weight(int a, int b) {
    double weight = scorer.weight(nodes.description[a], nodes.description[b]);
    return scorer.refusal == Refusal.NONE ? weight : Double.NEGATIVE_INFINITY;
  }

  /// What the witnesses of the groups of two nodes say of each other on average, in bits without
  /// the prior, none being heard louder than another; infinite for two single nodes, and for groups
  /// that have a number that names a person for life in common.
  double supportOf(int a, int b) {
    return support(find(a), find(b));
  }

  private double support(int rootA, int rootB) {
    if ((sizes[rootA] == 1 && sizes[rootB] == 1) || haveProofInCommon(rootA, rootB)) {
      return Double.POSITIVE_INFINITY;
    }
    double sum = 0;
    int count = 0;
    for (int a : witnesses(rootA)) {
      for (int b : witnesses(rootB)) {
        double weight = scorer.weight(nodes.description[a], nodes.description[b]);
        sum +=
            scorer.refusal == Refusal.NONE
                ? Math.clamp(weight - scorer.prior(), -LOUDEST, LOUDEST)
                : -LOUDEST;
        count++;
      }
    }
    return sum / count;
  }

  /// The group of every record, numbered by first record.
  int[] personOf() {
    int[] personOf = new int[nodes.nodeOf.length];
    int[] numbers = new int[nodes.size];
    int people = 0;
    for (int r = 0; r < personOf.length; r++) {
      int root = find(nodes.nodeOf[r]);
      if (numbers[root] == 0) {
        numbers[root] = ++people;
      }
      personOf[r] = numbers[root] - 1;
    }
    return personOf;
  }
}
