package uk.candour.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an audit finds: bits that were turned, histories that were written anew; and what it cannot
/// find when nothing was kept apart from the log.
class AuditTest {

  private static final int SIZE = 1_500;
  private static final int KEPT = 1_000;

  @TempDir Path folder;
  private Path log = Path.of("");
  private String checkpoint = "";
  private Receipt receipt =
      Receipt.of("", "", new byte[0], new InclusionProof(0, 0, List.of()), EMPTY);

  private static final SignedCheckpoint EMPTY =
      new Checkpoint(Logs.KEY.verifier().name(), 0, Hash.OF_EMPTY_TREE).sign(Logs.KEY);

  @BeforeEach
  void aLogWithACheckpointAndAReceiptKeptApart() throws IOException {
    log = folder.resolve("log");
    Logs.grow(folder, KEPT - 1);
    Logs.open(
        folder,
        writer -> {
          LogWriter.Appended appended = writer.append(Logs.entries(KEPT - 1, KEPT));
          checkpoint = appended.signed().note();
          receipt =
              Receipt.of(
                  "R-1",
                  "2026-03-02T10:00:00Z",
                  Logs.entry(KEPT - 1),
                  appended.inclusionOf(KEPT - 1),
                  appended.signed());
        });
    Logs.grow(folder, SIZE - 3);
    Logs.grow(folder, SIZE);
  }

  private static Audit.Outcome audit(Path log, VerifierKey key) {
    return new Audit(new LogFolder(log, Disk.REAL), key, checked -> {}).run();
  }

