package uk.candour.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A small reader and writer of separated values, by the letter of RFC 4180: the tests' own, so
/// that what the product reads and writes is checked by something else.
final class Csv {

  private Csv() {}

  static List<List<String>> read(Path file) {
    return read(file, StandardCharsets.UTF_8, ',');
  }

  static List<List<String>> read(Path file, Charset charset, char separator) {
    try {
      String text = Files.readString(file, charset);
      return rows(text.startsWith("\uFEFF") ? text.substring(1) : text, separator);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void write(Path file, Charset charset, char separator, List<List<String>> rows) {
    var text = new StringBuilder();
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        String value = row.get(i);
        boolean quoted =
            value.indexOf(separator) >= 0 || value.contains("\"") || value.contains("\n");
        text.append(i == 0 ? "" : String.valueOf(separator))
            .append(quoted ? "\"" + value.replace("\"", "\"\"") + "\"" : value);
      }
      text.append('\n');
    }
    try {
      Files.writeString(file, text, charset);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<List<String>> rows(String text, char separator) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    var value = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
          value.append('"');
          i++;
        } else if (c == '"') {
          quoted = false;
        } else {
          value.append(c);
        }
      } else if (c == '"' && value.isEmpty()) {
        quoted = true;
      } else if (c == separator) {
        row.add(value.toString());
        value.setLength(0);
      } else if (c == '\n') {
        row.add(value.toString());
        value.setLength(0);
        rows.add(row);
        row = new ArrayList<>();
      } else if (c != '\r') {
        value.append(c);
      }
    }
    if (!value.isEmpty() || !row.isEmpty()) {
      row.add(value.toString());
      rows.add(row);
    }
    return rows;
  }
}
