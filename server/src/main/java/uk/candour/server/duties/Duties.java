package uk.candour.server.duties;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import uk.candour.inquiry.WorkingDays;
import uk.candour.record.Duty;
import uk.candour.record.DutyClock;
import uk.candour.record.DutyEvent;
import uk.candour.record.DutyState;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;
import uk.candour.record.Limit;
import uk.candour.record.Outcome;
import uk.candour.record.UsualDuties;
import uk.candour.record.Written;
import uk.candour.server.pages.Moments;
import uk.candour.server.picture.LiveReport;
import uk.candour.store.Recorded;

/// The clocks of a report's duties, worked out of its entries each time they are asked for. Nothing
/// else is kept, so that no restart loses one.
public final class Duties {

  /// A disagreement is answered by somebody other than who decided.
  public static final Duty DISAGREEMENT =
      new Duty(
          "answer to a disagreement",
          new DutyEvent(EntryKind.DISAGREEMENT_RAISED, null),
          new DutyEvent(EntryKind.DISAGREEMENT_ANSWERED, null),
          new Limit(1, Limit.Unit.WORKING_DAYS),
          "No national limit: one working day until the partnership sets another");

  private final AtomicInteger changes = new AtomicInteger();
  private final Map<String, Limit> limits = new ConcurrentHashMap<>();

  /// The duties that are kept, each with the limit that stands.
  public List<Duty> all() {
    List<Duty> duties = new ArrayList<>(UsualDuties.all());
    duties.add(DISAGREEMENT);
    return duties.stream().map(this::withLimit).toList();
  }

  private Duty withLimit(Duty duty) {
    Limit limit = limits.get(duty.name());
    return limit == null
        ? duty
        : new Duty(
            duty.name(),
            duty.starts(),
            duty.runsFrom(),
            duty.stops(),
            limit,
            "Set by the partnership",
            duty.inForceFrom(),
            duty.inForceTo());
  }

  /// Lets another limit stand for a duty that no document sets a limit for.
  public void limit(String duty, Limit limit) {
    limits.put(duty, limit);
    changes.incrementAndGet();
  }

  /// How often a limit was changed.
  int changes() {
    return changes.get();
  }

  /// Whether the partnership may set the duty's limit: no document does.
  public static boolean isLocal(Duty duty) {
    return duty.source().startsWith("No national limit") || duty.source().startsWith("Set by");
  }

  /// The clocks that run or ran on a report, in the order of its way.
  public List<DutyClock> of(LiveReport report) {
    List<DutyClock> clocks = new ArrayList<>();
    for (Duty duty : all()) {
      DutyClock clock = clock(duty, report);
      if (clock != null) {
        clocks.add(clock);
      }
    }
    return clocks;
  }

  /// The clock that runs out first among those that nobody has stopped, or nothing.
  public Optional<DutyClock> next(LiveReport report, Instant now) {
    return of(report).stream()
        .filter(clock -> isOpen(clock.at(now)))
        .min((a, b) -> a.due().compareTo(b.due()));
  }

  public static boolean isOpen(DutyState state) {
    return switch (state) {
      case DutyState.Due _, DutyState.Missed _, DutyState.Escalated _ -> true;
      case DutyState.Met _, DutyState.Withdrawn _ -> false;
    };
  }

  private static @Nullable DutyClock clock(Duty duty, LiveReport report) {
    Instant started = started(duty, report);
    if (started == null) {
      return null;
    }
    boolean fromReport =
        duty.runsFrom().equals(DutyEvent.REPORT) && !duty.starts().equals(DutyEvent.REPORT);
    Instant from = fromReport ? report.act().receivedAt() : started;
    Instant due = duty.limit().end(from, WorkingDays.england(), Moments.ZONE);
    if (due == null) {
      due = from.plus(Duration.ofDays(duty.limit().number()));
    }
    if (due.isBefore(started)) {
      due = started;
    }
    return new DutyClock(
        duty, started, due, stopped(duty, report, started), null, told(duty, report, started));
  }

  /// When the duty came to be owed: by the first entry that starts it, since a later one of the
  /// same kind starts nothing again. A report that another body took over is owed an answer anew.
  private static @Nullable Instant started(Duty duty, LiveReport report) {
    if (duty.starts().equals(DutyEvent.REPORT)) {
      return report
          .transfer()
          .filter(LiveReport.Transfer::accepted)
          .flatMap(transfer -> Optional.ofNullable(transfer.answer()))
          .map(Recorded::receivedAt)
          .orElse(report.act().receivedAt());
    }
    if (duty.starts().kind() == EntryKind.REPORT_MADE) {
      return duty.starts().is(EntryKind.REPORT_MADE, report.concern().word())
          ? report.act().receivedAt()
          : null;
    }
    if (duty.equals(DISAGREEMENT) || duty.starts().equals(DISAGREEMENT.starts())) {
      List<Recorded> all = report.all(EntryKind.DISAGREEMENT_RAISED);
      return all.isEmpty() ? null : all.getLast().receivedAt();
    }
    if (duty.starts().equals(DutyEvent.decision(Outcome.TRANSFERRED))) {
      return report.transfer().map(one -> one.act().receivedAt()).orElse(null);
    }
    return report.later().stream()
        .filter(act -> is(duty.starts(), act))
        .map(Recorded::receivedAt)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Instant stopped(Duty duty, LiveReport report, Instant started) {
    boolean isTransfer = duty.starts().equals(DutyEvent.decision(Outcome.TRANSFERRED));
    return report.later().stream()
        .filter(act -> !act.receivedAt().isBefore(started))
        .filter(act -> {
          EntryKind kind = act.written().entries().getFirst().kind();
          if (isTransfer) {
            return kind == EntryKind.TRANSFER_ANSWERED;
          }
          return duty.stops().equals(DutyEvent.ANSWER)
              ? isAnswer(act) && !is(duty.starts(), act)
              : is(duty.stops(), act);
        })
        .map(Recorded::receivedAt)
        .findFirst()
        .orElse(null);
  }

  private static boolean isAnswer(Recorded act) {
    Written.Entry entry = act.written().entries().getFirst();
    return entry.kind() == EntryKind.DECISION_TAKEN
        && entry.number(EntryAttribute.OUTCOME) != Outcome.TRANSFERRED.ordinal();
  }

  private static boolean is(DutyEvent event, Recorded act) {
    Written.Entry entry = act.written().entries().getFirst();
    String said =
        switch (entry.kind()) {
          case DECISION_TAKEN -> Outcome.values()[entry.number(EntryAttribute.OUTCOME)].word();
          case MEETING_HELD -> entry.text(EntryAttribute.SERIES);
          default -> null;
        };
    return event.is(entry.kind(), said);
  }

  private static List<DutyClock.Told> told(Duty duty, LiveReport report, Instant started) {
    List<DutyClock.Told> told = new ArrayList<>();
    for (Recorded act : report.all(EntryKind.CLOCK_MISSED)) {
      Written.Entry entry = act.written().entries().getFirst();
      String rung = entry.text(EntryAttribute.SUBJECT);
      if (duty.name().equals(entry.text(EntryAttribute.DUTY))
          && rung != null
          && !act.receivedAt().isBefore(started)) {
        told.add(new DutyClock.Told(DutyState.Rung.valueOf(rung), act.receivedAt()));
      }
    }
    return told;
  }
}
