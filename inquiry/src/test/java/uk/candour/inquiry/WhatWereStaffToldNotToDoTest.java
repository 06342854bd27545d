package uk.candour.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;

class WhatWereStaffToldNotToDoTest {

  private final Question question = new WhatWereStaffToldNotToDo();

  @Test
  void countsDirectionsBySubjectPostAndYear() {
    var records = TestRecords.eastmoor();
    direction(records, "social-care", "2003-05-01", "severity", "manager");
    direction(records, "social-care", "2003-06-01", "ethnicity", "manager");
    direction(records, "police", "2004-06-01", "severity", "inspector");
    direction(records, "police", "2004", "other", "");
    direction(records, "ridley-police", "2004-06-01", "severity", "inspector");

    var finding = records.ask(question);

    assertThat(finding.value()).isEqualTo(4);
    assertThat(finding.answer())
        .isEqualTo("4 directions to staff not to record, share or rate are on record.");
    assertThat(finding.breakdown())
        .extracting(row -> row.by() + " " + row.key() + " " + row.count())
        .containsExactly(
            "subject ethnicity 1",
            "subject other 1",
            "subject severity 2",
            "post inspector 1",
            "post manager 2",
            "post not-recorded 1",
            "year 2003 2",
            "year 2004 1",
            "year not-recorded 1");
    assertThat(records.evidence(finding)).hasSize(4).contains("police 2 other: direction given");
  }

  @Test
  void saysThatNoneIsOnRecord() {
    assertThat(TestRecords.eastmoor().ask(question).answer())
        .isEqualTo("No direction to staff is on record.");
  }

  private static void direction(
      TestRecords records, String source, String made, String subject, String post) {
    records
        .row(source, EntryKind.DIRECTION_GIVEN, "", made)
        .text(EntryAttribute.SUBJECT, subject)
        .text(EntryAttribute.POST, post);
  }
}
