package uk.candour.publication;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table of a page. The first cell of a row names the row.
///
/// @param folded whether it is so long that the page shows it folded
record Table(String caption, List<Column> columns, List<List<Cell>> rows, boolean folded) {

  /// More rows than this are folded.
  static final int MOST_UNFOLDED = 14;

  Table {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  static Table of(String caption, List<Column> columns, List<List<Cell>> rows) {
    return new Table(caption, columns, rows, rows.size() > MOST_UNFOLDED);
  }

  /// Whether it has so many columns that a narrow screen shows each row as a card.
  boolean asCards() {
    return columns.size() > 3;
  }

  /// @param figures whether the column holds figures and is set to the right
  record Column(String head, boolean figures) {}

  static Column words(String head) {
    return new Column(head, false);
  }

  static Column figures(String head) {
    return new Column(head, true);
  }

  /// @param link where the rows under the cell are, or null
  record Cell(String text, @Nullable String link) {

    /// Whether the cell is so short that it is not broken over lines.
    boolean isShort() {
      return text.length() <= 14;
    }
  }

  static Cell cell(String text) {
    return new Cell(text, null);
  }

  static Cell cell(long count) {
    return new Cell(Figures.number(count), null);
  }

  static Cell cell(double figure) {
    return new Cell(Figures.number(figure), null);
  }
}
