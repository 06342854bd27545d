package uk.candour.linkage;

import java.util.List;
import java.util.function.IntConsumer;

/// Says who is who among records that describe people: distinct descriptions, frequencies, blocks,
/// training, weighing, placing.
public final class Linker {

  /// Pairs below this weight (a probability of 0.01) count for nothing, not even for the links
  /// thought to be missed.
  private static final double LEAST_WEIGHT = Model.bits(0.01 / 0.99);

  private Linker() {}

  /// Links people on the given number of threads.
  ///
  /// @param progress told the percentage done, now and then, by one thread at a time
  public static Linked link(PersonColumns people, int threads, IntConsumer progress) {
    progress.accept(0);
    Descriptions descriptions = Descriptions.of(people);
    Frequencies frequencies = new Frequencies(descriptions);
    progress.accept(10);
    Blocks blocks = PersonBlocking.of(descriptions, frequencies);
    progress.accept(20);
    PersonComparisons comparisons = new PersonComparisons(descriptions, frequencies);
    Model model = Training.train(comparisons, blocks, Training.Pace.USUAL, threads);
    progress.accept(40);
    Scorer scorer = new Scorer(comparisons, model);
    Edges edges =
        Edges.of(
            Workers.run(
                threads,
                descriptions.size,
                () -> weighing(scorer.another(), blocks, descriptions.size, Edges.FLOOR)));
    List<Linked.LargeBlock> largest = blocks.largest();
    progress.accept(80);
    Nodes nodes = Nodes.of(descriptions.records, people.size(), scorer, people.row());
    Clusters clusters =
        new PersonClusters(nodes, descriptions, frequencies, comparisons, scorer, people.row());
    Placing placing = new Placing(edges, nodes, clusters);
    int[][] personOf = placing.place();
    progress.accept(95);
    Linked.Links links = RecordLinks.of(placing, nodes, personOf[Linking.CENTRAL.ordinal()]);
    Linked.LinkError error = Calibration.of(edges, placing, personOf, nodes);
    progress.accept(100);
    return new Linked(
        personOf,
        links,
        error,
        largest,
        descriptionOf(nodes),
        descriptions.descriptionOf,
        new Explainer(scorer));
  }

  /// @param floor the least match probability of a pair that is kept
  static Workers.Work<Edges.Run> weighing(Scorer scorer, Blocks blocks, int size, double floor) {
    Candidates candidates = new Candidates(blocks, size);
    return (from, to) -> {
      Edges.Run run = new Edges.Run(floor);
      for (int a = from; a < to; a++) {
        candidates.gatherLater(a);
        for (int n = 0; n < candidates.size(); n++) {
          double weight = scorer.weightAbove(LEAST_WEIGHT, a, candidates.candidate(n));
          if (weight >= LEAST_WEIGHT && scorer.refusal == Refusal.NONE) {
            run.add(a, candidates.candidate(n), weight, candidates.rules(n));
          }
        }
      }
      return run.trimmed();
    };
  }

  /// For each record the first record of its node.
  private static int[] descriptionOf(Nodes nodes) {
    int[] first = new int[nodes.nodeOf.length];
    for (int r = 0; r < first.length; r++) {
      first[r] = nodes.records.item(nodes.nodeOf[r], 0);
    }
    return first;
  }
}
