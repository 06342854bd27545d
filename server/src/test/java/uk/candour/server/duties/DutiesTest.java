package uk.candour.server.duties;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import uk.candour.record.AgencyKind;
import uk.candour.record.Concern;
import uk.candour.record.DutyClock;
import uk.candour.record.DutyState;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;
import uk.candour.record.Outcome;
import uk.candour.record.Written;
import uk.candour.record.Written.EntryValue;
import uk.candour.server.picture.LiveReport;
import uk.candour.store.LiveRecord;
import uk.candour.store.Recorded;

/// What starts and stops the clocks of a report. It is made on Friday 27 November 2026.
final class DutiesTest {

  private static final Instant FRIDAY = Instant.parse("2026-11-27T10:00:00Z");
  private static final Instant MONDAY = Instant.parse("2026-11-30T10:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-12-01T10:00:00Z");

  private static final AtomicLong INDEXES = new AtomicLong();

  private final Duties duties = new Duties();

  @Test
  void anAnswerIsDueByTheEndOfTheNextWorkingDay() {
    assertThat(answer(report()).due()).isEqualTo(Instant.parse("2026-12-01T00:00:00Z"));
  }

  @Test
  void givingTheReportToSomebodyStopsNothing() {
    var report =
        report(act(EntryKind.REPORT_ASSIGNED, MONDAY, text(EntryAttribute.WORKER, "decider")));

    assertThat(answer(report).at(TUESDAY)).isInstanceOf(DutyState.Missed.class);
  }

  @Test
  void readingTheReportStopsNothing() {
    var report = new LiveReport(made(), List.of(), MONDAY);

    assertThat(answer(report).at(TUESDAY)).isInstanceOf(DutyState.Missed.class);
  }

  @Test
  void aDecisionStopsTheClock() {
    var report = report(decision(Outcome.ACCEPTED, MONDAY));

    assertThat(answer(report).at(TUESDAY))
        .isInstanceOfSatisfying(DutyState.Met.class, met -> assertThat(met.late()).isFalse());
  }

  @Test
  void aTransferThatNobodyAcceptedStopsOnlyItsOwnClockWhenItIsRefused() {
    var report =
        report(
            decision(Outcome.TRANSFERRED, MONDAY),
            act(EntryKind.TRANSFER_ANSWERED, MONDAY, text(EntryAttribute.SUBJECT, "refused")));

    assertThat(answer(report).at(TUESDAY)).isInstanceOf(DutyState.Missed.class);
    assertThat(named("answer to a transfer", report).at(TUESDAY)).isInstanceOf(DutyState.Met.class);
  }

  @Test
  void whoeverTookAReportOverOwesAnAnswerAnew() {
    var report =
        report(
            decision(Outcome.TRANSFERRED, MONDAY),
            act(EntryKind.TRANSFER_ANSWERED, MONDAY, text(EntryAttribute.SUBJECT, "accepted")));

    assertThat(answer(report).at(TUESDAY)).isInstanceOf(DutyState.Due.class);
  }

  @Test
  void aLaterStrategyDiscussionDoesNotStartTheClockAgain() {
    var report =
        report(
            decision(Outcome.STRATEGY_DISCUSSION, FRIDAY),
            decision(Outcome.STRATEGY_DISCUSSION, MONDAY));

    assertThat(named("decision after a strategy discussion", report).started()).isEqualTo(FRIDAY);
  }

  @Test
  void aMissedClockIsToldToTheManagerAndThenFurtherUp() {
    var report =
        report(
            act(
                EntryKind.CLOCK_MISSED,
                TUESDAY,
                text(EntryAttribute.DUTY, "answer to a report"),
                text(EntryAttribute.SUBJECT, "MANAGER")));

    assertThat(answer(report).at(TUESDAY))
        .isInstanceOfSatisfying(
            DutyState.Escalated.class,
            told -> assertThat(told.told()).isEqualTo(DutyState.Rung.MANAGER));
  }

  @Test
  void aDisagreementHasItsOwnClock() {
    var raised =
        report(decision(Outcome.ACCEPTED, FRIDAY), act(EntryKind.DISAGREEMENT_RAISED, FRIDAY));

    assertThat(named("answer to a disagreement", raised).at(TUESDAY))
        .isInstanceOf(DutyState.Missed.class);
  }

  private DutyClock answer(LiveReport report) {
    return named("answer to a report", report);
  }

  private DutyClock named(String duty, LiveReport report) {
    return duties.of(report).stream()
        .filter(clock -> clock.duty().name().equals(duty))
        .findFirst()
        .orElseThrow();
  }

  private static LiveReport report(Recorded... later) {
    return new LiveReport(made(), List.of(later), null);
  }

  private static Recorded made() {
    return act(
        EntryKind.REPORT_MADE, FRIDAY, EntryValue.of(EntryAttribute.CONCERN, Concern.NEGLECT));
  }

  private static Recorded decision(Outcome outcome, Instant at) {
    return act(EntryKind.DECISION_TAKEN, at, EntryValue.of(EntryAttribute.OUTCOME, outcome));
  }

  private static EntryValue text(EntryAttribute attribute, String text) {
    return EntryValue.of(attribute, text);
  }

  private static Recorded act(EntryKind kind, Instant at, EntryValue... values) {
    return new Recorded(
        "0000-0000-0000",
        at,
        INDEXES.incrementAndGet(),
        LiveRecord.liveSource("agency", AgencyKind.SOCIAL_CARE, "area", LocalDate.of(2026, 1, 1)),
        1,
        new Written(
            Written.Shape.ACT,
            List.of(Written.Entry.of(kind, new ArrayList<>(List.of(values)))),
            List.of(),
            List.of()));
  }
}
