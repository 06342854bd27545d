package uk.candour.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.candour.record.DutyClock.Told;
import uk.candour.record.DutyState.Rung;

class DutyClockTest {

  private static final ZoneId ENGLAND = ZoneId.of("Europe/London");

  /// Mondays to Fridays without bank holidays, known until the end of 2030.
  private static final WorkingDayCalendar WEEKDAYS =
      (day, count) -> {
        LocalDate next = day;
        for (int left = count; left > 0; ) {
          next = next.plusDays(1);
          boolean works =
              next.getDayOfWeek() != DayOfWeek.SATURDAY && next.getDayOfWeek() != DayOfWeek.SUNDAY;
          left -= works ? 1 : 0;
        }
        return next.getYear() > 2030 ? null : next;
      };

  private static final Instant REPORTED = Instant.parse("2026-06-05T15:00:00Z");
  private static final Instant DUE = Instant.parse("2026-06-08T23:00:00Z");

  private static DutyClock clock(@Nullable Instant stopped, Told... told) {
    return new DutyClock(UsualDuties.ANSWER, REPORTED, DUE, stopped, null, List.of(told));
  }

  @ParameterizedTest(name = "{0} {1} after {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1  | WORKING_DAYS | 2026-06-05T15:00:00Z | 2026-06-08T23:00:00Z | Friday: the whole of Monday, which ends an hour early by UTC in summer
          1  | WORKING_DAYS | 2026-01-09T15:00:00Z | 2026-01-13T00:00:00Z | in winter midnight is midnight
          1  | WORKING_DAYS | 2026-06-07T23:30:00Z | 2026-06-09T23:00:00Z | half past midnight on Monday in England is Monday
          45 | WORKING_DAYS | 2026-06-05T15:00:00Z | 2026-08-07T23:00:00Z | nine weeks
          3  | MONTHS       | 2026-11-30T10:00:00Z | 2027-03-01T00:00:00Z | February has no thirtieth: its last day
          72 | HOURS        | 2026-03-28T12:00:00Z | 2026-03-31T12:00:00Z | hours pass whatever the clocks are set to
          5  | DAYS         | 2026-03-28T12:00:00Z | 2026-04-02T23:00:00Z | days are England's
          """)
  void theLimitEnds(int number, Limit.Unit unit, Instant start, Instant end, String reason) {
    assertThat(new Limit(number, unit).end(start, WEEKDAYS, ENGLAND)).as(reason).isEqualTo(end);
  }

  @Test
  void whatTheCalendarDoesNotReachIsNotGuessed() {
    var start = Instant.parse("2030-12-31T15:00:00Z");
    assertThat(UsualDuties.ANSWER.limit().end(start, WEEKDAYS, ENGLAND)).isNull();
  }

  @Test
  void isDueUntilItsLimitHasPassedAndMissedFromThenOn() {
    assertThat(clock(null).at(DUE.minusSeconds(1))).isEqualTo(new DutyState.Due(DUE));
    assertThat(clock(null).at(DUE)).isEqualTo(new DutyState.Missed(DUE));
  }

  @Test
  void onlyTheEventThatTheDutyNamesMeetsItHoweverLate() {
    Instant late = DUE.plusSeconds(3600);
    var met = (DutyState.Met) clock(late, new Told(Rung.MANAGER, DUE)).at(late);
    assertThat(met.late()).isTrue();
    assertThat(clock(late).at(late.minusSeconds(1)))
        .as("asked about a moment before it was met")
        .isEqualTo(new DutyState.Missed(DUE));
  }

  @Test
  void climbsOneRungAtATimeAndStaysWithTheScrutineer() {
    List<Told> told = new ArrayList<>();
    List<String> climbed = new ArrayList<>();
    for (Instant now = REPORTED;
        now.isBefore(REPORTED.plusSeconds(14 * 86_400));
        now = now.plusSeconds(1800)) {
      var clock = new DutyClock(UsualDuties.ANSWER, REPORTED, DUE, null, null, told);
      Rung next = clock.nextToTell(now, UsualDuties.PATIENCE, WEEKDAYS, ENGLAND);
      if (next != null) {
        told.add(new Told(next, now));
        climbed.add(next + " " + now);
      }
    }
    assertThat(climbed)
        .containsExactly(
            "MANAGER 2026-06-08T23:00:00Z",
            "HEAD_OF_SERVICE 2026-06-10T23:00:00Z",
            "SCRUTINEER 2026-06-12T23:00:00Z");
  }

  @Test
  void nobodyIsToldOfADutyThatWasMetOrIsNotOwedAnyMore() {
    var met = clock(REPORTED.plusSeconds(60));
    assertThat(met.nextToTell(DUE, UsualDuties.PATIENCE, WEEKDAYS, ENGLAND)).isNull();
    var withdrawn =
        new DutyClock(
            UsualDuties.TRANSFER, REPORTED, DUE, null, REPORTED.plusSeconds(9), List.of());
    assertThat(withdrawn.at(DUE)).isEqualTo(new DutyState.Withdrawn(REPORTED.plusSeconds(9)));
    assertThat(withdrawn.nextToTell(DUE, UsualDuties.PATIENCE, WEEKDAYS, ENGLAND)).isNull();
  }

  @Test
  void theNextRungIsToldAtOnceWhereNoCalendarReaches() {
    WorkingDayCalendar none = (day, count) -> null;
    var clock = clock(null, new Told(Rung.MANAGER, DUE));
    assertThat(clock.nextToTell(DUE, UsualDuties.PATIENCE, none, ENGLAND))
        .isEqualTo(Rung.HEAD_OF_SERVICE);
  }

  @ParameterizedTest
  @CsvSource({
    "report-made, report-made",
    "report, report-made",
    "report:missing, report-made:missing",
    "answer, decision-taken",
    "Decision-Taken:Section-47, decision-taken:section-47",
    "meeting-held:core group, meeting-held:core group",
    "decision-taken:section-48, ",
    "assessment-made:late, ",
    "opened, "
  })
  void aRemitNamesEventsByTheWordsOfEntries(String written, @Nullable String word) {
    DutyEvent event = DutyEvent.ofWord(written);
    assertThat(event == null ? null : event.word()).isEqualTo(word);
  }

  @Test
  void aDutyIsInForceOnlyByADatedSource() {
    LocalDate day = LocalDate.of(2026, 1, 1);
    var undated = UsualDuties.ANSWER;
    assertThat(undated.inForce(day)).as("no first day is known").isFalse();
    var dated = dated("Procedures, section 2", LocalDate.of(2026, 1, 1));
    assertThat(dated.inForce(day)).isTrue();
    assertThat(dated.inForce(day.minusDays(1))).isFalse();
    assertThat(dated(" ", LocalDate.of(2026, 1, 1)).inForce(day)).as("no document").isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new Duty(
                "d",
                DutyEvent.REPORT,
                DutyEvent.REPORT,
                DutyEvent.ANSWER,
                UsualDuties.PATIENCE,
                "",
                day,
                day.minusDays(1)))
        .withMessageContaining("2026-01-01 to 2025-12-31");
  }

  private static Duty dated(String source, LocalDate from) {
    return new Duty(
        "answer",
        DutyEvent.REPORT,
        DutyEvent.REPORT,
        DutyEvent.ANSWER,
        UsualDuties.PATIENCE,
        source,
        from,
        null);
  }
}
