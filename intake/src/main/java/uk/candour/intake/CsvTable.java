package uk.candour.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows of separated values, found among the bytes of a file without making text of them.
///
/// A value may stand in quotes, and then holds separators, line ends and doubled quotes (RFC 4180);
/// a quote inside a value that does not begin with one is a character like any other. Lines end
/// with LF, CRLF or CR.
///
/// A row that is wrong costs itself alone. Where a quote is not closed, text follows a closing
/// quote, or a value over several lines leaves a row with too few or too many columns, the *line*
/// is a malformed row and reading goes on at the next line. So does it where every line of a value
/// over several lines would be a whole row: two stray quotes are likelier than such a text.
///
/// Memory is one row: a buffer that grows to the longest line, up to [#LONGEST_LINE].
final class CsvTable implements Table {

  static final int LONGEST_LINE = 16 << 20;
  static final int MOST_COLUMNS = 16_384;

  /// A value over several lines is looked for this far; it bounds what one stray quote may cost.
  private static final int LONGEST_ROW_OF_LINES = 1 << 20;

  /// And what all of them together may cost, by what has been read so far.
  private static final long MOST_SEARCHED = 1 << 26;

  private static final long MOST_SEARCHED_A_BYTE = 8;

  /// Text that separates with a character beyond ASCII is read with that character and this
  /// swapped.
  private static final char STAND_IN = '\u001F';

  private static final int NO_QUOTE = 256;
  private static final int ANY = -1;

  private enum Scan {
    ROW,
    BROKEN,
    NEEDS_MORE
  }

  private final InputStream in;
  private final Charset charset;
  private final boolean mayHoldNul;
  private final byte separator;
  private final int quote;
  private final char swapped;
  private final List<String> header;
  private final int[] wantedColumns;

  // The buffer: [start, limit) is yet to be read, and a line end stands at `limit` as a sentinel.
  private byte[] buffer;
  private int start;
  private int limit;
  private boolean end;
  private long startLine = 1;

  // The row in hand: where its values are, and where the next begins.
  private int[] from = new int[64];
  private int[] to = new int[64];
  private boolean[] doubled = new boolean[64];
  private int count;
  private int rowEnd;
  private int lines;
  private String fault = "";
  private int expected = ANY;
  private long searched;
  private long passed;

  private int row;
  private long rowLine;
  private @Nullable Malformed malformed;
  private final @Nullable String[] values;
  private final boolean[] known;

