package uk.candour.server.duties;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.candour.inquiry.WorkingDays;
import uk.candour.record.DutyClock;
import uk.candour.record.DutyState;
import uk.candour.record.DutyState.Rung;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;
import uk.candour.record.UsualDuties;
import uk.candour.server.Acts;
import uk.candour.server.accounts.Account;
import uk.candour.server.pages.Moments;
import uk.candour.server.picture.LiveReport;
import uk.candour.server.picture.Picture;
import uk.candour.store.Unavailable;

/// Looks at every clock once a second and writes an entry for each that was missed, once a duty and
/// stage: the entry's key says which, so that a crash between two looks writes nothing twice.
public final class Watch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
  private static final long MILLIS_BETWEEN = 1000;

  private final Picture picture;
  private final Duties duties;
  private final Owners owners;
  private final Acts acts;
  private final Clock clock;
  private final Thread thread = Thread.ofPlatform().daemon().name("clocks").unstarted(this::keep);
  private final Map<String, Seen> seen = new HashMap<>();
  private volatile boolean closed;

  /// A report as it stood when it was looked at: how much had been done on it, how often limits had
  /// been changed, and when it has to be looked at again.
  private record Seen(int done, int changes, Instant next) {

    boolean isAsBefore(LiveReport report, Duties duties) {
      return done == report.later().size() && changes == duties.changes();
    }
  }

  public Watch(Picture picture, Duties duties, Owners owners, Acts acts, Clock clock) {
    this.picture = picture;
    this.duties = duties;
    this.owners = owners;
    this.acts = acts;
    this.clock = clock;
    thread.start();
  }

  private void keep() {
    while (!closed) {
      try {
        Thread.sleep(MILLIS_BETWEEN);
        look();
      } catch (InterruptedException e) {
        return;
      } catch (Unavailable e) {
        LOG.warn("The clocks could not be looked at: {}", e.getMessage());
      } catch (RuntimeException e) {
        // One report that cannot be looked at must not stop every clock.
        LOG.error("The clocks could not be looked at", e);
      }
    }
  }

  /// Looks at every clock that may have run out since it was looked at last.
  public synchronized void look() throws Unavailable {
    picture.catchUp();
    Instant now = clock.instant();
    for (LiveReport report : picture.unordered()) {
      Seen before = seen.get(report.reference());
      if (before != null && before.isAsBefore(report, duties) && now.isBefore(before.next())) {
        continue;
      }
      Instant next = Instant.MAX;
      for (DutyClock duty : duties.of(report)) {
        Rung rung = duty.nextToTell(now, UsualDuties.PATIENCE, WorkingDays.england(), Moments.ZONE);
        if (rung != null) {
          missed(report, duty, rung);
        }
        Instant again = next(duty, now);
        next = again.isBefore(next) ? again : next;
      }
      seen.put(report.reference(), new Seen(report.later().size(), duties.changes(), next));
    }
  }

  /// When a clock has to be looked at again, if nothing is done on its report before.
  private static Instant next(DutyClock duty, Instant now) {
    return switch (duty.at(now)) {
      case DutyState.Due due -> due.by();
      case DutyState.Missed _ -> now;
      case DutyState.Escalated told -> {
        Instant end = UsualDuties.PATIENCE.end(told.toldAt(), WorkingDays.england(), Moments.ZONE);
        yield told.told().isLast() ? Instant.MAX : end == null ? now : end;
      }
      case DutyState.Met _, DutyState.Withdrawn _ -> Instant.MAX;
    };
  }

  private void missed(LiveReport report, DutyClock clockOfDuty, Rung rung) throws Unavailable {
    Optional<Account> owner = owners.at(rung, report);
    String name = clockOfDuty.duty().name();
    acts.writeOnce(
        acts.agency(report.agency()),
        EntryKind.CLOCK_MISSED,
        "clock " + report.reference() + " " + name + " " + clockOfDuty.started() + " " + rung,
        what ->
            what.text(EntryAttribute.REPORT, report.reference())
                .text(EntryAttribute.REPORT_SOURCE, report.act().source().name())
                .text(EntryAttribute.DUTY, name)
                .text(EntryAttribute.SUBJECT, rung.name())
                .text(EntryAttribute.TO, owner.map(Account::name).orElse(""))
                .text(
                    EntryAttribute.REASON,
                    "Due by " + Moments.moment(clockOfDuty.due()) + " and not answered"));
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
