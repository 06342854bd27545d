package uk.candour.linkage;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Who is who: the people that the records describe, three times over, with the links they rest on.
///
/// A person is a number from 0; people are numbered by their first record, so that the partition
/// depends on neither threads nor the order of work.
public final class Linked {

  private final int[][] personOf;
  private final Links links;
  private final LinkError error;
  private final List<LargeBlock> largestBlocks;
  private final int[] sameAs;
  private final int[] explained;
  private final @Nullable Explainer explainer;

  /// @param personOf the partitions, in the order of [Linking]
  /// @param sameAs the first record that says the same, for every record
  /// @param explained the description of every record, by which the explainer knows it
  Linked(
      int[][] personOf,
      Links links,
      LinkError error,
      List<LargeBlock> largestBlocks,
      int[] sameAs,
      int[] explained,
      @Nullable Explainer explainer) {
    this.sameAs = sameAs;
    this.explained = explained;
    this.explainer = explainer;
    this.personOf = personOf.clone();
    this.links = links;
    this.error = error;
    this.largestBlocks = List.copyOf(largestBlocks);
  }

  /// Who is who where it was not worked out here but is given, as a table made by hand gives it.
  ///
  /// @param personOf the partitions, in the order of [Linking], people numbered by their first
  ///   record
  public static Linked of(int[][] personOf, Links links, LinkError error) {
    if (personOf.length != Linking.values().length) {
      throw new IllegalArgumentException(
          personOf.length
              + " partitions are given, one a linking is expected: "
              + Linking.values().length);
    }
    int[] itself = IntStream.range(0, personOf[0].length).toArray();
    return new Linked(personOf, links, error, List.of(), itself, itself, null);
  }

  /// The person of every record in one linking; not to be written to.
  public int[] personOf(Linking linking) {
    return personOf[linking.ordinal()];
  }

  /// For every record the first record that says the same in other or equal words and is one person
  /// with it; not to be written to. A link of either is a link of both, so whoever asks which links
  /// held when only some records were known asks it of these groups.
  public int[] sameAs() {
    return sameAs;
  }

  /// Why two records are thought to be one person or two. Throws [IllegalStateException] where who
  /// is who was given and not worked out.
  public Explanation explain(int recordA, int recordB) {
    if (explainer == null) {
      throw new IllegalStateException("who is who was given here and not worked out");
    }
    return explainer.explain(explained[recordA], explained[recordB]);
  }

  /// The links of at least the doubtful floor (0.10), those included that were not accepted.
  public Links links() {
    return links;
  }

  /// How often the central linking is thought to err.
  public LinkError error() {
    return error;
  }

  /// The blocks that held the most records, the largest first.
  public List<LargeBlock> largestBlocks() {
    return largestBlocks;
  }

  /// Links between records, in columns, sorted by left record and then right, left before right:
  /// between the first records of two groups that say the same ([#sameAs]), and within a group from
  /// its first record to each other.
  ///
  /// @param accepted whether both ends are one person in the central linking because of this link
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  public record Links(int[] left, int[] right, float[] probability, boolean[] accepted) {
    public int size() {
      return left.length;
    }
  }

  /// The linkage's own measure of its errors, from its calibration.
  ///
  /// @param missed the share of true links that the central linking is thought to miss
  /// @param missedAtMost an upper 95% limit of the share of true links missed when every doubtful
  ///   link is accepted
  /// @param falseLinks the share of accepted links thought to be false
  public record LinkError(double missed, double missedAtMost, double falseLinks) {}

  /// A block of records that share a blocking value.
  ///
  /// @param rule the blocking rule, in words
  /// @param records how many records share the value
  /// @param skipped whether the block was too large to compare within and was left to other rules
  public record LargeBlock(String rule, int records, boolean skipped) {}
}
