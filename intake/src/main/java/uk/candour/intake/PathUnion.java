package uk.candour.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All the paths that the rows of a file have, in the order in which they are first met.
final class PathUnion {

  private static final int MOST_PATHS = 10_000;

  /// One point of a row, and what was met below it.
  static final class Point {
    private final Map<String, Point> below = new LinkedHashMap<>();
    private boolean value;
  }

  private final Point row = new Point();
  private final String between;
  private int points;

  /// @param between what stands between two names
  PathUnion(String between) {
    this.between = between;
  }

  Point row() {
    return row;
  }

  Point below(Point at, String name) throws RefusedFile {
    Point next = at.below.get(name);
    if (next == null) {
      if (++points > MOST_PATHS) {
        throw new RefusedFile("the rows have more than " + MOST_PATHS + " different paths");
      }
      next = new Point();
      at.below.put(name, next);
    }
    return next;
  }

  /// Says that a value stands at a point.
  void value(Point at) {
    at.value = true;
  }

  List<String> paths() {
    List<String> paths = new ArrayList<>();
    if (row.value) {
      paths.add(".");
    }
    collect(row, "", paths);
    return paths;
  }

  private void collect(Point at, String before, List<String> paths) {
    at.below.forEach((name, next) -> {
      String path = before.isEmpty() ? name : before + between + name;
      if (next.value) {
        paths.add(path);
      }
      collect(next, path, paths);
    });
  }
}
