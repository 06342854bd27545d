package uk.candour.store;

import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import uk.candour.ledger.Hash;
import uk.candour.ledger.InclusionProof;
import uk.candour.ledger.LogWriter.Appended;
import uk.candour.ledger.SignedCheckpoint;

/// Numbers what is pending, signs it and lets it out: the one writer of the log.
///
/// A round: in one transaction it deletes what is pending and gives it the next indices, and moves
/// the head from the size it expects, so that of two sequencers only one can. Then it reads the new
/// entries afresh, hands them to the log, which writes the tiles, signs, keeps the checkpoint in
/// the file of released checkpoints and publishes it, wakes those who wait, and keeps the
/// checkpoint in the database too. Every step after the numbering can be done again: a round that
/// was cut short is finished by the next.
///
/// Which process leads a session lock of the database says. One that does not lead looks for the
/// receipts that its own callers wait for.
final class Sequencer implements AutoCloseable {

  private static final int MOST_AT_ONCE = 4096;
  private static final long LOCK = 0x63616e64_6f757202L;
  private static final Duration IDLE = Duration.ofMillis(500);
  private static final Duration FOLLOWING = Duration.ofMillis(25);
  private static final Duration AFTER_FAILURE = Duration.ofMillis(200);

  private static final String LEAD = "select pg_try_advisory_lock(" + LOCK + ")";

  private static final String TAKE =
      """
      with taken as (
        delete from pending
        where act in (select act from pending order by number limit ?)
        returning act, number
      )
      select taken.act, act.source, act.file
      from taken
      join act on act.id = taken.act
      order by taken.number
      """;

  private static final String NUMBER =
      """
      insert into log_entry (index, act, source, source_row, entry)
      select given.index, act.id, act.source, given.source_row, act.entry
      from unnest(?::bigint[], ?::uuid[], ?::int[]) as given (index, act, source_row)
      join act on act.id = given.act
      """;

  private static final String MOVE_HEAD = "update log_head set size = ? where size = ?";

  private static final String HEAD = "select size from log_head";

  private static final String LAST_ROWS =
      """
      select source, max(source_row) as last
      from log_entry
      where source_row is not null
      group by source
      """;

  private final Connections.Opening opening;
  private final Log log;
  private final Waiting waiting;
  private final Receipts receipts;
  private final Semaphore work = new Semaphore(0);
  private final Thread thread;
  private volatile boolean closing;
  private volatile boolean leading;
  private volatile @Nullable String failure;

  private @Nullable Connection connection;

  /// The last row of each live source; empty until it was read.
  private final Map<Integer, Integer> lastRows = new HashMap<>();

  Sequencer(Connections.Opening opening, Log log, Waiting waiting, Receipts receipts) {
    this.opening = opening;
    this.log = log;
    this.waiting = waiting;
    this.receipts = receipts;
    this.thread = Thread.ofPlatform().name("sequencer").daemon().unstarted(this::run);
  }

  /// Takes the lead if nobody has it, does what is left over from before, and goes on by itself.
  ///
  /// @return whether this process leads
  boolean start() throws SQLException, IOException, RefusesToSign {
    boolean leads = lead();
    if (leads) {
      round();
    }
    thread.start();
    return leads;
  }

  /// There is something to number.
  void wake() {
    work.release();
  }

  /// Why the last round failed, or null where it did not.
  @Nullable String failure() {
    return failure;
  }

  boolean isLeading() {
    return leading;
  }

  private void run() {
    while (!closing) {
      Duration pause = IDLE;
      try {
        if (lead()) {
          while (round()) {
            if (closing) {
              break;
            }
          }
        } else {
          follow();
          pause = waiting.isEmpty() ? IDLE : FOLLOWING;
        }
        failure = null;
      } catch (SQLException | IOException | RefusesToSign | RuntimeException e) {
        failure = String.valueOf(e.getMessage());
        giveUpLead();
        pause = AFTER_FAILURE;
      }
      try {
        if (work.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
          work.drainPermits();
        }
      } catch (InterruptedException e) {
        break;
      }
    }
    giveUpLead();
  }

  private boolean lead() throws SQLException, IOException, RefusesToSign {
    Connection mine = connection;
    if (mine == null) {
      mine = opening.open();
      connection = mine;
    }
    if (leading) {
      return true;
    }
    mine.setAutoCommit(true);
    boolean mayLead;
    try (Statement statement = mine.createStatement();
        ResultSet row = statement.executeQuery(LEAD)) {
      row.next();
      mayLead = row.getBoolean(1);
    }
    if (mayLead) {
      lastRows.clear();
      log.lead(mine);
      leading = true;
      // What was being signed when the lead was lost may have been signed after all.
      waiting.acts().forEach(waiting::unsure);
    }
    return mayLead;
  }

  private void giveUpLead() {
    leading = false;
    try {
      log.close();
    } catch (IOException e) {
      failure = String.valueOf(e.getMessage());
    }
    Connection mine = connection;
    connection = null;
    if (mine != null) {
      Connections.close(mine);
    }
  }

