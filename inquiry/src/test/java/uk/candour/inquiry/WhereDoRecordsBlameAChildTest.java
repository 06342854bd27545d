package uk.candour.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;

class WhereDoRecordsBlameAChildTest {

  private final Question question = new WhereDoRecordsBlameAChild();

  @Test
  void countsEachEntryOnceWhateverItHolds() {
    var records = TestRecords.eastmoor();
    records
        .report("police", "1", "2003-05-01")
        .text(EntryAttribute.TEXT, "Streetwise. A lifestile choice, a lifestyle choice.");
    records
        .decision("social-care", "2", "2004-05-01")
        .text(EntryAttribute.TEXT, "Closed.")
        .text(EntryAttribute.REASON, "hard to reach");
    records.report("police", "3", "2003-05-01").text(EntryAttribute.TEXT, "Seen at the station.");
    records.report("police", "4", "2003-05-01");
    records
        .report("ridley-police", "5", "2003-05-01")
        .text(EntryAttribute.TEXT, "A lifestyle choice.");
    records.report("police", "6", "1990-05-01").text(EntryAttribute.TEXT, "A lifestyle choice.");

    var finding = records.ask(question);

    assertThat(finding.value()).isEqualTo(2);
    assertThat(finding.answer())
        .isEqualTo("2 of 3 entries with a text or a reason hold words that blame a child.");
    assertThat(records.evidence(finding))
        .containsExactly(
            "social-care 1 decision-taken: hard to reach",
            "police 1 report-made: lifestyle choice; streetwise");
    assertThat(finding.breakdown())
        .extracting(row -> row.by() + " " + row.key() + " " + row.count())
        .containsExactly(
            "agency police 1",
            "agency social-care 1",
            "year 2003 1",
            "year 2004 1",
            "phrase hard to reach 1",
            "phrase lifestyle choice 1",
            "phrase streetwise 1");
  }

  @Test
  void leavesAChildsOwnStatementAlone() {
    var records = TestRecords.eastmoor();
    statement(records, "Survivor");
    statement(records, "manager");

    assertThat(records.ask(question).value()).isEqualTo(1);
  }

  @Test
  void cannotAnswerWithoutText() {
    var records = TestRecords.eastmoor();
    records.report("police", "1", "2003-05-01");

    assertThat(records.ask(question).value()).isNull();
  }

  private static void statement(TestRecords records, String role) {
    records
        .row("social-care", EntryKind.STATEMENT_MADE, "", "2013-05-01")
        .text(EntryAttribute.WITNESS_ROLE, role)
        .text(EntryAttribute.TEXT, "They wrote that it was a lifestyle choice.");
  }
}
