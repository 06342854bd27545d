package uk.candour.store;

import java.util.ArrayList;
import java.util.List;
import uk.candour.intake.Intaken.FileNote;
import uk.candour.intake.Problems;
import uk.candour.intake.Problems.RowProblem;

/// What was wrong in the rows of one file, and what there was to say of it, as the words of the act
/// of its loading: a line each, its fields apart by tabs, so that a person can read them too.
///
/// Each stands before the row it was found before; rows are counted from the file's own first.
final class ProblemLines {

  /// A line: a problem, or a note where `problem` is null.
  sealed interface Line {

    /// How many of the file's rows had been handed over before.
    int after();

    record Wrong(int after, RowProblem problem) implements Line {}

    record Noted(int after, FileNote note) implements Line {}
  }

  private static final String NOTE = "NOTE";

  private ProblemLines() {}

  static String write(List<Line> lines) {
    var text = new StringBuilder();
    for (Line line : lines) {
      switch (line) {
        case Line.Wrong(int after, RowProblem problem) ->
            add(
                text,
                after,
                problem.kind().name(),
                problem.source(),
                String.valueOf(problem.row()),
                problem.column(),
                problem.value(),
                problem.expected());
        case Line.Noted(int after, FileNote note) ->
            add(text, after, NOTE, note.source(), "0", "", note.file(), note.sentence());
      }
    }
    return text.toString();
  }

  private static void add(StringBuilder text, int after, String... fields) {
    text.append(after);
    for (String field : fields) {
      text.append('\t');
      field
          .chars()
          .forEach(c -> {
            switch (c) {
              case '\t' -> text.append("\\t");
              case '\n' -> text.append("\\n");
              case '\r' -> text.append("\\r");
              case '\\' -> text.append("\\\\");
              default -> text.append((char) c);
            }
          });
    }
    text.append('\n');
  }

  /// Reads the lines back.
  ///
  /// @param rowsBefore the rows of the source before the file
  static List<Line> read(String text, int rowsBefore) {
    List<Line> lines = new ArrayList<>();
    for (int from = 0; from < text.length(); ) {
      int end = text.indexOf('\n', from);
      String[] fields = text.substring(from, end).split("\t", -1);
      from = end + 1;
      int after = Integer.parseInt(fields[0]);
      int row = Integer.parseInt(fields[3]);
      String source = plain(fields[2]);
      if (fields[1].equals(NOTE)) {
        lines.add(new Line.Noted(after, new FileNote(source, plain(fields[5]), plain(fields[6]))));
        continue;
      }
      lines.add(
          new Line.Wrong(
              after,
              new RowProblem(
                  Problems.Kind.valueOf(fields[1]),
                  source,
                  row == 0 ? 0 : rowsBefore + row,
                  plain(fields[4]),
                  plain(fields[5]),
                  plain(fields[6]))));
    }
    return lines;
  }

  private static String plain(String field) {
    if (field.indexOf('\\') < 0) {
      return field;
    }
    var text = new StringBuilder();
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c == '\\') {
        i++;
        char coded = field.charAt(i);
        text.append(
            switch (coded) {
              case 't' -> '\t';
              case 'n' -> '\n';
              case 'r' -> '\r';
              default -> coded;
            });
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }
}