  /// One round.
  ///
  /// @return whether there may be more to do
  private boolean round() throws SQLException, IOException {
    Connection mine = connection;
    if (mine == null) {
      return false;
    }
    mine.setAutoCommit(false);
    long size = number(mine);
    boolean more = size > log.size();
    if (more) {
      release(mine, size);
    }
    settle();
    return more;
  }

  /// Gives the next indices to what is pending and tells the size of the log then.
  private long number(Connection mine) throws SQLException {
    long size = head(mine);
    List<UUID> acts = new ArrayList<>();
    List<@Nullable Integer> rows = new ArrayList<>();
    Map<Integer, Integer> last = lastRows(mine);
    try (PreparedStatement take = mine.prepareStatement(TAKE)) {
      take.setInt(1, MOST_AT_ONCE);
      try (ResultSet row = take.executeQuery()) {
        while (row.next()) {
          acts.add(row.getObject("act", UUID.class));
          row.getInt("file");
          rows.add(row.wasNull() ? last.merge(row.getInt("source"), 1, Integer::sum) : null);
        }
      }
    }
    if (acts.isEmpty()) {
      mine.rollback();
      return size;
    }
    Long[] indices = new Long[acts.size()];
    for (int i = 0; i < indices.length; i++) {
      indices[i] = size + i;
    }
    try (PreparedStatement insert = mine.prepareStatement(NUMBER)) {
      insert.setArray(1, array(mine, "bigint", indices));
      insert.setArray(2, array(mine, "uuid", acts.toArray()));
      insert.setArray(3, array(mine, "int", rows.toArray()));
      expect(insert.executeUpdate(), acts.size(), "entries put into the log");
    }
    try (PreparedStatement move = mine.prepareStatement(MOVE_HEAD)) {
      move.setLong(1, size + acts.size());
      move.setLong(2, size);
      expect(move.executeUpdate(), 1, "heads moved from " + size);
    }
    mine.commit();
    lastRows.putAll(last);
    return size + acts.size();
  }

  private static void expect(int found, int expected, String what) throws SQLException {
    if (found != expected) {
      throw new SQLException(what + ": " + found + ", expected " + expected);
    }
  }

  private static Array array(Connection mine, String type, Object[] values) throws SQLException {
    return mine.createArrayOf(type, values);
  }

  private static long head(Connection mine) throws SQLException {
    try (PreparedStatement select = mine.prepareStatement(HEAD);
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /// A copy of the last rows, to be kept once the transaction has committed.
  private Map<Integer, Integer> lastRows(Connection mine) throws SQLException {
    if (lastRows.isEmpty()) {
      try (PreparedStatement select = mine.prepareStatement(LAST_ROWS);
          ResultSet row = select.executeQuery()) {
        while (row.next()) {
          lastRows.put(row.getInt("source"), row.getInt("last"));
        }
      }
    }
    return new HashMap<>(lastRows);
  }

  /// Signs and lets out the log up to a size.
  private void release(Connection mine, long size) throws SQLException, IOException {
    List<Receipts.Numbered> entries = receipts.entries(mine, log.size(), size);
    mine.rollback();
    Appended appended = log.append(entries.stream().map(Receipts.Numbered::entry).toList());
    for (Receipts.Numbered entry : entries) {
      if (waiting.has(entry.act())) {
        InclusionProof proof = appended.inclusionOf(entry.index());
        waiting.done(entry.act(), receipt(entry, appended.signed(), proof));
      }
    }
    // The file of released checkpoints has it already: should this fail, the next to lead does it.
    Log.keep(mine, appended.signed());
  }

  static Receipt receipt(Receipts.Numbered entry, SignedCheckpoint signed, InclusionProof proof) {
    return new Receipt(
        entry.reference(),
        entry.receivedAt(),
        entry.index(),
        entry.entry(),
        Hash.ofLeaf(entry.entry()).bytes(),
        signed.note(),
        proof.hashes().stream().map(Hash::bytes).toList());
  }

  /// Hands out receipts of acts that had been signed before somebody waited for them.
  private void settle() throws SQLException, IOException {
    for (UUID act = waiting.takeUnsure(); act != null; act = waiting.takeUnsure()) {
      try {
        find(act);
      } catch (SQLException | IOException e) {
        waiting.unsure(act);
        throw e;
      }
    }
  }

  private void follow() throws SQLException, IOException {
    for (UUID act : waiting.acts()) {
      find(act);
    }
  }

  private void find(UUID act) throws SQLException, IOException {
    Receipt receipt = receipts.find(act);
    if (receipt != null) {
      waiting.done(act, receipt);
    }
  }

  @Override
  public void close() {
    closing = true;
    work.release();
    try {
      thread.join(30_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    waiting.abandon(new Undecided("the record was closed before the durable act was signed"));
  }
}
