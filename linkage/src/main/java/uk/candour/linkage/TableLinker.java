package uk.candour.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;

/// Says which records of tables are one person, by settings or by what is chosen from the data.
///
/// The records are first put in the order of their files' names and their ids, so that neither the
/// order of rows and files nor the number of threads shows in the result.
public final class TableLinker {

  private TableLinker() {}

  /// Links the records on the given number of threads.
  ///
  /// @param settings of which every column is one of the table's
  /// @param progress told the percentage done, now and then, by one thread at a time
  public static LinkedTable link(
      Linkable given, LinkSettings settings, int threads, IntConsumer progress) {
    progress.accept(0);
    int[] order = given.inOrderOfIds();
    Linkable table = given.inOrder(order);
    LinkSettings full = TableDefaults.complete(table, settings);
    List<LinkSettings.Compared> comparisons = full.comparisons();
    List<List<Expression>> rules = full.blocking();
    LinkSettings.Threshold threshold = full.threshold();
    if (comparisons == null || rules == null || threshold == null) {
      throw new IllegalStateException("settings are not complete");
    }
    progress.accept(10);
    boolean acrossFilesAlone = full.link() == LinkSettings.Link.LINK_ONLY;
    var forms = new TableForms(table, comparisons, rules, acrossFilesAlone);
    Blocks blocks = TableBlocking.of(forms, rules, comparisons);
    progress.accept(20);
    var compared = new TableComparisons(forms);
    LinkSettings.Train train = full.train();
    Model model =
        Training.train(
            compared,
            blocks,
            new Training.Pace(
                train.randomPairs(),
                train.candidatePairs(),
                train.rounds(),
                train.matchProbability()),
            threads);
    progress.accept(45);
    var scorer = new Scorer(compared, model);
    double least = threshold.probability();
    Edges edges = weighed(scorer, blocks, forms.size, Math.min(Edges.FLOOR, least), threads);
    progress.accept(85);
    IntUnaryOperator fileOf = acrossFilesAlone ? table.source() : null;
    IntUnaryOperator apart = acrossFilesAlone ? table.source() : r -> r;
    Nodes nodes = Nodes.of(forms.records, table.size(), scorer, apart);
    var placing = new Placing(edges, nodes, new TableClusters(nodes, scorer, fileOf));
    int[] cluster =
        switch (full.clustering()) {
          case GUARDED -> placing.place(least);
          case CONNECTED -> placing.connect(least);
        };
    progress.accept(100);
    return new LinkedTable(
        given, order, full, cluster, forms, blocks, scorer, threads, notes(blocks));
  }

  static Edges weighed(Scorer scorer, Blocks blocks, int size, double floor, int threads) {
    return Edges.of(
        Workers.run(threads, size, () -> Linker.weighing(scorer.another(), blocks, size, floor)));
  }

  private static List<String> notes(Blocks blocks) {
    List<String> notes = new ArrayList<>();
    for (Linked.LargeBlock block : blocks.largest()) {
      if (block.skipped()) {
        notes.add(
            "%d records agree on %s, too many to compare each with each; other rules may."
                .formatted(block.records(), block.rule()));
      }
    }
    return notes;
  }
}
