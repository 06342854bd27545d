package uk.candour.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;

/// Assessments on reports that turn out to be copies.
final class CopiesTest {

  @TempDir Path temp;

  /// The agency's other source names a report that turns out to be a copy of one before.
  private Borough withAssessments(String others) {
    return new Borough(temp)
        .file(
            "reports.csv",
            """
            id,day,fore,sur,born,text
            R1,2003-05-09,Amy,Hill,1990-01-02,seen in the town centre with adults
            R2,2003-05-09,Amy,Hill,1990-01-02,seen in the town centre with adults
            """)
        .file("others.csv", others)
        .file(
            "assessments.csv",
            """
            id,report,day,category
            A1,R2,2003-06-01,other
            """)
        .file(
            "remit.yaml",
            Borough.HEAD
                + """
                sources:
                  - name: reports
                    agency: council
                    kind: social-care
                    file: reports.csv
                    dates: yyyy-MM-dd
                    entry: report-made
                    map: {report.id: id, report.happened: day, report.text: text, child.forename: fore, child.surname: sur, child.born: born}
                  - name: others
                    agency: council
                    kind: social-care
                    file: others.csv
                    dates: yyyy-MM-dd
                    entry: report-made
                    map: {report.id: id, report.happened: day, report.text: text, child.forename: fore, child.surname: sur, child.born: born}
                  - name: assessments
                    agency: council
                    kind: social-care
                    file: assessments.csv
                    dates: yyyy-MM-dd
                    entry: assessment-made
                    map: {assessment.id: id, assessment.report: report, assessment.made: day, assessment.category: category}
                """);
  }

  private static String reportOfAssessment(Intaken intaken) {
    var entries = intaken.entries();
    int assessment = entries.size() - 1;
    assertThat(entries.kind(assessment)).isEqualTo(EntryKind.ASSESSMENT_MADE);
    return entries.text(EntryAttribute.REPORT_SOURCE, assessment)
        + " "
        + entries.text(EntryAttribute.REPORT, assessment);
  }

  @Test
  void anAssessmentFollowsACopyIntoItsAgencysOtherSource() {
    var intaken = withAssessments("id,day,fore,sur,born,text\n").read();

    assertThat(reportOfAssessment(intaken)).isEqualTo("reports R1");
  }

  @Test
  void anAssessmentFollowsNoCopyWhereAnotherSourceHasAReportOfTheNumber() {
    var intaken =
        withAssessments(
                """
                id,day,fore,sur,born,text
                R2,2004-05-09,Bea,Lane,1991-01-02,another child and another matter
                """)
            .read();

    assertThat(reportOfAssessment(intaken)).isEqualTo("assessments R2");
  }
}
