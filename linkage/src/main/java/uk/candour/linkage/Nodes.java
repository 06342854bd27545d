package uk.candour.linkage;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/// What is clustered: a description whose own words make it one person, with all its records; or
/// one record of a description that several people may share ("Ali, about 15").
///
/// A description stands for one person when the match probability of two of its records is at least
/// 0.95 and no row mentions it twice.
final class Nodes {

  /// The description of each node.
  final int[] description;

  /// The match weight of a node's description with itself, in bits: how much it says.
  final float[] says;

  /// The node of each record.
  final int[] nodeOf;

  /// The records of each node.
  final Lists records;

  /// The nodes of each description.
  final Lists nodesOf;

  final int size;

  private Nodes(int[] description, float[] says, int[] nodeOf, int descriptions) {
    this.description = description;
    this.says = says;
    this.nodeOf = nodeOf;
    this.size = description.length;
    this.records = Lists.inverse(nodeOf, size);
    this.nodesOf = Lists.inverse(description, descriptions);
  }

  /// @param recordsOf the records of each description
  /// @param records how many records there are
  /// @param rowOf the row of each record: two of one row are two people
  static Nodes of(Lists recordsOf, int records, Scorer scorer, IntUnaryOperator rowOf) {
    int descriptions = recordsOf.things();
    int[] description = new int[records];
    float[] says = new float[records];
    int[] nodeOf = new int[records];
    int size = 0;
    double whole =
        Model.bits(Linking.NO_DOUBTFUL.threshold() / (1 - Linking.NO_DOUBTFUL.threshold()));
    for (int d = 0; d < descriptions; d++) {
      double weight = scorer.weight(d, d);
      float said =
          (float)
              (scorer.refusal == Refusal.NONE || scorer.refusal == Refusal.TWINS ? weight : -99);
      boolean together = said >= whole && rowsDiffer(recordsOf, d, rowOf);
      for (int n = 0; n < recordsOf.count(d); n++) {
        if (n == 0 || !together) {
          description[size] = d;
          says[size++] = said;
        }
        nodeOf[recordsOf.item(d, n)] = size - 1;
      }
    }
    return new Nodes(
        Arrays.copyOf(description, size), Arrays.copyOf(says, size), nodeOf, descriptions);
  }

  private static boolean rowsDiffer(Lists records, int description, IntUnaryOperator rowOf) {
    int count = records.count(description);
    if (count == 1) {
      return true;
    }
    int[] rows = new int[count];
    for (int n = 0; n < count; n++) {
      rows[n] = rowOf.applyAsInt(records.item(description, n));
    }
    Arrays.sort(rows);
    for (int n = 1; n < count; n++) {
      if (rows[n] == rows[n - 1]) {
        return false;
      }
    }
    return true;
  }
}
