package uk.candour.linkage;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/// Groups of nodes that are thought to be one person, joined two at a time, never against a guard.
///
/// The **hard** guards hold in every linking: two different well-formed numbers that name a person
/// for life, two people of one row, twins. The **soft** guard holds where precision matters: a link
/// that joins two groups whose other members speak against each other is a bridge between two
/// people, and is not crossed.
final class Clusters {

  private static final int WITNESSES = 5;
  private static final double LOUDEST = 10;

  /// Joining two groups of several wrongly makes many wrong pairs, so their members must speak for
  /// each other clearly.
  private static final double SUPPORT_OF_GROUPS = 4;

  private final Nodes nodes;
  private final PersonComparisons comparisons;
  private final Scorer scorer;
  private final int[] parent;
  private final int[] next;
  private final int[] tail;
  private final int[] sizes;
  private final int[][] lifeNumber;
  private final int[] rowMateStarts;
  private final int[] rowMates;
  private final int[] @Nullable [] witnesses;

  Clusters(
      Nodes nodes,
      Descriptions people,
      Frequencies frequencies,
      PersonComparisons comparisons,
      Scorer scorer,
      IntUnaryOperator rowOf) {
    this.nodes = nodes;
    this.comparisons = comparisons;
    this.scorer = scorer;
    parent = new int[nodes.size];
    next = new int[nodes.size];
    tail = new int[nodes.size];
    sizes = new int[nodes.size];
    witnesses = new int[nodes.size][];
    lifeNumber = new int[Descriptions.OTHER_SCHEME][nodes.size];
    for (int node = 0; node < nodes.size; node++) {
      parent[node] = node;
      next[node] = -1;
      tail[node] = node;
      sizes[node] = 1;
      int d = nodes.description[node];
      for (int n = 0; n < people.identifiers.count(d); n++) {
        int number = people.identifiers.item(d, n);
        int scheme = people.scheme(number);
        if (scheme < Descriptions.OTHER_SCHEME && !frequencies.isSharedNumber(number)) {
          lifeNumber[scheme][node] = number;
        }
      }
    }
    int[][] mates = rowMates(rowOf);
    rowMateStarts = mates[0];
    rowMates = mates[1];
  }

  /// For each node the other nodes that a row of its mentions.
  private int[][] rowMates(IntUnaryOperator rowOf) {
    int records = nodes.nodeOf.length;
    long[] rows = new long[records];
    for (int r = 0; r < records; r++) {
      rows[r] = rowOf.applyAsInt(r);
    }
    int[] order = Order.of(rows);
    int[] starts = new int[nodes.size + 1];
    eachMate(rows, order, (node, mate) -> starts[node + 1]++);
    for (int node = 0; node < nodes.size; node++) {
      starts[node + 1] += starts[node];
    }
    int[] at = Arrays.copyOf(starts, nodes.size);
    int[] mates = new int[starts[nodes.size]];
    eachMate(rows, order, (node, mate) -> mates[at[node]++] = mate);
    return new int[][] {starts, mates};
  }

  private interface Mate {
    void of(int node, int mate);
  }

  private void eachMate(long[] rows, int[] order, Mate mate) {
    for (int from = 0; from < order.length; ) {
      int to = from + 1;
      while (to < order.length && rows[order[to]] == rows[order[from]]) {
        to++;
      }
      for (int i = from; i < to; i++) {
        for (int j = from; j < to; j++) {
          if (i != j) {
            mate.of(nodes.nodeOf[order[i]], nodes.nodeOf[order[j]]);
          }
        }
      }
      from = to;
    }
  }

  int find(int node) {
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
    for (int[] numbers : lifeNumber) {
      if (numbers[root] == 0) {
        numbers[root] = numbers[other];
      }
    }
    return true;
  }

  /// The members of a group that say most, the first of equals kept.
  private int[] witnesses(int root) {
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

  private boolean isRefused(int rootA, int rootB) {
    for (int[] numbers : lifeNumber) {
      if (numbers[rootA] != 0 && numbers[rootB] != 0 && numbers[rootA] != numbers[rootB]) {
        return true;
      }
    }
    return shareARow(rootA, rootB)
        || (!haveLifeNumberInCommon(rootA, rootB) && areTwins(rootA, rootB));
  }

  private boolean haveLifeNumberInCommon(int rootA, int rootB) {
    for (int[] numbers : lifeNumber) {
      if (numbers[rootA] != 0 && numbers[rootA] == numbers[rootB]) {
        return true;
      }
    }
    return false;
  }

  private boolean shareARow(int rootA, int rootB) {
    int smaller = sizes[rootA] <= sizes[rootB] ? rootA : rootB;
    int larger = smaller == rootA ? rootB : rootA;
    for (int node = smaller; node >= 0; node = next[node]) {
      for (int i = rowMateStarts[node]; i < rowMateStarts[node + 1]; i++) {
        if (find(rowMates[i]) == larger) {
          return true;
        }
      }
    }
    return false;
  }

  /// Whether the witnesses of two groups are mostly two children of one birth and home.
  private boolean areTwins(int rootA, int rootB) {
    if (sizes[rootA] == 1 && sizes[rootB] == 1) {
      return false;
    }
    int twins = 0;
    int others = 0;
    for (int a : witnesses(rootA)) {
      for (int b : witnesses(rootB)) {
        scorer.weight(nodes.description[a], nodes.description[b]);
        int forename = Comparisons.level(scorer.pattern, PersonLevels.FORENAME);
        if (scorer.refusal == Refusal.TWINS) {
          twins++;
        } else if (forename != 0
            && !comparisons.areTwoForenames(forename, nodes.description[a], nodes.description[b])) {
          others++;
        }
      }
    }
    return twins > others;
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
    if ((sizes[rootA] == 1 && sizes[rootB] == 1) || haveLifeNumberInCommon(rootA, rootB)) {
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
