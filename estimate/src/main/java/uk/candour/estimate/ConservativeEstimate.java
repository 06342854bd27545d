package uk.candour.estimate;

import java.util.function.DoubleUnaryOperator;

/// "At least so many children": the one-sided 95% limit of the lower bound ([ChaoLowerBound]),
/// corrected for links that were missed and concerns that were not confirmed.
///
/// Perfect linking is not to be had, and a missed link raises the bound twice over: it adds a child
/// who does not exist and takes a child away from an overlap. A concern that is none does the
/// first. So the limit is taken on the table as it would have been without either ([Cells]), when a
/// share `missed` of the links between lists was missed and a share `confirmed` of each list's
/// concerns is confirmed.
///
/// Two allowances are made for chance. Where each link is missed with the probability `missed`,
/// more than that share of them may be, so the table is corrected for what is exceeded once in
/// twenty times. And the table without false concerns looks as if it had been drawn without them,
/// so its likelihood counts for less by the children shown over those left.
///
/// Either error might be smaller, or false concerns might fall on all histories alike; so the
/// result is the least of the corrected limit, the limit without correction for links, and both
/// computed with every concern kept and then times `confirmed`. It is never less than the floor,
/// which needs no model: `confirmed` times the children seen once missed links are made good.
///
/// It speaks of children with a concern on record where `confirmed` is 1. A child whom one list
/// holds twice under two names adds to that list alone, like a concern that is not confirmed, and
/// can be allowed for in `confirmed`.
public final class ConservativeEstimate {

  private static final double Z90 = 1.6448536269514722;

  private final double missedAtMost;
  private final double confirmed;

  private ConservativeEstimate(double missed, double confirmed, double links) {
    if (!(missed >= 0 && missed < 1)) {
      throw new IllegalArgumentException(
          "a share of " + missed + " of links missed; expected from 0 to below 1");
    }
    if (!(confirmed > 0 && confirmed <= 1)) {
      throw new IllegalArgumentException(
          "a share of " + confirmed + " of concerns confirmed; expected from above 0 to 1");
    }
    this.confirmed = confirmed;
    double deviation = links == 0 ? 0 : Math.sqrt(missed * (1 - missed) / (links / (1 - missed)));
    this.missedAtMost = Math.min(missed + Z90 * deviation, (1 + missed) / 2);
  }

  /// At least so many children.
  ///
  /// @param missed at most this share of the true links between lists was missed, 0 to below 1
  /// @param confirmed at least this share of concerns is confirmed, above 0 to 1
  public static double of(Captures captures, double missed, double confirmed) {
    return switch (captures) {
      case Histories histories -> {
        Cells shown = Cells.of(histories);
        yield new ConservativeEstimate(missed, confirmed, shown.links())
            .least(
                share -> limit(shown.withMissedLinksMade(share), confirmed),
                share -> limit(shown.withMissedLinksMade(share), 1),
                share -> shown.withMissedLinksMade(share).seen());
      }
      case CaptureCounts counts -> {
        Counts shown = Counts.of(counts);
        yield new ConservativeEstimate(missed, confirmed, shown.links())
            .least(
                share -> limit(shown.withMissedLinksMade(share), confirmed),
                share -> limit(shown.withMissedLinksMade(share), 1),
                share -> shown.withMissedLinksMade(share).n());
      }
    };
  }

  /// What is left without a model: `confirmed` times the children seen, missed links made good.
  public static double floor(Captures captures, double missed, double confirmed) {
    return switch (captures) {
      case Histories histories -> {
        Cells shown = Cells.of(histories);
        yield new ConservativeEstimate(missed, confirmed, shown.links())
            .floor(share -> shown.withMissedLinksMade(share).seen());
      }
      case CaptureCounts counts -> {
        Counts shown = Counts.of(counts);
        yield new ConservativeEstimate(missed, confirmed, shown.links())
            .floor(share -> shown.withMissedLinksMade(share).n());
      }
    };
  }

  private double least(
      DoubleUnaryOperator withoutFalse, DoubleUnaryOperator whole, DoubleUnaryOperator seen) {
    double limit =
        Math.min(withoutFalse.applyAsDouble(0), withoutFalse.applyAsDouble(missedAtMost));
    double alike = confirmed * Math.min(whole.applyAsDouble(0), whole.applyAsDouble(missedAtMost));
    return Math.max(Math.min(limit, alike), floor(seen));
  }

  private double floor(DoubleUnaryOperator seen) {
    return confirmed * seen.applyAsDouble(missedAtMost);
  }

  private static double limit(Cells linked, double confirmed) {
    Cells kept = linked.withoutUnconfirmed(confirmed);
    return ChaoLowerBound.lower95(kept, linked.seen() / kept.seen());
  }

  private static double limit(Counts linked, double confirmed) {
    double unconfirmed = Math.min(linked.once(), (1 - confirmed) * linked.sightings());
    double n = linked.n() - unconfirmed;
    return ChaoLowerBound.lower95(n, linked.once() - unconfirmed, linked.twice(), linked.n() / n);
  }

  /// What [Cells] is for lists: children in all, seen once and seen twice, and all their sightings.
  private record Counts(double n, double once, double twice, double sightings) {

    static Counts of(CaptureCounts counts) {
      double sightings = 0;
      for (int times = 1; times <= counts.most(); times++) {
        sightings += (double) times * counts.seenExactly(times);
      }
      double once = counts.seenExactly(1);
      double twice = counts.seenExactly(2);
      double n = counts.observed();
      return new Counts(n, once, twice, sightings);
    }

    double links() {
      return sightings - n;
    }

    Counts withMissedLinksMade(double missed) {
      double repeated = sightings - once;
      double factor = repeated == 0 ? 1 : Math.min(1 / (1 - missed), sightings / repeated);
      double alone = sightings - factor * repeated;
      return new Counts(factor * (n - once) + alone, alone, factor * twice, sightings);
    }
  }
}