  CsvTable(Path file, Format.Csv format, List<String> wanted, TableNotes notes) throws IOException {
    byte[] head = FileKind.head(file);
    FileKind.refuseUnless("separated values", head);
    Encoding encoding = Encoding.of(file, head, format.encoding());
    notes.note("Character set: " + encoding.how() + ".");
    this.mayHoldNul = encoding.nul();
    this.swapped = format.separator() > 127 ? format.separator() : 0;
    this.charset = swapped == 0 ? encoding.opened() : StandardCharsets.UTF_8;
    this.separator = (byte) (swapped == 0 ? format.separator() : STAND_IN);
    this.quote = format.quote() == 0 ? NO_QUOTE : format.quote();
    if (format.quote() > 127 || format.separator() == format.quote()) {
      throw new RefusedFile("values cannot be quoted with " + format.quote());
    }
    this.buffer = new byte[Math.clamp(Files.size(file) + 2, 64, 1 << 18)];
    this.in = swapped == 0 ? encoding.open(file) : encoding.openSwapping(file, swapped, STAND_IN);
    this.values = new String[wanted.size()];
    this.known = new boolean[wanted.size()];
    try {
      this.header = readHeader(format.header());
      this.expected = header.size();
      this.wantedColumns = HeaderRow.places(header, wanted);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  List<String> header() {
    return header;
  }

  private List<String> readHeader(int line) throws IOException {
    List<String> names = new ArrayList<>();
    if (line == 0) {
      if (skipBlanks()) {
        scanWholeRow();
        for (int i = 1; i <= count; i++) {
          names.add(Integer.toString(i));
        }
      }
      return names;
    }
    while (startLine < line && has(0)) {
      skipLine();
    }
    if (!has(0)) {
      throw new RefusedFile("the file ends before line " + line + ", where its header should be");
    }
    scanWholeRow();
    for (int i = 0; i < count; i++) {
      String name = decode(i);
      names.add(name == null ? "" : HeaderRow.name(name));
    }
    if (names.getFirst().startsWith("sep=")) {
      throw new RefusedFile(
          "line "
              + line
              + " is a 'sep=' line and not the header; the remit's header is to be "
              + (line + 1));
    }
    start = rowEnd;
    startLine += lines;
    return names;
  }

  private void scanWholeRow() throws IOException {
    if (scan() == Scan.BROKEN) {
      throw new RefusedFile("line " + startLine + ", the first to be read, has " + fault);
    }
    if (count > MOST_COLUMNS) {
      throw new RefusedFile(
          "line " + startLine + " has " + count + " columns, more than " + MOST_COLUMNS);
    }
  }

  @Override
  public boolean next() throws IOException {
    if (!skipBlanks()) {
      return false;
    }
    Scan scan = scan();
    row++;
    rowLine = startLine;
    malformed = null;
    if (scan == Scan.BROKEN) {
      malformed = new Malformed(fault, expected + " columns and every quote closed");
    } else if (count != expected) {
      malformed = new Malformed(columns(count), columns(expected));
    }
    passed += rowEnd - start;
    start = rowEnd;
    startLine += lines;
    Arrays.fill(known, false);
    return true;
  }

  private static String columns(int count) {
    return count == 1 ? "1 column" : count + " columns";
  }

  @Override
  public int row() {
    return row;
  }

  @Override
  public long line() {
    return rowLine;
  }

  @Override
  public @Nullable Malformed malformed() {
    return malformed;
  }

  @Override
  public @Nullable String value(int column) {
    if (malformed != null) {
      return null;
    }
    if (!known[column]) {
      known[column] = true;
      String value = decode(wantedColumns[column]);
      values[column] = value != null && mayHoldNul && value.indexOf(0) >= 0 ? null : value;
    }
    return values[column];
  }

  @Override
  public List<Flaw> flaws() {
    if (!mayHoldNul || malformed != null) {
      return List.of();
    }
    List<Flaw> flaws = new ArrayList<>();
    for (int column = 0; column < wantedColumns.length; column++) {
      String value = decode(wantedColumns[column]);
      if (value != null && value.indexOf(0) >= 0) {
        flaws.add(Flaw.nul(column, value));
      }
    }
    return flaws;
  }

  private @Nullable String decode(int field) {
    int a = from[field];
    int b = to[field];
    while (a < b && isBlank(buffer[a])) {
      a++;
    }
    while (a < b && isBlank(buffer[b - 1])) {
      b--;
    }
    if (a == b) {
      return null;
    }
    byte[] bytes = buffer;
    if (doubled[field]) {
      bytes = new byte[b - a];
      int length = 0;
      for (int i = a; i < b; i++) {
        bytes[length++] = buffer[i];
        if (buffer[i] == quote && i + 1 < b && buffer[i + 1] == quote) {
          i++;
        }
      }
      a = 0;
      b = length;
    }
    String value = new String(bytes, a, b - a, charset);
    if (swapped != 0) {
      value = Utf8Stream.swap(value, swapped, STAND_IN);
    }
    return bytes[a] < 0 || bytes[b - 1] < 0 ? Blank.trimmed(value) : value;
  }

  private static boolean isBlank(byte b) {
    return b <= ' ' && b > 0;
  }

  // Scanning. All of it starts over when the buffer has to be filled, which is rare.

  private Scan scan() throws IOException {
    Scan scan = tryScan();
    while (scan == Scan.NEEDS_MORE) {
      more();
      scan = tryScan();
    }
    return scan;
  }

  private Scan tryScan() throws RefusedFile {
    byte[] bytes = buffer;
    bytes[limit] = '\n';
    int p = start;
    count = 0;
    lines = 1;
    while (true) {
      int a = p;
      int b;
      boolean twice = false;
      if (bytes[p] == quote && p < limit) {
        a = ++p;
        while (true) {
          byte c = bytes[p];
          if (c == quote) {
            if (p + 1 == limit && !end) {
              return Scan.NEEDS_MORE;
            }
            if (bytes[p + 1] != quote || p + 1 == limit) {
              break;
            }
            twice = true;
            p += 2;
          } else if (c == '\n' || c == '\r') {
            if (p == limit) {
              return end ? brokenLine("a quote that is not closed", p) : Scan.NEEDS_MORE;
            }
            if (p - start > LONGEST_ROW_OF_LINES) {
              return brokenLine("a quote that is not closed", p);
            }
            if (c == '\n' || bytes[p + 1] != '\n') {
              lines++;
            }
            p++;
          } else {
            p++;
          }
        }
        b = p++;
        while (bytes[p] == ' ' && separator != ' ') {
          p++;
        }
        if (bytes[p] != separator && bytes[p] != '\n' && bytes[p] != '\r') {
          return brokenLine(
              lines > 1 ? "a quote that is not closed" : "text behind a closing quote", p);
        }
      } else {
        byte c = bytes[p];
        while (c != separator && c != '\n' && c != '\r') {
          c = bytes[++p];
        }
        b = p;
      }
      if (p == limit && !end) {
        return Scan.NEEDS_MORE;
      }
      keep(a, b, twice);
      if (p < limit && bytes[p] == separator) {
        if (lines > 1 && expected != ANY && count >= expected) {
          return brokenLine("a quote that is not closed", p);
        }
        p++;
        continue;
      }
      if (bytes[p] == '\r' && p + 1 == limit && !end) {
        return Scan.NEEDS_MORE;
      }
      if (lines > 1 && expected != ANY && (count != expected || everyLineIsARow(p))) {
        return brokenLine("a quote that is not closed", p);
      }
      rowEnd = afterLineEnd(p);
      return Scan.ROW;
    }
  }

  private void keep(int a, int b, boolean twice) {
    if (expected == ANY && count == from.length && count < MOST_COLUMNS) {
      from = Arrays.copyOf(from, 2 * count);
      to = Arrays.copyOf(to, 2 * count);
      doubled = Arrays.copyOf(doubled, 2 * count);
    }
    if (count < from.length) {
      from[count] = a;
      to[count] = b;
      doubled[count] = twice;
    }
    count++;
  }

  private boolean everyLineIsARow(int rowLimit) {
    if (expected < 3) {
      return false;
    }
    int lineStart = start;
    for (int p = start; p <= rowLimit; p++) {
      if (p == rowLimit || buffer[p] == '\n' || buffer[p] == '\r') {
        if (columnsOfLine(lineStart, p) != expected) {
          return false;
        }
        p += p < rowLimit && buffer[p] == '\r' && buffer[p + 1] == '\n' ? 1 : 0;
        lineStart = p + 1;
      }
    }
    return true;
  }

  /// The columns of a line by itself, in which a quote that does not close is a character; 0 where
  /// text follows a closing quote.
  private int columnsOfLine(int from, int lineLimit) {
    int columns = 1;
    int p = from;
    while (true) {
      int closing = p < lineLimit && buffer[p] == quote ? closingQuote(p + 1, lineLimit) : -1;
      if (closing >= 0) {
        p = closing + 1;
        while (p < lineLimit && buffer[p] == ' ' && separator != ' ') {
          p++;
        }
        if (p < lineLimit && buffer[p] != separator) {
          return 0;
        }
      }
      while (p < lineLimit && buffer[p] != separator) {
        p++;
      }
      if (p == lineLimit) {
        return columns;
      }
      p++;
      columns++;
    }
  }

  private int closingQuote(int from, int lineLimit) {
    for (int p = from; p < lineLimit; p++) {
      if (buffer[p] == quote) {
        if (p + 1 < lineLimit && buffer[p + 1] == quote) {
          p++;
        } else {
          return p;
        }
      }
    }
    return -1;
  }

  private Scan brokenLine(String what, int reached) throws RefusedFile {
    searched += reached - start;
    if (searched > MOST_SEARCHED + MOST_SEARCHED_A_BYTE * passed) {
      throw new RefusedFile(
          "too many quotes are not closed, at line " + startLine + ": is the quote another?");
    }
    int p = start;
    while (buffer[p] != '\n' && buffer[p] != '\r') {
      p++;
    }
    if (!end && (p == limit || (buffer[p] == '\r' && p + 1 == limit))) {
      return Scan.NEEDS_MORE;
    }
    fault = what;
    lines = 1;
    rowEnd = afterLineEnd(p);
    return Scan.BROKEN;
  }

  private int afterLineEnd(int p) {
    if (p == limit) {
      return p;
    }
    return buffer[p] == '\r' && p + 1 < limit && buffer[p + 1] == '\n' ? p + 2 : p + 1;
  }

  /// Moves to the next line that is a row; false at the end.
  private boolean skipBlanks() throws IOException {
    int ahead = 0;
    while (has(ahead)) {
      byte c = buffer[start + ahead];
      if (c == '\n' || c == '\r') {
        skipLine();
        ahead = 0;
      } else if (isBlank(c) || c == separator) {
        ahead++;
      } else {
        return true;
      }
    }
    return false;
  }

  private void skipLine() throws IOException {
    int ahead = 0;
    while (has(ahead) && buffer[start + ahead] != '\n' && buffer[start + ahead] != '\r') {
      ahead++;
    }
    has(ahead + 1);
    start = afterLineEnd(start + ahead);
    startLine++;
  }

  /// Whether there is a byte so far behind `start`.
  private boolean has(int ahead) throws IOException {
    while (start + ahead >= limit && !end) {
      more();
    }
    return start + ahead < limit;
  }

  private void more() throws IOException {
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, limit - start);
      limit -= start;
      start = 0;
    } else if (limit >= LONGEST_LINE - 1) {
      throw new RefusedFile(
          "line " + startLine + " is longer than " + (LONGEST_LINE >> 20) + " MiB");
    } else if (limit == buffer.length - 1) {
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }
    try {
      int read = in.read(buffer, limit, buffer.length - 1 - limit);
      end = read < 0;
      limit += Math.max(read, 0);
    } catch (CharacterCodingException e) {
      throw new RefusedFile("the file changed while it was read");
    }
    buffer[limit] = '\n';
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
