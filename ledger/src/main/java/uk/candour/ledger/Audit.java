package uk.candour.ledger;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Checks a whole log by working everything out anew from its entries: every leaf, every tile, the
/// root of its checkpoint, the roots of checkpoints that somebody kept, the entries of receipts.
///
/// Entries are read once, in order, a bundle at a time, the hashing shared among threads; memory
/// does not grow with the log. Where an entry and its hash differ, the hash above both tells which
/// of the two was changed.
public final class Audit {

  private static final int LISTED = 100;
  private static final int GIVEN_UP_AFTER = 1000;
  private static final int AHEAD = 8;

  private final LogSource source;
  private final VerifierKey key;
  private final LongConsumer progress;
  private final List<Mark> marks = new ArrayList<>();
  private final List<Held> held = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final List<Level> levels = new ArrayList<>();
  private long more;
  private long firstBad = Long.MAX_VALUE;

  /// A checkpoint that somebody kept: at this size the log had this root.
  private record Mark(String name, long size, Hash root) {}

  /// A receipt that somebody kept.
  private record Held(String name, Receipt receipt) {}

  /// What came of an audit.
  ///
  /// @param signed the log's checkpoint, if it is the key's
  /// @param problems what does not hold, the first hundred; empty for a log that verifies
  /// @param more how many more there are
  /// @param firstBadEntry the first entry that is not what the log vouches for, where one can be
  ///   told
  public record Outcome(
      @Nullable SignedCheckpoint signed,
      List<String> problems,
      long more,
      OptionalLong firstBadEntry) {

    public boolean verifies() {
      return problems.isEmpty();
    }
  }

  /// The hashes of a level above the leaves, from where its last full tile ended, and the tile that
  /// the log shows for them.
  private static final class Level {
    final byte[] hashes = new byte[Tile.WIDTH * Hash.LENGTH];
    int width;
    long index;
    byte @Nullable [] shown;
    boolean read;
  }

  /// A bundle and the tile of its leaves: the hashes of the entries, and those that the tile has,
  /// as far as they could be read.
  private static final class Leaves {
    final int width;
    byte @Nullable [] entries;
    byte @Nullable [] tile;
    final List<String> problems = new ArrayList<>();

    Leaves(int width) {
      this.width = width;
    }
  }

  /// An audit of a log under the key that its checkpoint must be signed with.
  ///
  /// @param progress told how many entries were checked so far
  public Audit(LogSource source, VerifierKey key, LongConsumer progress) {
    this.source = source;
    this.key = key;
    this.progress = progress;
  }

  /// Asks that the log goes on from a checkpoint that was kept apart from it.
  ///
  /// @throws Refused when it is not a checkpoint of this log
  public Audit since(String name, String note) throws Refused {
    SignedCheckpoint signed = SignedCheckpoint.open(note, key);
    marks.add(new Mark(name, signed.size(), signed.root()));
    return this;
  }

  /// Asks that a receipt is true, and that the log still has its entry and goes on from its
  /// checkpoint.
  public Audit receipt(String name, Receipt receipt) {
    held.add(new Held(name, receipt));
    return this;
  }

  public Outcome run() {
    SignedCheckpoint signed = null;
    Checkpoint checkpoint = null;
    try {
      byte[] bytes = source.read(LogFolder.CHECKPOINT, SignedNote.LONGEST);
      if (bytes == null) {
        problem("The log has no checkpoint.");
      } else {
        String note = Text.utf8(bytes, "a note");
        checkpoint = Checkpoint.parse(SignedNote.parse(note).text());
        signed = SignedCheckpoint.open(note, key);
      }
    } catch (IOException e) {
      problem("The checkpoint could not be read: " + e.getMessage());
    } catch (Refused e) {
      problem("The checkpoint is not this log's: " + e.getMessage());
    }
    receiptsAlone();
    if (checkpoint != null) {
      walk(checkpoint);
    }
    return new Outcome(
        signed,
        List.copyOf(problems),
        more,
        firstBad == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(firstBad));
  }

