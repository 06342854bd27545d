package uk.candour.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A duty with a clock: what makes it owed, from what its limit runs, what alone stops it, which
/// document sets it and from when.
///
/// @param name as people call it: `answer to a report`
/// @param starts what makes it owed
/// @param runsFrom the event whose time the limit is counted from: mostly what makes it owed; an
///   assessment is owed once it is decided on and its limit runs from the report
/// @param stops what alone stops it
/// @param source the document and its section; nothing where no document is named
/// @param inForceFrom the first day on which the duty was in force, or null where that is not known
/// @param inForceTo the last day, or null where it still is
public record Duty(
    String name,
    DutyEvent starts,
    DutyEvent runsFrom,
    DutyEvent stops,
    Limit limit,
    String source,
    @Nullable LocalDate inForceFrom,
    @Nullable LocalDate inForceTo) {

  public Duty {
    if (inForceFrom != null && inForceTo != null && inForceTo.isBefore(inForceFrom)) {
      throw new IllegalArgumentException(
          name + " cannot be in force from " + inForceFrom + " to " + inForceTo);
    }
  }

  /// A duty whose limit runs from what makes it owed, of no known first day.
  public Duty(String name, DutyEvent starts, DutyEvent stops, Limit limit, String source) {
    this(name, starts, starts, stops, limit, source, null, null);
  }

  /// Whether a document with a start date shows that the duty was in force on a day. Only then is
  /// falling short of it a breach.
  public boolean inForce(LocalDate day) {
    return !source.isBlank()
        && inForceFrom != null
        && !day.isBefore(inForceFrom)
        && (inForceTo == null || !day.isAfter(inForceTo));
  }

  /// Whether it is the duty to answer reports, whatever they are about.
  public boolean isToAnswerReports() {
    return starts.equals(DutyEvent.REPORT) && stops.equals(DutyEvent.ANSWER);
  }
}
