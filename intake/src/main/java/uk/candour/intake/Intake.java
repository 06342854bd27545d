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
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import uk.candour.characteristics.ResidentsOfGroup;
import uk.candour.characteristics.SealedCharacteristics;
import uk.candour.characteristics.SealedRow;
import uk.candour.intake.Intaken.FileNote;
import uk.candour.intake.Problems.RowProblem;
import uk.candour.record.AgencyKind;
import uk.candour.record.EntriesBuilder;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;
import uk.candour.record.InputFile;
import uk.candour.record.Scope;
import uk.candour.record.Source;
import uk.candour.record.Written;

/// Reads all that the sources of a remit hold, each row once and in one pass: as at a day, into the
/// entries of an inquiry; or whatever the day, to be kept.
public final class Intake {

  private static final int ROWS_BETWEEN_NEWS = 20_000;

  private final Remit remit;
  private final Progress progress;
  private final List<Problem> refused = new ArrayList<>();

  private Intake(Remit remit, Progress progress) {
    this.remit = remit;
    this.progress = progress;
  }

  /// Reads the sources. A file that cannot be taken as a whole is a problem of the remit: then
  /// nothing is taken at all.
  ///
  /// @throws IOException where a file cannot be read
  public static Reading<Intaken> read(Remit remit, LocalDate asAt, Progress progress)
      throws IOException {
    var intake = new Intake(remit, progress);
    List<LiveRecords.Opened> records = new ArrayList<>();
    try {
      for (RecordPlan plan : remit.records()) {
        try {
          records.add(service().open(plan, remit));
        } catch (LiveRecords.Refused e) {
          return new Reading.Rejected<>(
              List.of(intake.problem(plan, String.valueOf(e.getMessage()))));
        }
      }
      return intake.new AsAt(asAt, records).read();
    } finally {
      for (LiveRecords.Opened record : records) {
        record.close();
      }
    }
  }

  private static LiveRecords service() throws LiveRecords.Refused {
    return ServiceLoader.load(LiveRecords.class)
        .findFirst()
        .orElseThrow(() -> new LiveRecords.Refused("a program that can read the live record"));
  }

  /// Reads the files of the sources into a sink.
  ///
  /// @return the remit, or every problem of its files: what came before such a file was handed over
  public static Reading<Remit> read(Remit remit, RowSink sink, Progress progress)
      throws IOException {
    var intake = new Intake(remit, progress);
    var residents = intake.residents(sink::problem);
    sink.population(residents.files(), residents.totals(), residents.groups());
    for (SourcePlan plan : remit.plans()) {
      sink.source(plan.source());
      intake.read(plan, new Tally(plan.source().name()), around(remit.sources()), sink);
    }
    return intake.refused.isEmpty()
        ? new Reading.Accepted<>(remit)
        : new Reading.Rejected<>(intake.refused);
  }

  /// What the files of residents say.
  private record ResidentsRead(
      List<InputFile> files, List<Scope.Residents> totals, List<ResidentsOfGroup> groups) {}

  private ResidentsRead residents(ProblemList problems) throws IOException {
    List<ResidentsOfGroup> groups = new ArrayList<>();
    var residents = new Residents(problems, refused, remit);
    List<Scope.Residents> totals = residents.read(remit.population(), groups::add);
    return new ResidentsRead(residents.inputs(), totals, groups);
  }

  /// What a row's entry may need to know of all sources.
  static EntryInRow.Around around(List<Source> sources) {
    Set<String> names = new HashSet<>();
    Map<String, AgencyKind> agencies = new HashMap<>();
    for (Source source : sources) {
      names.add(source.name());
      agencies.putIfAbsent(source.agency().toLowerCase(Locale.ROOT), source.kind());
    }
    return new EntryInRow.Around(agencies, names);
  }

  static Scope scope(Remit remit, LocalDate asAt, List<Scope.Residents> residents) {
    return new Scope(
        remit.inquiry(),
        remit.area(),
        remit.neighbours(),
        remit.period(),
        asAt,
        remit.exploitationConcerns(),
        residents,
        remit.duties(),
        remit.language());
  }

  // -- Files --------------------------------------------------------------------------------------

