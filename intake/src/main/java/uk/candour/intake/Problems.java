package uk.candour.intake;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What was wrong in rows, each with source, row, column, value and what was expected, in the order
/// of the sources and rows. None is lost: what does not fit a few megabytes waits in a temporary
/// file that its owner alone can read and that goes with [#close].
public final class Problems implements ProblemList, Closeable {

  /// Why a row is listed.
  public enum Kind {
    /// A value that could not be read; the row goes on without it.
    VALUE,
    /// A row whose shape is broken; it counts nowhere.
    MALFORMED,
    /// A row that no entry of its source accepts.
    NO_ENTRY,
    /// A row set aside as a test.
    TEST,
    /// A row with the number of a row before; they count once.
    REPEATED,
    /// A row that is another row under a new number; they count once.
    COPY,
    /// Dates or codes of one row that contradict each other; the row stands.
    CONTRADICTION,
    /// Something to know of a whole file.
    FILE
  }

  /// One line of the list.
  ///
  /// @param row the data row of the source, from 1; 0 for a whole file
  public record RowProblem(
      Kind kind, String source, int row, String column, String value, String expected) {}

  static final String HEADER = "source,row,column,value,expected\n";

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+([.][0-9]+)?");
  private static final int IN_MEMORY = 4 << 20;
  private static final int FIRST = 500;

  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
  private final List<RowProblem> first = new ArrayList<>();
  private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
  private @Nullable FileChannel spilled;
  private int count;

  @Override
  public void add(RowProblem problem) {
    count++;
    counts.merge(problem.kind(), 1, Integer::sum);
    if (first.size() < FIRST) {
      first.add(problem);
    }
    var line = new StringBuilder();
    field(line, problem.source()).append(',');
    if (problem.row() > 0) {
      line.append(problem.row());
    }
    line.append(',');
    field(line, problem.column()).append(',');
    field(line, problem.value()).append(',');
    field(line, problem.expected()).append('\n');
    waiting.writeBytes(line.toString().getBytes(StandardCharsets.UTF_8));
    if (waiting.size() > IN_MEMORY) {
      spill();
    }
  }

  public int count() {
    return count;
  }

  public int count(Kind kind) {
    return counts.getOrDefault(kind, 0);
  }

  /// The first few hundred, to be shown.
  public List<RowProblem> first() {
    return List.copyOf(first);
  }

  /// Writes `source,row,column,value,expected`, every problem, as CSV in UTF-8. A value that a
  /// spreadsheet would take for a formula has an apostrophe before it.
  public void writeCsv(OutputStream out) throws IOException {
    out.write(HEADER.getBytes(StandardCharsets.UTF_8));
    if (spilled != null) {
      var buffer = ByteBuffer.allocate(1 << 16);
      for (long at = 0; at < spilled.size(); ) {
        buffer.clear();
        int read = spilled.read(buffer, at);
        out.write(buffer.array(), 0, read);
        at += read;
      }
    }
    waiting.writeTo(out);
  }

  @Override
  public void close() throws IOException {
    if (spilled != null) {
      spilled.close();
      spilled = null;
    }
  }

  private void spill() {
    try {
      if (spilled == null) {
        Path file = Files.createTempFile("candour-problems", ".csv");
        spilled =
            FileChannel.open(
                file,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
      }
      var bytes = ByteBuffer.wrap(waiting.toByteArray());
      while (bytes.hasRemaining()) {
        spilled.write(bytes, spilled.size());
      }
      waiting.reset();
    } catch (IOException e) {
      throw new UncheckedIOException("the list of problems cannot be kept", e);
    }
  }

  private static StringBuilder field(StringBuilder line, String text) {
    String shown = Visible.controls(text);
    String safe = isFormula(text) ? "'" + shown : shown;
    if (safe.indexOf(',') < 0
        && safe.indexOf('"') < 0
        && safe.indexOf('\n') < 0
        && safe.indexOf('\r') < 0) {
      return line.append(safe);
    }
    return line.append('"').append(safe.replace("\"", "\"\"")).append('"');
  }

  /// Whether a spreadsheet may take the text for a formula: it begins, after spaces, with one of
  /// the signs that start one, in their full-width forms too, or with a control character. A plain
  /// number is none, a negative one neither.
  private static boolean isFormula(String text) {
    if (text.isEmpty() || NUMBER.matcher(text).matches()) {
      return false;
    }
    String stripped = text.strip();
    char c = text.charAt(0);
    return c < ' ' || (!stripped.isEmpty() && "=+-@＝＋－＠".indexOf(stripped.charAt(0)) >= 0);
  }
}
