package uk.candour.synth;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// One `Incident` element a row; a column `Victim/Born` is the element `Born` in the element
/// `Victim`, and `@ref` an attribute of the row. Columns of one parent stand together.
final class XmlRows implements Rows {

  private final BufferedWriter out;
  private final List<String> columns;

  XmlRows(Path file, List<String> columns) throws IOException {
    this.out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    this.columns = List.copyOf(columns);
    out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Export>\n  <Incidents>\n");
  }

  @Override
  public void write(List<String> values) throws IOException {
    StringBuilder row = new StringBuilder("    <Incident");
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).startsWith("@")) {
        row.append(' ')
            .append(columns.get(i), 1, columns.get(i).length())
            .append("=\"")
            .append(escaped(values.get(i)))
            .append('"');
      }
    }
    row.append('>');
    String open = "";
    for (int i = 0; i < columns.size(); i++) {
      String column = columns.get(i);
      if (column.startsWith("@")) {
        continue;
      }
      int slash = column.indexOf('/');
      String parent = slash < 0 ? "" : column.substring(0, slash);
      if (!parent.equals(open)) {
        if (!open.isEmpty()) {
          row.append("</").append(open).append('>');
        }
        if (!parent.isEmpty()) {
          row.append('<').append(parent).append('>');
        }
        open = parent;
      }
      element(row, column.substring(slash + 1), values.get(i));
    }
    if (!open.isEmpty()) {
      row.append("</").append(open).append('>');
    }
    out.write(row.append("</Incident>\n").toString());
  }

  @Override
  public void close() throws IOException {
    out.write("  </Incidents>\n</Export>\n");
    out.close();
  }

  static void element(StringBuilder out, String name, String value) {
    if (value.isEmpty()) {
      out.append('<').append(name).append("/>");
      return;
    }
    out.append('<').append(name).append('>');
    out.append(escaped(value)).append("</").append(name).append('>');
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
