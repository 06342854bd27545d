package uk.candour.intake;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.PatternSyntaxException;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/// The files that a remit names, by path, glob or a list of these, sorted by their path relative to
/// the remit.
final class SourceFiles {

  private static final int MOST_FILES = 100_000;

  private final Path folder;
  private final Section.Sheet sheet;

  SourceFiles(Path folder, Section.Sheet sheet) {
    this.folder = folder;
    this.sheet = sheet;
  }

  /// The files by their names, which are paths relative to the remit with `/` between the parts.
  Map<String, Path> find(List<ScalarNode> written) throws IOException {
    Map<String, Path> found = new TreeMap<>();
    for (ScalarNode node : written) {
      String text = node.getValue().strip();
      if (text.isEmpty()) {
        sheet.add(node, text, "a file, a list of files, or a glob");
        continue;
      }
      try {
        Path path = folder.resolve(text).normalize();
        if (Files.isRegularFile(path)) {
          found.put(name(path), path);
        } else if (isGlob(text)) {
          glob(node, text, found);
        } else {
          sheet.add(node, text, missing(text));
        }
      } catch (InvalidPathException e) {
        sheet.add(node, text, "the path of a file");
      }
    }
    return found;
  }

  private String missing(String text) throws IOException {
    Path parent = folder.resolve(text).normalize().getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      return "a file that is there";
    }
    try (var listed = Files.list(parent)) {
      List<String> names = listed.filter(Files::isRegularFile).map(this::name).sorted().toList();
      String near = Nearest.to(text, names);
      return near == null
          ? "a file that is there"
          : "a file that is there; did you mean " + near + "?";
    }
  }

  private void glob(ScalarNode node, String text, Map<String, Path> found) throws IOException {
    int special = 0;
    while ("*?[{".indexOf(text.charAt(special)) < 0) {
      special++;
    }
    String fixed = text.substring(0, text.lastIndexOf('/', special) + 1);
    Path start = folder.resolve(fixed).normalize();
    PathMatcher matcher;
    try {
      matcher = matcher(text.substring(fixed.length()));
    } catch (PatternSyntaxException e) {
      sheet.add(node, text, "a glob such as police_*.csv");
      return;
    }
    Map<String, Path> matching = new TreeMap<>();
    if (Files.isDirectory(start)) {
      Files.walkFileTree(
          start,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (attributes.isRegularFile() && matcher.matches(start.relativize(file))) {
                matching.put(name(file), file);
              }
              return matching.size() > MOST_FILES
                  ? FileVisitResult.TERMINATE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              return FileVisitResult.CONTINUE;
            }
          });
    }
    found.putAll(matching);
    if (matching.isEmpty()) {
      sheet.add(node, text, "a glob that at least one file matches");
    } else if (matching.size() > MOST_FILES) {
      sheet.add(node, text, "a glob that at most " + MOST_FILES + " files match");
    }
  }

  /// What a glob matches; `**/` stands for any number of folders, for none as well.
  private static PathMatcher matcher(String glob) {
    FileSystem files = FileSystems.getDefault();
    PathMatcher asWritten = files.getPathMatcher("glob:" + glob);
    PathMatcher withoutFolders = files.getPathMatcher("glob:" + glob.replace("**/", ""));
    return path -> asWritten.matches(path) || withoutFolders.matches(path);
  }

  private String name(Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private static boolean isGlob(String text) {
    return text.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
  }
}
