package uk.candour.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nothing is signed that is smaller than, or does not go on from, what was released.
class ReleasedCheckpointsTest {

  @TempDir Path folder;

  static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(dir)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(
                file, to.resolve(from.relativize(file)), StandardCopyOption.REPLACE_EXISTING);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void isRefused(ThrowingCallable opening, long ours, long released) {
    assertThatThrownBy(opening)
        .isInstanceOfSatisfying(
            SigningRefused.class,
            refused -> {
              assertThat(refused.ours()).isEqualTo(ours);
              assertThat(refused.released()).isEqualTo(released);
            })
        .hasMessageContaining("at size " + ours + ",")
        .hasMessageContaining("size " + released + " was released");
  }

  @Test
  void aFolderPutBackFromYesterdayDoesNotSign() throws IOException {
    Path yesterday = folder.resolve("yesterday");
    Logs.grow(folder, 700);
    copy(folder.resolve("log"), yesterday);
    Logs.grow(folder, 1500);
    Files.move(folder.resolve("log"), folder.resolve("today"));
    Files.move(yesterday, folder.resolve("log"));
    isRefused(() -> Logs.grow(folder, 1600), 700, 1500);
  }

  @Test
  void aLogBegunAnewDoesNotSign() throws IOException {
    Logs.grow(folder, 40);
    Files.move(folder.resolve("log"), folder.resolve("lost"));
    isRefused(() -> Logs.grow(folder, 41), 0, 40);
  }

  @Test
  void aKeeperThatIsLostOrOldDoesNotSign() throws IOException {
    Logs.grow(folder, 40);
    Path kept = folder.resolve("released");
    byte[] old = Files.readAllBytes(kept);
    Logs.grow(folder, 90);
    Files.write(kept, old);
    isRefused(() -> Logs.grow(folder, 91), 90, 40);
    Files.delete(kept);
    isRefused(() -> Logs.grow(folder, 91), 90, 0);
  }

  @Test
  void otherEntriesOfTheSameNumberDoNotSign() throws IOException {
    Logs.grow(folder, 300);
    Path other = folder.resolve("other");
    Files.createDirectories(other);
    Logs.open(other, writer -> writer.append(Logs.entries(1, 301)));
    copy(other.resolve("log"), folder.resolve("log"));
    assertThatThrownBy(() -> Logs.grow(folder, 301))
        .isInstanceOf(SigningRefused.class)
        .hasMessageContaining("other entries");
  }

  @Test
  void aSmallerOrInconsistentCheckpointIsNotSigned() throws IOException, Refused {
    var key = Logs.KEY;
    try (var released =
        ReleasedCheckpoints.open(folder.resolve("released"), Disk.REAL, key.verifier())) {
      Growth first = Edge.EMPTY.grow(Logs.entries(0, 5));
      Growth second = first.after().grow(Logs.entries(5, 9));
      released.release(
          new Checkpoint(key.verifier().name(), 5, first.after().root()), first.consistency(), key);
      isRefused(
          () ->
              released.release(
                  new Checkpoint(key.verifier().name(), 0, Hash.OF_EMPTY_TREE),
                  first.consistency(),
                  key),
          0,
          5);
      Growth fork = Edge.EMPTY.grow(Logs.entries(1, 6)).after().grow(Logs.entries(6, 10));
      isRefused(
          () ->
              released.release(
                  new Checkpoint(key.verifier().name(), 9, fork.after().root()),
                  fork.consistency(),
                  key),
          9,
          5);
      released.release(
          new Checkpoint(key.verifier().name(), 9, second.after().root()),
          second.consistency(),
          key);
      assertThat(released.last().orElseThrow().size()).isEqualTo(9);
    }
  }

  @Test
  void twoWritersAtOnceAreOneTooMany() throws IOException {
    Logs.open(
        folder,
        writer ->
            assertThatThrownBy(() -> Logs.grow(folder, 1)).hasMessageContaining("another writer"));
  }

  @Test
  void aTurnedBitInTheLastLineIsFound() throws IOException {
    Logs.grow(folder, 40);
    Path kept = folder.resolve("released");
    byte[] bytes = Files.readAllBytes(kept);
    bytes[bytes.length - 20] ^= 1;
    Files.write(kept, bytes);
    assertThatThrownBy(() -> Logs.grow(folder, 41)).hasCauseInstanceOf(Refused.class);
  }
}
