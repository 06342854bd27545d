package uk.candour.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// Rows of one sheet of a workbook, read as it streams by.
///
/// The cells of the header give the columns their names; a row that has a value to the right of the
/// last is malformed. Rows without a value are no rows. Of a formula the value that was last
/// computed is read. What the workbook hides, and what leads out of it, is noted; hidden rows and
/// columns of the sheet are read, other sheets are not.
final class XlsxTable implements Table {

  private static final int NAMED_ROWS = 20;
  private static final int NONE = -1;

  private final WorkbookFile workbook;
  private final CellFormats formats;
  private final SheetRows rows;
  private final TableNotes notes;
  private final String sheet;
  private final List<String> header = new ArrayList<>();
  private final int[] places;
  private final boolean[] isWanted; // by the place in the header, from 0
  private boolean rowWaits;

  private int row;
  private long line;
  private @Nullable Malformed malformed;
  private final @Nullable String[] values;
  private final List<Flaw> flaws = new ArrayList<>();

  private int hiddenRows;
  private final StringJoiner firstHidden = new StringJoiner(", ");
  private int formulas;
  private int formulasWithoutValue;
  private boolean ended;

  XlsxTable(Path file, Format.Xlsx format, List<String> wanted, TableNotes notes)
      throws IOException {
    this.notes = notes;
    this.workbook = new WorkbookFile(file);
    try {
      WorkbookFile.Sheet chosen = choose(format.sheet());
      String part = chosen.part();
      this.sheet = Visible.of(chosen.name());
      if (part == null) {
        throw new RefusedFile("the sheet '" + sheet + "' is not in the workbook");
      }
      noteWorkbook(chosen);
      this.formats = new CellFormats(workbook, workbook.part("styles"));
      SharedStrings strings = new SharedStrings(workbook, workbook.part("sharedStrings"));
      this.rows = new SheetRows(workbook.xml(part), strings);
      readHeader(format.header());
      this.values = new String[header.size()];
      this.places = HeaderRow.places(header, wanted);
      this.isWanted = new boolean[header.size()];
      for (int place : places) {
        isWanted[place] = true;
      }
    } catch (ZipException e) {
      workbook.close();
      throw WorkbookFile.damaged();
    } catch (IOException | RuntimeException e) {
      workbook.close();
      throw e;
    }
  }

  @Override
  public String sheet() {
    return sheet;
  }

  List<String> header() {
    return header;
  }

  private WorkbookFile.Sheet choose(@Nullable String wanted) throws RefusedFile {
    List<WorkbookFile.Sheet> sheets = workbook.sheets();
    for (WorkbookFile.Sheet sheet : sheets) {
      boolean chosen =
          wanted == null
              ? sheet.visibility() == WorkbookFile.Visibility.VISIBLE
              : sheet.name().equals(wanted);
      if (chosen) {
        return sheet;
      }
    }
    int number = wanted == null ? NONE : SheetRows.number(wanted);
    if (number >= 1 && number <= sheets.size()) {
      return sheets.get(number - 1);
    }
    StringJoiner names = new StringJoiner(", ");
    sheets.forEach(sheet -> names.add(Visible.of(sheet.name())));
    throw new RefusedFile(
        (wanted == null
                ? "the workbook has no visible sheet"
                : "the workbook has no sheet '" + wanted + "'")
            + "; it has "
            + names);
  }

  private void noteWorkbook(WorkbookFile.Sheet chosen) {
    StringJoiner others = new StringJoiner(", ");
    for (WorkbookFile.Sheet sheet : workbook.sheets()) {
      String hidden =
          switch (sheet.visibility()) {
            case VISIBLE -> "";
            case HIDDEN -> "hidden";
            case VERY_HIDDEN -> "very hidden";
          };
      if (!sheet.equals(chosen)) {
        others.add(
            "'" + Visible.of(sheet.name()) + "'" + (hidden.isEmpty() ? "" : " (" + hidden + ")"));
      } else if (!hidden.isEmpty()) {
        notes.note(
            "Sheet '"
                + Visible.of(sheet.name())
                + "' is "
                + hidden
                + "; it was read, as the remit names it.");
      }
    }
    if (others.length() > 0) {
      notes.note("Sheets not read: " + others + ".");
    }
    noteParts("xl/externallinks/externallink", "links to other workbooks, not followed");
    noteParts("xl/vbaproject", "macros, not run");
    noteParts("xl/macrosheets/", "macro sheets, not run");
    noteParts("xl/embeddings/", "embedded objects, not read");
    noteParts("xl/activex/", "controls, not run");
    noteParts("xl/connections", "connections to outside data, not followed");
  }

  private void noteParts(String prefix, String what) {
    int parts = workbook.parts(prefix);
    if (parts > 0) {
      notes.note("The workbook holds " + what + " (" + parts + ").");
    }
  }

