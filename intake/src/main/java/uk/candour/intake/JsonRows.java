package uk.candour.intake;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/// The objects of a JSON file that are its rows, one at a time.
///
/// A file is one document, or a document a line: the latter where its first or second line is an
/// object by itself. In a document a fault refuses the file; of lines, each is a row of its own and
/// a fault costs its line alone. Arrays on the way to a row say nothing: every object at the path
/// of the rows is one.
///
/// The parser is strict (RFC 8259) and has limits: no comments, no names twice in an object, a
/// hundred levels, a million characters a value.
final class JsonRows implements Closeable {

  private static final int DEEPEST = 100;
  private static final int MOST_NAMES_OF_AN_OBJECT = 100_000;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(TokenStreamFactory.Feature.CHARSET_DETECTION) // it is given UTF-8 alone
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(SafeXml.LONGEST_VALUE)
                  .maxNameLength(1_000)
                  .maxNumberLength(1_000)
                  .build())
          .build();

  /// Reads the object whose beginning is at hand, to its end.
  interface Visitor {
    void visit(JsonParser parser) throws IOException;
  }

  private final List<String> steps;
  private final @Nullable ByteLines lines;
  private @Nullable JsonParser parser;

  // The objects and arrays that are open on the way to a row: how many steps each is along the
  // path.
  private final int[] along = new int[DEEPEST + 2];
  private int open;
  private boolean rootEnded;

  private long line;
  private Table.@Nullable Malformed malformed;

  JsonRows(Path file, Format.Json format, TableNotes notes) throws IOException {
    byte[] head = FileKind.head(file);
    FileKind.refuseUnless("JSON", head);
    String rows = format.rows();
    this.steps = rows == null ? List.of() : ValuePath.of(rows, 0).names();
    Encoding encoding = Encoding.of(file, head, null);
    notes.note("Character set: " + encoding.how() + ".");
    if (isByLine(file, encoding)) {
      this.lines = new ByteLines(encoding.openAsUtf8(file));
    } else {
      this.lines = null;
      this.parser = FACTORY.createParser(ObjectReadContext.empty(), encoding.openAsUtf8(file));
    }
  }

  private static boolean isByLine(Path file, Encoding encoding) throws IOException {
    try (ByteLines lines = new ByteLines(encoding.openAsUtf8(file))) {
      for (int i = 0; i < 2; i++) {
        if (!lines.next() || firstCharacter(lines) != '{') {
          return false;
        }
        if (isObject(lines)) {
          return true;
        }
      }
    } catch (RefusedFile longLine) {
      return false;
    }
    return false;
  }

  private static int firstCharacter(ByteLines lines) {
    int at = lines.from();
    while (lines.bytes()[at] <= ' ' && lines.bytes()[at] >= 0) {
      at++;
    }
    return lines.bytes()[at];
  }

  private static boolean isObject(ByteLines lines) throws IOException {
    try (JsonParser parser = parse(lines)) {
      parser.nextToken();
      skip(parser);
      return parser.nextToken() == null;
    } catch (JacksonException | RefusedFile e) {
      return false;
    }
  }

  private static JsonParser parse(ByteLines lines) {
    return FACTORY.createParser(
        ObjectReadContext.empty(), lines.bytes(), lines.from(), lines.to() - lines.from());
  }

  /// Moves to the next row and lets it be read, unless it is malformed; false after the last.
  boolean next(Visitor visitor) throws IOException {
    malformed = null;
    while (parser != null || nextLine()) {
      JsonParser at = Objects.requireNonNull(parser);
      try {
        if (findRow(at)) {
          if (malformed == null) {
            visitor.visit(at);
            requireEndOfLine(at);
          }
          return true;
        }
        end(at);
      } catch (JacksonException e) {
        TokenStreamLocation where =
            e.getLocation() == null ? at.currentLocation() : e.getLocation();
        if (lines == null) {
          throw new RefusedFile("the file is not JSON, or beyond the limits, at " + place(where));
        }
        end(at);
        line = lines.number();
        malformed =
            new Table.Malformed(
                "no JSON, at column " + where.getColumnNr(), "one object on the line");
        return true;
      }
    }
    return false;
  }

  private void end(JsonParser at) {
    parser = null;
    open = 0;
    rootEnded = false;
    if (lines == null) {
      at.close();
    }
  }

  private boolean nextLine() throws IOException {
    if (lines == null || !lines.next()) {
      return false;
    }
    parser = parse(lines);
    return true;
  }

  private boolean findRow(JsonParser at) throws IOException {
    for (JsonToken token = at.nextToken(); token != null; token = at.nextToken()) {
      if (rootEnded) {
        throw new RefusedFile(
            "something follows the JSON's end, at " + place(at.currentTokenLocation()));
      }
      if (token == JsonToken.PROPERTY_NAME) {
        checkNames(at);
        int matched = along[open - 1];
        boolean onTheWay = at.currentName().equals(steps.get(matched));
        JsonToken value = at.nextToken();
        if (!onTheWay) {
          skip(at);
        } else if (isRow(at, value, matched + 1)) {
          return true;
        }
      } else if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
        open--;
        rootEnded = open == 0 && (!steps.isEmpty() || token == JsonToken.END_ARRAY);
      } else if (isRow(at, token, open == 0 ? 0 : along[open - 1])) {
        return true;
      }
    }
    return false;
  }

  /// Whether a value is a row, if a malformed one; what leads on to rows is opened.
  private boolean isRow(JsonParser at, JsonToken value, int matched) {
    boolean there = matched == steps.size();
    if (value == JsonToken.START_ARRAY || (value == JsonToken.START_OBJECT && !there)) {
      along[open++] = matched;
      return false;
    }
    if (!there || value == JsonToken.VALUE_NULL) {
      return false;
    }
    line = lines == null ? at.currentTokenLocation().getLineNr() : lines.number();
    if (value != JsonToken.START_OBJECT) {
      malformed = new Table.Malformed("a value by itself", "an object");
    }
    return true;
  }

  private void requireEndOfLine(JsonParser at) {
    if (lines != null && steps.isEmpty() && open == 0 && at.nextToken() != null) {
      line = lines.number();
      malformed = new Table.Malformed("more than one object", "one object on the line");
      end(at);
    }
  }

  /// Passes over the value at hand.
  static void skip(JsonParser at) throws IOException {
    int depth = 0;
    do {
      JsonToken token = depth == 0 ? at.currentToken() : at.nextToken();
      if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
        depth++;
      } else if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
        depth--;
      } else if (token == JsonToken.PROPERTY_NAME) {
        checkNames(at);
      }
    } while (depth > 0);
  }

  static void checkNames(JsonParser at) throws RefusedFile {
    if (at.streamReadContext().getEntryCount() > MOST_NAMES_OF_AN_OBJECT) {
      throw new RefusedFile(
          "an object has more than "
              + MOST_NAMES_OF_AN_OBJECT
              + " names, at "
              + place(at.currentTokenLocation()));
    }
  }

  /// Only the place is ever told: the parser's own words may quote the text.
  private static String place(TokenStreamLocation at) {
    return "line " + at.getLineNr() + ", column " + at.getColumnNr();
  }

  long line() {
    return line;
  }

  Table.@Nullable Malformed malformed() {
    return malformed;
  }

  @Override
  public void close() throws IOException {
    if (parser != null) {
      parser.close();
    }
    if (lines != null) {
      lines.close();
    }
  }
}