  private void read(SourcePlan plan, Tally tally, EntryInRow.Around around, RowSink sink)
      throws IOException {
    FileReader reader =
        plan.format() instanceof Format.CinCensus
            ? census(new CensusReader(plan.source(), sink::problem, tally, sink::row))
            : rows(plan, new RowReader(plan, around, sink::problem, tally, sink::row), sink);
    for (int i = 0; i < plan.files().size(); i++) {
      String name = plan.names().get(i);
      Path file = plan.files().get(i);
      String digest = FileDigest.of(file);
      if (!sink.file(name, digest, tally.rows())) {
        continue;
      }
      try {
        Read read =
            reader.read(
                file,
                tally.rows(),
                row -> tell(plan, row),
                sentence -> note(plan, name, sentence, sink));
        sink.endFile(
            new InputFile(plan.source().name(), name, digest, read.rows, read.sheet), tally);
      } catch (RefusedFile e) {
        refused.add(refusal(remit, plan.place(), name, e));
      }
    }
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

  private static FileReader rows(SourcePlan plan, RowReader reader, RowSink sink) {
    return (file, rowsBefore, rows, notes) -> {
      int read = 0;
      try (Table table = Tables.open(file, plan.format(), plan.columns(), notes)) {
        var values = new RowValues(plan, table, sink::problem);
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

  private Problem problem(RecordPlan plan, String reason) {
    String value = plan.url() == null ? String.valueOf(plan.folder()) : "url";
    return new Problem(
        remit.file().toString(),
        plan.line(),
        plan.column(),
        value,
        "a live record that can be read: " + reason);
  }

  private static void note(SourcePlan plan, String file, String sentence, RowSink sink) {
    sink.note(new FileNote(plan.source().name(), file, sentence));
    boolean usual =
        sentence.startsWith("Character set: ")
            && !sentence.contains("assumed")
            && !sentence.contains("although");
    if (!usual) {
      sink.problem(new RowProblem(Problems.Kind.FILE, plan.source().name(), 0, "", file, sentence));
    }
  }

  // -- As at a day --------------------------------------------------------------------------------

  /// The sources of the remit on their way into the entries of an inquiry.
  private final class AsAt implements RowSink, LiveRecords.Rows {

    private final List<LiveRecords.Opened> records;
    private final Problems problems = new Problems();
    private final SealedCharacteristics.Builder sealed = new SealedCharacteristics.Builder();
    private final List<FileNote> notes = new ArrayList<>();
    private final List<Tally> tallies = new ArrayList<>();
    private final List<InputFile> inputs = new ArrayList<>();

    // The sources that were read, and after each of them how many entries there were.
    private final List<Source> read = new ArrayList<>();
    private final List<Integer> endOf = new ArrayList<>();

    private final Taking.Desk desk;
    private final EntryInRow.Around around;
    private RowTaker taking = (_, _, _) -> {};

    AsAt(LocalDate asAt, List<LiveRecords.Opened> records) throws IOException {
      this.records = records;
      ResidentsRead residents = residents(problems);
      List<Scope.Residents> totals = new ArrayList<>(residents.totals());
      List<Source> sources = new ArrayList<>(remit.sources());
      residents.groups().forEach(sealed::residents);
      for (LiveRecords.Opened record : records) {
        for (RowProblem problem : record.populationProblems()) {
          problems.add(problem);
        }
        totals.addAll(record.residents());
        record.groups().forEach(sealed::residents);
        sources.addAll(record.sources());
      }
      this.desk =
          new Taking.Desk(
              asAt,
              new EntriesBuilder(scope(remit, asAt, totals)),
              sealed,
              problems,
              new TreeMap<>());
      this.around = around(sources);
      residents.files().forEach(desk.entries()::input);
      records.forEach(record -> record.populationFiles().forEach(desk.entries()::input));
    }

    Reading<Intaken> read() throws IOException {
      for (SourcePlan plan : remit.plans()) {
        Tally tally = begin(plan.source());
        Intake.this.read(plan, tally, around, this);
        end(plan.source(), tally.rows(), inputs);
      }
      if (!refused.isEmpty()) {
        problems.close();
        return new Reading.Rejected<>(refused);
      }
      for (LiveRecords.Opened record : records) {
        for (Source source : record.sources()) {
          Tally tally = begin(source);
          LiveRecords.Totals totals = record.read(source, this);
          tally.rows = totals.rows();
          tally.malformed = totals.malformed();
          tally.test = totals.test();
          tally.withoutEntry = totals.withoutEntry();
          end(source, totals.rows(), totals.files());
          progress.rows(source.name(), totals.rows());
        }
      }
      joinCopies();
      return new Reading.Accepted<>(
          new Intaken(desk.entries().build(), sealed.seal(), problems, tallies, notes));
    }

    private Tally begin(Source source) {
      var tally = new Tally(source.name());
      tallies.add(tally);
      inputs.clear();
      desk.entries().startSource(source);
      taking = new Taking(source, desk, tally);
      return tally;
    }

    private void end(Source source, int rows, List<InputFile> files) {
      desk.entries().endSource(rows, files);
      read.add(source);
      endOf.add(desk.entries().size());
    }

    @Override
    public void population(
        List<InputFile> files, List<Scope.Residents> residents, List<ResidentsOfGroup> groups) {
      throw new IllegalStateException("the residents were read before");
    }

    @Override
    public void source(Source source) {
      throw new IllegalStateException("the source was begun before");
    }

    @Override
    public boolean file(String file, String sha256, int rowsBefore) {
      return true;
    }

    @Override
    public void row(int sourceRow, Written written, SealedRow sealedRow) {
      taking.take(sourceRow, written, sealedRow);
    }

    @Override
    public void problem(RowProblem problem) {
      problems.add(problem);
    }

    @Override
    public void note(FileNote note) {
      notes.add(note);
    }

    @Override
    public void endFile(InputFile file, Tally tally) {
      inputs.add(file);
    }

    /// A decision or an assessment on a copy of a report is one on the report. An assessment names
    /// no source, so it is also on the copy that alone bears its number among its agency's other
    /// sources.
    private void joinCopies() {
      if (desk.sameReport().isEmpty()) {
        return;
      }
      EntriesBuilder entries = desk.entries();
      var elsewhere = new CopiesElsewhere(desk, read, endOf);
      for (int entry = 0; entry < entries.size(); entry++) {
        String report = entries.text(entry, EntryAttribute.REPORT);
        String source = entries.text(entry, EntryAttribute.REPORT_SOURCE);
        if (report == null || source == null) {
          continue;
        }
        String same = desk.sameReport().get(Taking.Desk.numberIn(source, report));
        if (same != null) {
          entries.set(entry, EntryAttribute.REPORT, same);
        } else if (entries.kind(entry) == EntryKind.ASSESSMENT_MADE) {
          String holder = elsewhere.sourceOf(source, report);
          String kept =
              holder == null ? null : desk.sameReport().get(Taking.Desk.numberIn(holder, report));
          if (holder != null && kept != null) {
            entries.set(entry, EntryAttribute.REPORT, kept);
            entries.set(entry, EntryAttribute.REPORT_SOURCE, holder);
          }
        }
      }
    }
  }
}
