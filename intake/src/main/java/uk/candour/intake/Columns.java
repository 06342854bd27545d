package uk.candour.intake;

import java.util.List;

/// The columns that a file has: names of a header, or paths below a row's element.
///
/// A header's names are trimmed and a line break in one reads as a space. A name that stands twice
/// is there twice; [Tables#open] refuses to read a column by such a name. A JSON path joins names
/// with `.`, an XML path with `/` and `@` before an attribute; either sign is understood in either.
public final class Columns {

  private final List<String> names;
  private final boolean paths;

  private Columns(List<String> names, boolean paths) {
    this.names = List.copyOf(names);
    this.paths = paths;
  }

  static Columns ofHeader(List<String> names) {
    return new Columns(names, false);
  }

  static Columns ofPaths(List<String> paths) {
    return new Columns(paths, true);
  }

  /// In the order of the file.
  public List<String> names() {
    return names;
  }

  /// Whether a mapping may name this column.
  public boolean has(String name) {
    if (!paths) {
      return names.contains(name);
    }
    List<String> steps = ValuePath.of(name, 0).names();
    return names.stream().anyMatch(path -> ValuePath.of(path, 0).names().equals(steps));
  }
}
