package uk.candour.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A remit of any bytes is read or has problems, each with a place; nothing else comes of it. Run
/// long with `JAZZER_FUZZ=1`; without it the kept inputs are replayed.
class RemitFuzzTest {

  private static final String REMIT =
      Borough.HEAD
          + """
          exploitation-concerns: [exploitation, trafficking]
          population:
            - {file: p.csv, year: 2011, map: {area: a, age-from: b, age-to: c, group: d, count: e}}
          sources:
            - name: s
              agency: project
              kind: youth
              file: [p.csv, "*.csv"]
              format: {type: csv, separator: ",", encoding: utf-8, header: 1}
              dates: [dd/MM/yyyy, d MMM yy]
              unknown: ["", NK]
              covers: [{from: 1997-01-01, to: 1999-12-31}]
              test: {column: a, values: [TEST]}
              map: &shared
                report.id: a
                child.name: {columns: [a, b], join: " "}
              entries:
                - entry: report-made
                  when: {a: {not: [x, absent]}, b: present}
                  map:
                    report.concern: {column: c, values: {1: exploitation}, else: other}
                    child.born: {column: b, format: yyyyMMdd}
                    report.team: [{column: a, pattern: "([A-Z]+)"}, {constant: none}]
                    suspect[2].phone: {column: d, split: ";"}
                    child.ethnicity: {column: e, codes: dfe-ethnicity}
          duties: [{name: n, starts: report-made, stops: answer, limit: {days: 3}}]
          """;

  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ":",
          "- ",
          "\n",
          "  ",
          "&a ",
          "*a",
          "*shared",
          "!!x ",
          "|",
          ">",
          "'",
          "\"",
          "#",
          "? ",
          "---",
          "...",
          "%YAML 9",
          "\t",
          "\0",
          "\u2028",
          "null",
          "{}",
          "[]",
          "999999999999",
          "(",
          "\\",
          "[0]",
          "[99]",
          ".",
          "<<: *shared");

  @TempDir static Path folder;

  @FuzzTest(maxDuration = "10m")
  void anyBytesAreReadOrHaveProblems(byte[] bytes) throws IOException {
    check(new String(bytes, StandardCharsets.UTF_8));
  }

  @Test
  void aRemitWithAFewPiecesChangedIsReadOrHasProblems() throws IOException {
    assertThat(check(REMIT)).isTrue();
    var random = new Random(20_260_102);
    int accepted = 0;
    for (int i = 0; i < 2_000; i++) {
      var text = new StringBuilder(REMIT);
      for (int times = random.nextInt(4); times >= 0; times--) {
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + random.nextInt(12));
        switch (random.nextInt(4)) {
          case 0 -> text.delete(from, to);
          case 1 -> text.insert(from, PIECES.get(random.nextInt(PIECES.size())));
          case 2 -> text.replace(from, to, PIECES.get(random.nextInt(PIECES.size())));
          default -> text.insert(random.nextInt(text.length()), text.substring(from, to));
        }
      }
      try {
        accepted += check(text.toString()) ? 1 : 0;
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("remit " + i + " fails:\n" + text, e);
      }
    }
    assertThat(accepted).isGreaterThan(30);
  }

  private static boolean check(String text) throws IOException {
    Path file = folder.resolve("remit.yaml");
    if (!Files.exists(folder.resolve("p.csv"))) {
      Files.writeString(folder.resolve("p.csv"), "a,b,c,d,e\nX,20030501,1,2,WBRI\n");
    }
    return switch (new RemitReader(file, null).read(text)) {
      case Reading.Accepted<Remit> accepted -> {
        assertThat(accepted.value().plans()).isNotEmpty();
        yield true;
      }
      case Reading.Rejected<Remit> rejected -> {
        assertThat(rejected.problems())
            .allSatisfy(problem -> {
              assertThat(problem.line()).isPositive();
              assertThat(problem.column()).isPositive();
              assertThat(problem.expected()).isNotBlank();
            });
        yield false;
      }
    };
  }
}
