package uk.candour.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// The folder in which a log lies, in the layout it is served in: `checkpoint`, `key` and `tile/`.
///
/// A file comes into being under another name, is forced to the disk and then renamed, and its
/// folder is forced; so no name ever stands for half a file. A batch's files are forced side by
/// side, which a disk does in little more than the time of one.
public final class LogFolder implements LogSource {

  /// The names of the files beside the tiles.
  public static final String CHECKPOINT = "checkpoint";

  public static final String KEY = "key";

  private static final String UNFINISHED = ".new";

  private final Path folder;
  private final Disk disk;

  public LogFolder(Path folder, Disk disk) {
    this.folder = folder.toAbsolutePath().normalize();
    this.disk = disk;
  }

  @Override
  public byte @Nullable [] read(String path, int limit) throws IOException {
    return disk.read(folder.resolve(path), limit);
  }

  @Override
  public List<Tile> partials(Tile full) throws IOException {
    String beside = full.path() + ".p";
    var found = new ArrayList<Tile>();
    if (disk.isThere(folder.resolve(beside))) {
      for (Path file : disk.list(folder.resolve(beside))) {
        Tile.parse(beside + "/" + file.getFileName()).ifPresent(found::add);
      }
    }
    return found;
  }

  /// The published note, if there is one; it was not checked.
  @Nullable String checkpoint() throws IOException {
    byte[] note = read(CHECKPOINT, SignedNote.LONGEST);
    return note == null ? null : new String(note, StandardCharsets.UTF_8);
  }

  /// The edge of the log as it was at a size; the size must be one that was written.
  public Edge edge(long size) throws IOException {
    return Edge.read(this, size);
  }

  /// The tree as it was at a size, for proofs; safe for several threads.
  public Tree tree(long size) {
    return new Tree(size, new LogTiles(this, size));
  }

  /// The entries from one index to before another, as the bundles of a log of a size hold them.
  public List<byte[]> entries(long from, long to, long size) throws IOException {
    Objects.checkFromToIndex(from, to, size);
    var tiles = new LogTiles(this, size);
    var entries = new ArrayList<byte[]>();
    for (long at = from; at < to; ) {
      EntryBundle bundle = tiles.bundle(at / Tile.WIDTH);
      long end = Math.min(to, at - at % Tile.WIDTH + Tile.WIDTH);
      for (; at < end; at++) {
        entries.add(bundle.entry((int) (at % Tile.WIDTH)));
      }
    }
    return entries;
  }

  /// Writes the tiles and bundles of a growth; they are durable on return. Writing them once more
  /// changes nothing.
  public void write(Growth growth) throws IOException {
    write(
        growth.files().entrySet().stream()
            .map(file -> Map.entry(file.getKey().path(), file.getValue()))
            .toList());
  }

  /// Shows a signed checkpoint to the world; its tiles must have been written.
  void publish(SignedCheckpoint signed) throws IOException {
    write(List.of(Map.entry(CHECKPOINT, signed.note().getBytes(StandardCharsets.UTF_8))));
  }

  /// Lays the log's public key beside it, for those who hold no copy of their own.
  void putKey(VerifierKey key) throws IOException {
    byte[] vkey = (key.text() + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] there = read(KEY, SignedNote.LONGEST);
    if (!Arrays.equals(vkey, there)) {
      write(List.of(Map.entry(KEY, vkey)));
    }
  }

  /// Takes away the partial tiles whose full ones a growth wrote. Readers that still ask for one
  /// find its hashes in the full one.
  void prune(Growth growth) throws IOException {
    for (Tile tile : growth.files().keySet()) {
      Path partial = folder.resolve(tile.full().path() + ".p");
      if (tile.isFull() && disk.isThere(partial)) {
        for (Path file : disk.list(partial)) {
          disk.delete(file);
        }
        disk.delete(partial);
      }
    }
  }

  private void write(List<Map.Entry<String, byte[]>> files) throws IOException {
    Set<Path> changed = new LinkedHashSet<>();
    for (var file : files) {
      Path parent = parent(folder.resolve(file.getKey()));
      makeFolders(parent, changed);
      changed.add(parent);
    }
    var writings = new ArrayList<Work>();
    for (var file : files) {
      Path unfinished = unfinished(folder.resolve(file.getKey()));
      writings.add(() -> {
        try (Disk.OpenFile open = disk.create(unfinished)) {
          open.write(file.getValue());
          open.force();
        }
      });
    }
    sideBySide(writings);
    for (var file : files) {
      Path path = folder.resolve(file.getKey());
      disk.rename(unfinished(path), path);
    }
    sideBySide(changed.stream().<Work>map(path -> () -> disk.forceFolder(path)).toList());
  }

  private void makeFolders(Path path, Set<Path> changed) throws IOException {
    if (disk.isThere(path)) {
      return;
    }
    Path parent = parent(path);
    makeFolders(parent, changed);
    disk.makeFolder(path);
    changed.add(parent);
  }

  private static Path unfinished(Path path) {
    return path.resolveSibling(path.getFileName() + UNFINISHED);
  }

  private static Path parent(Path path) {
    return Objects.requireNonNull(path.getParent(), "a log's files lie in folders");
  }

  private interface Work {
    void run() throws IOException;
  }

  /// Does all of it, each part in a thread of its own, and throws the first failure once all ended.
  private static void sideBySide(List<Work> works) throws IOException {
    if (works.size() == 1) {
      works.getFirst().run();
      return;
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<Boolean>>();
      for (Work work : works) {
        running.add(
            threads.submit(() -> {
              work.run();
              return true;
            }));
      }
      for (Future<Boolean> work : running) {
        work.get();
      }
    } catch (ExecutionException e) {
      throw new IOException("a file of the log could not be written: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the log was written", e);
    }
  }
}
