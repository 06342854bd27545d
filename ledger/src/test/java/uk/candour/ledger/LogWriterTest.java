package uk.candour.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A log that is made longer: its root, proofs and edge after every batch.
class LogWriterTest {

  @TempDir Path folder;

  @Test
  void everyBatchLeavesTheRootOfAllEntriesAndProvesItsOwn() throws IOException {
    var random = new Random(1);
    var range = new CompactRange();
    Logs.open(
        folder,
        writer -> {
          while (writer.size() < 70_000) {
            long from = writer.size();
            long to = from + (random.nextBoolean() ? random.nextInt(3) : random.nextInt(2001));
            LogWriter.Appended appended = writer.append(Logs.entries(from, to));
            for (long i = from; i < to; i++) {
              range.append(Hash.ofLeaf(Logs.entry(i)));
            }
            assertThat(appended.signed().root()).isEqualTo(range.root());
            for (long i = from; i < to; i += 1 + random.nextInt(400)) {
              assertThat(
                      appended
                          .inclusionOf(i)
                          .check(appended.signed().root(), Hash.ofLeaf(Logs.entry(i))))
                  .as("entry %d of %d", i, to)
                  .isTrue();
            }
          }
          Tree tree = new LogFolder(folder.resolve("log"), Disk.REAL).tree(writer.size());
          assertThat(tree.root()).isEqualTo(range.root());
        });
  }

  @Test
  void goesOnWhereItWasLeft() throws IOException {
    for (int size = 0; size <= 600; size += 7) {
      SignedCheckpoint signed = Logs.grow(folder, size);
      assertThat(signed.size()).isEqualTo(size);
      assertThat(signed.root()).isEqualTo(PlainTree.root(Logs.entries(0, size)));
    }
  }
}
