package uk.candour.record;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.candour.record.DutyState.Rung;

/// The clock of one duty on one report: when it started, what stopped it, and who was told of a
/// missed limit, all taken from entries. It stores nothing, so it can be worked out again after any
/// restart and as at any moment.
///
/// @param due the moment at which the limit has passed
/// @param stopped when the duty was met, or null
/// @param withdrawn when it was no longer owed, or null
/// @param told whom the missed limit was told to, in the order of the telling
public record DutyClock(
    Duty duty,
    Instant started,
    Instant due,
    @Nullable Instant stopped,
    @Nullable Instant withdrawn,
    List<Told> told) {

  /// Somebody was told of the missed limit. It is an entry of its own.
  public record Told(Rung rung, Instant at) {}

  public DutyClock {
    told = List.copyOf(told);
    if (due.isBefore(started)) {
      throw new IllegalArgumentException(
          duty.name() + ": due " + due + ", before it started on " + started);
    }
  }

  /// How the duty stands at a moment.
  public DutyState at(Instant now) {
    if (stopped != null && !stopped.isAfter(now)) {
      return new DutyState.Met(stopped, due);
    }
    if (withdrawn != null && !withdrawn.isAfter(now)) {
      return new DutyState.Withdrawn(withdrawn);
    }
    Told last = null;
    for (Told one : told) {
      last = one.at().isAfter(now) ? last : one;
    }
    if (last != null) {
      return new DutyState.Escalated(due, last.rung(), last.at());
    }
    return now.isBefore(due) ? new DutyState.Due(due) : new DutyState.Missed(due);
  }

  /// Whom the missed limit must be told to at a moment and has not been, or null. The manager is
  /// told when the limit has passed; each further rung when the one before has had `patience`
  /// without an answer.
  ///
  /// @param patience how long each rung has; where the calendar does not reach its end, the next
  ///   rung is told at once rather than never
  public @Nullable Rung nextToTell(
      Instant now, Limit patience, WorkingDayCalendar calendar, ZoneId zone) {
    return switch (at(now)) {
      case DutyState.Due _ -> null;
      case DutyState.Met _ -> null;
      case DutyState.Withdrawn _ -> null;
      case DutyState.Missed _ -> Rung.MANAGER;
      case DutyState.Escalated escalated -> {
        Instant end = patience.end(escalated.toldAt(), calendar, zone);
        boolean over = end == null || !now.isBefore(end);
        yield escalated.told().isLast() || !over ? null : escalated.told().next();
      }
    };
  }
}
