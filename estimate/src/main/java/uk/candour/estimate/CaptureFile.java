package uk.candour.estimate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A file of capture histories: comma-separated, one 0/1 column a list and a last column `count`,
/// or the two columns `j,n_j` (children seen exactly j times).
///
/// Values are trimmed; a byte-order mark, CRLF, empty lines and double quotes are accepted. The
/// same history on two lines is added up. Every problem of a file is found at once.
public final class CaptureFile {

  private static final int LARGEST_J = 10_000;

  private final List<Problem> problems = new ArrayList<>();

  private CaptureFile() {}

  /// The file's captures, or everything that is wrong with it.
  public sealed interface Reading permits Accepted, Refused {}

  /// A file that was read.
  public record Accepted(Captures captures) implements Reading {}

  /// A file that was not, with every problem in the order of its lines.
  public record Refused(List<Problem> problems) implements Reading {
    public Refused {
      problems = List.copyOf(problems);
    }
  }

  /// What is wrong at one place.
  ///
  /// @param line from 1, the header being the first line that is not empty
  /// @param column the column's place from 1
  /// @param value what stands there
  /// @param expected what should
  public record Problem(int line, int column, String value, String expected) {
    @Override
    public String toString() {
      return "line %d, column %d: \"%s\"; expected %s".formatted(line, column, value, expected);
    }
  }

  /// Reads a file in UTF-8. Throws [UncheckedIOException] where it cannot be opened.
  public static Reading read(Path file) {
    try {
      return read(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads the text of a file.
  public static Reading read(String text) {
    CaptureFile file = new CaptureFile();
    Captures captures = file.captures(text.startsWith("\uFEFF") ? text.substring(1) : text);
    return captures == null || !file.problems.isEmpty()
        ? new Refused(file.problems)
        : new Accepted(captures);
  }

  private @Nullable Captures captures(String text) {
    List<Line> lines = new ArrayList<>();
    String[] raw = text.split("\r\n|\r|\n", -1);
    for (int index = 0; index < raw.length; index++) {
      if (!raw[index].isBlank()) {
        lines.add(new Line(index + 1, cells(raw[index])));
      }
    }
    if (lines.isEmpty()) {
      problems.add(new Problem(1, 1, "", "a header: list names and then `count`, or `j,n_j`"));
      return null;
    }
    Line header = lines.getFirst();
    List<Line> rows = lines.subList(1, lines.size());
    return header.cells().equals(List.of("j", "n_j")) ? counts(rows) : histories(header, rows);
  }

  private record Line(int number, List<String> cells) {}

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int at = 0; at < line.length(); at++) {
      char c = line.charAt(at);
      if (c == '"' && quoted && at + 1 < line.length() && line.charAt(at + 1) == '"') {
        cell.append(c);
        at++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString().strip());
    return List.copyOf(cells);
  }

  private @Nullable Captures histories(Line header, List<Line> rows) {
    int lists = header.cells().size() - 1;
    checkHeader(header);
    Map<Long, Long> counts = new TreeMap<>();
    for (Line row : rows) {
      if (row.cells().size() != lists + 1) {
        problems.add(
            new Problem(
                row.number(),
                Math.min(row.cells().size(), lists + 1),
                String.join(",", row.cells()),
                (lists + 1) + " values, as in the header"));
        continue;
      }
      long history = 0;
      boolean readable = true;
      for (int list = 0; list < lists; list++) {
        switch (row.cells().get(list)) {
          case "0" -> {}
          case "1" -> history |= 1L << list;
          default -> {
            problem(row, list, "0 or 1");
            readable = false;
          }
        }
      }
      long count = count(row, lists);
      if (readable && history == 0 && lists > 0 && count > 0) {
        problem(row, lists, "no children on no list: nobody has seen them");
      } else if (history != 0) {
        counts.merge(history, count, Long::sum);
      }
    }
    return problems.isEmpty() ? new Histories(header.cells().subList(0, lists), counts) : null;
  }

  private void checkHeader(Line header) {
    int last = header.cells().size() - 1;
    Set<String> names = new HashSet<>();
    for (int column = 0; column < last; column++) {
      String name = header.cells().get(column);
      if (name.isEmpty()) {
        problem(header, column, "the name of a list");
      } else if (!names.add(name)) {
        problem(header, column, "a name that no other list has");
      }
    }
    if (!header.cells().get(last).equals("count")) {
      problem(header, last, "`count`, the last column");
    } else if (last == 0) {
      problem(header, last, "at least one list before `count`");
    } else if (last > Histories.MOST_LISTS) {
      problem(header, last, "at most " + Histories.MOST_LISTS + " lists");
    }
  }

  private @Nullable Captures counts(List<Line> rows) {
    Map<Integer, Long> seen = new TreeMap<>();
    for (Line row : rows) {
      if (row.cells().size() != 2) {
        problems.add(
            new Problem(
                row.number(),
                Math.min(row.cells().size(), 2),
                String.join(",", row.cells()),
                "2 values, as in the header"));
        continue;
      }
      long times = whole(row.cells().getFirst());
      if (times < 1 || times > LARGEST_J) {
        problem(row, 0, "how often the children were seen: a whole number from 1 to " + LARGEST_J);
      } else if (seen.put((int) times, count(row, 1)) != null) {
        problem(row, 0, "a number that no other line has");
      }
    }
    if (!problems.isEmpty()) {
      return null;
    }
    long[] exactly = new long[seen.keySet().stream().mapToInt(Integer::intValue).max().orElse(0)];
    seen.forEach((times, count) -> exactly[times - 1] = count);
    return new CaptureCounts(exactly);
  }

  private long count(Line row, int column) {
    long count = whole(row.cells().get(column));
    if (count < 0) {
      problem(row, column, "a whole number of children, 0 or more");
    }
    return count;
  }

  /// The whole number that a text is, or -1 for any other text. Numbers beyond a billion are none.
  private static long whole(String text) {
    return text.matches("[0-9]{1,9}") ? Long.parseLong(text) : -1;
  }

  private void problem(Line line, int index, String expected) {
    problems.add(new Problem(line.number(), index + 1, line.cells().get(index), expected));
  }
}
