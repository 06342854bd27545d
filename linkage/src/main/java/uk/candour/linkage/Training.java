package uk.candour.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/// Learns a model's parameters from the pairs themselves, without examples, round after round
/// (expectation maximization, Dempster, Laird and Rubin 1977).
///
/// u comes from pairs at random, less the matches among them. m of a comparison comes from pairs
/// that all other comparisons make near-certain, and that some blocking rule proposes which does
/// not look at this comparison: so neither the comparison itself nor the blocking chooses the pairs
/// that it is judged by. Plain expectation maximization, which lets a comparison vote on itself,
/// drifts where pairs have little else to compare. Each m is held near a belief worth a stated
/// number of pairs: in a borough of a few hundred people the belief decides, in a large one the
/// pairs. How likely two descriptions are one person, or one household, is what makes the evidence
/// of all candidates most likely.
///
/// Whole numbers are summed, so that the result depends on the pairs alone.
final class Training {

  /// How much is looked at.
  ///
  /// @param randomPairs pairs at random, for u
  /// @param candidatePairs candidates, for m and for how likely two descriptions are one person
  /// @param rounds how often over
  /// @param one how likely two descriptions are one person, where that is given; 0 where it is
  ///   learnt
  record Pace(int randomPairs, int candidatePairs, int rounds, double one) {

    static final Pace USUAL = new Pace(300_000, 600_000, 4, 0);
  }

  private static final int PRIOR_ROUNDS = 25;
  private static final double NEAR_CERTAIN = Model.bits(0.95 / 0.05);
  private static final double LOWEST = -12;
  private static final double WORTH_KEEPING = 1;
  private static final double BELIEF_IN_M = 40;
  private static final double BELIEF_IN_U = 20;
  private static final double LEAST = 0.00001;
  private static final double FINE = 1 << 10;

  private final Comparisons comparisons;
  private final Blocks blocks;
  private final Pace pace;
  private final int threads;
  private final int comparisonCount;

  private Training(Comparisons comparisons, Blocks blocks, Pace pace, int threads) {
    this.comparisons = comparisons;
    this.blocks = blocks;
    this.pace = pace;
    this.threads = threads;
    this.comparisonCount = comparisons.names().size();
  }

  static Model train(Comparisons comparisons, Blocks blocks, Pace pace, int threads) {
    return new Training(comparisons, blocks, pace, threads).model();
  }

  private Model model() {
    int size = comparisons.size();
    double before = pace.one() > 0 ? pace.one() : Math.min(0.1, 0.5 / Math.max(2, size));
    Model believed = Model.before(comparisons, before);
    if (size < 2) {
      return believed;
    }
    PatternCounts.Counted[] atRandom = randomPairs().sorted();
    int step = (int) Math.max(1, 2 * blocks.pairs() / pace.candidatePairs());
    Model model = believed;
    for (int round = 0; round < pace.rounds(); round++) {
      model = model.with(model.m(), unmatched(atRandom, model.m(), believed, model.one()));
      List<Learnt> runs = learn(model, step);
      double[][] m = matched(runs, believed);
      model = prior(model, runs, step).with(m, model.u());
    }
    return model;
  }

  /// Patterns of pairs at random, all pairs where they are few.
  private PatternCounts randomPairs() {
    int size = comparisons.size();
    boolean all = (long) size * (size - 1) / 2 <= pace.randomPairs();
    Supplier<Workers.Work<PatternCounts>> work =
        () -> {
          Comparisons own = comparisons.another();
          return (from, to) -> {
            PatternCounts part = new PatternCounts();
            for (int i = from; i < to; i++) {
              if (all) {
                for (int b = i + 1; b < size; b++) {
                  part.add(own.pattern(i, b), 1);
                }
              } else {
                int a = (int) Long.remainderUnsigned(Forms.mix(i, 1), size);
                int b = (int) Long.remainderUnsigned(Forms.mix(i, 2), size);
                if (a != b) {
                  part.add(own.pattern(a, b), 1);
                }
              }
            }
            return part;
          };
        };
    PatternCounts counts = new PatternCounts();
    Workers.run(threads, all ? size : pace.randomPairs(), work).forEach(counts::addAll);
    return counts;
  }

  /// u: how often pairs at random reach each level, less the matches among them.
  private double[][] unmatched(
      PatternCounts.Counted[] atRandom, double[][] m, Model believed, double one) {
    double[][] u = new double[comparisonCount][];
    for (int c = 0; c < comparisonCount; c++) {
      double[] counts = new double[m[c].length];
      double total = 0;
      for (PatternCounts.Counted counted : atRandom) {
        int level = Comparisons.level(counted.pattern(), c);
        if (level != 0) {
          counts[level] += counted.count();
          total += counted.count();
        }
      }
      for (int l = 1; l < counts.length; l++) {
        counts[l] = Math.max(0, counts[l] - one * total * m[c][l]);
      }
      u[c] = held(counts, believed.u()[c], BELIEF_IN_U);
    }
    return u;
  }