  private Audit.Outcome auditWithWhatWasKept(Path log, boolean byReceipt) {
    var audit = new Audit(new LogFolder(log, Disk.REAL), Logs.KEY.verifier(), checked -> {});
    try {
      return byReceipt
          ? audit.receipt("receipt", receipt).run()
          : audit.since("kept", checkpoint).run();
    } catch (Refused e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aLogAsItWasLeftVerifies() {
    assertThat(auditWithWhatWasKept(log, true).problems()).isEmpty();
    assertThat(auditWithWhatWasKept(log, false).problems()).isEmpty();
  }

  @Test
  void everyTurnedBitInTilesAndBundlesIsFound() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(log.resolve("tile"))) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    var random = new Random(5);
    int found = 0;
    for (int i = 0; i < 100; i++) {
      Path file = files.get(random.nextInt(files.size()));
      byte[] bytes = Files.readAllBytes(file);
      int bit = random.nextInt(8 * bytes.length);
      byte[] turned = bytes.clone();
      turned[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(file, turned);
      if (!audit(log, Logs.KEY.verifier()).verifies()) {
        found++;
      }
      Files.write(file, bytes);
    }
    Measured.says(
        "bits turned in tiles and bundles: 100 in %d files, found: %d"
            .formatted(files.size(), found));
    assertThat(found).isEqualTo(100);
    assertThat(audit(log, Logs.KEY.verifier()).problems()).isEmpty();
  }

  @Test
  void theFirstBadEntryIsNamedAndAChangedTileIsToldFromAChangedEntry() throws IOException {
    Path bundle = log.resolve("tile/entries/002");
    byte[] bytes = Files.readAllBytes(bundle);
    byte[] changed = bytes.clone();
    changed[changed.length - 1] ^= 1;
    Files.write(bundle, changed);
    Audit.Outcome entry = audit(log, Logs.KEY.verifier());
    assertThat(entry.firstBadEntry()).hasValue(767);
    assertThat(entry.problems())
        .containsExactly(
            "Entry 767 was changed: in tile/entries/002 it is not what the log vouches for.");
    Files.write(bundle, bytes);

    Path tile = log.resolve("tile/0/001");
    byte[] hashes = Files.readAllBytes(tile);
    hashes[32 * 7 + 3] ^= 1;
    Files.write(tile, hashes);
    Audit.Outcome hash = audit(log, Logs.KEY.verifier());
    assertThat(hash.firstBadEntry()).isEmpty();
    assertThat(hash.problems())
        .singleElement()
        .asString()
        .startsWith("tile/0/001 was changed: its hash of entry 263");
  }

  @Test
  void missingFilesAreNamed() throws IOException {
    Files.delete(log.resolve("tile/entries/001"));
    assertThat(audit(log, Logs.KEY.verifier()).problems())
        .containsExactly("tile/entries/001 is missing.");
    Files.delete(log.resolve("tile/0/001"));
    assertThat(audit(log, Logs.KEY.verifier()).problems())
        .containsExactly("tile/entries/001 is missing.", "tile/0/001 is missing.");
    Files.delete(log.resolve("checkpoint"));
    assertThat(audit(log, Logs.KEY.verifier()).problems())
        .containsExactly("The log has no checkpoint.");
  }

  /// A way to write another history, and what its writer holds.
  private record Forgery(String name, List<byte[]> entries, boolean holdsTheKey) {}

  /// Forty histories that differ from what was released before entry 1,000, or end before it.
  private static List<Forgery> forgeries() {
    var random = new Random(40);
    var forgeries = new ArrayList<Forgery>();
    for (int i = 0; i < 5; i++) {
      int at = random.nextInt(KEPT);
      var entries = Logs.entries(0, SIZE);
      entries.set(at, "edited".getBytes(StandardCharsets.UTF_8));
      forgeries.add(new Forgery("edit " + at, entries, true));

      entries = Logs.entries(0, SIZE);
      entries.add(at, "inserted".getBytes(StandardCharsets.UTF_8));
      forgeries.add(new Forgery("insert at " + at, entries, true));

      entries = Logs.entries(0, SIZE);
      entries.remove(at);
      forgeries.add(new Forgery("delete " + at, entries, true));

      entries = Logs.entries(0, SIZE);
      int other = (at + 1 + random.nextInt(KEPT - 1)) % KEPT;
      entries.set(at, Logs.entry(other));
      entries.set(other, Logs.entry(at));
      forgeries.add(new Forgery("reorder " + at + " and " + other, entries, true));

      forgeries.add(new Forgery("truncate to " + at, Logs.entries(0, at), true));
      forgeries.add(new Forgery("restamp " + i, Logs.entries(0, SIZE + i), false));
      forgeries.add(
          new Forgery("roll back to " + (KEPT - 1 - at), Logs.entries(0, KEPT - 1 - at), true));

      entries = Logs.entries(0, at);
      for (int more = at; more < SIZE + i; more++) {
        entries.add(("another view " + more).getBytes(StandardCharsets.UTF_8));
      }
      forgeries.add(new Forgery("split view from " + at, entries, true));
    }
    return forgeries;
  }

  @Test
  void everyRewrittenHistoryIsFoundByWhoeverKeptAKeyAndACheckpointOrReceipt() throws IOException {
    SigningKey otherKey = SigningKey.generate(Logs.KEY.verifier().name());
    int byCheckpoint = 0;
    int byReceipt = 0;
    int alone = 0;
    List<Forgery> forgeries = forgeries();
    for (Forgery forgery : forgeries) {
      Path place = Files.createDirectories(folder.resolve(forgery.name));
      SigningKey key = forgery.holdsTheKey ? Logs.KEY : otherKey;
      Logs.open(place, Disk.REAL, key, writer -> writer.append(forgery.entries));
      Path forged = place.resolve("log");
      byCheckpoint += auditWithWhatWasKept(forged, false).verifies() ? 0 : 1;
      byReceipt += auditWithWhatWasKept(forged, true).verifies() ? 0 : 1;
      Verify.Answer trusting =
          new Verify(forged.toString(), List.of(), null, null).answer(checked -> {});
      alone += trusting.code() == Verify.VERIFIES ? 1 : 0;
      assertThat(trusting.text()).contains("not independently held");
    }
    Measured.says(
        "rewritten histories: %d, found by an earlier checkpoint: %d, by a receipt: %d; %d pass where nothing was kept apart"
            .formatted(forgeries.size(), byCheckpoint, byReceipt, alone));
    assertThat(forgeries).hasSize(40);
    assertThat(byCheckpoint).isEqualTo(40);
    assertThat(byReceipt).isEqualTo(40);
    assertThat(alone).isEqualTo(40);
  }

  @Test
  void aStalePartialTileThatWasChangedIsFound() throws IOException {
    try (Stream<Path> all = Files.list(log.resolve("tile/entries/005.p"))) {
      Path older = all.sorted().findFirst().orElseThrow();
      byte[] bytes = Files.readAllBytes(older);
      bytes[bytes.length - 1] ^= 1;
      Files.write(older, bytes);
    }
    assertThat(audit(log, Logs.KEY.verifier()).problems())
        .singleElement()
        .asString()
        .contains("is not the beginning of tile/entries/005.p/220");
  }
}
