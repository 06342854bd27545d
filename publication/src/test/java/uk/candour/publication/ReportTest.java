package uk.candour.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportTest {

  @TempDir static Path temp;
  private static Path out;
  private static String report;

  @BeforeAll
  static void write() throws IOException {
    out = temp.resolve("out");
    Publication.write(out, SampleFindings.input(temp));
    report = Files.readString(out.resolve("report.html"));
  }

  @Test
  void theFirstScreenKeepsItsOrder() {
    assertThat(report)
        .containsSubsequence(
            "SEALED",
            "Eastmoor, 1997 to 2013",
            "31 May 2014",
            "At least 1,462 children",
            "1,407 children",
            "four figures on one ruler",
            "The gravest failures",
            "exploitation concerns reported",
            "What these records cannot tell",
            "720 rows in 4 files of 3 sources",
            "1 value or row",
            "2.1% of true links",
            "Records say what happened",
            "./candour inquiry",
            "The questions");
  }

  @Test
  void theThreeGravestFailuresAreOneOfEachKindWithTheirDuties() {
    assertThat(report)
        .containsSubsequence(
            "518 of 1,407",
            "A count: no dated rule is known here that sets a limit to it.",
            "2,543 of 4,120",
            "A breach of a duty then in force: A decision on the next course of action",
            "77 of 1,407");
  }

  @Test
  void nothingIsCalledABreachWhereNoDutyIsShownToHaveBeenInForce() {
    Matcher breach = Pattern.compile("breach", Pattern.CASE_INSENSITIVE).matcher(report);
    while (breach.find()) {
      assertThat(report.substring(breach.start(), breach.end() + 30))
          .containsIgnoringCase("breach of a duty then in force");
    }
    assertThat(report).contains("Measured against: Leaders act on what they are told");
  }

  @Test
  void neitherAnEthnicityChartNorANetworkStandsOnTheFirstScreen() {
    String first = report.substring(0, report.indexOf("The questions"));

    assertThat(first).doesNotContain("s-suspect\"").doesNotContain("Any group");
  }

  @Test
  void hostileTextIsShownAndDoesNothing() throws IOException {
    for (Path page : pages()) {
      String html = Files.readString(page);
      assertThat(html).as(page.toString()).doesNotContain("<script");
      assertThat(html).as(page.toString()).doesNotContain("\u202E");
      assertThat(html)
          .as(page.toString())
          .doesNotContainPattern("(?i)<[a-z][^>]* on[a-z]+=")
          .doesNotContain("javascript:");
    }
    assertThat(report)
        .contains("&lt;script&gt;alert('x')&lt;/script&gt;")
        .contains("abc[U+202E]def");
  }

  @Test
  void noPageReachesOutOfTheFolder() throws IOException {
    for (Path page : pages()) {
      Matcher link = Pattern.compile("(?:href|src)=\"([^\"#]*)").matcher(Files.readString(page));
      while (link.find()) {
        if (!link.group(1).isEmpty()) {
          Path target = page.resolveSibling(link.group(1)).normalize();
          assertThat(target).startsWith(out).exists();
        }
      }
      assertThat(Files.readString(page))
          .doesNotContain("http:")
          .doesNotContain("https:")
          .doesNotContain("url(")
          .doesNotContain("@import");
    }
  }

  @Test
  void whatIsPublicLinksToNothingSealed() throws IOException {
    String html = Files.readString(out.resolve("public/index.html"));

    assertThat(html).doesNotContain("../").doesNotContain("report.html");
    assertThat(Files.readString(out.resolve("public/totals.csv")))
        .contains("children.seen,1410,")
        .contains("children.never-acted,520,")
        .contains("networks.count,c,")
        .contains("children.likely,:,");
  }

  @Test
  void everyAnchorThatALinkNamesIsThere() throws IOException {
    Map<Path, Set<String>> named = new TreeMap<>();
    for (Path page : pages()) {
      Matcher link = Pattern.compile("href=\"([^\"#]*)#([^\"]+)\"").matcher(Files.readString(page));
      while (link.find()) {
        Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
        named.computeIfAbsent(target.normalize(), _ -> new TreeSet<>()).add(link.group(2));
      }
    }
    for (var target : named.entrySet()) {
      String html = Files.readString(target.getKey());
      for (String anchor : target.getValue()) {
        assertThat(html.contains("id=\"" + anchor + "\""))
            .as(target.getKey() + "#" + anchor)
            .isTrue();
      }
    }
  }

  @Test
  void theRowsUnderAFigureAreTwoClicksAway() throws IOException {
    assertThat(report).contains("href=\"evidence/reports.unanswered.html\"");
    String page = Files.readString(out.resolve("evidence/reports.unanswered.html"));

    assertThat(page).contains(">police-crimes</td>").contains("reports.unanswered.csv");
  }

  @Test
  void aRowOfAWorkbookIsCitedWithItsSheet() throws IOException {
    assertThat(Files.readString(out.resolve("evidence/children.seen.html")))
        .contains("contact sheets.xlsx, sheet Contacts");
    assertThat(Files.readString(out.resolve("findings.json"))).contains("\"sheet\" : \"Contacts\"");
  }

  @Test
  void theYearsOnTheFirstScreenSayHowTheyStandToAllReports() {
    assertThat(report)
        .contains(
            "of all 6,337 reports made to somebody, whatever their concern, 1,204 were never answered");
  }

  @Test
  void theFiguresOfThoseWhoNoLongerWaitAreNotTakenForTheMedianOfAll() {
    assertThat(report)
        .containsSubsequence(
            "Only the reports that were decided; those still waiting are not in this table",
            "Half of them within",
            "Nine in ten within");
  }

  @Test
  void peopleAreNumbersAndNeverNames() throws IOException {
    for (Path page : pages()) {
      assertThat(Files.readString(page))
          .doesNotContain("Surname")
          .doesNotContainPattern("Child\\d");
    }
  }

  @Test
  void anInquiryWithoutAnythingIsReportedToo() throws IOException {
    var input = SampleFindings.input(temp);
    Path empty = temp.resolve("empty.html");
    Report.write(empty, SampleFindings.without(input));

    assertThat(Files.readString(empty))
        .contains("The number of children is not known")
        .contains("No failure of those looked for occurs")
        .contains("no concern was reported to anybody");
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(out)) {
      return files.filter(file -> file.toString().endsWith(".html")).toList();
    }
  }
}
