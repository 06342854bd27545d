package uk.candour.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Rows of a JSON file, with columns by path: `child.name`, `phones` (all of them, joined with
/// `;`), `phones[0]`, `contacts.phone` for the phones of every contact.
///
/// Numbers, `true` and `false` are taken as they are written; an object where a value is wanted is
/// a flaw.
final class JsonTable implements Table {

  private final JsonRows rows;
  private final WantedPaths wanted;
  private final PathValues values;
  private int row;

  JsonTable(Path file, Format.Json format, List<String> wanted, TableNotes notes)
      throws IOException {
    this.wanted = WantedPaths.of(wanted.stream().map(path -> ValuePath.of(path, 0)).toList());
    this.values = new PathValues(wanted.size());
    this.rows = new JsonRows(file, format, notes);
  }

  /// All paths to values, in the order of the file.
  static List<String> paths(Path file, Format.Json format) throws IOException {
    PathUnion union = new PathUnion(".");
    try (JsonRows rows = new JsonRows(file, format, note -> {})) {
      boolean more = true;
      while (more) {
        more = rows.next(parser -> collectObject(parser, union, union.row()));
      }
    }
    return union.paths();
  }

  private static void collectObject(JsonParser parser, PathUnion union, PathUnion.Point at)
      throws IOException {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      JsonRows.checkNames(parser);
      PathUnion.Point next = union.below(at, parser.currentName());
      parser.nextToken();
      collectValue(parser, union, next);
    }
  }

  private static void collectValue(JsonParser parser, PathUnion union, PathUnion.Point at)
      throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      collectObject(parser, union, at);
    } else if (parser.currentToken() == JsonToken.START_ARRAY) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        collectValue(parser, union, at);
      }
    } else {
      parser.getStringLength(); // which reads all of it: a value beyond the limits is refused here
      union.value(at);
    }
  }

  @Override
  public boolean next() throws IOException {
    values.clear();
    if (!rows.next(parser -> readObject(parser, wanted))) {
      return false;
    }
    row++;
    return true;
  }

  private void readObject(JsonParser parser, WantedPaths at) throws IOException {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      JsonRows.checkNames(parser);
      String name = parser.currentName();
      if (parser.nextToken() == JsonToken.START_ARRAY) {
        for (int place = 0; parser.nextToken() != JsonToken.END_ARRAY; place++) {
          readValue(parser, at.below(name, place));
        }
      } else {
        readValue(parser, at.below(name, 0));
      }
    }
  }

  private void readValue(JsonParser parser, @Nullable WantedPaths at) throws IOException {
    if (at == null) {
      JsonRows.skip(parser);
      return;
    }
    switch (parser.currentToken()) {
      case START_OBJECT -> {
        values.flaw(at, "an object", "a value");
        readObject(parser, at);
      }
      case START_ARRAY -> {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          readValue(parser, at);
        }
      }
      case VALUE_NULL -> {}
      default -> values.add(at, parser.getString());
    }
  }

  @Override
  public int row() {
    return row;
  }

  @Override
  public long line() {
    return rows.line();
  }

  @Override
  public @Nullable String value(int column) {
    return rows.malformed() == null ? values.get(column) : null;
  }

  @Override
  public @Nullable Malformed malformed() {
    return rows.malformed();
  }

  @Override
  public List<Flaw> flaws() {
    return rows.malformed() == null ? values.flaws() : List.of();
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
