package uk.candour.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.inquiry.TestRecords.Row;
import uk.candour.record.Concern;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryAttribute.Minutes;
import uk.candour.record.EntryAttribute.MonitoringChange;
import uk.candour.record.EntryKind;
import uk.candour.record.Outcome;

/// What is not yet known at a day takes no part in anything: with the rows recorded after it gone
/// (as intake hands them over), the later dates on the rows that stay (`answered`, `action`,
/// `ended`) make no difference when they lie after it.
class NotYetKnownTest {

  private static final LocalDate FROM = LocalDate.of(1997, 1, 1);

  private static final List<Question> QUESTIONS =
      List.of(
          new WhichReportsWereNeverAnswered(),
          new HowManyReportsWereAnsweredLate(),
          new HowLongDidReportsWaitForADecision(),
          new HowManyReportsEndedInNoFurtherAction(),
          new WhereWasSeverityPlayedDown(),
          new WhatIsMissingFromTheRecord(),
          new WhenWereChildrenTakenOffMonitoringTogether(),
          new WhichChildrenWereReclassified(),
          new WhereDoRecordsBlameAChild(),
          new WhichBriefingsWereNeverActedOn(),
          new WhatWasOnRecordWhenLeadersWereBriefed(),
          new WhatWereStaffToldNotToDo(),
          new HowManyChildrenDoesEachTeamHold());

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void laterDatesThatHaveNotComeAreAsGoodAsBlank(long seed) {
    var asAt = LocalDate.of(2000 + (int) seed, 6, 15);
    var asWritten = records(seed, asAt, false);
    var blanked = records(seed, asAt, true);

    for (Question question : QUESTIONS) {
      Finding finding = asWritten.ask(question);
      assertThat(all(asWritten, finding))
          .as(finding.id())
          .isEqualTo(all(blanked, blanked.ask(question)));
    }
  }

  private static List<Object> all(TestRecords records, Finding finding) {
    List<Object> all = new ArrayList<>();
    all.add(finding.answer());
    all.add(String.valueOf(finding.value()));
    all.add(String.valueOf(finding.interval()));
    all.addAll(finding.caveats());
    finding.breakdown().stream().map(Breakdown::toString).forEach(all::add);
    all.addAll(records.evidence(finding));
    return all;
  }

  private static TestRecords records(long seed, LocalDate asAt, boolean blankWhatIsToCome) {
    var random = new Random(seed);
    var records = TestRecords.eastmoor().asAt(asAt.toString());
    for (int n = 0; n < 600; n++) {
      LocalDate day = FROM.plusDays(random.nextInt(5000));
      LocalDate later = day.plusDays(random.nextInt(900));
      String written = blankWhatIsToCome && later.isAfter(asAt) ? "" : later.toString();
      boolean known = !day.isAfter(asAt);
      // The same draws whether or not the row is known, so that both boroughs are one.
      int kind = random.nextInt(8);
      int pick = random.nextInt(6);
      int child = random.nextInt(40);
      if (!known) {
        continue;
      }
      Row row =
          switch (kind) {
            case 0, 1, 2 ->
                records
                    .report("social-care", "r" + n, day.toString())
                    .concern(pick < 3 ? Concern.EXPLOITATION : Concern.MISSING)
                    .severity(1 + pick % 4)
                    .text(EntryAttribute.TEXT, pick == 0 ? "A lifestyle choice." : "Seen at home.")
                    .answered(written);
            case 3 ->
                records
                    .decision("social-care", "d" + n, day.toString())
                    .on("r" + (n - 1 - pick))
                    .severity(1 + pick % 3)
                    .outcome(Outcome.values()[pick])
                    .category(Concern.values()[pick]);
            case 4 ->
                records.monitoring(
                    "social-care",
                    "m" + n,
                    day.withDayOfMonth(1).toString(),
                    pick < 3 ? MonitoringChange.ADDED : MonitoringChange.REMOVED);
            case 5 ->
                records
                    .row("social-care", EntryKind.LEADERS_BRIEFED, "b" + n, day.toString())
                    .date(EntryAttribute.ACTION, written);
            case 6 ->
                records
                    .row("social-care", EntryKind.CASE_ALLOCATED, "a" + n, day.toString())
                    .team("t" + pick)
                    .date(EntryAttribute.ENDED, written);
            default ->
                records
                    .row("social-care", EntryKind.MEETING_HELD, "h" + n, day.toString())
                    .text(EntryAttribute.SERIES, "Forum")
                    .number(EntryAttribute.EVERY, 1)
                    .code(EntryAttribute.MINUTES, Minutes.values()[pick % 3]);
          };
      if (kind != 3 && kind != 5) {
        row.child("c" + child, "Child Of" + child);
      }
    }
    return records;
  }
}
