package uk.candour.server.reliability;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/// A build of the product with a line of its source exchanged, compiled into a folder that goes
/// before the product's own on the class path: what shows that a test can fail.
final class BrokenBuild {

  private static final Path ROOT =
      Path.of(System.getProperty("candour.root", "..")).toAbsolutePath().normalize();

  private final Path folder;
  private final List<Path> sources = new ArrayList<>();

  BrokenBuild(Path folder) {
    this.folder = folder;
  }

  /// Exchanges a text of a source file, which must be there once.
  BrokenBuild exchange(String source, String text, String with) throws IOException {
    String whole = Files.readString(ROOT.resolve(source));
    int at = whole.indexOf(text);
    if (at < 0 || whole.indexOf(text, at + 1) >= 0) {
      throw new IllegalArgumentException(
          source + " should have this once, for the control to exchange it: " + text);
    }
    Path broken = folder.resolve("source").resolve(Path.of(source).getFileName());
    Files.createDirectories(folder.resolve("source"));
    Files.writeString(broken, whole.substring(0, at) + with + whole.substring(at + text.length()));
    sources.add(broken);
    return this;
  }

  /// Compiles what was exchanged.
  ///
  /// @return the folder of the classes
  Path compile() throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-proc:none",
                "-nowarn",
                "-parameters",
                "-d",
                classes.toString(),
                "-cp",
                String.join(File.pathSeparator, Service.productClassPath())));
    sources.forEach(source -> arguments.add(source.toString()));
    var said = new ByteArrayOutputStream();
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, said, said, arguments.toArray(String[]::new));
    if (code != 0) {
      throw new IOException(
          "the control does not compile: " + said.toString(StandardCharsets.UTF_8));
    }
    return classes;
  }
}
