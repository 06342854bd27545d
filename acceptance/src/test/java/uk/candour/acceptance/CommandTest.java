package uk.candour.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The commands as somebody types them: help with an example, exit codes, nothing written by a
/// check.
final class CommandTest {

  private static final Path COUNTED =
      Product.ROOT.resolve("acceptance/src/test/resources/counted/answers");

  @ParameterizedTest
  @ValueSource(strings = {"inquiry", "check", "estimate", "synth"})
  void everyCommandHasHelpWithAnExample(String command) {
    var ended = Product.run(command, "--help");
    assertThat(ended.code()).isZero();
    assertThat(ended.out()).contains("Example: ./candour " + command);
  }

  @ParameterizedTest
  @ValueSource(strings = {"enquiry", "--nonsense"})
  void whatItDoesNotKnowIsWrongUse(String word) {
    var ended = Product.run(word);
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("--help");
  }

  @Test
  void checkShowsEverySourceAndWritesNothing(@TempDir Path folder) {
    Path borough = Folders.copy(Product.EASTMOOR, folder);
    var before = Folders.files(borough).keySet();
    var ended = Product.run("check", borough.resolve("remit.yaml"));
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("police-crimes", "thornby-census", "child.born");
    assertThat(Folders.files(borough).keySet()).isEqualTo(before);
  }

  @Test
  void aFolderThatIsNotOursIsNotReplaced(@TempDir Path folder) throws IOException {
    Path notes = Files.writeString(folder.resolve("notes.txt"), "keep");
    var ended =
        Product.run("inquiry", Product.EASTMOOR.resolve("remit.yaml"), "--quiet", "--out", folder);
    assertThat(ended.code()).isEqualTo(2);
    assertThat(notes).hasContent("keep");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          inquiry --as-at 31/12/2009       | '31/12/2009' is not a day; write it as 2009-12-31
          inquiry nowhere.yaml             | cannot be read; name a remit
          check                            | REMIT
          check .                          | is a folder; name the remit in it
          estimate .                       | cannot be read; give the path of a CSV file
          estimate --sample a,b,c          | takes three whole numbers
          estimate --sample 10,11,3        | found <= drawn <= files
          estimate some.csv --sample 9,3,1 | stands alone
          synth --out x --children 0       | at least 20
          """)
  void wrongUseIsToldInASentence(String line, String sentence) {
    var ended = Product.run((Object[]) line.split(" "));
    assertThat(ended.code()).as(ended.err()).isEqualTo(2);
    assertThat(ended.err()).contains(sentence);
  }

  @Test
  void aFolderThatCannotBeWrittenIsToldInASentence() {
    Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc")), "no folder that takes no file");
    var ended = Product.run("inquiry", COUNTED.resolve("remit.yaml"), "--out", "/proc/out");
    assertThat(ended.code()).as(ended.err()).isEqualTo(2);
    assertThat(ended.err()).contains("/proc/out cannot be written");
  }

  @Test
  void quietSilencesProgressAndNoAnswer(@TempDir Path folder) {
    Path remit = COUNTED.resolve("remit.yaml");
    var ended = Product.run("inquiry", remit, "--quiet", "--out", folder.resolve("o"));
    assertThat(ended.code()).isZero();
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out()).contains("children.seen", "Report:");
    assertThat(Product.run("check", remit, "--quiet").code()).isZero();
    assertThat(Product.run("estimate", "--sample", "988,66,63", "--quiet").code()).isZero();
  }

  @Test
  void aRowExportedTwiceHasItsLinesAmongTheClusters(@TempDir Path folder) throws IOException {
    Path remit =
        Files.writeString(
            folder.resolve("remit.yaml"),
            """
            inquiry: Twice
            area: {code: A1, name: Alpha}
            period: {from: 2000-01-01, to: 2010-12-31}
            as-at: 2011-06-30
            sources:
              - {name: s, agency: social care, kind: social-care, file: s.csv, entry: report-made,
                 map: {report.id: id, report.recorded: on, report.concern: {constant: exploitation},
                       child.forename: f, child.surname: s, suspect.name: w}}
            """);
    Files.writeString(
        folder.resolve("s.csv"),
        """
        id,on,f,s,w
        1,2001-01-05,Amy,Stone,"KHAN, Imran"
        2,2001-01-06,Beth,Hill,
        1,2001-01-05,Amy,Stone,"KHAN, Imran"
        """);
    Path out = Product.inquiry(remit, folder.resolve("out"));
    assertThat(Csv.read(out.resolve("clusters.csv")))
        .containsExactly(
            List.of("source", "row", "id", "mention", "cluster"),
            List.of("s", "1", "1", "child", "0"),
            List.of("s", "1", "1", "suspect", "1"),
            List.of("s", "2", "2", "child", "2"),
            List.of("s", "3", "1", "child", "0"),
            List.of("s", "3", "1", "suspect", "1"));
  }
}
