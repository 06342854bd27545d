package uk.candour.intake;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import uk.candour.characteristics.SealedCharacteristics;
import uk.candour.intake.Problems.RowProblem;
import uk.candour.intake.SourcePlan.Choice;
import uk.candour.record.EntriesBuilder;
import uk.candour.record.EntryKind;

/// The first rows of every source as Candour understands them: what each column becomes, which
/// entries a row makes, and what is wrong in them. It is for the eyes of whoever holds the files:
/// names are shown.
///
/// @param sources in the order of the remit
public record Check(List<Looked> sources) {

  private static final int ROWS = 500;
  private static final int EXAMPLES = 3;
  private static final int MOST_PROBLEMS = 20;

  public Check {
    sources = List.copyOf(sources);
  }

  /// One source as far as it was looked at.
  ///
  /// @param file the file whose first rows were looked at
  /// @param rows how many
  /// @param entries how many entries of each kind they make
  /// @param undated how many of these have no date at all
  /// @param examples a few of the rows
  /// @param unused the file's columns that nothing uses
  /// @param notes what there is to say of the file as a whole
  /// @param problems what is wrong in the rows
  public record Looked(
      String source,
      String file,
      int rows,
      Map<EntryKind, Integer> entries,
      int undated,
      List<Example> examples,
      List<String> unused,
      List<String> notes,
      List<RowProblem> problems) {}

  /// One row: what it becomes, and each of its values.
  public record Example(int row, List<EntryKind> entries, List<Value> values) {}

  /// One value as it is written and as it is understood; both are empty where there is none.
  public record Value(String target, String columns, String written, String understood) {}

  /// Looks at the first rows of each source.
  ///
  /// @throws IOException where a file cannot be read
  public static Check of(Remit remit) throws IOException {
    List<Looked> looked = new ArrayList<>();
    for (SourcePlan plan : remit.plans()) {
      looked.add(look(remit, plan));
    }
    return new Check(looked);
  }

  private static Looked look(Remit remit, SourcePlan plan) throws IOException {
    List<String> notes = new ArrayList<>();
    List<Example> examples = new ArrayList<>();
    Map<EntryKind, Integer> kinds = new EnumMap<>(EntryKind.class);
    var tally = new Tally(plan.source().name());
    try (var problems = new Problems()) {
      EntryInRow.Around around = Intake.around(remit.sources());
      var desk =
          new Taking.Desk(
              LocalDate.MAX,
              new EntriesBuilder(Intake.scope(remit, LocalDate.MAX, List.of())),
              new SealedCharacteristics.Builder(),
              problems,
              new TreeMap<>());
      desk.entries().startSource(plan.source());
      var taking = new Taking(plan.source(), desk, tally);
      try {
        if (plan.format() instanceof Format.CinCensus) {
          new CensusReader(plan.source(), problems, tally, taking)
              .read(plan.files().getFirst(), 0, _ -> {}, notes::add);
        } else {
          var reader = new RowReader(plan, around, problems, tally, taking);
          rows(plan, reader, desk, tally, notes, examples);
        }
      } catch (RefusedFile e) {
        notes.add("The file cannot be taken: " + e.getMessage());
      }
      for (int entry = 0; entry < desk.entries().size(); entry++) {
        kinds.merge(desk.entries().kind(entry), 1, Integer::sum);
      }
      return new Looked(
          plan.source().name(),
          plan.names().getFirst(),
          tally.rows(),
          kinds,
          tally.undated(),
          examples,
          unused(plan),
          notes,
          problems.first());
    }
  }

  private static void rows(
      SourcePlan plan,
      RowReader reader,
      Taking.Desk desk,
      Tally tally,
      List<String> notes,
      List<Example> examples)
      throws IOException {
    try (Table table =
        Tables.open(plan.files().getFirst(), plan.format(), plan.columns(), notes::add)) {
      var values = new RowValues(plan, table, desk.problems());
      while (tally.rows() < ROWS && table.next()) {
        int before = desk.entries().size();
        reader.read(table, table.row(), values);
        List<EntryKind> made = new ArrayList<>();
        for (int entry = before; entry < desk.entries().size(); entry++) {
          made.add(desk.entries().kind(entry));
        }
        if (!made.isEmpty() && examples.size() < EXAMPLES) {
          examples.add(new Example(table.row(), made, values(plan, table, values)));
        }
      }
    }
  }

