package uk.candour.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The commands as somebody types them: help with an example, exit codes, nothing written by a
/// check.
final class CommandTest {

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
}
