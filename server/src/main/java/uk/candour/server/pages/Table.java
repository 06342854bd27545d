package uk.candour.server.pages;

import java.util.List;

/// A table on a page.
public record Table(String caption, List<String> heads, List<List<Cell>> rows) {

  public Table {
    heads = List.copyOf(heads);
    rows = List.copyOf(rows);
  }

  /// A cell, with where it leads (empty for nowhere).
  ///
  /// @param late whether it tells of something overdue
  public record Cell(String words, String link, boolean late) {}

  public static Cell cell(String words) {
    return new Cell(words, "", false);
  }

  public static Cell link(String words, String address) {
    return new Cell(words, address, false);
  }
}
