package uk.candour.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.crypto.SecretKey;
import uk.candour.characteristics.ResidentsOfGroup;
import uk.candour.characteristics.SealedRow;
import uk.candour.intake.LiveRecords;
import uk.candour.intake.Problems.RowProblem;
import uk.candour.intake.RecordPlan;
import uk.candour.intake.Remit;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;
import uk.candour.record.InputFile;
import uk.candour.record.PartialDate;
import uk.candour.record.Scope;
import uk.candour.record.Source;
import uk.candour.record.Written;
import uk.candour.record.Written.EntryValue;

/// Opens the live record for an inquiry: puts down that the inquiry is run, for what and by whose
/// leave, and then hands over what was written, with protected values sealed beside it.
///
/// Where a remit names a database by its URL, the record's keys are those of the data folder it
/// also names, or of the one that `CANDOUR_DATA` names.
public final class RecordOfInquiry implements LiveRecords {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Override
  public Opened open(RecordPlan plan, Remit remit) throws IOException, Refused {
    Path folder = plan.folder();
    if (folder == null) {
      String named = System.getenv("CANDOUR_DATA");
      if (named == null) {
        throw new Refused(
            "the keys of the record are in its data folder: name it as file: beside url:, or by"
                + " CANDOUR_DATA");
      }
      folder = Path.of(named);
    }
    if (!Files.isDirectory(folder.resolve("keys"))) {
      throw new Refused(folder + " holds no record; expected a data folder with its keys");
    }
    DataFolder data;
    try {
      data = DataFolder.open(folder, plan.url());
    } catch (Unavailable e) {
      throw new Refused(String.valueOf(e.getMessage()), e);
    }
    try {
      putDown(data, plan, remit);
      return new Open(data);
    } catch (Unavailable | RefusesToSign | SQLException e) {
      data.close();
      throw new Refused(String.valueOf(e.getMessage()), e);
    } catch (IOException | RuntimeException e) {
      data.close();
      throw e;
    }
  }

  private static void putDown(DataFolder data, RecordPlan plan, Remit remit)
      throws IOException, Unavailable, RefusesToSign {
    Clock clock = Keeper.CLOCK;
    String reference = References.random();
    int today = PartialDate.of(LocalDate.now(clock));
    var entry =
        Written.Entry.of(
            EntryKind.INQUIRY_RUN,
            List.of(
                EntryValue.of(EntryAttribute.ID, reference),
                EntryValue.of(EntryAttribute.HAPPENED, today),
                EntryValue.of(EntryAttribute.RECORDED, today),
                EntryValue.of(EntryAttribute.BY, plan.approver()),
                EntryValue.of(EntryAttribute.PURPOSE, plan.purpose()),
                EntryValue.of(EntryAttribute.SUBJECT, remit.inquiry())));
    var act =
        Act.of(
            reference,
            Loading.system(remit),
            new Written(Written.Shape.ACT, List.of(entry), List.of(), List.of()),
            SealedRow.NOTHING,
            null);
    try (LiveRecord record = LiveRecord.open(data, clock)) {
      record.write(act).await(PATIENCE);
    } catch (Conflict e) {
      throw new IllegalStateException("an act without a key cannot conflict", e);
    }
  }

  /// An open record. It sees what was in the log when it was opened, and nothing of what comes
  /// after.
  private static final class Open implements Opened {

    private static final String COLUMNS =
        """
        select act.id, act.rest, act.people, act.narrative, act.reporter,
               act_key.wrapped, characteristics.sealed, act.file_row, log_entry.source_row
        from log_entry
        join act on act.id = log_entry.act
        join act_key on act_key.act = act.id
        join characteristics on characteristics.act = act.id
        """;

    private static final String OF_FILE =
        COLUMNS
            + """
            where act.file = ?
            order by act.file_row
            """;

    private static final String OF_SOURCE =
        COLUMNS
            + """
            where log_entry.source = ? and log_entry.source_row is not null
            order by log_entry.source_row
            """;

    private static final String WORDS =
        """
        select act.id, act.rest, act.narrative, act_key.wrapped
        from act
        join act_key on act_key.act = act.id
        where act.id = ?
        """;

    private static final int AT_ONCE = 2000;

    private final DataFolder data;
    private final Contents contents;
    private final Connection connection;
    private final List<Sources.Numbered> sources = new ArrayList<>();
    private final List<LoadedFiles.Loaded> files;
    private final ResidentsLoads.Load residents;

    Open(DataFolder data) throws SQLException, IOException {
      this.data = data;
      this.contents = new Contents(data.keys().root());
      this.connection = data.database().login(Database.Role.PUBLISHER).connect();
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      this.files = LoadedFiles.all(connection);
      this.residents = ResidentsLoads.latest(connection);
      for (Sources.Numbered source : Sources.all(connection)) {
        if (source.live() ? saysSomething(source) : isLoaded(source)) {
          sources.add(source);
        }
      }
    }

    private boolean isLoaded(Sources.Numbered source) {
      return files.stream().anyMatch(file -> file.source() == source.id());
    }

    /// Whether a live source has an entry that inquiries ask for.
    private boolean saysSomething(Sources.Numbered source) throws SQLException {
      boolean[] found = {false};
      each(
          OF_SOURCE,
          source.id(),
          row -> {
            found[0] = written(row).entries().stream().anyMatch(entry -> entry.kind().isOfRemits());
            return !found[0];
          });
      return found[0];
    }

    /// Takes a row and says whether it wants another.
    private interface EachRow {
      boolean take(ResultSet row) throws SQLException;
    }

