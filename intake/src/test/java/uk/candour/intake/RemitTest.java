package uk.candour.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.candour.record.Duty;
import uk.candour.record.DutyEvent;
import uk.candour.record.InputFile;
import uk.candour.record.Limit;
import uk.candour.record.Source;

class RemitTest {

  @TempDir Path folder;

  @Test
  void sevenFaultsAreSevenProblemsEachAtItsPlace() {
    var borough =
        new Borough(folder)
            .file("police.csv", "crime_no,reported,code,surname\n1,2003-05-01,CSE,Marsh\n")
            .file(
                "remit.yaml",
                """
                inquiry: Eastmoor
                area: {code: X08000001, name: Eastmoor}
                period: {from: 1997-01-01, to: 2013-12-31}
                as-at: 2014-05-31
                sources:
                  - name: police
                    agency: police
                    kind: polise
                    file: police.csv
                    dates: dd/mm/yyyy
                    entry: report-made
                    map:
                      report.id: crime_nr
                      report.concern: {column: code, values: {CSE: explotation}}
                      report.recordet: reported
                      child.surname: {column: surname, pattern: "([A-Z"}
                  - name: youth
                    agency: project
                    kind: youth
                    file: yuoth.csv
                    entry: report-made
                    map: {report.id: a}
                """);
    assertThat(borough.problems())
        .containsExactly(
            "8:11: \"polise\": expected one of social-care, police, health, school, youth,"
                + " care-home, voluntary, court, partnership; did you mean police?",
            "10:12: \"dd/mm/yyyy\": expected MM for the month (mm is minutes)",
            "13:18: \"crime_nr\": expected a column of police.csv: one of crime_no, reported, code,"
                + " surname; did you mean crime_no?",
            "14:52: \"explotation\": expected one of exploitation, trafficking,"
                + " criminal-exploitation, sexual-abuse, physical-abuse, emotional-abuse, neglect,"
                + " missing, beyond-control, domestic-abuse, other; did you mean exploitation?",
            "15:7: \"report.recordet\": expected a target of report-made; did you mean"
                + " report.recorded?",
            "16:49: \"([A-Z\": expected a regular expression whose first group is the value:"
                + " Unclosed character class",
            "20:11: \"yuoth.csv\": expected a file that is there");
  }

