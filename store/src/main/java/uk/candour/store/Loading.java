package uk.candour.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import uk.candour.characteristics.ResidentsOfGroup;
import uk.candour.characteristics.SealedRow;
import uk.candour.intake.Intake;
import uk.candour.intake.Intaken.FileNote;
import uk.candour.intake.Problems.RowProblem;
import uk.candour.intake.Progress;
import uk.candour.intake.Reading;
import uk.candour.intake.RecordKeeper.Line;
import uk.candour.intake.Remit;
import uk.candour.intake.RowSink;
import uk.candour.intake.Tally;
import uk.candour.record.AgencyKind;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;
import uk.candour.record.InputFile;
import uk.candour.record.PartialDate;
import uk.candour.record.Scope;
import uk.candour.record.Source;
import uk.candour.record.Written;
import uk.candour.record.Written.EntryValue;

/// Reads the files of a remit into the live record: each row an act, each file ended by the act of
/// its loading, in whose words stands all that was wrong with its rows.
///
/// A row is the same act when it comes again: by its source, the digest of its file, and its number
/// there. So a loading that was broken off goes on where it was, and the same file again adds
/// nothing.
public final class Loading {

  private static final int IN_FLIGHT = 4000;

  private final LiveRecord record;
  private final Connections connections;
  private final Clock clock;
  private final String by;

  private Loading(LiveRecord record, Connections connections, Clock clock, String by) {
    this.record = record;
    this.connections = connections;
    this.clock = clock;
    this.by = by;
  }

  /// Reads a remit's files into a record.
  ///
  /// @param by who loads
  /// @return a line a file, or every problem of the remit's files
  public static Reading<List<Line>> load(
      Remit remit, DataFolder folder, LiveRecord record, Clock clock, String by, Progress progress)
      throws IOException, Unavailable {
    try (var connections =
        new Connections(folder.database().login(Database.Role.WRITER)::connect)) {
      return new Loading(record, connections, clock, by).load(remit, progress);
    }
  }

  private Reading<List<Line>> load(Remit remit, Progress progress) throws IOException, Unavailable {
    var sink = new Sink(system(remit));
    try {
      Reading<Remit> read = Intake.read(remit, sink, progress);
      return switch (read) {
        case Reading.Accepted<Remit> _ -> new Reading.Accepted<>(sink.lines);
        case Reading.Rejected<Remit>(var problems) -> new Reading.Rejected<>(problems);
      };
    } catch (Failed e) {
      throw e.reason;
    }
  }

  /// The source in which loadings and inquiries are put down.
  static Source system(Remit remit) {
    return system(remit.area().code());
  }

  static Source system(String area) {
    return Sources.live("Candour", AgencyKind.PARTNERSHIP, area, LocalDate.of(2000, 1, 1));
  }

  /// A failure on its way out through the reader of files.
  private static final class Failed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Unavailable reason;

