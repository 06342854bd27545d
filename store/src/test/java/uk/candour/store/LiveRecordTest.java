package uk.candour.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.candour.ledger.Hash;
import uk.candour.ledger.InclusionProof;
import uk.candour.ledger.SignedCheckpoint;
import uk.candour.ledger.VerifierKey;
import uk.candour.record.EntryKind;

class LiveRecordTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir private Path folder;
  private DataFolder data;
  private LiveRecord record;

  @BeforeEach
  void open() throws Exception {
    data = Folders.fresh(folder);
    record = LiveRecord.open(data, Clock.systemUTC());
  }

  @AfterEach
  void close() throws Exception {
    record.close();
    data.close();
  }

  private Receipt write(Act act) throws Exception {
    Answer answer = record.write(act).await(PATIENCE);
    assertThat(answer).isInstanceOf(Answer.Signed.class);
    return ((Answer.Signed) answer).receipt();
  }

  @Test
  void anActComesBackAsItWasWritten() throws Exception {
    Act act = Acts.report(1);
    Receipt receipt = write(act);
    List<Recorded> read =
        record.read(
            new Reader("a.smith", "social worker", Acts.COUNCIL),
            "assessment",
            List.of(act.reference() + "/child"));
    assertThat(read).hasSize(1);
    assertThat(read.getFirst().written()).isEqualTo(act.written());
    assertThat(read.getFirst().source()).isEqualTo(Acts.COUNCIL);
    assertThat(read.getFirst().logIndex()).isEqualTo(receipt.logIndex());
  }

  @Test
  void aReceiptProvesItsEntry() throws Exception {
    VerifierKey key = VerifierKey.parse(record.logKey());
    for (int i = 0; i < 5; i++) {
      Receipt receipt = write(Acts.report(i));
      SignedCheckpoint signed = SignedCheckpoint.open(receipt.checkpoint(), key);
      var proof =
          new InclusionProof(
              receipt.logIndex(),
              signed.size(),
              receipt.inclusionProof().stream().map(Hash::of).toList());
      assertThat(receipt.entry()).hasSize(33).startsWith(1);
      assertThat(proof.check(signed.root(), Hash.ofLeaf(receipt.entry()))).isTrue();
      assertThat(receipt.leafHash()).isEqualTo(Hash.ofLeaf(receipt.entry()).bytes());
    }
  }

  @Test
  void theSameKeyGivesTheSameReceipt() throws Exception {
    Receipt first = write(Acts.once("key", 1));
    Answer again = record.write(Acts.once("key", 1)).await(PATIENCE);
    assertThat(again).isInstanceOf(Answer.Signed.class);
    assertThat(((Answer.Signed) again).again()).isTrue();
    assertThat(((Answer.Signed) again).receipt()).usingRecursiveComparison().isEqualTo(first);
    assertThat(record.receipt(first.reference()))
        .usingRecursiveComparison()
        .isEqualTo(new Answer.Signed(first, true));
  }

  @Test
  void theSameKeyForAnotherBodyIsRefused() throws Exception {
    write(Acts.once("key", 1));
    assertThatThrownBy(() -> record.write(Acts.once("key", 2)).await(PATIENCE))
        .isInstanceOf(Conflict.class);
    assertThat(record.logSize()).isEqualTo(1);
  }

  @Test
  void manyAtOnceAreAllThereOnceAndInOrder() throws Exception {
    int acts = 400;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Receipt>> receipts = new ArrayList<>();
      for (int i = 0; i < acts; i++) {
        int number = i;
        // Every act is sent twice, as by somebody whose first answer was lost.
        receipts.add(threads.submit(() -> write(Acts.once("key " + number / 2, number / 2))));
      }
      for (int i = 0; i < acts; i += 2) {
        assertThat(receipts.get(i).get().reference())
            .isEqualTo(receipts.get(i + 1).get().reference());
      }
    }
    assertThat(record.logSize()).isEqualTo(acts / 2);
    List<Recorded> all = new ArrayList<>();
    assertThat(record.stream(0, all::add)).isEqualTo(acts / 2);
    for (int i = 0; i < all.size(); i++) {
      assertThat(all.get(i).logIndex()).isEqualTo(i);
      assertThat(all.get(i).row()).isEqualTo(i + 1);
    }
  }

  @Test
  void aReadingIsAnEntryThatNamesWhatWasShown() throws Exception {
    Act act = Acts.report(1);
    write(act);
    record.read(
        new Reader("a.smith", "social worker", Acts.COUNCIL),
        "assessment",
        List.of(act.reference() + "/child"));
    List<Recorded> all = new ArrayList<>();
    record.stream(1, all::add);
    assertThat(all).hasSize(1);
    var entry = all.getFirst().written().entries().getFirst();
    assertThat(entry.kind()).isEqualTo(EntryKind.RECORD_READ);
    assertThat(entry.text(uk.candour.record.EntryAttribute.MENTIONS))
        .isEqualTo(act.reference() + "/child");
    assertThat(entry.text(uk.candour.record.EntryAttribute.BY)).isEqualTo("a.smith");
  }

  @Test
  void theCommitmentsOpenTheEntry() throws Exception {
    Act act = Acts.once("key", 1);
    Receipt receipt = write(act);
    Opening opening = Objects.requireNonNull(record.opening(act.reference(), keyOf(act)));
    List<byte[]> commitments = new ArrayList<>();
    for (Opening.Committed part : opening.parts()) {
      commitments.add(part.commitment());
      byte[] salt = part.salt();
      byte[] content = part.content();
      if (salt != null && content != null) {
        assertThat(
                Contents.commitment(
                    Part.valueOf(part.part().toUpperCase(java.util.Locale.ROOT)), salt, content))
            .isEqualTo(part.commitment());
      }
    }
    assertThat(Contents.entry(commitments)).isEqualTo(receipt.entry());
  }

  @Test
  void nothingIsOpenedWithoutTheKeyAndTheBody() throws Exception {
    Act act = Acts.once("key", 1);
    write(act);
    record Try(String reference, Act sent, String reason) {}
    for (Try one :
        List.of(
            new Try(act.reference(), Acts.once("key", 2), "another body"),
            new Try(act.reference(), Acts.once("kay", 1), "another key"),
            new Try("0000-0000-0000", act, "another reference"))) {
      assertThat(record.opening(one.reference(), keyOf(one.sent()))).as(one.reason()).isNull();
    }
    assertThat(record.opening(act.reference(), keyOf(act))).isNotNull();
  }

  private static Once keyOf(Act act) {
    return Objects.requireNonNull(act.once());
  }

  /// The digest that the database keeps of a body is of no use to whoever guesses the body and does
  /// not have the key: else whoever may select it would know protected values by trying.
  @Test
  void theDigestOfABodyTakesTheKey() {
    var body = new byte[] {1};
    assertThat(Once.of("a", "key", body).body()).isNotEqualTo(Once.of("a", "kez", body).body());
    assertThat(Once.of("a", "key", body).body()).isNotEqualTo(Once.of("b", "key", body).body());
    assertThat(Once.of("a", "key", body)).isEqualTo(Once.of("a", "key", body));
    assertThat(Once.of("a", "bkey", body).key()).isNotEqualTo(Once.of("ab", "key", body).key());
  }

  /// Twenty thousand acts wait for a table that somebody holds; each that comes after them is told
  /// at once that nothing was accepted, and of none of these there is anything afterwards.
  @Test
  void whatDoesNotFitIntoTheQueueIsRefusedAtOnce() throws Exception {
    int sent = 21_000;
    List<Writing> writings = new ArrayList<>();
    int refused = 0;
    try (Connection holder = data.database().owner().connect();
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("lock table act in exclusive mode");
      for (int i = 0; i < sent; i++) {
        Writing writing = record.write(Acts.report(i));
        if (writing.durable().isDone()) {
          assertThatThrownBy(() -> writing.await(PATIENCE)).isInstanceOf(Unavailable.class);
          refused++;
        } else {
          writings.add(writing);
        }
      }
      holder.rollback();
    }
    for (Writing writing : writings) {
      assertThat(writing.signed().get(60, TimeUnit.SECONDS)).isNotNull();
    }
    assertThat(refused).isGreaterThan(0);
    assertThat(record.logSize()).isEqualTo(sent - refused);
    assertThat(record.write(Acts.report(1)).await(PATIENCE)).isInstanceOf(Answer.Signed.class);
  }

  @Test
  void aClosedRecordTakesNothingAndSaysSo() throws Exception {
    record.close();
    assertThatThrownBy(() -> record.write(Acts.report(1)).await(PATIENCE))
        .isInstanceOf(Unavailable.class)
        .isNotInstanceOf(Undecided.class);
  }

  @Test
  void whoeverStopsWaitingIsNotToldThatNothingWasAccepted() throws Exception {
    Writing writing = record.write(Acts.report(1));
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> writing.await(PATIENCE)).isInstanceOf(Undecided.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(writing.signed().get(20, TimeUnit.SECONDS)).isNotNull();
  }

  @Test
  void nothingOfTheContentIsReadableInTheDatabase() throws Exception {
    write(Acts.report(1));
    try (Connection connection = data.database().owner().connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select encode(rest || people || narrative || reporter || sealed, 'escape')"
                    + " from act join characteristics on act = id")) {
      row.next();
      assertThat(row.getString(1))
          .doesNotContain("Ada1")
          .doesNotContain("arcade")
          .doesNotContain("Reporter")
          .doesNotContain("Caribbean");
    }
  }

  @Test
  void theRolesMayDoWhatTheyAreForAndNoMore() throws Exception {
    write(Acts.report(1));
    record Probe(Database.Role role, String sql, boolean allowed, String reason) {}
    for (Probe probe :
        List.of(
            new Probe(Database.Role.READER, "select * from act", true, "search and duties read"),
            new Probe(Database.Role.READER, "select * from characteristics", false, "ethnicity"),
            new Probe(
                Database.Role.READER,
                "insert into act_key select * from act_key",
                false,
                "reads only"),
            new Probe(
                Database.Role.WRITER, "select * from characteristics", false, "adds, never reads"),
            new Probe(Database.Role.WRITER, "update act set reference = ''", false, "history"),
            new Probe(Database.Role.WRITER, "delete from act", false, "history"),
            new Probe(Database.Role.WRITER, "truncate log_entry", false, "history"),
            new Probe(Database.Role.WRITER, "update log_entry set index = 9", false, "history"),
            new Probe(Database.Role.WRITER, "delete from pending", false, "the sequencer's"),
            new Probe(
                Database.Role.WRITER, "update log_head set size = 0", false, "the sequencer's"),
            new Probe(Database.Role.WRITER, "create table mine (a int)", false, "owns nothing"),
            new Probe(
                Database.Role.PUBLISHER, "select * from characteristics", true, "publishes totals"),
            new Probe(Database.Role.PUBLISHER, "delete from characteristics", false, "reads only"),
            new Probe(
                Database.Role.SEQUENCER, "select * from characteristics", false, "numbers only"),
            new Probe(
                Database.Role.SEQUENCER, "update log_entry set index = 9", false, "history"))) {
      boolean allowed;
      try (Connection connection = data.database().login(probe.role()).connect();
          Statement statement = connection.createStatement()) {
        statement.execute(probe.sql());
        allowed = true;
      } catch (SQLException e) {
        assertThat(e.getSQLState()).as(probe.toString()).isEqualTo("42501");
        allowed = false;
      }
      assertThat(allowed).as(probe.toString()).isEqualTo(probe.allowed());
    }
  }

  @Test
  void whatWasWrittenIsThereAfterOpeningAgain() throws Exception {
    Receipt before = write(Acts.once("key", 1));
    record.close();
    record = LiveRecord.open(data, Clock.systemUTC());
    assertThat(write(Acts.once("key", 1))).usingRecursiveComparison().isEqualTo(before);
    assertThat(write(Acts.report(2)).logIndex()).isEqualTo(1);
  }

  @Test
  void anOlderRecordRefusesToSignAndNamesBothSizes() throws Exception {
    for (int i = 0; i < 3; i++) {
      write(Acts.report(i));
    }
    record.close();
    try (Connection connection = data.database().owner().connect();
        Statement statement = connection.createStatement()) {
      statement.execute("delete from log_entry where index = 2");
      statement.execute("update log_head set size = 2");
    }
    assertThatThrownBy(() -> record = LiveRecord.open(data, Clock.systemUTC()))
        .isInstanceOf(RefusesToSign.class)
        .hasMessageContaining("2 entries")
        .hasMessageContaining("over 3");
  }

  @Test
  void anotherHistoryIsNotSigned() throws Exception {
    for (int i = 0; i < 3; i++) {
      write(Acts.report(i));
    }
    record.close();
    try (Connection connection = data.database().owner().connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "update log_entry set entry = (select entry from log_entry where index = 0) where index = 1");
    }
    assertThatThrownBy(() -> record = LiveRecord.open(data, Clock.systemUTC()))
        .isInstanceOf(RefusesToSign.class)
        .hasMessageContaining("another history");
  }
}
