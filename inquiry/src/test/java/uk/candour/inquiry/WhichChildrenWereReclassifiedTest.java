package uk.candour.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.candour.record.Concern.BEYOND_CONTROL;
import static uk.candour.record.Concern.EXPLOITATION;
import static uk.candour.record.Concern.MISSING;
import static uk.candour.record.Concern.NEGLECT;
import static uk.candour.record.Concern.TRAFFICKING;

import org.junit.jupiter.api.Test;
import uk.candour.inquiry.Finding.Interval;
import uk.candour.record.Concern;

class WhichChildrenWereReclassifiedTest {

  private final Question question = new WhichChildrenWereReclassified();

  @Test
  void anotherCategoryOnTheSameReportReclassifies() {
    var records = TestRecords.eastmoor();
    report(records, "1", EXPLOITATION, "amy", "Amy Hill");
    records.assessment("social-care", "1", "2003-06-01").category(BEYOND_CONTROL).team("Duty");
    records.decision("social-care", "1", "2003-06-02").category(NEGLECT);
    report(records, "2", EXPLOITATION, "bea", "Bea Lock");
    records.decision("social-care", "2", "2003-06-02").category(TRAFFICKING);
    report(records, "3", MISSING, "cat", "Cat Moor");
    records.decision("social-care", "3", "2003-06-02").category(NEGLECT);
    report(records, "4", EXPLOITATION, "dee", "Dee Nash");
    records.assessment("social-care", "4", "2003-06-02");
    report(records, "5", EXPLOITATION, "amy", "Amy Hill");
    records.assessment("social-care", "5", "2003-08-02").category(BEYOND_CONTROL);

    var finding = records.ask(question);

    assertThat(finding.value()).isEqualTo(1);
    assertThat(finding.interval()).isEqualTo(new Interval(1.0, 1.0, null));
    assertThat(finding.answer())
        .isEqualTo(
            "1 of 3 children with an exploitation concern was given another category on an"
                + " exploitation report.");
    assertThat(finding.breakdown())
        .extracting(row -> row.by() + " " + row.key() + " " + row.count())
        .containsExactly(
            "team Duty 1",
            "team not-recorded 1",
            "category beyond-control 1",
            "category neglect 1");
    assertThat(records.evidence(finding))
        .containsExactly(
            "social-care 2 amy beyond-control: assessment of an exploitation report",
            "social-care 3 amy neglect: decision on an exploitation report",
            "social-care 11 amy beyond-control: assessment of an exploitation report");
  }

  @Test
  void anAnswerSpeaksOfEveryChildOfItsReport() {
    var records = TestRecords.eastmoor();
    records
        .report("social-care", "1", "2003-05-01")
        .concern(EXPLOITATION)
        .child("amy", "Amy Hill")
        .child("bea", "Bea Lock");
    records.decision("social-care", "1", "2003-06-02").category(NEGLECT).child("bea", "Bea Lock");

    assertThat(records.evidence(records.ask(question)))
        .containsExactly(
            "social-care 2 amy neglect: decision on an exploitation report",
            "social-care 2 bea neglect: decision on an exploitation report");
  }

  @Test
  void theLinkingsGiveTheInterval() {
    var records = TestRecords.eastmoor();
    report(records, "1", EXPLOITATION, "amy", "Amy Hill");
    records.decision("social-care", "1", "2003-06-02").category(NEGLECT);
    report(records, "2", EXPLOITATION, "amie", "Amie Hill");
    records.decision("social-care", "2", "2003-06-02").category(NEGLECT);
    records.linked("amy", "amie", 0.3);

    var finding = records.ask(question);

    assertThat(finding.value()).isEqualTo(2);
    assertThat(finding.interval()).isEqualTo(new Interval(1.0, 2.0, null));
  }

  @Test
  void cannotAnswerWhereNoAnswerHasACategory() {
    var records = TestRecords.eastmoor();
    report(records, "1", EXPLOITATION, "amy", "Amy Hill");
    records.decision("social-care", "1", "2003-06-02");

    assertThat(records.ask(question).value()).isNull();
  }

  private static void report(
      TestRecords records, String id, Concern concern, String child, String name) {
    records.report("social-care", id, "2003-05-01").concern(concern).child(child, name);
  }
}