    private void each(String sql, int number, EachRow each) throws SQLException {
      try (PreparedStatement select = connection.prepareStatement(sql)) {
        select.setFetchSize(AT_ONCE);
        select.setInt(1, number);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            if (!each.take(row)) {
              return;
            }
          }
        }
      }
    }

    private Written written(ResultSet row) throws SQLException {
      UUID id = row.getObject("id", UUID.class);
      SecretKey key = contents.key(id, row.getBytes("wrapped"));
      return Parts.written(
          open(id, key, Part.REST, row.getBytes("rest")),
          null,
          open(id, key, Part.PEOPLE, row.getBytes("people")),
          open(id, key, Part.NARRATIVE, row.getBytes("narrative")));
    }

    private SealedRow sealed(ResultSet row) throws SQLException {
      UUID id = row.getObject("id", UUID.class);
      SecretKey key = contents.key(id, row.getBytes("wrapped"));
      return Parts.sealed(open(id, key, Part.CHARACTERISTICS, row.getBytes("sealed")));
    }

    private byte[] open(UUID id, SecretKey key, Part part, byte[] ciphertext) {
      return contents.open(id, key, part, ciphertext).content();
    }

    /// The words of an act of loading.
    private String words(UUID act) throws SQLException {
      try (PreparedStatement select = connection.prepareStatement(WORDS)) {
        select.setObject(1, act);
        try (ResultSet row = select.executeQuery()) {
          if (!row.next()) {
            throw new SQLException("the act " + act + " of a loading is not there");
          }
          SecretKey key = contents.key(act, row.getBytes("wrapped"));
          Written written =
              Parts.written(
                  open(act, key, Part.REST, row.getBytes("rest")),
                  null,
                  null,
                  open(act, key, Part.NARRATIVE, row.getBytes("narrative")));
          String words = written.entries().getFirst().text(EntryAttribute.TEXT);
          return words == null ? "" : words;
        }
      }
    }

    @Override
    public List<InputFile> populationFiles() {
      return residents.files();
    }

    @Override
    public List<Scope.Residents> residents() {
      return residents.totals();
    }

    @Override
    public List<ResidentsOfGroup> groups() {
      return residents.groups();
    }

    @Override
    public List<RowProblem> populationProblems() throws IOException {
      List<RowProblem> problems = new ArrayList<>();
      UUID act = residents.act();
      if (act != null) {
        try {
          for (ProblemLines.Line line : ProblemLines.read(words(act), 0)) {
            if (line instanceof ProblemLines.Line.Wrong(_, RowProblem problem)) {
              problems.add(problem);
            }
          }
        } catch (SQLException e) {
          throw new IOException("the record cannot be read", e);
        }
      }
      return problems;
    }

    @Override
    public List<Source> sources() {
      return sources.stream().map(Sources.Numbered::source).toList();
    }

    @Override
    public Totals read(Source source, Rows rows) throws IOException {
      try {
        for (Sources.Numbered one : sources) {
          if (one.source().equals(source)) {
            return one.live() ? live(one, rows) : loaded(one, rows);
          }
        }
      } catch (SQLException e) {
        throw new IOException("the record cannot be read", e);
      }
      throw new IllegalArgumentException("the record has no source " + source.name());
    }

    private Totals live(Sources.Numbered source, Rows rows) throws SQLException {
      int[] last = {0};
      each(
          OF_SOURCE,
          source.id(),
          row -> {
            last[0] = row.getInt("source_row");
            rows.row(last[0], written(row), sealed(row));
            return true;
          });
      return new Totals(last[0], 0, 0, 0, List.of());
    }

    private Totals loaded(Sources.Numbered source, Rows rows) throws SQLException {
      int before = 0;
      int malformed = 0;
      int test = 0;
      int withoutEntry = 0;
      List<InputFile> inputs = new ArrayList<>();
      for (LoadedFiles.Loaded file : files) {
        if (file.source() == source.id()) {
          hand(file, before, rows);
          before += file.rows();
          malformed += file.malformed();
          test += file.test();
          withoutEntry += file.withoutEntry();
          inputs.add(
              new InputFile(
                  source.source().name(), file.name(), file.sha256(), file.rows(), file.sheet()));
        }
      }
      return new Totals(before, malformed, test, withoutEntry, inputs);
    }

    private void hand(LoadedFiles.Loaded file, int before, Rows rows) throws SQLException {
      List<ProblemLines.Line> lines = ProblemLines.read(words(file.act()), before);
      int[] handed = {0};
      int[] line = {0};
      each(
          OF_FILE,
          file.id(),
          row -> {
            line[0] = problems(lines, line[0], handed[0], rows);
            rows.row(before + row.getInt("file_row"), written(row), sealed(row));
            handed[0]++;
            return true;
          });
      problems(lines, line[0], Integer.MAX_VALUE, rows);
    }

    /// Hands over the problems that were found before the row after `handed` others; gives the
    /// next.
    private static int problems(List<ProblemLines.Line> lines, int from, int handed, Rows rows) {
      int at = from;
      while (at < lines.size() && lines.get(at).after() <= handed) {
        switch (lines.get(at)) {
          case ProblemLines.Line.Wrong(_, RowProblem problem) -> rows.problem(problem);
          case ProblemLines.Line.Noted(_, var note) -> rows.note(note);
        }
        at++;
      }
      return at;
    }

    @Override
    public void close() throws IOException {
      Connections.close(connection);
      data.close();
    }
  }
}
