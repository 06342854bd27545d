package uk.candour.store;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import uk.candour.characteristics.SealedRow;
import uk.candour.ledger.Disk;
import uk.candour.record.AgencyKind;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;
import uk.candour.record.PartialDate;
import uk.candour.record.Source;
import uk.candour.record.Written;
import uk.candour.record.Written.Entry;
import uk.candour.record.Written.EntryValue;

/// The live record: what was written stays, what is read is put down, and all of it is in a log
/// that anybody can check.
///
/// [#write] takes an act and gives a [Writing]: once it is durable and in a signed checkpoint there
/// is a [Receipt]. [#read] hands out records after the reading itself has become an entry.
/// [#stream] is for a picture in memory, which duties, search and linkage read; it has no protected
/// values. For use by any number of threads.
public final class LiveRecord implements AutoCloseable {

  private static final Duration PATIENCE_OF_READERS = Duration.ofSeconds(10);

  private final Connections writing;
  private final Connections reading;
  private final Log log;
  private final Waiting waiting = new Waiting();
  private final Receipts receipts;
  private final Sequencer sequencer;
  private final Writer writer;
  private final Records records;
  private final Clock clock;

  private LiveRecord(
      Log log,
      Contents contents,
      Clock clock,
      Connections writing,
      Connections reading,
      Connections.Opening sequencing) {
    this.log = log;
    this.clock = clock;
    this.writing = writing;
    this.reading = reading;
    this.receipts = new Receipts(reading, log);
    this.records = new Records(reading, contents);
    this.sequencer = new Sequencer(sequencing, log, waiting, receipts);
    this.writer = new Writer(writing, contents, clock, waiting, sequencer::wake);
  }

  /// Opens the record of a folder. What was written and not yet signed is signed first.
  ///
  /// @throws RefusesToSign where the record is behind a checkpoint that was released, or another
  public static LiveRecord open(DataFolder folder, Clock clock)
      throws IOException, Unavailable, RefusesToSign {
    Database database = folder.database();
    return open(
        folder,
        clock,
        database.login(Database.Role.WRITER)::connect,
        database.login(Database.Role.READER)::connect,
        database.login(Database.Role.SEQUENCER)::connect,
        Disk.REAL);
  }

  /// As [#open(DataFolder, Clock)], with the calls on the database and on files given, so that
  /// tests can let them fail.
  static LiveRecord open(
      DataFolder folder,
      Clock clock,
      Connections.Opening writing,
      Connections.Opening reading,
      Connections.Opening sequencing,
      Disk disk)
      throws IOException, Unavailable, RefusesToSign {
    Log log = Log.open(folder, disk);
    var record =
        new LiveRecord(
            log,
            new Contents(folder.keys().root()),
            clock,
            new Connections(writing),
            new Connections(reading),
            sequencing);
    try {
      record.sequencer.start();
      return record;
    } catch (SQLException e) {
      record.close();
      throw new Unavailable("the record cannot be opened", e);
    } catch (IOException | RefusesToSign | RuntimeException e) {
      record.close();
      throw e;
    }
  }

  /// Takes an act. It is encrypted on the caller's thread and committed with others; see [Writing].
  public Writing write(Act act) {
    return writer.write(act);
  }

  /// What is known of a reference: [Answer.Signed] with its receipt, [Answer.Accepted] while that
  /// follows, or null where there is no such act.
  public @Nullable Answer receipt(String reference) throws Unavailable {
    try {
      return receipts.answer(reference);
    } catch (SQLException | IOException e) {
      throw new Unavailable("receipts cannot be read", e);
    }
  }

  /// Hands out records to a reader, after the reading itself has become an entry of the record that
  /// names every one of them; where that cannot be written nothing is handed out.
  ///
  /// @param mentions what is shown, as `reference/child` or `reference` alone: the entry names them
  ///   so
  /// @return the records that there are, in the order of the log
  public List<Recorded> read(Reader reader, String purpose, List<String> mentions)
      throws Unavailable {
    put(reading(reader, purpose, mentions));
    List<String> references = mentions.stream().map(LiveRecord::referenceOf).distinct().toList();
    try {
      return records.of(references);
    } catch (SQLException e) {
      throw new Unavailable("the records cannot be read", e);
    }
  }

