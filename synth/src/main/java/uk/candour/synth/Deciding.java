package uk.candour.synth;

import org.jspecify.annotations.Nullable;

/// How the council decides on reports, and where it fails: decisions never taken, taken late, taken
/// by managers who set the severity below the reporter's, and put under another category.
final class Deciding {

  /// A decision as it will be written.
  ///
  /// @param made its day, or [Days#NONE] where the form was left without a date
  record Decision(
      int made, Outcome outcome, String post, int severity, @Nullable Concern category) {}

  /// How a child is listened to.
  enum Hearing {
    /// As any other.
    USUAL,
    /// A child to whom it is already happening, taken for difficult whatever a report says.
    DOUBTED,
    /// A child of a network that nobody wants to see.
    IGNORED
  }

  private static final Outcome[] OUTCOMES = {
    Outcome.NO_FURTHER_ACTION,
    Outcome.ADVICE,
    Outcome.CLOSED,
    Outcome.EARLY_HELP,
    Outcome.TRANSFERRED,
    Outcome.ACCEPTED,
    Outcome.ASSESSMENT,
    Outcome.CHILD_IN_NEED,
    Outcome.STRATEGY_DISCUSSION,
    Outcome.SECTION_47
  };

  /// By [Hearing].
  private static final double[][] SHARES = {
    {.22, .12, .06, .08, .03, .14, .19, .10, .03, .03},
    {.28, .12, .07, .07, .04, .1, .16, .08, .05, .03},
    {.52, .20, .13, .06, .06, .005, .015, .005, .003, .002}
  };

  private static final double[] NEVER_DECIDED = {.1, .3, .36};

  private static final String[] POSTS = {
    "Duty Social Worker", "Senior Practitioner", "Team Manager", "Service Manager"
  };

  /// How likely each post is to set an exploitation report's severity lower.
  private static final double[] LOWERS = {.08, .2, .5, .7};

  private Deciding() {}

  /// The decision on a report, or null where none was ever taken.
  static @Nullable Decision on(Fact report, Hearing hearing, Chance chance) {
    boolean exploits = report.concern.exploits();
    int known = report.known();
    int severity = report.severity;
    if (chance.yes(NEVER_DECIDED[hearing.ordinal()])) {
      return null;
    }
    int post = chance.weighted(.35, .3, .28, .07);
    int made = known;
    if (chance.yes(exploits ? .5 : .72)) {
      made = chance.yes(.5) ? known : Days.nextWorking(known);
    } else {
      made = known + chance.between(3, chance.yes(.2) ? 160 : 40);
    }
    if (made > Story.AS_AT) {
      return null;
    }
    if (chance.yes(.004)) {
      made = known - chance.between(1, 20);
    } else if (chance.yes(.006)) {
      made = Days.NONE;
    }
    int agreed = severity;
    if (severity > 1 && chance.yes(exploits ? LOWERS[post] : .06)) {
      agreed = severity - (severity > 2 && chance.yes(.3) ? 2 : 1);
    }
    Concern category = report.concern;
    if (exploits && chance.yes(.28)) {
      category = chance.yes(.6) ? Concern.BEYOND_CONTROL : Concern.OTHER;
    }
    return new Decision(
        made,
        OUTCOMES[chance.weighted(SHARES[hearing.ordinal()])],
        POSTS[post],
        chance.yes(.85) ? agreed : 0,
        chance.yes(.9) ? category : null);
  }
}
