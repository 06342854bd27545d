package uk.candour.intake;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/// A table read to its end, a line a row: the row's number, its line, and its values or its fault.
final class Lines {

  private Lines() {}

  static List<String> of(Path file, Format format, String... wanted) throws IOException {
    return of(file, format, List.of(wanted), note -> {});
  }

  static List<String> of(Path file, Format format, List<String> wanted, TableNotes notes)
      throws IOException {
    try (Table table = Tables.open(file, format, wanted, notes)) {
      return of(table, wanted.size());
    }
  }

  static List<String> of(Table table, int columns) throws IOException {
    List<String> lines = new ArrayList<>();
    while (table.next()) {
      StringJoiner line = new StringJoiner("|", table.row() + "@" + table.line() + " ", "");
      Table.Malformed malformed = table.malformed();
      if (malformed != null) {
        line.add("MALFORMED " + malformed.found() + " / " + malformed.expected());
      } else {
        for (int column = 0; column < columns; column++) {
          line.add(String.valueOf(table.value(column)));
        }
        for (Table.Flaw flaw : table.flaws()) {
          line.add("FLAW " + flaw.column() + " " + flaw.found() + " / " + flaw.expected());
        }
      }
      lines.add(line.toString());
    }
    return lines;
  }

  static Path write(Path folder, String name, String text) throws IOException {
    return write(folder, name, text, StandardCharsets.UTF_8);
  }

  static Path write(Path folder, String name, String text, Charset charset) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(charset));
  }
}
