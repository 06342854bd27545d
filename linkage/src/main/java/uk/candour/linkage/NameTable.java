package uk.candour.linkage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A table of names that ships with this module: each line holds forms of one name.
///
/// Lines that begin with `#` say where the table is from; the first other line is its header. The
/// last column, the tradition, is for readers of the table alone.
final class NameTable {

  private NameTable() {}

  /// The forms of every line, in the order of the file.
  static List<String[]> read(String resource) {
    List<String[]> lines = new ArrayList<>();
    try (InputStream bytes = NameTable.class.getResourceAsStream(resource)) {
      if (bytes == null) {
        throw new IllegalStateException(
            "table " + resource + " is missing beside " + NameTable.class);
      }
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
      boolean header = true;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.isEmpty() || line.charAt(0) == '#') {
          continue;
        }
        if (!header) {
          String forms = line.substring(0, line.lastIndexOf(','));
          lines.add(forms.replace(',', ' ').trim().split(" +"));
        }
        header = false;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("table " + resource + " could not be read", e);
    }
    return List.copyOf(lines);
  }
}
