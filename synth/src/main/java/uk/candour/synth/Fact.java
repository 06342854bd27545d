package uk.candour.synth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One entry as it was written into a file, about whom it really was: what [Expected] counts.
final class Fact {

  /// To whom a report was made.
  enum To {
    NOBODY,
    SOCIAL_CARE,
    ANOTHER
  }

  /// A decision on a report.
  ///
  /// @param made its day, or [Days#NONE] where none was written or it stands before its report
  /// @param severity 1 to 4, or 0
  record Decided(int made, Outcome outcome, int severity, @Nullable Concern category) {}

  private static final int[] NOBODY = {};

  final Source source;
  final int row;
  final int happened;
  final int recorded;
  final Concern concern;

  /// Whether it is a report; a child put on monitoring, an assessment or a conviction is none.
  boolean report;

  /// Whether it is a case file read: it makes a child seen whatever its date.
  boolean reading;

  boolean conviction;
  To to = To.NOBODY;
  int severity;
  int answered = Days.NONE;
  Area area;
  int place = -1;
  boolean harm;

  /// Whether a decision or an assessment on this report put it under another category.
  boolean reclassified;

  /// The children it is about.
  int[] children = NOBODY;

  /// The adults it names as suspects.
  int[] suspects = NOBODY;

  /// The people under 18 that it names as suspects.
  int[] youngSuspects = NOBODY;

  private List<Decided> decisions = List.of();

  Fact(Source source, int row, int happened, int recorded, Concern concern) {
    this.source = source;
    this.row = row;
    this.happened = happened;
    this.recorded = recorded;
    this.concern = concern;
    this.area = source.area();
  }

  /// The day from which it is known.
  int known() {
    if (recorded != Days.NONE) {
      return recorded;
    }
    return happened != Days.NONE ? happened : Story.AS_AT;
  }

  List<Decided> decisions() {
    return decisions;
  }

  /// Adds a decision; one dated before the report counts as undated.
  void decided(Decided decision) {
    if (decisions.isEmpty()) {
      decisions = new ArrayList<>(1);
    }
    boolean early = decision.made() != Days.NONE && decision.made() < known();
    decisions.add(
        early
            ? new Decided(Days.NONE, decision.outcome(), decision.severity(), decision.category())
            : decision);
  }

  static int[] and(int[] people, int one) {
    int[] more = Arrays.copyOf(people, people.length + 1);
    more[people.length] = one;
    return more;
  }
}