  private void readHeader(int headerRow) throws IOException {
    while (rows.next()) {
      if (headerRow == 0 ? lastValue() > 0 : rows.row() >= headerRow) {
        break;
      }
    }
    if (headerRow == 0) {
      for (int column = 1; column <= lastValue(); column++) {
        header.add(Integer.toString(column));
      }
      rowWaits = rows.row() > 0;
      return;
    }
    if (rows.row() != headerRow || lastValue() == 0) {
      throw new RefusedFile(
          "row " + headerRow + " of the sheet, where its header should be, is empty");
    }
    for (int cell = 0; cell < rows.cells(); cell++) {
      String name = Blank.trimmed(headerText(cell));
      if (name != null) {
        while (header.size() < rows.column(cell) - 1) {
          header.add("");
        }
        header.add(HeaderRow.name(name));
        if (rows.hidesColumn(rows.column(cell))) {
          notes.note("Column '" + Visible.of(header.getLast()) + "' is hidden; it was read.");
        }
      }
    }
  }

  private String headerText(int cell) throws RefusedFile {
    try {
      return text(cell);
    } catch (CellText.Unreadable e) {
      throw new RefusedFile(
          "the header's cell "
              + SheetRows.columnName(rows.column(cell))
              + rows.row()
              + " is "
              + e.found());
    }
  }

  private String text(int cell) throws RefusedFile, CellText.Unreadable {
    return CellText.of(
        rows.kind(cell),
        rows.isFormula(cell),
        rows.text(cell),
        formats.of(rows.style(cell)),
        workbook.from1904());
  }

  /// The last column that has a value, or 0.
  private int lastValue() throws RefusedFile {
    for (int cell = rows.cells() - 1; cell >= 0; cell--) {
      if (rows.isFormula(cell) || Blank.trimmed(rows.text(cell)) != null) {
        return rows.column(cell);
      }
    }
    return 0;
  }

  @Override
  public boolean next() throws IOException {
    try {
      while (rowWaits || rows.next()) {
        rowWaits = false;
        int last = lastValue();
        if (last > 0) {
          take(last);
          return true;
        }
      }
    } catch (ZipException e) {
      throw WorkbookFile.damaged();
    }
    if (!ended) {
      ended = true;
      noteSheet();
    }
    return false;
  }

  private void take(int last) throws RefusedFile {
    row++;
    line = rows.row();
    malformed = null;
    flaws.clear();
    Arrays.fill(values, null);
    if (rows.hidden()) {
      hiddenRows++;
      if (hiddenRows <= NAMED_ROWS) {
        firstHidden.add(Long.toString(line));
      }
    }
    if (last > header.size()) {
      malformed =
          new Malformed(
              "a value in column " + SheetRows.columnName(last),
              "values up to column " + SheetRows.columnName(header.size()));
      return;
    }
    for (int cell = 0; cell < rows.cells(); cell++) {
      if (rows.isFormula(cell)) {
        formulas++;
        formulasWithoutValue += rows.text(cell).isEmpty() ? 1 : 0;
      }
      int place = rows.column(cell) - 1;
      if (place < isWanted.length && isWanted[place]) {
        takeCell(cell, place);
      }
    }
  }

  private void takeCell(int cell, int place) throws RefusedFile {
    try {
      String value = Blank.trimmed(text(cell));
      if (value != null && value.indexOf(0) >= 0) {
        flaws.add(Flaw.nul(wantedAt(place), value));
      } else {
        values[place] = value;
      }
    } catch (CellText.Unreadable e) {
      flaws.add(new Flaw(wantedAt(place), e.found(), e.expected()));
    }
  }

  private int wantedAt(int place) {
    int wanted = 0;
    while (places[wanted] != place) {
      wanted++;
    }
    return wanted;
  }

  private void noteSheet() {
    if (hiddenRows > 0) {
      notes.note(
          "Hidden rows, which were read: "
              + hiddenRows
              + " (sheet rows "
              + firstHidden
              + (hiddenRows > NAMED_ROWS ? ", ..." : "")
              + ").");
    }
    if (formulas > 0) {
      notes.note(
          "Formulas, of which the last computed value was read: "
              + formulas
              + ", without a computed value: "
              + formulasWithoutValue
              + ".");
    }
    if (rows.merged() > 0) {
      notes.note(
          "Merged cells, whose value stands in the first alone: " + rows.merged() + " ranges.");
    }
  }

  @Override
  public int row() {
    return row;
  }

  @Override
  public long line() {
    return line;
  }

  @Override
  public @Nullable String value(int column) {
    return values[places[column]];
  }

  @Override
  public @Nullable Malformed malformed() {
    return malformed;
  }

  @Override
  public List<Flaw> flaws() {
    return List.copyOf(flaws);
  }

  @Override
  public void close() throws IOException {
    try {
      rows.close();
    } finally {
      workbook.close();
    }
  }
}
