package uk.candour.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.candour.ledger.Disk;
import uk.candour.ledger.LogFolder;

/// Every statement and every file call of an append fails once, before it is done and after: the
/// record and the log agree afterwards, what was acknowledged is there, and nothing is there twice.
class FaultsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir private Path folder;

  private LiveRecord open(DataFolder data, Faults faults) throws Exception {
    Database database = data.database();
    return LiveRecord.open(
        data,
        Clock.systemUTC(),
        faults.opening(database.login(Database.Role.WRITER)::connect),
        faults.opening(database.login(Database.Role.READER)::connect),
        faults.opening(database.login(Database.Role.SEQUENCER)::connect),
        faults.disk());
  }

  @Test
  void everyCallOfAnAppendMayFailOnce() throws Exception {
    var faults = new Faults();
    Map<String, Receipt> acknowledged = new HashMap<>();
    Map<String, Integer> injected = new TreeMap<>();
    int acts = 0;
    try (DataFolder data = Folders.fresh(folder)) {
      LiveRecord record = open(data, faults);
      for (boolean done : List.of(false, true)) {
        for (int nth = 0; ; nth++) {
          String key = done + " " + nth;
          int body = acts++;
          faults.arm(nth, done);
          // As a sender does: until there is an answer, the same again.
          Receipt receipt = sent(record, key, body);
          String failed = faults.failed();
          if (failed != null) {
            injected.merge(failed, 1, Integer::sum);
          }
          assertThat(acknowledged.put(key, receipt)).isNull();
          if (failed == null) {
            break;
          }
        }
      }
      faults.arm(-1, false);
      record.close();
      int total = injected.values().stream().mapToInt(Integer::intValue).sum();
      System.out.println("faults injected: " + total + " " + injected);
      assertThat(total).isGreaterThan(40);
      agree(data, acts, acknowledged);
    }
  }

  private static Receipt sent(LiveRecord record, String key, int body) throws Exception {
    for (int tries = 0; tries < 50; tries++) {
      try {
        Answer answer = record.write(Acts.once(key, body)).await(PATIENCE);
        if (answer instanceof Answer.Signed(Receipt receipt, _)) {
          return receipt;
        }
      } catch (Unavailable e) {
        Thread.sleep(20);
      }
    }
    throw new AssertionError("no receipt for " + key);
  }

  /// Record and log agree: as many acts as entries, in order, none twice, none pending, each entry
  /// in the published log, each receipt the one that is given again.
  private static void agree(DataFolder data, int acts, Map<String, Receipt> acknowledged)
      throws Exception {
    try (Connection connection = data.database().owner().connect();
        Statement statement = connection.createStatement()) {
      assertThat(count(statement, "select count(*) from act")).isEqualTo(acts);
      assertThat(count(statement, "select count(*) from log_entry")).isEqualTo(acts);
      assertThat(count(statement, "select max(index) + 1 from log_entry")).isEqualTo(acts);
      assertThat(count(statement, "select size from log_head")).isEqualTo(acts);
      assertThat(count(statement, "select count(*) from pending")).isZero();
      assertThat(
              count(
                  statement,
                  "select count(*) from act join log_entry on act.id = log_entry.act"
                      + " where act.entry <> log_entry.entry"))
          .isZero();
      assertThat(count(statement, "select count(*) from act_key")).isEqualTo(acts);
      assertThat(count(statement, "select count(*) from characteristics")).isEqualTo(acts);
    }
    List<byte[]> published = new LogFolder(data.log(), Disk.REAL).entries(0, acts, acts);
    List<byte[]> kept = new ArrayList<>();
    try (Connection connection = data.database().owner().connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select entry from log_entry order by index")) {
      while (row.next()) {
        kept.add(row.getBytes(1));
      }
    }
    for (int i = 0; i < acts; i++) {
      assertThat(published.get(i)).isEqualTo(kept.get(i));
    }
    try (LiveRecord record = LiveRecord.open(data, Clock.systemUTC())) {
      assertThat(record.logSize()).isEqualTo(acts);
      for (Receipt receipt : acknowledged.values()) {
        assertThat(record.receipt(receipt.reference()))
            .usingRecursiveComparison()
            .isEqualTo(new Answer.Signed(receipt, true));
      }
    }
  }

  private static long count(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
