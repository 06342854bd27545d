package uk.candour.ledger;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The keeper: a file of every checkpoint that was ever released, to which lines are only added. It
/// is the last word on what the log vouched for, and is meant for another disk, outside the
/// record's backups: a record that is put back from yesterday finds here what it said today.
///
/// A line is the size, the root and the whole signed note, each in one word. A checkpoint counts as
/// released once its line is forced to the disk, before anybody else sees it.
public final class ReleasedCheckpoints implements Closeable {

  private static final int LONGEST_LINE = 2 * SignedNote.LONGEST;

  private final Path file;
  private final VerifierKey key;
  private final Disk.OpenFile open;
  private @Nullable SignedCheckpoint last;
  private boolean broken;

  private ReleasedCheckpoints(
      Path file, VerifierKey key, Disk.OpenFile open, @Nullable SignedCheckpoint last) {
    this.file = file;
    this.key = key;
    this.open = open;
    this.last = last;
  }

  /// Opens the file for one writer, and makes it where there is none.
  ///
  /// @throws Refused when its last line is not a checkpoint of this log
  public static ReleasedCheckpoints open(Path file, Disk disk, VerifierKey key)
      throws IOException, Refused {
    Path place = file.toAbsolutePath().normalize();
    boolean isNew = !disk.isThere(place);
    Disk.OpenFile open = disk.append(place);
    try {
      if (isNew) {
        disk.forceFolder(Objects.requireNonNull(place.getParent(), "a file lies in a folder"));
      }
      SignedCheckpoint last = lastOf(place, disk, key);
      var released = new ReleasedCheckpoints(place, key, open, last);
      if (last != null) {
        // A line whose forcing failed may be gone from the disk though it can still be read.
        released.add(last);
      }
      return released;
    } catch (IOException | Refused | RuntimeException e) {
      open.close();
      throw e;
    }
  }

  private static @Nullable SignedCheckpoint lastOf(Path file, Disk disk, VerifierKey key)
      throws IOException, Refused {
    byte[] end = disk.readEnd(file, LONGEST_LINE);
    int stop = end.length;
    while (stop > 0 && end[stop - 1] != '\n') {
      stop--;
    }
    if (stop < end.length) {
      // The power failed in the middle of a line: its checkpoint was not released.
      disk.cut(file, disk.length(file) - (end.length - stop));
    }
    if (stop == 0) {
      return null;
    }
    int start = stop - 1;
    while (start > 0 && end[start - 1] != '\n') {
      start--;
    }
    return read(new String(end, start, stop - 1 - start, StandardCharsets.UTF_8), file, key);
  }

  private static SignedCheckpoint read(String line, Path file, VerifierKey key) throws Refused {
    String[] words = line.split(" ", -1);
    if (words.length != 3) {
      throw new Refused(
          "%s: a line is a size, a root and a note, and the last is %s"
              .formatted(file, Text.quoted(line)));
    }
    SignedCheckpoint signed;
    try {
      signed =
          SignedCheckpoint.open(
              Text.utf8(Text.base64(words[2], "a released note"), "a released note"), key);
    } catch (Refused e) {
      throw new Refused(file + ": " + e.getMessage());
    }
    if (!line(signed).equals(line + "\n")) {
      throw new Refused(file + ": the last line's size or root is not that of its note");
    }
    return signed;
  }

  private static String line(SignedCheckpoint signed) {
    return signed.size()
        + " "
        + signed.root().base64()
        + " "
        + Base64.getEncoder().encodeToString(signed.note().getBytes(StandardCharsets.UTF_8))
        + "\n";
  }

  /// The checkpoint that was released last.
  public synchronized Optional<SignedCheckpoint> last() {
    return Optional.ofNullable(last);
  }

  /// Signs a checkpoint if it goes on from the last one, and keeps it for ever.
  ///
  /// @param proof from the last released size to the new one
  /// @throws SigningRefused when it is smaller or does not go on; then nothing was signed
  /// @throws IOException when it could not be kept; then nobody may see it, and this must be opened
  ///   again
  public synchronized SignedCheckpoint release(
      Checkpoint next, ConsistencyProof proof, SigningKey signing) throws IOException {
    if (broken) {
      throw new IOException(file + " failed before and must be opened again");
    }
    if (!signing.verifier().equals(key)) {
      throw new IllegalArgumentException(file + " is kept for the key " + key.text());
    }
    SignedCheckpoint before = last;
    if (before != null) {
      if (next.size() < before.size()) {
        throw new SigningRefused(next.size(), before.size(), "It would have been cut short.");
      }
      if (proof.from() != before.size()
          || proof.to() != next.size()
          || !proof.check(before.root(), next.root())) {
        throw new SigningRefused(
            next.size(), before.size(), "Its entries are not those that were released.");
      }
    }
    SignedCheckpoint signed = next.sign(signing);
    add(signed);
    last = signed;
    return signed;
  }

  private void add(SignedCheckpoint signed) throws IOException {
    broken = true;
    open.write(line(signed).getBytes(StandardCharsets.UTF_8));
    open.force();
    broken = false;
  }

  @Override
  public synchronized void close() throws IOException {
    open.close();
  }
}
