package uk.candour.linkage;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntUnaryOperator;

/// Clusters of a table's records. Where only records of different files are linked, a file is taken
/// to hold each person once, and no cluster has two records of one file.
final class TableClusters extends Clusters {

  private final BitSet[] files;

  /// @param fileOf the file of each record, or null where records of one file may be one
  TableClusters(
      Nodes nodes, Scorer scorer, @org.jspecify.annotations.Nullable IntUnaryOperator fileOf) {
    super(nodes, scorer);
    files = new BitSet[fileOf == null ? 0 : nodes.size];
    if (fileOf != null) {
      Arrays.setAll(files, node -> filesOf(nodes, node, fileOf));
    }
  }

  private static BitSet filesOf(Nodes nodes, int node, IntUnaryOperator fileOf) {
    var files = new BitSet();
    for (int n = 0; n < nodes.records.count(node); n++) {
      files.set(fileOf.applyAsInt(nodes.records.item(node, n)));
    }
    return files;
  }

  @Override
  boolean isRefused(int rootA, int rootB) {
    return files.length > 0 && files[rootA].intersects(files[rootB]);
  }

  @Override
  boolean haveProofInCommon(int rootA, int rootB) {
    return false;
  }

  @Override
  void merged(int root, int other) {
    if (files.length > 0) {
      files[root].or(files[other]);
    }
  }
}
