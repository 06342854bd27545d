package uk.candour.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import uk.candour.characteristics.SealedCharacteristics;
import uk.candour.intake.Intaken.FileNote;
import uk.candour.intake.Problems.RowProblem;
import uk.candour.record.AgencyKind;
import uk.candour.record.EntriesBuilder;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;
import uk.candour.record.InputFile;
import uk.candour.record.Scope;
import uk.candour.record.Source;

/// Reads all that the sources of a remit hold, as at a day, each row once and in one pass.
public final class Intake {

  private static final int ROWS_BETWEEN_NEWS = 20_000;

  private final Remit remit;
  private final Progress progress;
  private final List<Problem> refused = new ArrayList<>();
  private final List<FileNote> notes = new ArrayList<>();
  private final List<Tally> tallies = new ArrayList<>();
  private final List<Integer> endOf = new ArrayList<>();
  private final RowReader.Desk desk;

  Intake(Remit remit, LocalDate asAt, Progress progress) throws IOException {
    this.remit = remit;
    this.progress = progress;
    var sealed = new SealedCharacteristics.Builder();
    var problems = new Problems();
    var residents = new Residents(problems, refused, remit);
    this.desk = desk(remit, asAt, residents.read(remit.population(), sealed), problems, sealed);
    residents.inputs().forEach(desk.entries()::input);
  }

  /// A desk to read the sources of a remit into.
  static RowReader.Desk desk(
      Remit remit,
      LocalDate asAt,
      List<Scope.Residents> residents,
      Problems problems,
      SealedCharacteristics.Builder sealed) {
    var scope =
        new Scope(
            remit.inquiry(),
            remit.area(),
            remit.neighbours(),
            remit.period(),
            asAt,
            remit.exploitationConcerns(),
            residents,
            remit.duties(),
            remit.language());
    Set<String> names = new HashSet<>();
    Map<String, AgencyKind> agencies = new HashMap<>();
    for (Source source : remit.sources()) {
      names.add(source.name());
      agencies.putIfAbsent(source.agency().toLowerCase(Locale.ROOT), source.kind());
    }
    return new RowReader.Desk(
        asAt, new EntriesBuilder(scope), sealed, problems, agencies, names, new TreeMap<>());
  }

  /// Reads the sources. A file that cannot be taken as a whole is a problem of the remit: then
  /// nothing is taken at all.
  ///
  /// @throws IOException where a file cannot be read
  public static Reading<Intaken> read(Remit remit, LocalDate asAt, Progress progress)
      throws IOException {
    return new Intake(remit, asAt, progress).read();
  }

  Reading<Intaken> read() throws IOException {
    for (SourcePlan plan : remit.plans()) {
      read(plan);
    }
    if (!refused.isEmpty()) {
      desk.problems().close();
      return new Reading.Rejected<>(refused);
    }
    joinCopies();
    return new Reading.Accepted<>(
        new Intaken(desk.entries().build(), desk.sealed().seal(), desk.problems(), tallies, notes));
  }

  private void read(SourcePlan plan) throws IOException {
    var tally = new Tally(plan.source().name());
    tallies.add(tally);
    desk.entries().startSource(plan.source());
    FileReader reader =
        plan.format() instanceof Format.CinCensus
            ? census(new CensusReader(plan.source(), desk, tally))
            : rows(plan, new RowReader(plan, desk, tally));
    List<InputFile> inputs = new ArrayList<>();
    for (int i = 0; i < plan.files().size(); i++) {
      String name = plan.names().get(i);
      Path file = plan.files().get(i);
      try {
        Read read =
            reader.read(
                file, tally.rows(), row -> tell(plan, row), sentence -> note(plan, name, sentence));
        inputs.add(
            new InputFile(plan.source().name(), name, FileDigest.of(file), read.rows, read.sheet));
      } catch (RefusedFile e) {
        refused.add(refusal(remit, plan.place(), name, e));
      }
    }
    desk.entries().endSource(tally.rows(), inputs);
    endOf.add(desk.entries().size());
    progress.rows(plan.source().name(), tally.rows());
  }

  /// What was read of a file: its number of rows, and the sheet they are of, if any.
  private record Read(int rows, String sheet) {}

  /// Reads one file of a source.
  private interface FileReader {

    Read read(Path file, int rowsBefore, IntConsumer rows, TableNotes notes) throws IOException;
  }

  private static FileReader census(CensusReader reader) {
    return (file, rowsBefore, rows, notes) ->
        new Read(reader.read(file, rowsBefore, rows, notes), "");
  }

  private FileReader rows(SourcePlan plan, RowReader reader) {
    return (file, rowsBefore, rows, notes) -> {
      int read = 0;
      try (Table table = Tables.open(file, plan.format(), plan.columns(), notes)) {
        var values = new RowValues(plan, table, desk.problems());
        while (table.next()) {
          read = table.row();
          reader.read(table, rowsBefore + read, values);
          rows.accept(rowsBefore + read);
        }
        return new Read(read, table.sheet());
      }
    };
  }

  private void tell(SourcePlan plan, int row) {
    if (row % ROWS_BETWEEN_NEWS == 0) {
      progress.rows(plan.source().name(), row);
    }
  }

  static Problem refusal(Remit remit, Section.Place place, String name, RefusedFile reason) {
    return new Problem(
        remit.file().toString(),
        place.line(),
        place.column(),
        name,
        "a file that can be taken: " + reason.getMessage());
  }

  private void note(SourcePlan plan, String file, String sentence) {
    notes.add(new FileNote(plan.source().name(), file, sentence));
    boolean usual =
        sentence.startsWith("Character set: ")
            && !sentence.contains("assumed")
            && !sentence.contains("although");
    if (!usual) {
      desk.problems()
          .add(new RowProblem(Problems.Kind.FILE, plan.source().name(), 0, "", file, sentence));
    }
  }

  /// A decision or an assessment on a copy of a report is one on the report. An assessment names no
  /// source, so it is also on the copy that alone bears its number among its agency's other
  /// sources.
  private void joinCopies() {
    if (desk.sameReport().isEmpty()) {
      return;
    }
    EntriesBuilder entries = desk.entries();
    var elsewhere = new CopiesElsewhere(desk, remit.sources(), endOf);
    for (int entry = 0; entry < entries.size(); entry++) {
      String report = entries.text(entry, EntryAttribute.REPORT);
      String source = entries.text(entry, EntryAttribute.REPORT_SOURCE);
      if (report == null || source == null) {
        continue;
      }
      String same = desk.sameReport().get(RowReader.Desk.numberIn(source, report));
      if (same != null) {
        entries.set(entry, EntryAttribute.REPORT, same);
      } else if (entries.kind(entry) == EntryKind.ASSESSMENT_MADE) {
        String holder = elsewhere.sourceOf(source, report);
        String kept =
            holder == null ? null : desk.sameReport().get(RowReader.Desk.numberIn(holder, report));
        if (holder != null && kept != null) {
          entries.set(entry, EntryAttribute.REPORT, kept);
          entries.set(entry, EntryAttribute.REPORT_SOURCE, holder);
        }
      }
    }
  }
}
