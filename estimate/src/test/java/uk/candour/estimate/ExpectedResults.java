package uk.candour.estimate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a JSON file of expected results into maps, lists, strings, doubles, booleans and nulls.
final class ExpectedResults {

  private final String text;
  private int at;

  private ExpectedResults(String text) {
    this.text = text;
  }

  static Node parse(String text) {
    return new Node(new ExpectedResults(text).value());
  }

  /// A value of the file, which its reader knows the shape of.
  record Node(@Nullable Object value) {

    Node get(String key) {
      return new Node(map().get(key));
    }

    List<Node> items() {
      List<Node> items = new ArrayList<>();
      for (Object item : (List<?>) present()) {
        items.add(new Node(item));
      }
      return items;
    }

    double number() {
      return (Double) present();
    }

    int whole() {
      return (int) number();
    }

    String string() {
      return (String) present();
    }

    boolean has(String key) {
      return map().get(key) != null;
    }

    private Map<?, ?> map() {
      return (Map<?, ?>) present();
    }

    private Object present() {
      if (value == null) {
        throw new IllegalArgumentException("the file has null here");
      }
      return value;
    }
  }

  private @Nullable Object value() {
    space();
    return switch (text.charAt(at)) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private @Nullable Object word(String word, @Nullable Object value) {
    at += word.length();
    return value;
  }

  private double number() {
    int from = at;
    while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return Double.parseDouble(text.substring(from, at));
  }

  private Map<String, @Nullable Object> object() {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    at++;
    space();
    while (text.charAt(at) != '}') {
      String key = string();
      space();
      at++;
      object.put(key, value());
      comma();
    }
    at++;
    return object;
  }

  private List<@Nullable Object> array() {
    List<@Nullable Object> array = new ArrayList<>();
    at++;
    space();
    while (text.charAt(at) != ']') {
      array.add(value());
      comma();
    }
    at++;
    return array;
  }

  private String string() {
    StringBuilder string = new StringBuilder();
    for (at++; text.charAt(at) != '"'; at++) {
      if (text.charAt(at) == '\\') {
        at++;
      }
      string.append(text.charAt(at));
    }
    at++;
    return string.toString();
  }

  private void comma() {
    space();
    if (text.charAt(at) == ',') {
      at++;
      space();
    }
  }

  private void space() {
    while (Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }
}