  /// Shares of counts, held near what is believed as if that were so many counts more.
  private static double[] held(double[] counts, double[] believed, double belief) {
    double total = belief;
    for (double count : counts) {
      total += count;
    }
    double[] held = new double[counts.length];
    double sum = 0;
    for (int l = 1; l < held.length; l++) {
      held[l] = Math.max(LEAST / 10, (counts[l] + belief * believed[l]) / total);
      sum += held[l];
    }
    for (int l = 1; l < held.length; l++) {
      held[l] /= sum;
    }
    return held;
  }

  /// What one run of pairs teaches.
  private static final class Learnt {
    private final long[][] levels;
    private float[] one = new float[256];
    private float[] household = new float[256];
    private int size;

    Learnt(int comparisons) {
      levels = new long[comparisons][Comparisons.MOST];
    }

    void add(double forOne, double forHousehold) {
      if (size == one.length) {
        one = Arrays.copyOf(one, size * 2);
        household = Arrays.copyOf(household, size * 2);
      }
      one[size] = (float) forOne;
      household[size++] = (float) forHousehold;
    }
  }

  private List<Learnt> learn(Model model, int step) {
    int lefts = (comparisons.size() + step - 1) / step;
    int[] blind = rulesThatDoNotLookAt();
    return Workers.run(
        threads,
        lefts,
        () -> {
          Scorer scorer = new Scorer(comparisons.another(), model);
          Candidates candidates = new Candidates(blocks, comparisons.size());
          return (from, to) -> {
            Learnt learnt = new Learnt(comparisonCount);
            for (int i = from; i < to; i++) {
              candidates.gather(i * step);
              for (int n = 0; n < candidates.size(); n++) {
                double weight = scorer.weightAbove(LOWEST, i * step, candidates.candidate(n));
                if (weight >= LOWEST && scorer.refusal == Refusal.NONE) {
                  learn(learnt, scorer, weight, candidates.rules(n), blind);
                }
              }
            }
            return learnt;
          };
        });
  }

  /// For each comparison the rules, a bit each, whose keys do not settle it.
  private int[] rulesThatDoNotLookAt() {
    int[] blind = new int[comparisonCount];
    for (int c = 0; c < comparisonCount; c++) {
      for (int r = 0; r < blocks.rules().size(); r++) {
        if (((blocks.rules().get(r).compared() >>> c) & 1) == 0) {
          blind[c] |= 1 << r;
        }
      }
    }
    return blind;
  }

  private void learn(Learnt learnt, Scorer scorer, double weight, int rules, int[] blind) {
    double evidence = scorer.evidence();
    double familyEvidence = scorer.familyEvidence();
    if (evidence > WORTH_KEEPING || familyEvidence > WORTH_KEEPING) {
      learnt.add(evidence, familyEvidence);
    }
    for (int c = 0; c < comparisonCount; c++) {
      int level = Comparisons.level(scorer.pattern, c);
      double byOthers = weight - scorer.bits[c];
      if (level != 0 && byOthers >= NEAR_CERTAIN && (rules & blind[c]) != 0) {
        learnt.levels[c][level] += (long) (Model.probability(byOthers) * FINE);
      }
    }
  }

  private double[][] matched(List<Learnt> runs, Model believed) {
    double[][] m = new double[comparisonCount][];
    for (int c = 0; c < comparisonCount; c++) {
      double[] counts = new double[believed.m()[c].length];
      for (int l = 1; l < counts.length; l++) {
        long sum = 0;
        for (Learnt run : runs) {
          sum += run.levels[c][l];
        }
        counts[l] = sum / FINE;
      }
      m[c] = held(counts, believed.m()[c], BELIEF_IN_M);
    }
    return m;
  }

  /// How likely two descriptions are one person and one household: what makes the candidates'
  /// evidence most likely, pairs that no rule proposes being neither.
  private Model prior(Model model, List<Learnt> runs, int step) {
    int lefts = (comparisons.size() + step - 1) / step;
    double pairs = (double) lefts * (comparisons.size() - 1);
    double one = model.one();
    double household = model.household();
    for (int round = 0; round < PRIOR_ROUNDS; round++) {
      double sumOne = 0;
      double sumHousehold = 0;
      double neither = 1 - one - household;
      for (Learnt run : runs) {
        for (int i = 0; i < run.size; i++) {
          double forOne = one * Math.pow(2, Math.min(100, run.one[i]));
          double forHousehold = household * Math.pow(2, Math.min(100, run.household[i]));
          double sum = forOne + forHousehold + neither;
          sumOne += forOne / sum;
          sumHousehold += forHousehold / sum;
        }
      }
      if (pace.one() == 0) {
        one = Math.clamp((sumOne + 0.5) / pairs, 1e-9, 0.3);
      }
      if (model.household() > 0) {
        household = Math.clamp((sumHousehold + 0.5) / pairs, one / 10, Math.min(0.3, one * 4));
      }
    }
    return model.with(one, household);
  }
}
