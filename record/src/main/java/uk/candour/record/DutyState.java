package uk.candour.record;

import java.time.Instant;

/// How a duty stands at a moment. Each state holds what is true in it and nothing else.
///
/// Only the event that the duty names meets it. Opening, assigning or acknowledging changes no
/// state.
public sealed interface DutyState {

  /// Not met yet, and its limit has not passed.
  record Due(Instant by) implements DutyState {}

  /// Met in time or late; `late` tells.
  record Met(Instant at, Instant due) implements DutyState {

    public boolean late() {
      return at.isAfter(due);
    }
  }

  /// Not met, its limit has passed, and nobody was told yet.
  record Missed(Instant due) implements DutyState {}

  /// Not met, and told to somebody further up.
  record Escalated(Instant due, Rung told, Instant toldAt) implements DutyState {}

  /// Not owed any more: the report was withdrawn, or went to another body that accepted it.
  record Withdrawn(Instant at) implements DutyState {}

  /// Whom a missed clock reaches, from the first to the last.
  enum Rung {
    MANAGER,
    HEAD_OF_SERVICE,
    /// Independent of the service.
    SCRUTINEER;

    /// Who is told after this one; the last stays told.
    public Rung next() {
      return this == SCRUTINEER ? SCRUTINEER : values()[ordinal() + 1];
    }

    public boolean isLast() {
      return this == SCRUTINEER;
    }
  }
}
