package uk.candour.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The samples are invented: authority 999, no child of theirs exists.
class CinCensusTest {

  @TempDir private Path folder;

  private final List<ReferralEpisode> episodes = new ArrayList<>();
  private final List<Contradiction> contradictions = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private CinCensus.Header read(Path file) throws IOException {
    return CinCensus.read(file, episodes::add, contradictions::add, notes::add);
  }

  private CinCensus.Header read(String text) throws IOException {
    return read(Lines.write(folder, "census.xml", text));
  }

  private static String sample(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(CinCensusTest.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private List<String> found() {
    return contradictions.stream()
        .map(c -> (c.row() + " " + c.rule() + " " + c.element() + " " + c.value()).strip())
        .toList();
  }

  @Test
  void readsTheNewLayoutWithAllThatFollowsAReferral() throws IOException {
    CinCensus.Header header = read(sample("cin-new-layout.xml"));
    assertThat(header.referenceDate()).isEqualTo("2025-03-31");
    assertThat(header.authority()).isEqualTo("999");
    assertThat(contradictions).isEmpty();
    assertThat(notes).containsExactly("Character set: UTF-8, as the XML declares.");
    assertThat(episodes).extracting(ReferralEpisode::row).containsExactly(1, 2, 3, 4);
    assertThat(episodes).extracting(ReferralEpisode::line).containsExactly(33, 85, 109, 114);

    ReferralEpisode first = episodes.getFirst();
    assertThat(first.child().sex()).isEqualTo("F");
    assertThat(first.child().sexIsOldGender()).isFalse();
    assertThat(first.child().formerUpns()).hasSize(1);
    assertThat(first.child().disabilities()).containsExactly("HEAR", "LD");
    assertThat(first.isNoFurtherAction()).isFalse();
    assertThat(first.assessments())
        .containsExactly(
            new ReferralEpisode.Assessment(
                40, "2024-06-05", "2024-06-20", "2024-07-10", List.of("10A", "11A")));
    assertThat(first.section47s())
        .containsExactly(
            new ReferralEpisode.Section47(49, "2024-07-11", "2024-08-01", "2024-07-31", "false"));
    assertThat(first.protectionPlans())
        .containsExactly(
            new ReferralEpisode.ProtectionPlan(
                55,
                "2024-07-31",
                "2024-12-18",
                "NEG",
                "SAB",
                "0",
                List.of(new ReferralEpisode.Review(62, "2024-10-23"))));
    assertThat(first.needPlans())
        .containsExactly(new ReferralEpisode.NeedPlan(65, "2024-12-18", "2025-02-10"));
    assertThat(first.preProceedings())
        .containsExactly(
            new ReferralEpisode.PreProceedings(
                69, List.of("FGDMMeetingOffer", "PPOutcome"), List.of("1", "A")));
    assertThat(episodes.get(1).child().expectedBirthDate()).isEqualTo("2025-05-20");
    assertThat(episodes.get(2).isNoFurtherAction()).isTrue();
    assertThat(episodes.get(2).child()).isSameAs(episodes.get(3).child());
  }

  @Test
  void readsTheOldLayout() throws IOException {
    read(sample("cin-old-layout.xml"));
    assertThat(contradictions).isEmpty();
    ReferralEpisode episode = episodes.getFirst();
    assertThat(episode.child().sex()).isEqualTo("2");
    assertThat(episode.child().sexIsOldGender()).isTrue();
    assertThat(episode.child().deathDate()).isEqualTo("2013-03-20");
    assertThat(episode.initialConference()).isEqualTo("2012-11-19");
    assertThat(episode.protectionPlans().getFirst().reviews()).hasSize(2);
  }

  static List<Arguments> changes() {
    return List.of(
        change(
            "no end of a year",
            "ReferenceDate>2025-03-31",
            "ReferenceDate>2025-04-30",
            "0 100 ReferenceDate 2025-04-30"),
        change("a number twice", "INVENTED0002", "INVENTED0001", "2 8510 LAchildID INVENTED0001"),
        change("no number", "<LAchildID>INVENTED0002</LAchildID>", "", "2 8500 LAchildID"),
        change("a wrong check letter", "<UPN>H", "<UPN>A", "1 1510 UPN A999220100017"),
        change(
            "letters in a pupil number",
            "<UPN>H999220100017",
            "<UPN>H99922X100017",
            "1 1540 UPN H99922X100017"),
        change("a pupil number too short", "<UPN>H999220100017", "<UPN>H99", "1  UPN H99"),
        change(
            "a pupil number of two children",
            "<UPNunknown>UN2</UPNunknown>",
            "<UPN>H999220100017</UPN>",
            "3 1520 UPN H999220100017"),
        change(
            "a former number of another form",
            "<FormerUPN>",
            "<FormerUPN>9",
            "1 1560Q FormerUPN 9T999220100025"),
        change("no pupil number and no reason", "<UPNunknown>UN2</UPNunknown>", "", "3 8770Q UPN"),
        change("no action, says the reason alone", "UN2", "UN7", "3 8772 UPNunknown UN7"),
        change("an unknown reason", "UN2", "UN9", "3  UPNunknown UN9"),
        change("a code of the old layout", "<Sex>F", "<Sex>2", "1 4180 Sex 2"),
        change("no sex", "<Sex>F</Sex>", "", "1 4180 Sex"),
        change("a sex before birth", "<Sex>U", "<Sex>F", "2 8750 Sex F"),
        change(
            "a birth and an expected one",
            "<PersonBirthDate>2009",
            "<ExpectedPersonBirthDate>2009-05-01</ExpectedPersonBirthDate><PersonBirthDate>2009",
            "1 8525Q ExpectedPersonBirthDate 2009-05-01"),
        change(
            "born after the reference date",
            "2012-02-29",
            "2025-04-01",
            "3 8520 PersonBirthDate 2025-04-01",
            "3 8606 CINreferralDate 2024-05-01"),
        change(
            "no day of the calendar", "2012-02-29", "2013-02-29", "3  PersonBirthDate 2013-02-29"),
        change(
            "another order of the day",
            "2012-02-29",
            "29/02/2012",
            "3  PersonBirthDate 29/02/2012"),
        change(
            "died before birth",
            "<Sex>M</Sex>",
            "<Sex>M</Sex><PersonDeathDate>2012-02-28</PersonDeathDate>",
            "3 8535Q PersonDeathDate 2012-02-28",
            "3 8555Q CINreferralDate 2024-05-01",
            "4 8555Q CINreferralDate 2024-11-04",
            "4  AssessmentActualStartDate 2024-11-05"),
        change("an unknown ethnicity code", "APKN", "PAKI", "3 4220 Ethnicity PAKI"),
        change(
            "a disability and none",
            "<Disability>NONE</Disability>",
            "<Disability>NONE</Disability><Disability>LD</Disability>",
            "3 8790 Disability NONE"),
        change(
            "a disability twice",
            "<Disability>HEAR</Disability>",
            "<Disability>LD</Disability>",
            "1 8794 Disability LD"),
        change("no disability code", "<Disability>NONE</Disability>", "", "3 8540 Disability"),
        change(
            "no referrals",
            "<CINdetails>\n        <CINreferralDate>2025-02-03",
            "<Other>\n        <CINreferralDate>2025-02-03",
            "0 8590 CINdetails"),
        change(
            "no date of referral",
            "<CINreferralDate>2024-05-01</CINreferralDate>",
            "",
            "3 8600 CINreferralDate"),
        change(
            "referred after the reference date",
            "<CINreferralDate>2024-05-01",
            "<CINreferralDate>2025-04-01",
            "3 8600 CINreferralDate 2025-04-01"),
        change(
            "an unknown source",
            "<ReferralSource>10",
            "<ReferralSource>11",
            "3 8866 ReferralSource 11"),
        change("an unknown need", "N6", "N11", "4 8650 PrimaryNeedCode N11"),
        change("no need", "<PrimaryNeedCode>N6</PrimaryNeedCode>", "", "4 8610 PrimaryNeedCode"),
        change(
            "no word on action",
            "<ReferralNFA>1",
            "<ReferralNFA>maybe",
            "3 8568 ReferralNFA maybe",
            "3 8816 CINclosureDate",
            "4 8820 CINreferralDate 2024-11-04"),
        change(
            "closed before the referral",
            "<CINclosureDate>2024-12-03",
            "<CINclosureDate>2024-11-03",
            "4 8630 CINclosureDate 2024-11-03",
            "4 8565 AssessmentActualStartDate 2024-11-05",
            "4 8565 AssessmentAuthorisationDate 2024-12-02"),
        change(
            "closed without a reason",
            "<ReasonForClosure>RC7</ReasonForClosure>",
            "",
            "1 8805 ReasonForClosure"),
        change(
            "a reason without a closure",
            "<CINclosureDate>2025-02-14</CINclosureDate>",
            "",
            "1 8810 CINclosureDate"),
        change("an unknown reason of closure", "RC7", "RC77", "1 8640 ReasonForClosure RC77"),
        change("died without a date", "RC7", "RC2", "1 8585Q ReasonForClosure RC2"),
        change(
            "no further action and a conference",
            "<ReferralNFA>1</ReferralNFA>",
            "<ReferralNFA>1</ReferralNFA><DateOfInitialCPC>2024-05-20</DateOfInitialCPC>",
            "3 8831 DateOfInitialCPC 2024-05-20"),
        change(
            "no further action and all the rest",
            "<ReferralNFA>false</ReferralNFA>\n        <Assessments>\n          <AssessmentActualStartDate>2024-06-05",
            "<ReferralNFA>true</ReferralNFA>\n        <Assessments>\n          <AssessmentActualStartDate>2024-06-05",
            "1 8831 AssessmentActualStartDate 2024-06-05",
            "1 8831 AssessmentAuthorisationDate 2024-07-10",
            "1 8831 S47ActualStartDate 2024-07-11",
            "1 8831 DateOfInitialCPC 2024-07-31",
            "1 8832 CPPstartDate 2024-07-31",
            "1 4000 CINPlanStartDate 2024-12-18"),
        change("closed after assessment, with plans", "RC7", "RC9", "1 2990 ReasonForClosure RC9"),
        change(
            "closed after no assessment",
            "<ReasonForClosure>RC8</ReasonForClosure>\n        <ReferralNFA>false</ReferralNFA>\n        <Assessments>",
            "<ReasonForClosure>RC8</ReasonForClosure>\n        <ReferralNFA>false</ReferralNFA>\n        <Other>",
            "4 8825Q ReasonForClosure RC8"),
        change(
            "an assessment before the referral",
            "<AssessmentActualStartDate>2024-06-05",
            "<AssessmentActualStartDate>2024-06-02",
            "1 1103 AssessmentActualStartDate 2024-06-02"),
        change(
            "an assessment that ends before it starts",
            "<AssessmentActualStartDate>2024-06-05",
            "<AssessmentActualStartDate>2024-07-15",
            "1 8608 AssessmentAuthorisationDate 2024-07-10"),
        change(
            "an assessment that a closed case left open",
            "<AssessmentAuthorisationDate>2024-12-02</AssessmentAuthorisationDate>",
            "",
            "4 8867 AssessmentAuthorisationDate",
            "4 8614 AssessmentFactors 21"),
        change(
            "an assessment without factors",
            "<AssessmentFactors>21</AssessmentFactors>",
            "",
            "4 8897Q AssessmentFactors"),
        change(
            "no factors and some",
            "<AssessmentFactors>11A",
            "<AssessmentFactors>21",
            "1 8869 AssessmentFactors 21",
            "1 8873Q ReasonForClosure RC7"),
        change(
            "a factor twice",
            "<AssessmentFactors>11A",
            "<AssessmentFactors>10A",
            "1 8898 AssessmentFactors 10A"),
        change(
            "a retired factor",
            "<AssessmentFactors>11A",
            "<AssessmentFactors>19A",
            "1 8950Q AssessmentFactors 19A"),
        change(
            "an unknown factor",
            "<AssessmentFactors>11A",
            "<AssessmentFactors>11Z",
            "1  AssessmentFactors 11Z"),
        change(
            "an assessment within another",
            "<Section47>",
            "<Assessments><AssessmentActualStartDate>2024-06-10</AssessmentActualStartDate><AssessmentAuthorisationDate>2024-06-12</AssessmentAuthorisationDate><FactorsIdentifiedAtAssessment><AssessmentFactors>20</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments><Section47>",
            "1 8863Q AssessmentActualStartDate 2024-06-10"),
        change(
            "an enquiry before the referral",
            "<S47ActualStartDate>2024-07-11",
            "<S47ActualStartDate>2024-06-01",
            "1 2889 S47ActualStartDate 2024-06-01"),
        change(
            "an enquiry after its conference",
            "<S47ActualStartDate>2024-07-11",
            "<S47ActualStartDate>2024-08-02",
            "1 8615 DateOfInitialCPC 2024-07-31"),
        change(
            "a conference without an enquiry's start",
            "<S47ActualStartDate>2024-07-11</S47ActualStartDate>",
            "",
            "1 8615 S47ActualStartDate"),
        change(
            "an enquiry that a closed case left open",
            "<DateOfInitialCPC>2024-07-31</DateOfInitialCPC>",
            "",
            "1 8868 DateOfInitialCPC"),
        change(
            "an enquiry that needed no conference",
            "<DateOfInitialCPC>2024-07-31</DateOfInitialCPC>\n          <ICPCnotRequired>false",
            "<ICPCnotRequired>true"),
        change(
            "a conference at both places",
            "<Section47>",
            "<DateOfInitialCPC>2024-07-31</DateOfInitialCPC><Section47>",
            "1 2884 DateOfInitialCPC 2024-07-31"),
        change(
            "a target on a Sunday",
            "<InitialCPCtarget>2024-08-01",
            "<InitialCPCtarget>2024-08-04",
            "1 8870Q InitialCPCtarget 2024-08-04"),
        change(
            "a conference on a Saturday, another day than the plan",
            "<DateOfInitialCPC>2024-07-31",
            "<DateOfInitialCPC>2024-08-03",
            "1 8875 DateOfInitialCPC 2024-08-03",
            "1 2885 CPPstartDate 2024-07-31"),
        change(
            "a plan that ends before it starts",
            "<CINPlanEndDate>2025-02-10",
            "<CINPlanEndDate>2024-12-17",
            "1 4011 CINPlanEndDate 2024-12-17"),
        change(
            "a plan of a day",
            "<CINPlanEndDate>2025-02-10",
            "<CINPlanEndDate>2024-12-18",
            "1 4012Q CINPlanEndDate 2024-12-18"),
        change(
            "a plan of need during one of protection",
            "<CINPlanStartDate>2024-12-18",
            "<CINPlanStartDate>2024-11-18",
            "1 4017 CINPlanStartDate 2024-11-18"),
        change(
            "and still open, during a review",
            "<CINPlanStartDate>2024-12-18</CINPlanStartDate>\n          <CINPlanEndDate>2025-02-10</CINPlanEndDate>",
            "<CINPlanStartDate>2024-10-18</CINPlanStartDate>",
            "1 4016 CINPlanStartDate 2024-10-18",
            "1 4003 CPPreviewDate 2024-10-23"),
        change(
            "two open plans, one in the other",
            "</CINPlanDates>",
            "</CINPlanDates><CINPlanDates><CINPlanStartDate>2025-01-01</CINPlanStartDate></CINPlanDates><CINPlanDates><CINPlanStartDate>2025-02-11</CINPlanStartDate></CINPlanDates>",
            "1 4014 CINPlanStartDate 2025-01-01",
            "1 4014 CINPlanStartDate 2025-02-11",
            "1 4004 CINPlanEndDate"),
        change(
            "a plan before the referral",
            "<CINreferralDate>2024-06-03",
            "<CINreferralDate>2024-12-19",
            "1 1103 AssessmentActualStartDate 2024-06-05",
            "1 2889 S47ActualStartDate 2024-07-11",
            "1 1104 DateOfInitialCPC 2024-07-31",
            "1 4015 CINPlanStartDate 2024-12-18",
            "1 1105 CPPstartDate 2024-07-31"),
        change(
            "a protection plan that ends before it starts",
            "<CPPendDate>2024-12-18",
            "<CPPendDate>2024-07-30",
            "1 8925 CPPendDate 2024-07-30",
            "1  CPPreviewDate 2024-10-23"),
        change(
            "a protection plan of a day",
            "<CPPendDate>2024-12-18",
            "<CPPendDate>2024-07-31",
            "1 8840 CPPendDate 2024-07-31",
            "1  CPPreviewDate 2024-10-23"),
        change(
            "a review before its plan",
            "<CPPreviewDate>2024-10-23",
            "<CPPreviewDate>2024-07-31",
            "1 8841 CPPreviewDate 2024-07-31"),
        change(
            "a review without a date",
            "<CPPreviewDate>2024-10-23</CPPreviewDate>",
            "",
            "1 8842Q CPPreviewDate"),
        change(
            "an unknown category",
            "<LatestCategoryOfAbuse>SAB",
            "<LatestCategoryOfAbuse>CSE",
            "1 8910 LatestCategoryOfAbuse CSE"),
        change(
            "no number of earlier plans",
            "<NumberOfPreviousCPP>0</NumberOfPreviousCPP>",
            "",
            "1 8730 NumberOfPreviousCPP"),
        change(
            "a date after the reference date",
            "<CINPlanEndDate>2025-02-10",
            "<CINPlanEndDate>2030-02-10",
            "1 4013 CINPlanEndDate 2030-02-10",
            "1 8565 CINPlanEndDate 2030-02-10"),
        change(
            "two open referrals",
            "<ReferralNFA>1</ReferralNFA>\n      </CINdetails>",
            "<PrimaryNeedCode>N1</PrimaryNeedCode><ReferralNFA>0</ReferralNFA></CINdetails><CINdetails><CINreferralDate>2024-11-01</CINreferralDate><ReferralSource>6</ReferralSource><PrimaryNeedCode>N1</PrimaryNeedCode><ReferralNFA>0</ReferralNFA></CINdetails>",
            "4 8815 CINclosureDate",
            "3 8816 CINclosureDate",
            "4 8816 CINclosureDate",
            "4 8820 CINreferralDate 2024-11-01",
            "5 8820 CINreferralDate 2024-11-04"),
        change("an element twice", "<Sex>M</Sex>", "<Sex>M</Sex><Sex>F</Sex>", "2  Sex F"),
        change("text between elements", "<Sex>M</Sex>", "stray<Sex>M</Sex>"));
  }

  private static Arguments change(String reason, String from, String to, String... found) {
    return Arguments.of(reason, from, to, Arrays.asList(found));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void listsWhatContradictsItself(String reason, String from, String to, List<String> expected)
      throws IOException {
    String sample = sample("cin-new-layout.xml");
    int at = sample.indexOf(from);
    assertThat(at).as(reason).isNotNegative();
    String changed = sample.substring(0, at) + to + sample.substring(at + from.length());
    if (to.startsWith("<Other>")) {
      String closing = from.startsWith("<CINdetails>") ? "</CINdetails>" : "</Assessments>";
      changed = withClosing(changed, at, closing);
    } else if (to.contains("<Other>")) {
      changed = withClosing(changed, at, "</Assessments>");
    }
    read(changed);
    assertThat(found()).as(reason).isEqualTo(expected);
  }

  private static String withClosing(String text, int from, String closing) {
    int at = text.indexOf(closing, from);
    return text.substring(0, at) + "</Other>" + text.substring(at + closing.length());
  }

  @Test
  void saysWhatWasExpectedAndByWhichRule() throws IOException {
    read(
        sample("cin-new-layout.xml")
            .replace("<CINPlanEndDate>2025-02-10", "<CINPlanEndDate>2024-01-01"));
    assertThat(contradictions).hasSize(1);
    assertThat(contradictions.getFirst().line()).isEqualTo(65);
    assertThat(contradictions.getFirst().expectedBy())
        .isEqualTo("on or after CINPlanStartDate 2024-12-18 (DfE rule 4011)");
  }

  @Test
  void notesElementsThatNobodyKnows() throws IOException {
    read(
        sample("cin-new-layout.xml")
            .replace("PPOutcome", "Other")
            .replace("<Children>", "<Children><Extra/>")
            .replace("ReferralSource>", "Source2>"));
    assertThat(notes).contains("Elements that are not the census's, not read: Extra, Source2.");
    assertThat(found()).contains("1 8866 ReferralSource");
  }

  @Test
  void refusesWhatIsNoCensus() {
    assertThatThrownBy(() -> read("<Data/>"))
        .isInstanceOf(RefusedFile.class)
        .hasMessage(
            "the file is XML and not a children-in-need census, for its root is not 'Message'");
    assertThatThrownBy(() -> read("a,b\n"))
        .isInstanceOf(RefusedFile.class)
        .hasMessageStartingWith("the file is not well-formed XML");
    assertThatThrownBy(() -> read("<!DOCTYPE Message SYSTEM 'http://127.0.0.1:9/x'><Message/>"))
        .isInstanceOf(RefusedFile.class)
        .hasMessageStartingWith("the XML has a document type");
    assertThatThrownBy(() -> read("<Message><Children><Child>" + "<CINdetails/>".repeat(200_000)))
        .isInstanceOf(RefusedFile.class)
        .hasMessage("the record of one child has more than 100000 elements, at line 1");
  }

  /// Made by others, of 332 children and 402 referrals, and full of contradictions.
  @Test
  void thePublicSampleRunsThrough() throws IOException {
    String root = System.getProperty("candour.root", "..");
    Path file = Path.of(root, "../shared/cin/fake_CIN_data.xml");
    Path here = Files.exists(file) ? file : Path.of(root, "../../shared/cin/fake_CIN_data.xml");
    assumeTrue(Files.exists(here), "the public sample is not here: " + file);
    CinCensus.Header header = read(here);
    assertThat(header.authority()).isEqualTo("975");
    assertThat(episodes).hasSize(402);
    assertThat(episodes.stream().map(e -> e.child().laChildId()).distinct()).hasSize(332);
    assertThat(notes).containsExactly("Character set: UTF-8, as the XML declares none.");
    Map<String, Integer> byRule = new TreeMap<>();
    contradictions.forEach(c -> byRule.merge(c.rule() + " " + c.element(), 1, Integer::sum));
    assertThat(byRule)
        .containsEntry("100 ReferenceDate", 1)
        .containsEntry("8831 DateOfInitialCPC", 350)
        .containsEntry("8600 CINreferralDate", 8)
        .containsEntry("8555Q CINreferralDate", 30)
        .containsEntry("1510 UPN", 320);
  }
}
