package uk.candour.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads one JSON value, strictly (RFC 8259), as maps, lists, strings, [Digits], booleans and null.
///
/// An auditor should need this one jar, and a receipt is one small object; a JSON library would be
/// larger than everything else here. A name that comes twice is refused, since two readers could
/// take either.
final class Json {

  static final int LONGEST = 1 << 20;
  private static final int DEEPEST = 16;

  private final String text;
  private int at;

  /// A number as it is written.
  record Digits(String text) {}

  private Json(String text) {
    this.text = text;
  }

  static @Nullable Object read(String text) throws Refused {
    if (text.length() > LONGEST) {
      throw new Refused("JSON of more than %d characters is not read".formatted(LONGEST));
    }
    var json = new Json(text);
    json.space();
    Object value = json.value(0);
    json.space();
    if (json.at < text.length()) {
      throw json.wrong("the end");
    }
    return value;
  }

  private @Nullable Object value(int depth) throws Refused {
    if (depth > DEEPEST) {
      throw new Refused("JSON nested more than %d deep is not read".formatted(DEEPEST));
    }
    return switch (next()) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private Map<String, @Nullable Object> object(int depth) throws Refused {
    var members = new LinkedHashMap<String, @Nullable Object>();
    at++;
    space();
    if (next() == '}') {
      at++;
      return members;
    }
    while (true) {
      space();
      if (next() != '"') {
        throw wrong("a name in quotes");
      }
      String name = string();
      if (members.containsKey(name)) {
        throw new Refused("the JSON has two members " + Text.quoted(name));
      }
      space();
      take(':');
      space();
      members.put(name, value(depth + 1));
      space();
      if (next() == '}') {
        at++;
        return members;
      }
      take(',');
    }
  }

  private List<@Nullable Object> array(int depth) throws Refused {
    var elements = new ArrayList<@Nullable Object>();
    at++;
    space();
    if (next() == ']') {
      at++;
      return elements;
    }
    while (true) {
      space();
      elements.add(value(depth + 1));
      space();
      if (next() == ']') {
        at++;
        return elements;
      }
      take(',');
    }
  }

  private String string() throws Refused {
    var string = new StringBuilder();
    at++;
    while (true) {
      char c = next();
      at++;
      switch (c) {
        case '"' -> {
          return string.toString();
        }
        case '\\' -> string.append(escaped());
        default -> {
          if (c < ' ') {
            at--;
            throw wrong("no control character");
          }
          string.append(c);
        }
      }
    }
  }

  private char escaped() throws Refused {
    char c = next();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> {
        int value = 0;
        for (int i = 0; i < 4; i++, at++) {
          int digit = Character.digit(next(), 16);
          if (digit < 0 || next() > 'f') {
            throw wrong("four hexadecimal digits");
          }
          value = 16 * value + digit;
        }
        yield (char) value;
      }
      default -> {
        at--;
        throw wrong("an escape of JSON");
      }
    };
  }

  private Digits number() throws Refused {
    int start = at;
    while (at < text.length() && "+-.0123456789Ee".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    String digits = text.substring(start, at);
    if (!digits.matches("-?(0|[1-9][0-9]{0,30})([.][0-9]{1,30})?([Ee][+-]?[0-9]{1,3})?")) {
      at = start;
      throw wrong("a value");
    }
    return new Digits(digits);
  }

  private @Nullable Object word(String word, @Nullable Object value) throws Refused {
    if (!text.startsWith(word, at)) {
      throw wrong(word);
    }
    at += word.length();
    return value;
  }

  private void take(char wanted) throws Refused {
    if (next() != wanted) {
      throw wrong("'" + wanted + "'");
    }
    at++;
  }

  private char next() throws Refused {
    if (at >= text.length()) {
      throw new Refused("the JSON ends too early");
    }
    return text.charAt(at);
  }

  private void space() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private Refused wrong(String expected) {
    return new Refused(
        "at character %d of the JSON %s was expected, and there is %s"
            .formatted(
                at + 1,
                expected,
                Text.quoted(text.substring(at, Math.min(text.length(), at + 1)))));
  }

  /// A string with its quotes, as JSON writes it.
  static String quoted(String text) {
    var json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c == '\n') {
        json.append("\\n");
      } else if (c < ' ') {
        json.append("\\u%04x".formatted((int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }
}
