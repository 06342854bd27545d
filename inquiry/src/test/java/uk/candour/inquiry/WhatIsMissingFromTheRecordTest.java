package uk.candour.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.candour.record.EntryAttribute.Minutes.CANCELLED;
import static uk.candour.record.EntryAttribute.Minutes.MISSING;
import static uk.candour.record.EntryAttribute.Minutes.PRESENT;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.candour.record.AgencyKind;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryAttribute.Minutes;
import uk.candour.record.EntryAttribute.Presence;
import uk.candour.record.EntryKind;
import uk.candour.record.Source;
import uk.candour.record.Span;

class WhatIsMissingFromTheRecordTest {

  private final Question question = new WhatIsMissingFromTheRecord();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          rows a month      | missing | reason
          10 10 10          | 0       | nothing is missing
          10 0 10           | 1       | a month without a row
          10 0 0 10 10      | 2       | two of five
          9 0 9             |         | the median month has nine rows: cannot tell
          9 0 11 11         | 1       | the middle two are nine and eleven: a median of ten
          9 0 10 11         |         | the middle two are nine and ten: below ten
          0 0 10 10 10      | 2       | nor had the source begun: covers says it had
          10 1 10           | 0       | a month with few rows is not one without
          """)
  void monthsWithoutARow(String perMonth, @Nullable Integer missing, String reason) {
    var records = coveringMonths(perMonth.split(" ", -1).length);
    addMonths(records, perMonth.split(" ", -1));

    assertThat(records.ask(question).value())
        .as(reason)
        .isEqualTo(missing == null ? null : Double.valueOf(missing));
  }

  @Test
  void aRowCountsOnceWhateverEntriesItHolds() {
    var records = coveringMonths(3);
    for (int i = 0; i < 5; i++) {
      records
          .report("police", "", "2003-01-05")
          .and(EntryKind.DECISION_TAKEN)
          .happened("2003-02-05");
      records.report("police", "", "2003-03-05").and(EntryKind.PERSON_RECORDED);
    }

    assertThat(records.ask(question).value())
        .as("five rows a month, each with two entries, are below ten")
        .isNull();

    records = coveringMonths(3);
    for (int i = 0; i < 10; i++) {
      records
          .report("police", "", "2003-01-05")
          .and(EntryKind.DECISION_TAKEN)
          .happened("2003-02-05");
      records.report("police", "", "2003-02-05").recorded("2003-03-05");
    }
    assertThat(records.ask(question).breakdown().getFirst().details().getFirst().value())
        .as("a row lies in the month in which it was first recorded")
        .isEqualTo("2003-02");
  }

  @Test
  void aMonthWithoutADayIsAMonthAndAYearIsNone() {
    var records = coveringMonths(3);
    addMonths(records, "10", "0", "10");
    records.report("police", "", "2003-02");
    records.report("police", "", "2003");

    assertThat(records.ask(question).value()).isZero();
  }

  @Test
  void onlyMonthsThatHadPassedTakePart() {
    var records = covering("2003-12-31").asAt("2003-04-15");
    addMonths(records, "10", "0", "10");

    assertThat(records.ask(question).value())
        .as("April was not over, May to December had not begun")
        .isEqualTo(1);
  }

  @Test
  void monthsBetweenTwoSpansAreNotCovered() {
    var records = TestRecords.eastmoor();
    records.source(
        police(
            new Span(LocalDate.of(2003, 1, 1), LocalDate.of(2003, 2, 28)),
            new Span(LocalDate.of(2003, 5, 10), LocalDate.of(2003, 6, 20))));
    addMonths(records, "10", "10", "0", "0", "10", "0");

    var finding = records.ask(question);

    assertThat(finding.value()).isEqualTo(1);
    assertThat(finding.breakdown().getFirst().of()).isEqualTo(4);
    assertThat(records.evidence(finding))
        .containsExactly("police 30 police: last row before 2003-06, a month without a row");
  }

  @Test
  void aNeighboursSourceIsNotLookedAt() {
    var records = TestRecords.eastmoor();
    for (int i = 0; i < 30; i++) {
      records.report("ridley-police", "", "2003-01-05");
    }

    assertThat(records.ask(question).value()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          every | meetings                                   | months | missing         | reason
          1     | 2003-01-10 2003-02-10 2003-03-10           | 0 |                      | held every month
          1     | 2003-01-10 2003-03-10                      | 1 | 2003-02              | one has no row
          1     | 2003-01-10 2003-02-10m 2003-03-10          | 1 | 2003-02              | one has no minutes
          1     | 2003-01-10 2003-02-10c 2003-03-10          | 0 |                      | a cancelled meeting is no gap
          1     | 2003-01-10 2003-02-10m 2003-02-20 2003-03-10 | 0 |                    | a second meeting of the month has them
          1     | 2003-01-10                                 | 2 | 2003-02 2003-03      | to the end of covers
          1     | 2003-02-10 2003-03-10                      | 0 |                      | from the first held
          1     | 2003-01-10c 2003-02-10 2003-03-10          | 0 |                      | a cancelled one was not held
          1     | 2003-01-10m 2003-02-10 2003-03-10          | 1 | 2003-01              | one without minutes was
          1     | 2003-01-10 2003-02 2003-03-10              | 0 |                      | a month without its day
          1     | 2003-01-31 2003-02-03 2003-03-31           | 0 |                      | days differ
          2     | 2003-01-10 2003-03-10                      | 0 |                      | every second month
          2     | 2003-01-10                                 | 2 | 2003-03              | times the interval
          2     | 2003-01-10 2003-02-10                      | 0 |                      | brought forward by half the interval
          """)
  void meetingsDue(
      int every, String meetings, double months, @Nullable String missing, String reason) {
    var records = covering("2003-03-31");
    for (String meeting : meetings.split(" ", -1)) {
      char last = meeting.charAt(meeting.length() - 1);
      meeting(
          records,
          Character.isDigit(last) ? meeting : meeting.substring(0, meeting.length() - 1),
          every,
          last == 'm' ? MISSING : last == 'c' ? CANCELLED : PRESENT);
    }

    var finding = records.ask(question);

    assertThat(finding.value()).as(reason).isEqualTo(months);
    assertThat(finding.breakdown())
        .as(reason)
        .extracting(row -> row.details().getLast().value())
        .isEqualTo(missing == null ? List.of() : List.of(missing));
  }

  @Test
  void aQuarterlyMeetingThatSlippedStandsForItsQuarter() {
    var records = covering("2004-12-31");
    for (String day :
        new String[] {"2003-02-10", "2003-04-28", "2003-09-01", "2003-09-20", "2004-02-10"}) {
      meeting(records, day, 3, PRESENT);
    }

    assertThat(records.ask(question).breakdown().getFirst().details().getLast().value())
        .as("April stands for May, both of September for August; November and the rest of 2004")
        .isEqualTo("2003-11 2004-05 2004-08 2004-11");
  }

  @Test
  void aMeetingNotYetDueIsNotMissing() {
    var records = covering("2003-12-31").asAt("2003-03-20");
    meeting(records, "2003-01-10", 1, PRESENT);
    meeting(records, "2003-02-10", 1, PRESENT);

    assertThat(records.ask(question).value()).isZero();
  }

  @Test
  void aMeetingIsDueNotAfterTheEndOfCovers() {
    var records = covering("2003-03-05");
    meeting(records, "2003-01-10", 1, PRESENT);

    assertThat(records.ask(question).breakdown().getFirst().details().getLast().value())
        .as("10 March lies after the end of covers")
        .isEqualTo("2003-02");
  }

  @Test
  void aSeriesWithoutAnIntervalCannotBeJudged() {
    var records = covering("2003-03-31");
    records.row("police", EntryKind.MEETING_HELD, "", "2003-01-10");

    var finding = records.ask(question);

    assertThat(finding.value()).isNull();
    assertThat(finding.caveats())
        .contains("1 series of meetings without a date or an interval could not be judged.");
  }

  @Test
  void monthsMeetingsFilesAndSerialNumbersStandSideBySide() {
    var records = covering("2003-03-31");
    for (int number = 1; number <= 100; number++) {
      if (number < 41 || number > 44) {
        records
            .report(
                "police", "CR/%04d".formatted(number), number < 50 ? "2003-01-05" : "2003-03-05")
            .code(EntryAttribute.FILE, number == 7 ? Presence.MISSING : Presence.PRESENT);
      }
    }
    meeting(records, "2003-01-10", 1, PRESENT);
    meeting(records, "2003-02-10", 1, MISSING);
    meeting(records, "2003-03-10", 1, PRESENT);

    var finding = records.ask(question);

    assertThat(finding.value()).as("the meeting in February is a row of its own").isEqualTo(1);
    assertThat(finding.answer())
        .isEqualTo(
            "1 month is missing: no month without a row, and the months of 1 meeting without a row"
                + " or minutes.");
    assertThat(finding.breakdown())
        .extracting(row -> row.by() + " " + row.key() + " " + row.count() + "/" + row.of())
        .containsExactly("meetings Key Players 1/3", "files police 1/96", "serial 41-44 4/null");
    assertThat(records.evidence(finding))
        .containsExactly(
            "police 98 Key Players: no minutes for 2003-02",
            "police 7 police: file missing",
            "police 40 police: last number before 41-44, which are absent");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          pattern | from | to  | step | absent | reason
          %d      | 1    | 60  | 1    |        | nothing is absent
          %d      | 1    | 60  | 9    |        | one in nine is absent: not serial enough
          %d      | 1    | 400 | 40   | 41-41 81-81 121-121 161-161 201-201 241-241 281-281 321-321 361-361 | now and then one is absent
          A%05d-X | 1    | 400 | 200  | 201-201 | with letters around it
          %d      | 1    | 40  | 20   |        | fewer than fifty numbers
          """)
  void runsOfASerialId(
      String pattern, int from, int to, int step, @Nullable String absent, String reason) {
    var records = TestRecords.eastmoor();
    for (int number = from; number <= to; number++) {
      if (number == from || (number - 1) % step != 0 || step == 1) {
        records.report("police", pattern.formatted(number), "2003-01-05");
      }
    }
    var expected = absent == null ? Stream.<String>of() : Stream.of(absent.split(" ", -1));

    assertThat(SerialNumbers.absent(records.casebook()))
        .as(reason)
        .extracting(run -> run.first() + "-" + run.last())
        .containsExactlyElementsOf(expected.toList());
  }

  @Test
  void numbersThatBeginWithTheYearAreNoSeries() {
    var records = TestRecords.eastmoor();
    for (int year = 2000; year < 2005; year++) {
      for (int number = 1; number <= 60; number++) {
        records.report("police", year + "%04d".formatted(number), year + "-01-05");
      }
    }

    assertThat(SerialNumbers.absent(records.casebook())).isEmpty();
  }

  private static TestRecords coveringMonths(int months) {
    return covering(YearMonth.of(2003, 1).plusMonths(months - 1L).atEndOfMonth().toString());
  }

  private static TestRecords covering(String to) {
    var records = TestRecords.eastmoor();
    return records.source(police(new Span(LocalDate.of(2003, 1, 1), LocalDate.parse(to))));
  }

  private static Source police(Span... covers) {
    return new Source(
        "police",
        "police",
        AgencyKind.POLICE,
        TestRecords.EASTMOOR,
        "police",
        List.of(),
        List.of(covers),
        LocalDate.of(2014, 5, 31));
  }

  private static void addMonths(TestRecords records, String... perMonth) {
    for (int month = 0; month < perMonth.length; month++) {
      for (int row = 0; row < Integer.parseInt(perMonth[month]); row++) {
        records.report("police", "", "2003-%02d-05".formatted(month + 1));
      }
    }
  }

  private static void meeting(TestRecords records, String held, int every, Minutes minutes) {
    records
        .row("police", EntryKind.MEETING_HELD, "", held)
        .text(EntryAttribute.SERIES, "Key Players")
        .number(EntryAttribute.EVERY, every)
        .code(EntryAttribute.MINUTES, minutes);
  }
}