  private static List<String> unused(SourcePlan plan) throws IOException {
    if (!(plan.format() instanceof Format.Csv) && !(plan.format() instanceof Format.Xlsx)) {
      return List.of();
    }
    var unused = new TreeSet<>(Tables.columns(plan.files().getFirst(), plan.format()).names());
    plan.columns().forEach(unused::remove);
    return List.copyOf(unused);
  }

  private static List<Value> values(SourcePlan plan, Table table, RowValues values) {
    List<Value> shown = new ArrayList<>();
    for (int cell = 0; cell < plan.cells().size(); cell++) {
      List<String> columns = new ArrayList<>();
      List<String> written = new ArrayList<>();
      for (Choice choice : plan.cells().get(cell).choices()) {
        for (int column : choice.columns()) {
          columns.add(plan.columns().get(column));
          String value = table.value(column);
          if (value != null) {
            written.add(value);
          }
        }
      }
      shown.add(
          new Value(
              plan.cells().get(cell).target(),
              String.join(", ", columns),
              String.join(", ", written),
              values.shown(cell)));
    }
    return shown;
  }

  /// The whole as text, lines of at most some 120 characters.
  public String text() {
    var text = new StringBuilder();
    for (Looked source : sources) {
      text.append(Visible.of(source.source())).append(": ");
      text.append(Visible.of(source.file())).append(", ");
      text.append(source.rows() == 1 ? "1 row" : source.rows() + " rows").append(" looked at\n");
      source.notes().forEach(note -> text.append("  ").append(note).append('\n'));
      source
          .entries()
          .forEach((kind, count) ->
              text.append("  ").append(count).append(' ').append(kind.word()).append('\n'));
      if (source.undated() > 0) {
        text.append("  ").append(source.undated()).append(" of these without any date\n");
      }
      source.examples().forEach(example -> append(text, example));
      if (!source.unused().isEmpty()) {
        text.append("  columns that nothing uses: ");
        text.append(String.join(", ", source.unused().stream().map(Visible::of).toList()))
            .append('\n');
      }
      int listed = 0;
      for (RowProblem problem : source.problems()) {
        if (listed++ == MOST_PROBLEMS) {
          text.append("  and ").append(source.problems().size() - MOST_PROBLEMS);
          text.append(" more problems in these rows\n");
          break;
        }
        String where = problem.row() == 0 ? "whole file" : "row " + problem.row();
        text.append(
            "  %s, %s \"%s\": expected %s\n"
                .formatted(
                    where,
                    Visible.of(problem.column()),
                    Visible.of(problem.value()),
                    problem.expected()));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static void append(StringBuilder text, Example example) {
    List<String> kinds = example.entries().stream().map(EntryKind::word).toList();
    text.append("  row ").append(example.row()).append(" becomes ");
    text.append(String.join(", ", kinds)).append('\n');
    int target = 0;
    int columns = 0;
    for (Value value : example.values()) {
      target = Math.max(target, value.target().length());
      columns = Math.max(columns, value.columns().length());
    }
    for (Value value : example.values()) {
      String from = value.columns().isEmpty() ? "(constant)" : Visible.of(value.columns());
      String understood = value.understood().isEmpty() ? "-" : value.understood();
      String written =
          value.written().isEmpty() || value.written().equals(understood)
              ? ""
              : "   from \"" + Visible.of(value.written()) + "\"";
      String line = "    %%-%ds  %%-%ds  %%s%%s\n".formatted(target, Math.max(columns, 10));
      text.append(line.formatted(value.target(), from, Visible.of(understood), written));
    }
  }
}
