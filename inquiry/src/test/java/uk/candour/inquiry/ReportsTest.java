package uk.candour.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.candour.record.AgencyKind;
import uk.candour.record.Source;
import uk.candour.record.Span;

class ReportsTest {

  @Test
  void anAssessmentMayBeOnAReportOfItsAgencysOtherSource() {
    var records = records("referrals", "assessments");
    records.report("referrals", "R1", "2003-05-01");
    records.report("police", "R2", "2003-05-01");
    records.assessment("assessments", "A1", "2003-06-01").on("R1");
    records.assessment("assessments", "A2", "2003-06-01").on("assessments", "R2");
    records.assessment("assessments", "A3", "2003-06-01").on("assessments", "R1");
    records.decision("assessments", "D1", "2003-06-01").on("R1");

    assertThat(reportsOf(records))
        .as("police comes first; R2 is another agency's, and a decision can name its source")
        .containsExactly(-1, -1, 1, -1, 1, -1);
  }

  @Test
  void aNumberThatTwoOfItsSourcesHoldSaysNothing() {
    var records = records("duty", "referrals", "assessments");
    records.report("duty", "R1", "2003-05-01");
    records.report("referrals", "R1", "2003-05-01");
    records.assessment("assessments", "A1", "2003-06-01").on("R1");

    assertThat(reportsOf(records)).containsExactly(-1, -1, -1);
  }

  private static int[] reportsOf(TestRecords records) {
    var casebook = records.casebook();
    int[] reports = new int[casebook.entries().size()];
    for (int entry = 0; entry < reports.length; entry++) {
      reports[entry] = casebook.reports().reportOf(entry);
    }
    return reports;
  }

  private static TestRecords records(String... sources) {
    var records = TestRecords.eastmoor();
    for (String name : sources) {
      records.source(
          new Source(
              name,
              "children's services",
              AgencyKind.SOCIAL_CARE,
              TestRecords.EASTMOOR,
              "social-care",
              List.of(),
              List.of(new Span(LocalDate.of(1997, 1, 1), LocalDate.of(2013, 12, 31))),
              LocalDate.of(2014, 5, 31)));
    }
    return records;
  }
}