  private static String referenceOf(String mention) {
    int slash = mention.indexOf('/');
    return slash < 0 ? mention : mention.substring(0, slash);
  }

  /// Puts down that mentions were shown, and waits until that is in a signed checkpoint: for pages
  /// made from a picture in memory.
  public void shown(Reader reader, String purpose, List<String> mentions) throws Unavailable {
    put(reading(reader, purpose, mentions));
  }

  private void put(Act act) throws Unavailable {
    try {
      writer.write(act).await(PATIENCE_OF_READERS);
    } catch (Conflict e) {
      throw new IllegalStateException("an act without a key cannot conflict", e);
    }
  }

  private Act reading(Reader reader, String purpose, List<String> mentions) {
    String reference = References.random();
    int today = PartialDate.of(LocalDate.now(clock));
    Entry entry =
        Entry.of(
            EntryKind.RECORD_READ,
            List.of(
                EntryValue.of(EntryAttribute.ID, reference),
                EntryValue.of(EntryAttribute.HAPPENED, today),
                EntryValue.of(EntryAttribute.RECORDED, today),
                EntryValue.of(EntryAttribute.BY, reader.account()),
                EntryValue.of(EntryAttribute.POST, reader.post()),
                EntryValue.of(EntryAttribute.PURPOSE, purpose),
                EntryValue.of(EntryAttribute.MENTIONS, String.join(" ", mentions))));
    return Act.of(
        reference,
        reader.source(),
        new Written(Written.Shape.ACT, List.of(entry), List.of(), List.of()),
        SealedRow.NOTHING,
        null);
  }

  /// Hands over every act that is in the log from an index on, in the log's order, without
  /// protected values. Nothing is put down of it: for the service's own picture in memory, of which
  /// pages show nothing without [#shown].
  ///
  /// @return the index to go on from
  public long stream(long from, Consumer<Recorded> sink) throws Unavailable {
    try {
      return records.stream(from, sink);
    } catch (SQLException e) {
      throw new Unavailable("the record cannot be read", e);
    }
  }

  /// The parts of an act with the salts of their commitments, by which its reporter can show what
  /// the log's entry commits to: for whoever sends the act word for word with its key once more,
  /// who learns nothing by it but the salts. Null where the log holds no such act.
  public @Nullable Opening opening(String reference, Once once) throws Unavailable {
    try {
      return records.opening(reference, once);
    } catch (SQLException e) {
      throw new Unavailable("the record cannot be read", e);
    }
  }

  /// The source in which an agency's acts are rows. The same agency has always the same.
  ///
  /// @param since the first day on which it could write
  public static Source liveSource(String agency, AgencyKind kind, String area, LocalDate since) {
    return Sources.live(agency, kind, area, since);
  }

  /// The sources that there are.
  public List<Source> sources() throws Unavailable {
    try {
      return reading.in(
          connection -> Sources.all(connection).stream().map(Sources.Numbered::source).toList());
    } catch (SQLException e) {
      throw new Unavailable("the sources cannot be read", e);
    }
  }

  /// How many entries the log vouches for.
  public long logSize() throws Unavailable {
    try {
      return log.releasedSize();
    } catch (IOException e) {
      throw new Unavailable("the log cannot be read", e);
    }
  }

  /// The log's public key, as its holders keep it.
  public String logKey() {
    return log.publicKey();
  }

  /// Why nothing is being signed now, or null where all is well.
  public @Nullable String trouble() {
    return sequencer.failure();
  }

  /// Commits and signs what was taken, and stops.
  @Override
  public void close() {
    writer.close();
    sequencer.close();
    writing.close();
    reading.close();
  }
}