    Failed(Unavailable reason) {
      super(reason);
      this.reason = reason;
    }
  }

  /// A row on its way, under the reference it was given.
  private record Flying(String reference, Writing writing) {}

  private final class Sink implements RowSink {

    private final Source system;
    private final List<Line> lines = new ArrayList<>();
    private @Nullable Source source;
    private int sourceId;
    private String fileName = "";
    private String sha256 = "";
    private int fileId;
    private int rowsBefore;
    private int handedOver;
    private int entries;
    private int again;
    private final Queue<Flying> flying = new ArrayDeque<>();
    private final List<ProblemLines.Line> problems = new ArrayList<>();
    private Tally before = Tally.none();

    Sink(Source system) {
      this.system = system;
    }

    private <T extends @Nullable Object> T in(Connections.Work<T> work) {
      try {
        return connections.in(work);
      } catch (SQLException e) {
        throw new Failed(new Unavailable("the record cannot be loaded", e));
      }
    }

    @Override
    public void population(
        List<InputFile> files, List<Scope.Residents> totals, List<ResidentsOfGroup> groups) {
      if (files.isEmpty()) {
        return;
      }
      var named = new StringBuilder();
      files.forEach(
          file -> named.append(file.file()).append(' ').append(file.sha256()).append('\n'));
      String digest =
          Once.of("residents", "", named.toString().getBytes(StandardCharsets.UTF_8)).body();
      if (!in(connection -> ResidentsLoads.isThere(connection, digest))) {
        String reference = loaded("population", ProblemLines.write(problems), digest);
        in(connection -> {
          ResidentsLoads.put(
              connection, digest, reference, new ResidentsLoads.Load(null, files, totals, groups));
          return null;
        });
      }
      problems.clear();
    }

    @Override
    public void source(Source begun) {
      source = begun;
      before = Tally.none();
      sourceId =
          in(connection -> {
            int id = Sources.numberOf(connection, begun, false);
            for (Sources.Numbered one : Sources.all(connection)) {
              if (one.id() == id && !one.source().equals(begun)) {
                throw new Failed(
                    new Unavailable(
                        "the record has the source "
                            + begun.name()
                            + " with other settings (agency, kind, area, list, fed-by, covers or"
                            + " extracted); give the new one a name of its own"));
              }
            }
            return id;
          });
    }

    @Override
    public boolean file(String file, String digest, int rows) {
      fileName = file;
      sha256 = digest;
      rowsBefore = rows;
      handedOver = 0;
      entries = 0;
      again = 0;
      problems.clear();
      LoadedFiles.Loaded there = in(connection -> LoadedFiles.find(connection, sourceId, digest));
      if (there != null) {
        int acts = there.rows() - there.malformed() - there.test() - there.withoutEntry();
        lines.add(
            new Line(
                sourceName(),
                file,
                there.rows(),
                0,
                acts,
                there.malformed(),
                there.test(),
                there.withoutEntry(),
                0,
                0));
        return false;
      }
      fileId = in(connection -> LoadedFiles.begin(connection, sourceId, file, digest));
      return true;
    }

    private Source present() {
      Source present = source;
      if (present == null) {
        throw new IllegalStateException("no source has begun");
      }
      return present;
    }

    private String sourceName() {
      return present().name();
    }

    @Override
    public void row(int sourceRow, Written written, SealedRow sealed) {
      int row = sourceRow - rowsBefore;
      handedOver++;
      entries += written.entries().size();
      var act =
          new Act(
              References.random(),
              present(),
              new Act.FromFile(fileId, row),
              written,
              sealed,
              Once.of("row", sourceName() + "\n" + sha256 + "\n" + row, new byte[0]));
      flying.add(new Flying(act.reference(), record.write(act)));
      if (flying.size() > IN_FLIGHT) {
        settle(flying.remove());
      }
    }

    /// Waits until a row is durable.
    private void settle(Flying row) {
      try {
        if (!row.writing().durable().get().reference().equals(row.reference())) {
          again++;
        }
      } catch (ExecutionException e) {
        throw new Failed(
            new Unavailable("the loading stopped at " + fileName + "; load it again to go on", e));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Failed(new Unavailable("the loading was interrupted", e));
      }
    }

    @Override
    public void problem(RowProblem problem) {
      int row = problem.row() == 0 ? 0 : problem.row() - rowsBefore;
      problems.add(
          new ProblemLines.Line.Wrong(
              handedOver,
              new RowProblem(
                  problem.kind(),
                  problem.source(),
                  row,
                  problem.column(),
                  problem.value(),
                  problem.expected())));
    }

    @Override
    public void note(FileNote note) {
      problems.add(new ProblemLines.Line.Noted(handedOver, note));
    }

    @Override
    public void endFile(InputFile file, Tally tally) {
      while (!flying.isEmpty()) {
        settle(flying.remove());
      }
      String reference = loaded(fileName, ProblemLines.write(problems), sourceName() + sha256);
      int malformed = tally.malformed() - before.malformed();
      int test = tally.test() - before.test();
      int withoutEntry = tally.withoutEntry() - before.withoutEntry();
      in(connection -> {
        LoadedFiles.end(
            connection,
            fileId,
            file.rows(),
            file.sheet(),
            malformed,
            test,
            withoutEntry,
            reference);
        return null;
      });
      lines.add(
          new Line(
              sourceName(),
              fileName,
              file.rows(),
              handedOver - again,
              again,
              malformed,
              test,
              withoutEntry,
              entries,
              problems.size()));
      before = tally.copy();
    }

    /// Puts down that a file was loaded and waits for it to be signed.
    private String loaded(String file, String words, String what) {
      String reference = References.random();
      int today = PartialDate.of(LocalDate.now(clock));
      var entry =
          Written.Entry.of(
              EntryKind.SOURCE_LOADED,
              List.of(
                  EntryValue.of(EntryAttribute.ID, reference),
                  EntryValue.of(EntryAttribute.HAPPENED, today),
                  EntryValue.of(EntryAttribute.RECORDED, today),
                  EntryValue.of(EntryAttribute.BY, by),
                  EntryValue.of(EntryAttribute.SUBJECT, file),
                  EntryValue.of(EntryAttribute.TEXT, words)));
      var act =
          Act.of(
              reference,
              system,
              new Written(Written.Shape.ACT, List.of(entry), List.of(), List.of()),
              SealedRow.NOTHING,
              Once.of("loading", what, new byte[0]));
      try {
        return record.write(act).await(java.time.Duration.ofMinutes(5)).reference();
      } catch (Unavailable e) {
        throw new Failed(e);
      } catch (Conflict e) {
        throw new UncheckedIOException(new IOException(e));
      }
    }
  }
}
