package uk.candour.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.candour.record.Outcome.ACCEPTED;
import static uk.candour.record.Outcome.CLOSED;
import static uk.candour.record.Outcome.NO_FURTHER_ACTION;

import org.junit.jupiter.api.Test;
import uk.candour.record.EntryKind;

class HowManyReportsEndedInNoFurtherActionTest {

  private final Question question = new HowManyReportsEndedInNoFurtherAction();

  @Test
  void theLastOutcomeDecides() {
    var records = TestRecords.eastmoor();
    records.report("social-care", "1", "2003-05-01").team("Duty");
    records.decision("social-care", "1", "2003-06-01").outcome(NO_FURTHER_ACTION);
    records.decision("social-care", "1", "2003-05-02").outcome(ACCEPTED).team("Duty");
    records.report("social-care", "2", "2003-05-01");
    records.decision("social-care", "2", "2003-05-02").outcome(NO_FURTHER_ACTION);
    records.decision("social-care", "2", "2003-06-01").outcome(CLOSED).team("Review");
    records.report("social-care", "3", "2003-05-01").team("Duty");
    records.decision("social-care", "3", "2003-05-02").team("Review").outcome(NO_FURTHER_ACTION);
    records.decision("social-care", "3", "2003-07-02");
    records.report("social-care", "4", "2003-05-01");
    records.decision("social-care", "4", "2003-07-02");
    records.report("social-care", "undecided", "2003-05-01");
    records
        .report("youth", "to nobody", "2003-05-01")
        .and(EntryKind.DECISION_TAKEN)
        .outcome(ACCEPTED);

    var finding = records.ask(question);

    assertThat(finding.value()).isEqualTo(0.4);
    assertThat(finding.answer())
        .isEqualTo("2 of 5 decided reports (40%) ended in no further action.");
    assertThat(records.evidence(finding))
        .containsExactly(
            "social-care 1 last outcome: no further action",
            "social-care 7 last outcome: no further action");
    assertThat(finding.breakdown())
        .extracting(row -> row.by() + " " + row.key() + " " + row.count() + "/" + row.of())
        .containsExactly(
            "team Duty 1/1",
            "team Review 1/2",
            "team not-recorded 0/2",
            "outcome accepted 1/5",
            "outcome closed 1/5",
            "outcome no-further-action 2/5",
            "outcome not-recorded 1/5");
  }

  @Test
  void anUndatedDecisionComesAfterTheDatedOnes() {
    var records = TestRecords.eastmoor();
    records.report("social-care", "1", "2003-05-01");
    records.decision("social-care", "1", "").outcome(NO_FURTHER_ACTION);
    records.decision("social-care", "1", "2003-05-02").outcome(CLOSED);

    assertThat(records.ask(question).value()).isEqualTo(1);
  }

  @Test
  void ofTwoDecisionsOnADayTheLaterRowIsTheLast() {
    var records = TestRecords.eastmoor();
    records.report("social-care", "1", "2003-05-01");
    records.decision("social-care", "1", "2003-05-02").outcome(CLOSED);
    records.decision("social-care", "1", "2003-05-02").outcome(NO_FURTHER_ACTION);

    assertThat(records.ask(question).value()).isEqualTo(1);
  }

  @Test
  void cannotAnswerWithoutDecisions() {
    var records = TestRecords.eastmoor();
    records.report("social-care", "1", "2003-05-01");

    assertThat(records.ask(question).value()).isNull();
    assertThat(records.ask(question).caveats())
        .containsExactly("No report on record has a decision.");
  }
}
