package uk.candour.synth;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// One object a row; a column `child.born` is the member `born` of the member `child`. Columns of
/// one parent stand together. A blank value is null.
final class JsonRows implements Rows {

  private final BufferedWriter out;
  private final List<String> columns;
  private final boolean lines;
  private boolean first = true;

  private JsonRows(Path file, List<String> columns, boolean lines) throws IOException {
    this.out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    this.columns = List.copyOf(columns);
    this.lines = lines;
  }

  /// An object a line.
  static JsonRows lines(Path file, List<String> columns) throws IOException {
    return new JsonRows(file, columns, true);
  }

  /// One document `{"exported": "...", "calls": [...]}`.
  static JsonRows array(Path file, String exported, String member, List<String> columns)
      throws IOException {
    JsonRows rows = new JsonRows(file, columns, false);
    rows.out.write("{\"exported\": " + quoted(exported) + ", " + quoted(member) + ": [\n");
    return rows;
  }

  @Override
  public void write(List<String> values) throws IOException {
    writeObject(object(values));
  }

  @Override
  public void writeCutShort(List<String> values) throws IOException {
    String whole = object(values);
    writeObject(whole.substring(0, whole.length() / 2));
  }

  private void writeObject(String object) throws IOException {
    if (!lines && !first) {
      out.write(",\n");
    }
    first = false;
    out.write(object);
    if (lines) {
      out.write('\n');
    }
  }

  private String object(List<String> values) {
    StringBuilder object = new StringBuilder("{");
    String open = "";
    for (int i = 0; i < columns.size(); i++) {
      String column = columns.get(i);
      int dot = column.indexOf('.');
      String parent = dot < 0 ? "" : column.substring(0, dot);
      if (!parent.equals(open)) {
        if (!open.isEmpty()) {
          object.append('}');
        }
        comma(object);
        if (!parent.isEmpty()) {
          object.append(quoted(parent)).append(": {");
        }
        open = parent;
      } else {
        comma(object);
      }
      object.append(quoted(column.substring(dot + 1))).append(": ");
      object.append(values.get(i).isEmpty() ? "null" : quoted(values.get(i)));
    }
    if (!open.isEmpty()) {
      object.append('}');
    }
    return object.append('}').toString();
  }

  @Override
  public void close() throws IOException {
    if (!lines) {
      out.write("\n]}\n");
    }
    out.close();
  }

  private static void comma(StringBuilder object) {
    if (object.charAt(object.length() - 1) != '{') {
      object.append(", ");
    }
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
