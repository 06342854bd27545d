package uk.candour.linkage;

import java.util.List;

/// Which records of tables are one, and why.
public final class LinkedTable {

  /// The least match probability of the pairs that are told ([#pairs]).
  public static final double LEAST_TOLD = 0.01;

  private final Linkable given;
  private final int[] order;
  private final int[] placeOf;
  private final LinkSettings settings;
  private final int[] cluster;
  private final TableForms forms;
  private final Blocks blocks;
  private final Scorer scorer;
  private final int threads;
  private final List<String> notes;

  /// @param order the given record at each place of the order that was worked in
  /// @param cluster the cluster of each place
  LinkedTable(
      Linkable given,
      int[] order,
      LinkSettings settings,
      int[] cluster,
      TableForms forms,
      Blocks blocks,
      Scorer scorer,
      int threads,
      List<String> notes) {
    this.given = given;
    this.order = order;
    this.settings = settings;
    this.cluster = cluster;
    this.forms = forms;
    this.blocks = blocks;
    this.scorer = scorer;
    this.threads = threads;
    this.notes = List.copyOf(notes);
    placeOf = new int[order.length];
    for (int place = 0; place < order.length; place++) {
      placeOf[order[place]] = place;
    }
  }

  /// The settings as they were, with all that was chosen from the data.
  public LinkSettings settings() {
    return settings;
  }

  /// What whoever asked has to know: blocks that were too large to compare within.
  public List<String> notes() {
    return notes;
  }

  /// The cluster of a record; clusters are numbered from 0 by their first record in the order of
  /// files' names and ids.
  public int cluster(int record) {
    return cluster[placeOf[record]];
  }

  /// The names of the comparisons.
  public List<String> comparisons() {
    return scorer.comparisons().names();
  }

  /// Takes one pair.
  public interface PairSink {

    /// Takes one pair.
    ///
    /// @param left the record that comes first in the order of files' names and ids
    /// @param levels the outcome of each comparison in words, empty where either side has nothing
    void pair(int left, int right, double weight, double probability, List<String> levels);
  }

  /// Gives every compared pair of records with a match probability of [#LEAST_TOLD] or more.
  public void pairs(PairSink sink) {
    Edges edges = TableLinker.weighed(scorer, blocks, forms.size, LEAST_TOLD, threads);
    int e = 0;
    for (int d = 0; d < forms.size; d++) {
      if (forms.records.count(d) > 1) {
        double weight = scorer.weight(d, d);
        if (Model.probability(weight) >= LEAST_TOLD && areCompared(d)) {
          List<String> levels = levels();
          for (int i = 0; i < forms.records.count(d); i++) {
            for (int j = i + 1; j < forms.records.count(d); j++) {
              tell(sink, forms.records.item(d, i), forms.records.item(d, j), weight, levels);
            }
          }
        }
      }
      for (; e < edges.size() && edges.left()[e] == d; e++) {
        int other = edges.right()[e];
        double weight = scorer.weight(d, other);
        List<String> levels = levels();
        for (int i = 0; i < forms.records.count(d); i++) {
          for (int j = 0; j < forms.records.count(other); j++) {
            tell(sink, forms.records.item(d, i), forms.records.item(other, j), weight, levels);
          }
        }
      }
    }
  }

  private void tell(PairSink sink, int a, int b, double weight, List<String> levels) {
    int first = order[Math.min(a, b)];
    int second = order[Math.max(a, b)];
    boolean oneFile = given.source().applyAsInt(first) == given.source().applyAsInt(second);
    if (!oneFile || settings.link() != LinkSettings.Link.LINK_ONLY) {
      sink.pair(first, second, weight, Model.probability(weight), levels);
    }
  }

  /// Whether the records of a description share a block with each other.
  private boolean areCompared(int description) {
    for (long[] keys : forms.keys) {
      if (keys[description] != 0) {
        return true;
      }
    }
    return false;
  }

  /// The outcomes of the pair that was weighed last.
  private List<String> levels() {
    Comparisons comparisons = scorer.comparisons();
    return java.util.stream.IntStream.range(0, comparisons.names().size())
        .mapToObj(c -> {
          int level = Comparisons.level(scorer.pattern, c);
          return level == 0 ? "" : comparisons.levels(c).get(level - 1).words();
        })
        .toList();
  }

  /// Why two records are thought to be one or two.
  public Explanation explain(int recordA, int recordB) {
    return new Explainer(scorer).explain(description(recordA), description(recordB));
  }

  private int description(int record) {
    int place = placeOf[record];
    for (int d = 0; d < forms.size; d++) {
      for (int n = 0; n < forms.records.count(d); n++) {
        if (forms.records.item(d, n) == place) {
          return d;
        }
      }
    }
    throw new IllegalArgumentException("there is no record " + record);
  }
}
