package uk.candour.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.candour.inquiry.Finding.Interval;
import uk.candour.inquiry.TestRecords.Row;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;

class HowManyChildrenDoesEachTeamHoldTest {

  private final Question question = new HowManyChildrenDoesEachTeamHold();

  @Test
  void takesEachTeamsLatestSnapshot() {
    var records = TestRecords.eastmoor();
    snapshot(records, "2013-03-31", "East", 40);
    snapshot(records, "2014-03-31", "East", 31).text(EntryAttribute.WORKER, "a");
    snapshot(records, "2014-03-31", "East", 4).text(EntryAttribute.WORKER, "b");
    snapshot(records, "2014-06-30", "East", 50);
    snapshot(records, "2013-03-31", "West", 20).text(EntryAttribute.UNALLOCATED, "3");

    var finding = records.ask(question);

    assertThat(finding.value()).isEqualTo(55);
    assertThat(finding.interval()).as("no person is in it").isNull();
    assertThat(finding.answer())
        .isEqualTo("On 31 May 2014 55 children were allocated to 2 teams; 3 waited for a worker.");
    assertThat(records.evidence(finding))
        .containsExactly(
            "social-care 2 East: latest snapshot",
            "social-care 3 East: latest snapshot",
            "social-care 5 West: latest snapshot");
    assertThat(finding.breakdown())
        .extracting(row -> row.by() + " " + row.key() + " " + row.count())
        .containsExactly("team East 35", "team West 20");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          made       | ended      | unallocated | allocated | reason
          2013-01-01 |            |     | 1 | begun and not ended
          2013-01-01 | 2014-05-31 |     | 0 | ended on the as-at date
          2013-01-01 | 2014-06-01 |     | 1 | ends after the as-at date
          2013-01-01 | 2013       |     | 0 | ended in some month of a year
          2014-06-01 |            |     | 0 | not begun
                     |            |     | 1 | begun on a day that nobody wrote down
          2013-01-01 |            | yes | 0 | waits for a worker
          2013-01-01 |            | No  | 1 | is said not to wait
          2014-03-01 |            |     | 1 | after the period, before the as-at date
          """)
  void aNamedAllocationCounts(
      String made, String ended, String unallocated, int allocated, String reason) {
    var records = TestRecords.eastmoor();
    named(records, made == null ? "" : made, "East", "amy")
        .date(EntryAttribute.ENDED, ended == null ? "" : ended)
        .text(EntryAttribute.UNALLOCATED, unallocated == null ? "" : unallocated);

    var value = records.ask(question).value();

    assertThat(value == null ? 0 : value).as(reason).isEqualTo(allocated);
  }

  @Test
  void aChildOfSeveralAllocationsIsOneChildWithAnIntervalOverTheLinkings() {
    var records = TestRecords.eastmoor();
    named(records, "2013-01-01", "East", "amy");
    named(records, "2013-02-01", "East", "amy");
    named(records, "2013-02-01", "West", "amy");
    named(records, "2013-02-01", "West", "amie");
    records.linked("amy", "amie", 0.3);
    snapshot(records, "2013-05-01", "West", 10);

    var finding = records.ask(question);

    assertThat(finding.value()).isEqualTo(12);
    assertThat(finding.interval()).isEqualTo(new Interval(11.0, 12.0, null));
    assertThat(finding.breakdown())
        .extracting(row -> row.key() + " " + row.count())
        .containsExactly("East 1", "West 12");
    assertThat(finding.caveats())
        .containsExactly(
            "Snapshots and named allocations were added; a child may be in both at West.");
  }

  @Test
  void cannotAnswerWithoutAllocations() {
    assertThat(TestRecords.eastmoor().ask(question).value()).isNull();
  }

  private static Row snapshot(TestRecords records, String made, String team, int count) {
    return records
        .row("social-care", EntryKind.CASE_ALLOCATED, "", made)
        .team(team)
        .number(EntryAttribute.COUNT, count);
  }

  private static Row named(TestRecords records, String made, String team, String child) {
    return records
        .row("social-care", EntryKind.CASE_ALLOCATED, "", made)
        .team(team)
        .child(child, "Amy Hill");
  }
}
