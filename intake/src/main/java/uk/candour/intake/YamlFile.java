package uk.candour.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/// A file of settings that people write, in YAML and UTF-8; a byte-order mark is accepted. What is
/// wrong with it as YAML is put down with line and column like any other problem.
public final class YamlFile {

  private static final int LONGEST = 4_000_000;

  private YamlFile() {}

  /// Reads a file into what it means, or into every problem of it.
  ///
  /// @param what what the file is: `a remit`
  /// @param meaning reads the root, and puts down on the sheet what is wrong; null where it cannot
  public static <T> Reading<T> read(
      Path file, String what, Section.Sheet sheet, Function<Node, @Nullable T> meaning)
      throws IOException {
    String text = text(file, what, sheet);
    Node root = text == null ? null : compose(file.toString(), text, what, sheet);
    T read = root == null ? null : meaning.apply(root);
    return read == null || !sheet.problems().isEmpty()
        ? new Reading.Rejected<>(sheet.inOrder())
        : new Reading.Accepted<>(read);
  }

  static @Nullable String text(Path file, String what, Section.Sheet sheet) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      sheet.add(1, 1, "", what + " in UTF-8");
      return null;
    }
  }

  static @Nullable Node compose(String file, String text, String what, Section.Sheet sheet) {
    var settings =
        LoadSettings.builder()
            .setLabel(file)
            .setUseMarks(true)
            .setMaxAliasesForCollections(50)
            .setCodePointLimit(LONGEST)
            .build();
    try {
      Optional<Node> root = new Compose(settings).composeString(text);
      if (root.isEmpty()) {
        sheet.add(1, 1, "", what + "; the file is empty");
      }
      return root.orElse(null);
    } catch (MarkedYamlEngineException e) {
      Optional<Mark> mark = e.getProblemMark();
      sheet.add(
          mark.map(m -> m.getLine() + 1).orElse(1),
          mark.map(m -> m.getColumn() + 1).orElse(1),
          "",
          "YAML: " + Visible.of(e.getProblem()));
      return null;
    } catch (YamlEngineException e) {
      sheet.add(1, 1, "", "YAML: " + Visible.of(String.valueOf(e.getMessage())));
      return null;
    } catch (StackOverflowError e) {
      sheet.add(1, 1, "", "YAML that is not nested thousands deep");
      return null;
    }
  }
}
