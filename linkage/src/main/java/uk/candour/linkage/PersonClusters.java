package uk.candour.linkage;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/// Clusters of people. Never joined, in any linking: two different well-formed numbers that name a
/// person for life, two people of one row, twins. A number in common that names a person for life
/// settles who it is.
final class PersonClusters extends Clusters {

  private final PersonComparisons comparisons;
  private final int[][] lifeNumber;
  private final int[] rowMateStarts;
  private final int[] rowMates;

  PersonClusters(
      Nodes nodes,
      Descriptions people,
      Frequencies frequencies,
      PersonComparisons comparisons,
      Scorer scorer,
      IntUnaryOperator rowOf) {
    super(nodes, scorer);
    this.comparisons = comparisons;
    lifeNumber = new int[Descriptions.OTHER_SCHEME][nodes.size];
    for (int node = 0; node < nodes.size; node++) {
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

  @Override
  boolean isRefused(int rootA, int rootB) {
    for (int[] numbers : lifeNumber) {
      if (numbers[rootA] != 0 && numbers[rootB] != 0 && numbers[rootA] != numbers[rootB]) {
        return true;
      }
    }
    return shareARow(rootA, rootB) || (!haveProofInCommon(rootA, rootB) && areTwins(rootA, rootB));
  }

  @Override
  boolean haveProofInCommon(int rootA, int rootB) {
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

  @Override
  void merged(int root, int other) {
    for (int[] numbers : lifeNumber) {
      if (numbers[root] == 0) {
        numbers[root] = numbers[other];
      }
    }
  }
}