  /// Checks the receipts by themselves; the checkpoint of one that holds is kept to its word.
  private void receiptsAlone() {
    for (Held one : held) {
      try {
        SignedCheckpoint signed =
            one.receipt.leaf() == null
                ? SignedCheckpoint.open(one.receipt.note(), key)
                : one.receipt.check(key);
        marks.add(new Mark(one.name, signed.size(), signed.root()));
      } catch (Refused e) {
        problem(one.name + ": " + e.getMessage() + ".");
      }
    }
  }

  private void walk(Checkpoint checkpoint) {
    long size = checkpoint.size();
    for (Mark mark : marks) {
      if (mark.size > size) {
        problem(
            "%s vouches for %d entries, and the log has %d: it was rolled back or cut short."
                .formatted(mark.name, mark.size, size));
      }
    }
    for (Held one : held) {
      if (one.receipt.index() >= size) {
        problem(
            "%s is for entry %d, and the log has %d entries."
                .formatted(one.name, one.receipt.index(), size));
      }
    }
    marks.sort(Comparator.comparingLong(Mark::size));
    var range = new CompactRange();
    long tiles = size / Tile.WIDTH + (size % Tile.WIDTH == 0 ? 0 : 1);
    int readers = source.readers();
    var ahead = new ArrayDeque<Future<Leaves>>();
    try (ExecutorService threads =
        Executors.newFixedThreadPool(readers, Thread.ofPlatform().daemon().factory())) {
      boolean whole = true;
      for (long next = 0, tile = 0; whole && tile < tiles; tile++) {
        for (; next < tiles && ahead.size() < AHEAD * readers; next++) {
          long index = next;
          ahead.add(threads.submit(() -> read(index, size)));
        }
        whole = take(tile, ahead.remove().get(), range, checkpoint) && more < GIVEN_UP_AFTER;
        progress.accept(Math.min(size, (tile + 1) * Tile.WIDTH));
      }
      threads.shutdownNow();
      if (whole) {
        ending(range, checkpoint);
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("the audit failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      problem("The audit was interrupted.");
    }
  }

  /// Reads and hashes the bundle and the tile at an index. Runs in a thread of its own.
  private Leaves read(long index, long size) {
    int width = Tile.width(0, index, size);
    var bundle = new Tile(Tile.ENTRIES, index, width);
    var tile = new Tile(0, index, width);
    var leaves = new Leaves(width);
    try {
      EntryBundle read = LogTiles.bundle(source, bundle);
      if (read == null) {
        leaves.problems.add(bundle.path() + " is missing.");
      } else {
        leaves.entries = read.leaves(0);
        olderBundles(bundle, read, leaves.problems);
      }
    } catch (Refused | IOException e) {
      leaves.problems.add(bundle.path() + ": " + e.getMessage() + ".");
    }
    try {
      leaves.tile = LogTiles.hashes(source, tile);
      if (leaves.tile == null) {
        leaves.problems.add(tile.path() + " is missing.");
      }
      olderTiles(tile, leaves.entries == null ? leaves.tile : leaves.entries, leaves.problems);
    } catch (Refused | IOException e) {
      leaves.problems.add(tile.path() + ": " + e.getMessage() + ".");
    }
    return leaves;
  }

  /// Bundles of earlier checkpoints that still lie there must be beginnings of the one that counts.
  private void olderBundles(Tile bundle, EntryBundle counts, List<String> found)
      throws IOException {
    for (Tile older : source.partials(bundle.full())) {
      if (older.width() < bundle.width()
          && !Arrays.equals(
              source.read(older.path(), EntryBundle.LONGEST),
              counts.first(older.width()).bytes())) {
        found.add(older.path() + " is not the beginning of " + bundle.path() + ".");
      }
    }
  }

  private void olderTiles(Tile tile, byte @Nullable [] hashes, List<String> found)
      throws IOException {
    if (hashes == null) {
      return;
    }
    for (Tile older : source.partials(tile.full())) {
      if (older.width() < tile.width()
          && !Arrays.equals(
              source.read(older.path(), Tile.WIDTH * Hash.LENGTH),
              Arrays.copyOf(hashes, older.width() * Hash.LENGTH))) {
        found.add(older.path() + " is not the beginning of " + tile.path() + ".");
      }
    }
  }

  /// Takes the next leaves into the tree.
  ///
  /// @return whether the tree goes on; it does not where entries, hashes and the hash above are
  ///   lost
  private boolean take(long index, Leaves leaves, CompactRange range, Checkpoint checkpoint) {
    leaves.problems.forEach(this::problem);
    if (leaves.entries == null) {
      firstBad = Math.min(firstBad, index * Tile.WIDTH);
    }
    byte @Nullable [] above = leaves.width == Tile.WIDTH ? above(index, checkpoint.size()) : null;
    byte[] chosen = chosen(index, leaves, above, range, checkpoint);
    if (chosen == null && above == null) {
      problem("From entry %d on nothing could be read.".formatted(index * Tile.WIDTH));
      return false;
    }
    if (chosen != null) {
      receiptsAmong(index, chosen);
    }
    marksAmong(index, leaves.width, chosen, range);
    if (leaves.width < Tile.WIDTH) {
      for (int i = 0; i < leaves.width; i++) {
        range.append(0, Objects.requireNonNull(chosen), i * Hash.LENGTH);
      }
      return true;
    }
    byte[] root =
        chosen == null ? Objects.requireNonNull(above) : new TreeHasher().fullTile(chosen);
    range.append(8, root, 0);
    up(1, root, checkpoint.size());
    return true;
  }

  /// The leaf hashes to go on with: those of the entries, unless the tree has the tile's.
  private byte @Nullable [] chosen(
      long index,
      Leaves leaves,
      byte @Nullable [] above,
      CompactRange range,
      Checkpoint checkpoint) {
    byte[] entries = leaves.entries;
    byte[] tile = leaves.tile;
    if (entries == null || tile == null) {
      return entries == null ? tile : entries;
    }
    int differs = Arrays.mismatch(entries, tile);
    if (differs < 0) {
      return entries;
    }
    long entry = index * Tile.WIDTH + differs / Hash.LENGTH;
    var bundlePath = new Tile(Tile.ENTRIES, index, leaves.width).path();
    var tilePath = new Tile(0, index, leaves.width).path();
    if (isOfTree(tile, leaves.width, above, range, checkpoint)) {
      firstBad = Math.min(firstBad, entry);
      problem(
          "Entry %d was changed: in %s it is not what the log vouches for."
              .formatted(entry, bundlePath));
      return tile;
    }
    if (isOfTree(entries, leaves.width, above, range, checkpoint)) {
      problem(
          "%s was changed: its hash of entry %d is not that of the entry, which is as the log vouches for."
              .formatted(tilePath, entry));
      return entries;
    }
    firstBad = Math.min(firstBad, entry);
    problem(
        "Entry %d in %s does not have the hash that %s holds for it."
            .formatted(entry, bundlePath, tilePath));
    return entries;
  }

  /// Whether leaf hashes are those of the tree: by the hash above a full tile, by the root for the
  /// last one.
  private static boolean isOfTree(
      byte[] leaves,
      int width,
      byte @Nullable [] above,
      CompactRange range,
      Checkpoint checkpoint) {
    if (width == Tile.WIDTH) {
      return above != null && Arrays.equals(new TreeHasher().fullTile(leaves), above);
    }
    return with(range, leaves, width).root().equals(checkpoint.root());
  }

  private static CompactRange with(CompactRange range, byte[] leaves, int count) {
    CompactRange longer = range.copy();
    for (int i = 0; i < count; i++) {
      longer.append(0, leaves, i * Hash.LENGTH);
    }
    return longer;
  }

  private void receiptsAmong(long index, byte[] leaves) {
    long first = index * Tile.WIDTH;
    for (Held one : held) {
      long at = one.receipt.index() - first;
      if (at < 0 || at * Hash.LENGTH >= leaves.length) {
        continue;
      }
      Hash leaf = Hash.at(leaves, (int) at * Hash.LENGTH);
      Hash own = one.receipt.leaf();
      if (own != null && !own.equals(leaf)) {
        firstBad = Math.min(firstBad, one.receipt.index());
        problem("Entry %d is not the one that %s is for.".formatted(one.receipt.index(), one.name));
      } else if (own == null) {
        try {
          one.receipt.check(key, leaf);
        } catch (Refused e) {
          problem(one.name + ": " + e.getMessage() + ".");
        }
      }
    }
  }

  /// Checks the kept checkpoints whose size is reached within the leaves.
  private void marksAmong(long index, int width, byte @Nullable [] leaves, CompactRange range) {
    long first = index * Tile.WIDTH;
    for (Mark mark : marks) {
      if (mark.size < first || mark.size >= first + width || mark.size == 0) {
        continue;
      }
      if (leaves == null) {
        problem("What %s vouches for could not be read.".formatted(mark.name));
      } else {
        against(mark, with(range, leaves, (int) (mark.size - first)).root());
      }
    }
  }

  private void against(Mark mark, Hash root) {
    if (!mark.root.equals(root)) {
      problem(
          "The first %d entries are not those that %s vouches for: the log was rewritten."
              .formatted(mark.size, mark.name));
    }
  }

  /// The hash that level 1 shows over a tile of leaves.
  private byte @Nullable [] above(long index, long size) {
    byte[] shown = shown(1, size);
    int at = (int) (index % Tile.WIDTH) * Hash.LENGTH;
    return shown == null ? null : Arrays.copyOfRange(shown, at, at + Hash.LENGTH);
  }

  private Level level(int level) {
    while (levels.size() < level) {
      levels.add(new Level());
    }
    return levels.get(level - 1);
  }

  private byte @Nullable [] shown(int number, long size) {
    Level level = level(number);
    if (!level.read) {
      level.read = true;
      level.shown = null;
      var tile = new Tile(number, level.index, Tile.width(number, level.index, size));
      try {
        level.shown = LogTiles.hashes(source, tile);
        if (level.shown == null) {
          problem(tile.path() + " is missing.");
        }
      } catch (Refused | IOException e) {
        problem(tile.path() + ": " + e.getMessage() + ".");
      }
    }
    return level.shown;
  }

  /// Puts a hash into a level, and once its tile is full compares it and goes a level up.
  private void up(int number, byte[] hash, long size) {
    Level level = level(number);
    shown(number, size);
    System.arraycopy(hash, 0, level.hashes, level.width++ * Hash.LENGTH, Hash.LENGTH);
    if (level.width == Tile.WIDTH) {
      byte[] root = new TreeHasher().fullTile(level.hashes);
      compare(number, level);
      level.width = 0;
      level.index++;
      level.read = false;
      up(number + 1, root, size);
    }
  }

  private void compare(int number, Level level) {
    byte[] hashes = Arrays.copyOf(level.hashes, level.width * Hash.LENGTH);
    var tile = new Tile(number, level.index, level.width);
    int differs = level.shown == null ? -1 : Arrays.mismatch(hashes, level.shown);
    if (differs >= 0) {
      problem(
          "%s: its hash %d is not that of the tile below it."
              .formatted(tile.path(), differs / Hash.LENGTH));
    }
    var found = new ArrayList<String>();
    try {
      olderTiles(tile, hashes, found);
    } catch (IOException e) {
      found.add(tile.path() + ": " + e.getMessage() + ".");
    }
    found.forEach(this::problem);
  }

  private void ending(CompactRange range, Checkpoint checkpoint) {
    for (int number = 1; number <= levels.size(); number++) {
      if (level(number).width > 0) {
        compare(number, level(number));
      }
    }
    Hash root = range.root();
    if (!root.equals(checkpoint.root())) {
      problem(
          "The %d entries make the root %s, and the checkpoint vouches for %s."
              .formatted(checkpoint.size(), root.base64(), checkpoint.root().base64()));
    }
    for (Mark mark : marks) {
      if (mark.size == checkpoint.size()) {
        against(mark, root);
      }
    }
  }

  private void problem(String sentence) {
    if (problems.size() < LISTED) {
      problems.add(sentence);
    } else {
      more++;
    }
  }
}
