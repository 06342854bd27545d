package uk.candour.ledger;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One file of a log in the layout of C2SP tlog-tiles: up to 256 hashes of a level, or the entries
/// under 256 hashes of level 0 (a bundle).
///
/// Level 0 holds leaf hashes; a hash of level L + 1 is the root of one full tile of level L. A full
/// tile never changes. A partial one has its width in its name, so that it never changes either.
///
/// @param level 0 to 7 for hashes, [#ENTRIES] for a bundle
/// @param index which of its level, from 0
/// @param width how many hashes or entries, 1 to 256
public record Tile(int level, long index, int width) {

  public static final int WIDTH = 256;
  public static final int ENTRIES = -1;

  /// A tree of 2^63 leaves has no level above this one.
  static final int HIGHEST = 7;

  private static final Pattern PATH =
      Pattern.compile(
          "tile/(entries|[0-7])/((?:x[0-9]{3}/){0,6}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

  public Tile {
    if (level < ENTRIES || level > HIGHEST || index < 0 || width < 1 || width > WIDTH) {
      throw new IllegalArgumentException(
          "no tile is of level " + level + ", index " + index + " and width " + width);
    }
  }

  /// How wide the tile of a level and an index is in a log of a size; 0 where there is none.
  static int width(int level, long index, long size) {
    long hashes = level <= 0 ? size : size >>> (8 * level);
    return Math.clamp(hashes - index * WIDTH, 0, WIDTH);
  }

  public boolean isFull() {
    return width == WIDTH;
  }

  Tile full() {
    return new Tile(level, index, WIDTH);
  }

  /// Where the file lies under the log's folder or address: `tile/0/x001/234.p/5`.
  public String path() {
    var digits = new StringBuilder();
    long rest = index;
    do {
      String group = String.format(Locale.ROOT, "%03d", rest % 1000);
      digits.insert(0, digits.isEmpty() ? group : "x" + group + "/");
      rest /= 1000;
    } while (rest > 0);
    return "tile/"
        + (level == ENTRIES ? "entries" : Integer.toString(level))
        + "/"
        + digits
        + (isFull() ? "" : ".p/" + width);
  }

  /// The tile that a path names, if it names one in its only spelling; whoever serves a log serves
  /// these, its checkpoint and its key, and nothing else of the folder.
  public static Optional<Tile> parse(String path) {
    Matcher parts = PATH.matcher(path);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String width = parts.group(3);
    long index;
    try {
      index = Long.parseLong(parts.group(2).replaceAll("[x/]", ""));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
    if (width != null && Integer.parseInt(width) >= WIDTH) {
      return Optional.empty();
    }
    String level = parts.group(1);
    var tile =
        new Tile(
            level.equals("entries") ? ENTRIES : Integer.parseInt(level),
            index,
            width == null ? WIDTH : Integer.parseInt(width));
    return tile.path().equals(path) ? Optional.of(tile) : Optional.empty();
  }
}
