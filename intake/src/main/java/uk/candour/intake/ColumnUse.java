package uk.candour.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;

/// The columns that a source's mappings use, numbered in the order of their first use, and held
/// against the headers of its files.
final class ColumnUse {

  private final Map<String, Columns> headers;
  private final Section.Sheet sheet;
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  ColumnUse(Map<String, Columns> headers, Section.Sheet sheet) {
    this.headers = headers;
    this.sheet = sheet;
  }

  /// The number of the column that is named here, or -1 where no column is named.
  int use(Node node) {
    String name = Section.scalar(node, "the name of a column", sheet);
    if (name == null) {
      return -1;
    }
    for (var file : headers.entrySet()) {
      List<String> columns = file.getValue().names();
      if (!file.getValue().has(name)) {
        sheet.add(node, name, "a column of " + file.getKey() + ": " + Nearest.oneOf(name, columns));
        break;
      }
      if (columns.indexOf(name) != columns.lastIndexOf(name)) {
        sheet.add(node, name, "a column that " + file.getKey() + " has once");
        break;
      }
    }
    return numbers.computeIfAbsent(name, _ -> numbers.size());
  }

  /// The columns by their numbers.
  List<String> names() {
    return new ArrayList<>(numbers.keySet());
  }
}
