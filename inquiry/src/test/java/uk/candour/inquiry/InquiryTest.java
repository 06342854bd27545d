package uk.candour.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.candour.record.Concern.EXPLOITATION;

import org.junit.jupiter.api.Test;
import uk.candour.record.AgencyKind;

class InquiryTest {

  @Test
  void anEmptyRecordHasEveryFindingOnceAndNoSuspectOrChild() {
    var findings = Inquiry.findings(TestRecords.eastmoor().casebook());

    assertThat(findings).extracting(Finding::id).doesNotHaveDuplicates();
    assertThat(findings)
        .allSatisfy(finding -> {
          assertThat(finding.value() == null || finding.value() == 0).as(finding.id()).isTrue();
          assertThat(finding.evidence().size()).as(finding.id()).isZero();
          assertThat(finding.answer()).as(finding.id()).endsWith(".");
        });
  }

  @Test
  void everyFindingAnswersWhereTheAreaHasNoSourceAtAll() {
    var records = TestRecords.eastmoor();
    for (String own : new String[] {"social-care", "police", "youth", "school", "health"}) {
      records.source(own, AgencyKind.POLICE, TestRecords.RIDLEY);
    }
    records.report("police", "r1", "2003-05-09").concern(EXPLOITATION).child("a", "A Hill");

    assertThat(Inquiry.findings(records.casebook()))
        .filteredOn(finding -> finding.id().startsWith("children."))
        .allSatisfy(finding -> assertThat(finding.value()).as(finding.id()).isNull());
  }
}
