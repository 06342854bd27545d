package uk.candour.inquiry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads a table that ships with this module: a header, then a row a line, values quoted where they
/// hold a comma.
final class CsvResource {

  private CsvResource() {}

  /// The rows under the header, each with as many values as the header.
  static List<List<String>> rows(String name) {
    List<List<String>> rows = text(name).lines().map(CsvResource::values).toList();
    int width = rows.getFirst().size();
    for (List<String> row : rows) {
      if (row.size() != width) {
        throw new IllegalStateException(
            name + ": " + row + " has " + row.size() + " values, the header has " + width);
      }
    }
    return rows.subList(1, rows.size());
  }

  private static String text(String name) {
    try (InputStream in = CsvResource.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the build lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  private static List<String> values(String line) {
    List<String> values = new ArrayList<>();
    var value = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        values.add(value.toString());
        value.setLength(0);
      } else {
        value.append(c);
      }
    }
    values.add(value.toString());
    return values;
  }
}