  /// One fault each in a source of a youth project with the columns `a` and `b`.
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          an unknown key            | etnry: report-made, map: {report.id: a}   | did you mean entry?
          an unknown entry          | entry: report-maid, map: {report.id: a}   | did you mean report-made?
          no map                    | entry: report-made                        | a map with at least one target
          an unknown code list      | entry: report-made, map: {child.ethnicity: {column: a, codes: police-16}} | did you mean police-16+1?
          a list that does not fit  | entry: report-made, map: {report.concern: {column: a, codes: dfe-closure}} | a code list with words for report.concern
          appearance as if stated   | entry: report-made, map: {child.ethnicity: {column: a, codes: police-ic}} | use ethnicity-observed
          a list that feeds nobody  | fed-by: [schol], entry: report-made, map: {report.id: a} | a list that a source of this remit belongs to
          a column in when          | entry: report-made, when: {c: x}, map: {report.id: a} | a column of rows.csv
          a column in test          | test: {column: c, values: [x]}, entry: report-made, map: {report.id: a} | a column of rows.csv
          a key twice               | entry: report-made, map: {report.id: a, report.id: b} | each key once
          a span that ends too soon | covers: {from: 2003-01-01, to: 2002-01-01}, entry: report-made, map: {report.id: a} | a day not before 2003-01-01
          a day that never was      | extracted: 2003-02-30, entry: report-made, map: {report.id: a} | a day as 2013-12-31
          an unknown area           | area: X1, entry: report-made, map: {report.id: a} | one of X08000001, X08000002
          an index of nobody        | entry: report-made, map: {'child[0].surname': a} | a target of report-made
          an identifier without scheme | entry: report-made, map: {child.id: a} | a target of report-made
          a standing of a child     | entry: report-made, map: {child.standing: a} | a target of report-made
          two ways to a value       | entry: report-made, map: {report.id: {column: a, constant: b}} | one of column, columns or constant
          join without columns      | entry: report-made, map: {report.id: {column: a, join: x}} | columns beside it
          else alone                | entry: report-made, map: {report.id: {column: a, else: x}} | values or codes beside it
          a format for a text       | entry: report-made, map: {report.id: {column: a, format: yyyy}} | a date pattern for a date alone
          a pattern without a group | entry: report-made, map: {report.id: {column: a, pattern: x}} | whose first group is the value
          a week's year             | dates: dd/MM/YYYY, entry: report-made, map: {report.id: a} | yyyy for the year
          a constant that is no word| entry: report-made, map: {report.concern: {constant: x}} | one of exploitation
          a constant that is no day | entry: report-made, map: {report.recorded: {constant: x}} | a date as
          an encoding               | 'format: {type: csv, encoding: utf-9}, entry: report-made, map: {report.id: a}' | an encoding such as
          a separator               | 'format: {type: csv, separator: ";;"}, entry: report-made, map: {report.id: a}' | one character
          a format's key            | 'format: {type: csv, sheet: 1}, entry: report-made, map: {report.id: a}' | one of type, separator
          both entry and entries    | 'entry: report-made, entries: [{entry: report-made, map: {report.id: a}}]' | either entry or entries
          a map that is a list      | entry: report-made, map: [a]              | a map of targets to columns
          a body that nobody knows  | entry: report-made, map: {report.to: {constant: housing}} | an agency of the remit
          """)
  void aFaultIsOneProblem(String reason, String yaml, String expected) {
    var problems = new Borough(folder).source("a,b\n1,2\n", yaml).problems();
    assertThat(problems).as(reason).hasSize(reason.equals("an unknown key") ? 2 : 1);
    assertThat(problems.getLast()).as(reason).contains(expected);
    assertThat(problems.getFirst()).as(reason).matches("(?s)\\d+:\\d+: .*");
  }

  @Test
  void everyPartThatIsMissingIsTold() {
    assertThat(new Borough(folder).file("remit.yaml", "areas: []\n").problems())
        .containsExactly(
            "1:1: \"\": expected inquiry: the name of the inquiry",
            "1:1: \"\": expected area: an area as {code: X08000001, name: Eastmoor}",
            "1:1: \"\": expected period: the time as {from: 1997-01-01, to: 2013-12-31}",
            "1:1: \"\": expected as-at: the day as at which the inquiry asks, here or by --as-at",
            "1:1: \"\": expected sources: at least one source");
  }

  @Test
  void sourcesWithOneNameAreTold() {
    String source =
        "  - {name: s, agency: p, kind: youth, file: a.csv, entry: report-made, map: {report.id: a}}\n";
    assertThat(
            new Borough(folder)
                .file("a.csv", "a\n1\n")
                .file("remit.yaml", Borough.HEAD + "sources:\n" + source + source)
                .problems())
        .containsExactly("8:12: \"s\": expected a name that no other source has");
  }

  @Test
  void brokenYamlIsOneProblemWithItsPlace() {
    assertThat(new Borough(folder).file("remit.yaml", "inquiry: [a\narea: b\n").problems())
        .singleElement()
        .asString()
        .startsWith("2:");
  }

  @Test
  void theAsAtOfTheCommandOverridesButDoesNotSayWhenASourceWasHandedOver() {
    var borough = new Borough(folder).source("a\n1\n", "entry: report-made, map: {report.id: a}");
    Reading<Remit> reading = borough.reading(LocalDate.of(2005, 1, 1));
    assertThat(reading).isInstanceOf(Reading.Accepted.class);
    Remit remit = ((Reading.Accepted<Remit>) reading).value();
    assertThat(remit.asAt()).isEqualTo("2005-01-01");
    assertThat(remit.sources().getFirst().extracted()).isEqualTo("2014-05-31");
  }

  @Test
  void filesOfAGlobAndOfAListAreSortedByTheirPaths() {
    var borough =
        new Borough(folder)
            .file("b/2.csv", "a\n1\n")
            .file("b/1.csv", "a\n2\n3\n")
            .file("a.csv", "a\n4\n")
            .file(
                "remit.yaml",
                Borough.HEAD
                    + "sources:\n  - {name: s, agency: p, kind: youth, file: ['b/*.csv', a.csv],"
                    + " entry: report-made, map: {report.id: a}}\n");
    assertThat(borough.remit().plans().getFirst().names())
        .containsExactly("a.csv", "b/1.csv", "b/2.csv");
    assertThat(Borough.lines(borough.read().entries()))
        .extracting(line -> line.substring(0, 18))
        .containsExactly(
            "report-made 1 ID=4", "report-made 2 ID=2", "report-made 3 ID=3", "report-made 4 ID=1");
  }

  @Test
  void aSourceBelongsToTheListOfItsKindUnlessItSaysOtherwise() {
    String map = "entry: report-made, map: {report.id: a}";
    Source usual = new Borough(folder).source("a\n1\n", map).remit().sources().getFirst();
    assertThat(usual.list()).isEqualTo("youth");
    assertThat(usual.covers()).hasSize(1);
    assertThat(usual.area()).isEqualTo("X08000001");
    Source apart =
        new Borough(folder).source("a\n1\n", "list: none, " + map).remit().sources().getFirst();
    assertThat(apart.list()).isNull();
  }

  @Test
  void settingsOfDutiesLanguageAndLinkageAreRead() {
    Remit remit =
        new Borough(folder)
            .file("a.csv", "a\n1\n")
            .file(
                "remit.yaml",
                Borough.HEAD
                    + """
                    exploitation-concerns: [exploitation]
                    language: [lifestyle choice, streetwise]
                    duties:
                      - {name: answer, starts: report-made, stops: decision-taken, limit: {working-days: 1}, source: WT 2023, in-force: {from: 2010-04-01}}
                    linkage: {threshold: 0.9, blocking: [[surname, year(born)]]}
                    sources:
                      - {name: s, agency: p, kind: youth, file: a.csv, entry: report-made, map: {report.id: a}}
                    """)
            .remit();
    assertThat(remit.exploitationConcerns()).hasSize(1);
    assertThat(remit.language()).containsExactly("lifestyle choice", "streetwise");
    assertThat(remit.duties())
        .singleElement()
        .isEqualTo(
            new Duty(
                "answer",
                DutyEvent.REPORT,
                DutyEvent.REPORT,
                DutyEvent.ANSWER,
                new Limit(1, Limit.Unit.WORKING_DAYS),
                "WT 2023",
                LocalDate.of(2010, 4, 1),
                null));
    assertThat(remit.linkage())
        .containsEntry("threshold", "0.9")
        .containsEntry("blocking", List.of(List.of("surname", "year(born)")));
  }

  @Test
  void everyFaultOfADutyIsAProblem() {
    assertThat(
            new Borough(folder)
                .file("a.csv", "a\n1\n")
                .file(
                    "remit.yaml",
                    Borough.HEAD
                        + """
                        duties:
                          - {name: a, starts: opened, stops: answer, limit: {days: 1}}
                          - {name: b, starts: report-made, stops: "decision-taken:section-48", limit: {days: 0}}
                          - {name: c, starts: report-made, stops: answer, limit: {months: 3}}
                          - {name: d, starts: report-made, stops: answer, limit: {days: 1}, in-force: {from: 2010-01-02, to: 2010-01-01}}
                        sources:
                          - {name: s, agency: p, kind: youth, file: a.csv, entry: report-made, map: {report.id: a}}
                        """)
                .problems())
        .extracting(problem -> problem.substring(0, Math.min(60, problem.length())))
        .satisfiesExactlyInAnyOrder(
            problem -> assertThat(problem).startsWith("7:23: \"opened\""),
            problem -> assertThat(problem).startsWith("8:43: \"decision-taken:section-48\""),
            problem -> assertThat(problem).startsWith("8:86: \"0\""),
            problem -> assertThat(problem).startsWith("9:59: \"months\""),
            problem -> assertThat(problem).contains("2010-01-02 to 2010-01-01"));
  }

  @Test
  void aListMayBeFedByThatOfAKindOfAgencyWithoutAFileHere(@TempDir Path folder) {
    var borough =
        new Borough(folder)
            .source("a\nx\n", "fed-by: [school], entry: report-made, map: {report.id: a}");
    assertThat(borough.problems()).isEmpty();
  }

  @Test
  void twoStarsInAGlobStandForAnyNumberOfFoldersAndForNone(@TempDir Path folder) {
    var borough =
        new Borough(folder)
            .file("in/b.csv", "a\n1\n")
            .file("in/2003/may/a.csv", "a\n2\n")
            .file("in/b.txt", "a\n3\n")
            .source("a\nx\n", "entry: report-made, map: {report.id: a}");
    borough.file(
        "remit.yaml",
        Borough.HEAD
            + "sources:\n  - {name: s, agency: project, kind: youth, file: 'in/**/*.csv',"
            + " entry: report-made, map: {report.id: a}}\n");
    assertThat(borough.read().entries().inputs())
        .extracting(InputFile::file)
        .containsExactly("in/2003/may/a.csv", "in/b.csv");
  }
}
