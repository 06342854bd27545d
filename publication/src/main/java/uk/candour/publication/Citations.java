package uk.candour.publication;

import java.util.ArrayList;
import java.util.List;
import uk.candour.record.Entries;
import uk.candour.record.EntryAttribute;
import uk.candour.record.InputFile;
import uk.candour.record.PartialDate;

/// Says where a global row stands: its source, its file and its number there, and what the row's
/// first entry says of team and day.
final class Citations {

  private final Entries entries;
  private final List<List<InputFile>> files;

  Citations(Entries entries) {
    this.entries = entries;
    this.files = new ArrayList<>();
    for (var source : entries.sources()) {
      files.add(
          entries.inputs().stream().filter(file -> file.source().equals(source.name())).toList());
    }
  }

  /// The row as it is cited.
  ///
  /// @param row the number in the source, counted through all its files
  /// @param file the path of the file relative to the remit and, in a workbook, the sheet
  /// @param rowInFile the number in that file
  /// @param recorded the day on which the row's first entry was recorded, as precise as it is known
  record Citation(
      String source,
      String agency,
      int row,
      String file,
      int rowInFile,
      String recorded,
      String team) {}

  Citation of(int row) {
    int source = entries.sourceIndexOf(row);
    int sourceRow = entries.sourceRow(row);
    String file = "";
    int rowInFile = sourceRow;
    for (InputFile input : files.get(source)) {
      file = input.sheet().isEmpty() ? input.file() : input.file() + ", sheet " + input.sheet();
      if (rowInFile <= input.rows()) {
        break;
      }
      rowInFile -= input.rows();
    }
    int entry = firstEntry(row);
    String team = entry < 0 ? null : entries.text(EntryAttribute.TEAM, entry);
    return new Citation(
        entries.sources().get(source).name(),
        entries.sources().get(source).agency(),
        sourceRow,
        file,
        rowInFile,
        entry < 0 ? "" : PartialDate.text(entries.recorded(entry)),
        team == null ? "" : team);
  }

  /// The first entry of a row, or -1 where the row yielded none.
  int firstEntry(int row) {
    int low = 0;
    int high = entries.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (entries.row(middle) < row) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < entries.size() && entries.row(low) == row ? low : -1;
  }
}
