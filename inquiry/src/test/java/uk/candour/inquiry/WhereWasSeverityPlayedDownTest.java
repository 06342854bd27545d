package uk.candour.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.candour.record.EntryAttribute;

class WhereWasSeverityPlayedDownTest {

  private final Question question = new WhereWasSeverityPlayedDown();

  @Test
  void theFirstDecisionIsHeldAgainstTheReporter() {
    var records = TestRecords.eastmoor();
    report(records, "lowered", 4, "2003-05-02", 2);
    report(records, "kept", 3, "2003-05-02", 3);
    report(records, "raised", 2, "2003-05-02", 3);
    report(records, "lowered later", 3, "2003-05-02", 3);
    records.decision("social-care", "lowered later", "2003-06-02").severity(1);
    report(records, "lowered first", 4, "2003-06-02", 4);
    records.decision("social-care", "lowered first", "2003-05-02").severity(1).team("Review");
    records.report("social-care", "not rated", "2003-05-01");
    records.decision("social-care", "not rated", "2003-05-02").severity(1);
    records.report("social-care", "not rated by the decision", "2003-05-01").severity(4);
    records.decision("social-care", "not rated by the decision", "2003-05-02");
    records.report("social-care", "undecided", "2003-05-01").severity(4);

    var finding = records.ask(question);

    assertThat(finding.value()).isEqualTo(2);
    assertThat(finding.answer())
        .isEqualTo(
            "2 of 5 decided reports with both severities were set below the reporter's by the"
                + " first decision.");
    assertThat(records.evidence(finding))
        .containsExactly(
            "social-care 1 severity 4 set to 2: set below the reporter's by the first decision",
            "social-care 10 severity 4 set to 1: set below the reporter's by the first decision");
    assertThat(finding.breakdown())
        .extracting(row -> row.by() + " " + row.key() + " " + row.count() + "/" + row.of())
        .containsExactly(
            "post manager 1/4", "post not-recorded 1/1", "team Duty 1/4", "team Review 1/1");
  }

  @Test
  void cannotAnswerWithoutBothSeverities() {
    var records = TestRecords.eastmoor();
    records.report("social-care", "1", "2003-05-01").severity(4);
    records.decision("social-care", "1", "2003-05-02");

    assertThat(records.ask(question).value()).isNull();
    assertThat(records.ask(question).caveats()).hasSize(1);
  }

  private static void report(
      TestRecords records, String id, int severity, String made, int decided) {
    records.report("social-care", id, "2003-05-01").severity(severity).team("Duty");
    records
        .decision("social-care", id, made)
        .severity(decided)
        .text(EntryAttribute.POST, "manager");
  }
}
