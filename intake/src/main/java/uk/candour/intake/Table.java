package uk.candour.intake;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows of one file, read once from top to bottom; only the present row is in memory.
///
/// Columns are numbered as the caller asked for them when it opened the table. A data row is
/// numbered from 1; empty lines, and lines of spaces or separators alone, are not rows. A row whose
/// shape is broken (too few or too many columns, broken over lines) is a row: [#malformed] says
/// what is wrong with it and none of its values is to be used.
public interface Table extends Closeable {

  /// Moves to the next row; false after the last.
  ///
  /// @throws IOException where the file cannot be read
  /// @throws RefusedFile where the file as a whole cannot be taken, with one plain reason
  boolean next() throws IOException;

  /// The number of the present row in this file: 1 is the first data row.
  int row();

  /// The line of the file on which the present row begins, from 1; for a workbook the sheet's row.
  long line();

  /// The value of a column in the present row, trimmed; null where the row has none or a blank.
  @Nullable String value(int column);

  /// The name of the sheet that the rows are of, or nothing where the file has no sheets.
  default String sheet() {
    return "";
  }

  /// What is wrong with the shape of the present row, or null.
  @Nullable Malformed malformed();

  /// The values of the present row that cannot be taken; [#value] gives null for each.
  default List<Flaw> flaws() {
    return List.of();
  }

  /// What was found of a row's shape, and what was expected.
  record Malformed(String found, String expected) {}

  /// A value that cannot be taken, as it was found, and what was expected in its place.
  record Flaw(int column, String found, String expected) {

    static Flaw nul(int column, String value) {
      return new Flaw(column, value.replace('\0', '\u2400'), "text without the character NUL");
    }
  }
}
