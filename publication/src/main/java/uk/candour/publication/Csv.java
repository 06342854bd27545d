package uk.candour.publication;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// A CSV file as spreadsheets and statistics programs read it: UTF-8, commas, quotes where needed,
/// every line ended by a line feed.
///
/// A cell that a spreadsheet would take for a formula is written with an apostrophe before it; a
/// plain number is left alone, a negative one too. Control characters are written as `[U+001B]`.
final class Csv implements AutoCloseable {

  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+([.][0-9]+)?");

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\t\\n\\r]]");

  private final BufferedWriter writer;

  private Csv(BufferedWriter writer) {
    this.writer = writer;
  }

  static Csv create(Path file, String... header) throws IOException {
    var csv = new Csv(Files.newBufferedWriter(file));
    csv.line(header);
    return csv;
  }

  void line(String... cells) throws IOException {
    for (int i = 0; i < cells.length; i++) {
      if (i > 0) {
        writer.write(',');
      }
      cell(cells[i]);
    }
    writer.write('\n');
  }

  private void cell(String written) throws IOException {
    String text = visible(written);
    boolean formula = looksLikeFormula(written);
    if (!formula && !needsQuotes(text)) {
      writer.write(text);
      return;
    }
    writer.write('"');
    if (formula) {
      writer.write('\'');
    }
    writer.write(text.replace("\"", "\"\""));
    writer.write('"');
  }

  /// The text with its control characters shown, but for tabs and line ends.
  private static String visible(String text) {
    return CONTROL
        .matcher(text)
        .replaceAll(control -> "[U+%04X]".formatted((int) control.group().charAt(0)));
  }

  private static boolean needsQuotes(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';' || c == '\t') {
        return true;
      }
    }
    return text.startsWith(" ") || text.endsWith(" ");
  }

  /// Whether a spreadsheet may take the cell for a formula: one of `= + - @` first, also in its
  /// full-width form, behind white space or behind a control character.
  private static boolean looksLikeFormula(String text) {
    int at = 0;
    while (at < text.length() && isBlankOrControl(text.charAt(at))) {
      at++;
    }
    return at < text.length()
        && "=+-@＝＋－＠".indexOf(text.charAt(at)) >= 0
        && !NUMBER.matcher(text.substring(at)).matches();
  }

  private static boolean isBlankOrControl(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
