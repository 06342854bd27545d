package uk.candour.intake;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLStreamReader;

/// The rows of one sheet as they stand in its part, one at a time: each cell's column, kind and
/// text.
///
/// Rows and cells must come in order; a cell without an address follows the one before it. What the
/// sheet says of its own size is not read.
final class SheetRows implements Closeable {

  static final int MOST_COLUMNS = 16_384;
  private static final int MOST_ROWS = 1_048_576;

  private final SafeXml xml;
  private final SharedStrings strings;
  private final StringBuilder text = new StringBuilder();
  private final List<int[]> hiddenColumns = new ArrayList<>();
  private boolean hiddenUnlessSaid;
  private int merged;

  private int row;
  private boolean hidden;
  private int count;
  private int[] columns = new int[64];
  private String[] kinds = new String[64];
  private String[] texts = new String[64];
  private int[] styles = new int[64];
  private boolean[] formulas = new boolean[64];

  SheetRows(SafeXml xml, SharedStrings strings) {
    this.xml = xml;
    this.strings = strings;
  }

  /// Moves to the next row; after the last, what stands behind the rows has been read too.
  boolean next() throws IOException {
    while (xml.nextStart()) {
      switch (xml.name()) {
        case "sheetFormatPr" -> hiddenUnlessSaid = WorkbookFile.isTrue(xml.attribute("zeroHeight"));
        case "col" -> {
          if (WorkbookFile.isTrue(xml.attribute("hidden")) && hiddenColumns.size() < MOST_COLUMNS) {
            hiddenColumns.add(
                new int[] {number(xml.attribute("min")), number(xml.attribute("max"))});
          }
        }
        case "mergeCell" -> merged++;
        case "row" -> {
          readRow();
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  private void readRow() throws IOException {
    String written = xml.attribute("r");
    int number = written.isEmpty() ? row + 1 : number(written);
    if (number <= row || number > MOST_ROWS) {
      throw new RefusedFile("the sheet has a row " + written + " behind row " + row);
    }
    row = number;
    String hide = xml.attribute("hidden");
    hidden = hide.isEmpty() ? hiddenUnlessSaid : WorkbookFile.isTrue(hide);
    count = 0;
    int column = 0;
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamReader.END_ELEMENT) {
        depth--;
      } else if (event == XMLStreamReader.START_ELEMENT) {
        if (depth == 1 && xml.name().equals("c")) {
          String address = xml.attribute("r");
          int at = address.isEmpty() ? column + 1 : column(address);
          if (at <= column || at > MOST_COLUMNS) {
            throw new RefusedFile(
                "row "
                    + row
                    + " of the sheet has a cell "
                    + address
                    + " behind column "
                    + columnName(column));
          }
          column = at;
          readCell(column);
        } else {
          depth++;
        }
      }
    }
  }

  private void readCell(int column) throws IOException {
    if (count == columns.length) {
      columns = Arrays.copyOf(columns, 2 * count);
      kinds = Arrays.copyOf(kinds, 2 * count);
      texts = Arrays.copyOf(texts, 2 * count);
      styles = Arrays.copyOf(styles, 2 * count);
      formulas = Arrays.copyOf(formulas, 2 * count);
    }
    columns[count] = column;
    kinds[count] = xml.attribute("t");
    styles[count] = number(xml.attribute("s"));
    formulas[count] = false;
    text.setLength(0);
    int depth = 1;
    boolean value = false;
    while (depth > 0) {
      switch (xml.next()) {
        case XMLStreamReader.START_ELEMENT -> {
          switch (xml.name()) {
            case "is" -> SharedStrings.readText(xml, text);
            case "f" -> {
              formulas[count] = true;
              depth++;
            }
            default -> {
              value = xml.name().equals("v");
              depth++;
            }
          }
        }
        case XMLStreamReader.END_ELEMENT -> {
          value = false;
          depth--;
        }
        case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA, XMLStreamReader.SPACE -> {
          if (value) {
            xml.appendTo(text);
          }
        }
        default -> {}
      }
    }
    texts[count++] = text.toString();
  }

  /// The row's number in the sheet, from 1.
  int row() {
    return row;
  }

  boolean hidden() {
    return hidden;
  }

  /// How many cells the row has; they are numbered from 0, in the order of their columns.
  int cells() {
    return count;
  }

  /// The column from 1.
  int column(int cell) {
    return columns[cell];
  }

  /// The cell's type as written: `s` and `inlineStr` text, `str` a formula's text, `b`, `e`, `d`,
  /// or nothing or `n` for a number.
  String kind(int cell) {
    return kinds[cell];
  }

  boolean isFormula(int cell) {
    return formulas[cell];
  }

  int style(int cell) {
    return styles[cell];
  }

  String text(int cell) throws RefusedFile {
    if (kinds[cell].equals("s")) {
      return texts[cell].isEmpty() ? "" : strings.get(number(texts[cell].strip()));
    }
    return texts[cell];
  }

  int merged() {
    return merged;
  }

  boolean hidesColumn(int column) {
    return hiddenColumns.stream().anyMatch(range -> range[0] <= column && column <= range[1]);
  }

  /// A whole number as written, or -1.
  static int number(String written) {
    if (written.isEmpty() || written.length() > 9) {
      return -1;
    }
    int number = 0;
    for (int i = 0; i < written.length(); i++) {
      int digit = written.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = 10 * number + digit;
    }
    return number;
  }

  private static int column(String address) {
    int column = 0;
    for (int i = 0; i < address.length() && column <= MOST_COLUMNS; i++) {
      char c = address.charAt(i);
      if (c < 'A' || c > 'Z') {
        break;
      }
      column = 26 * column + c - 'A' + 1;
    }
    return column;
  }

  /// The letters of a column from 1.
  static String columnName(int column) {
    StringBuilder name = new StringBuilder();
    for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
      name.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return name.toString();
  }

  @Override
  public void close() throws IOException {
    xml.close();
  }
}
