package uk.candour.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.candour.record.EntryKind;

class CensusReaderTest {

  private static final String SOURCE =
      "sources:\n  - {name: census, agency: council, kind: social-care, file: 'cin*.xml', format:"
          + " cin-census}\n";

  @TempDir Path folder;

  private static String census(String episodes) {
    return """
    <Message>
      <Header>
        <CollectionDetails><Collection>CIN</Collection><Year>2012</Year>
          <ReferenceDate>2012-03-31</ReferenceDate></CollectionDetails>
        <Source><LEA>975</LEA></Source>
      </Header>
      <Children>
        <Child>
          <ChildIdentifiers>
            <LAchildID>K1</LAchildID>
            <PersonBirthDate>1997-05-09</PersonBirthDate>
            <GenderCurrent>2</GenderCurrent>
          </ChildIdentifiers>
          <ChildCharacteristics><Ethnicity>APKN</Ethnicity></ChildCharacteristics>
          %s
        </Child>
      </Children>
    </Message>
    """
        .formatted(episodes);
  }

  private static final String OPEN =
      """
      <CINdetails>
        <CINreferralDate>2011-06-01</CINreferralDate>
        <ReferralSource>2A</ReferralSource>
        <PrimaryNeedCode>N6</PrimaryNeedCode>
        <ReferralNFA>false</ReferralNFA>
        <Assessments>
          <AssessmentActualStartDate>2011-06-02</AssessmentActualStartDate>
          <AssessmentAuthorisationDate>2011-07-01</AssessmentAuthorisationDate>
          <FactorsIdentifiedAtAssessment>
            <AssessmentFactors>11A</AssessmentFactors>
            <AssessmentFactors>10A</AssessmentFactors>
          </FactorsIdentifiedAtAssessment>
        </Assessments>
        <Section47><S47ActualStartDate>2011-06-10</S47ActualStartDate></Section47>
        <CINPlanDates><CINPlanStartDate>2011-07-02</CINPlanStartDate></CINPlanDates>
      </CINdetails>
      """;

  private static final String CLOSED =
      OPEN.replace(
          "<ReferralNFA>",
          "<CINclosureDate>2012-02-01</CINclosureDate>"
              + "<ReasonForClosure>RC7</ReasonForClosure><ReferralNFA>");

  private Borough borough(String name, String census) {
    return new Borough(folder).file(name, census).file("remit.yaml", Borough.HEAD + SOURCE);
  }

  @Test
  void aReferralEpisodeBecomesAReportAndWhatFollowedIt() {
    Intaken intaken = borough("cin-2012.xml", census(CLOSED)).read();
    String child = " child( BORN=1997-05-09 SEX=FEMALE ID=la:K1)";
    String report = " REPORT=K1/2011-06-01 REPORT_SOURCE=census";
    assertThat(Borough.lines(intaken.entries()))
        .containsExactly(
            "report-made 1 ID=K1/2011-06-01 RECORDED=2011-06-01 CONCERN=0 BY=School"
                + " MADE_TO_BODY=council MADE_TO=1"
                + child,
            "assessment-made 1 ID=K1/2011-06-01/assessment/2011-07-01 HAPPENED=2011-07-01"
                + report
                + " FACTORS=10A 11A"
                + child,
            "decision-taken 1 ID=K1/2011-06-01/section-47/2011-06-10 HAPPENED=2011-06-10"
                + report
                + " OUTCOME=3"
                + child,
            "person-recorded 1 ID=K1/2011-06-01/child-in-need-plan-begun/2011-07-02"
                + " HAPPENED=2011-07-02 TEXT=Child in need plan begun"
                + child,
            "decision-taken 1 ID=K1/2011-06-01/closed/2012-02-01 HAPPENED=2012-02-01"
                + report
                + " OUTCOME=8 REASON=Any other reason, or no longer in need"
                + child);
    assertThat(intaken.characteristics().stated(0)).extracting("label").isEqualTo("Pakistani");
    assertThat(Borough.everyText(intaken.entries())).doesNotContain("APKN", "Pakistani");
  }

  @Test
  void theFactorOfAnAssessmentNotYetMadeSaysNothingOfTheReferral() {
    List<String> lines =
        Borough.lines(
            borough("cin-2012.xml", census(CLOSED)).read(LocalDate.of(2011, 6, 30)).entries());
    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst()).contains("CONCERN=10");
    assertThat(lines.getLast()).startsWith("decision-taken");
  }

  @Test
  void noFurtherActionIsADecisionWithoutADate() {
    Intaken intaken =
        borough(
                "cin-2012.xml",
                census(
                    "<CINdetails><CINreferralDate>2011-06-01</CINreferralDate>"
                        + "<ReferralNFA>true</ReferralNFA></CINdetails>"))
            .read();
    assertThat(Borough.lines(intaken.entries()).getLast())
        .startsWith(
            "decision-taken 1 ID=K1/2011-06-01/no-further-action REPORT=K1/2011-06-01"
                + " REPORT_SOURCE=census OUTCOME=1");
    assertThat(intaken.tallies().getFirst().undated()).isEqualTo(1);
  }

  @Test
  void anEpisodeThatReturnsTheNextYearCountsOnceAndAddsWhatIsNew() {
    borough("cin-2012.xml", census(CLOSED));
    Intaken intaken = borough("cin-2011.xml", census(OPEN)).read();
    assertThat(Borough.lines(intaken.entries()))
        .extracting(line -> line.substring(0, line.indexOf(" ID=")))
        .containsExactly(
            "report-made 1",
            "assessment-made 1",
            "decision-taken 1",
            "person-recorded 1",
            "decision-taken 2");
    assertThat(Borough.problems(intaken))
        .anyMatch(line -> line.contains("each referral once: counted with row 1"));
  }

  @Test
  void thePublicSampleRunsThroughAndItsContradictionsAreListed() throws IOException {
    Path sample =
        Path.of(System.getProperty("candour.root", "."))
            .resolve("../shared/cin/fake_CIN_data.xml")
            .normalize();
    assumeThat(sample).exists();
    Intaken intaken = borough("cin.xml", Files.readString(sample)).read(LocalDate.of(2014, 5, 31));
    assertThat(intaken.entries().inputs().getFirst().rows()).isEqualTo(402);
    Intaken late = borough("cin.xml", Files.readString(sample)).read(LocalDate.of(2040, 1, 1));
    long reports = 0;
    for (int entry = 0; entry < late.entries().size(); entry++) {
      reports += late.entries().kind(entry) == EntryKind.REPORT_MADE ? 1 : 0;
    }
    assertThat(reports + late.tallies().getFirst().repeated()).isEqualTo(402);
    assertThat(late.problems().count(Problems.Kind.CONTRADICTION)).isGreaterThan(500);
  }
}
