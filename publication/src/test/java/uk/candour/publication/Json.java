package uk.candour.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// Reads JSON into maps, lists, strings, numbers, booleans and null, and checks it against the few
/// keywords of JSON Schema that ours use.
final class Json {

  private Json() {}

  static @Nullable Object read(Path file) throws IOException {
    var factory =
        JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    try (var parser = factory.createParser(ObjectReadContext.empty(), Files.readString(file))) {
      parser.nextToken();
      Object value = value(parser);
      if (parser.nextToken() != null) {
        throw new IllegalArgumentException(file + " goes on after its end");
      }
      return value;
    }
  }

  private static @Nullable Object value(JsonParser parser) {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          parser.nextToken();
          object.put(name, value(parser));
        }
        yield object;
      }
      case START_ARRAY -> {
        List<@Nullable Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          array.add(value(parser));
        }
        yield array;
      }
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> throw new IllegalArgumentException("unexpected " + token);
    };
  }

  /// Every place at which a value does not keep to a schema, in words; none where it does.
  static List<String> faults(@Nullable Object value, @Nullable Object schema) {
    List<String> faults = new ArrayList<>();
    check(value, object(schema), object(schema), "$", faults);
    return faults;
  }

  private static void check(
      @Nullable Object value, Map<?, ?> schema, Map<?, ?> root, String at, List<String> faults) {
    if (schema.get("$ref") instanceof String ref) {
      Map<?, ?> definitions = object(root.get("$defs"));
      check(value, object(definitions.get(ref.replace("#/$defs/", ""))), root, at, faults);
      return;
    }
    Object type = schema.get("type");
    if (type != null && !isOfType(value, type)) {
      faults.add(at + " is " + value + ", expected " + type);
      return;
    }
    if (value instanceof Map<?, ?> map) {
      if (schema.get("required") instanceof List<?> required) {
        for (Object name : required) {
          if (!map.containsKey(name)) {
            faults.add(at + " lacks " + name);
          }
        }
      }
      if (schema.get("properties") instanceof Map<?, ?> properties) {
        properties.forEach((name, property) -> {
          if (map.containsKey(name)) {
            check(map.get(name), object(property), root, at + "." + name, faults);
          }
        });
      }
    }
    if (value instanceof List<?> list && schema.get("items") instanceof Map<?, ?> items) {
      for (int i = 0; i < list.size(); i++) {
        check(list.get(i), items, root, at + "[" + i + "]", faults);
      }
    }
    if (value instanceof String text
        && schema.get("pattern") instanceof String pattern
        && !text.matches(pattern)) {
      faults.add(at + " is " + text + ", expected " + pattern);
    }
    if (value instanceof Number number
        && schema.get("minimum") instanceof Number minimum
        && number.doubleValue() < minimum.doubleValue()) {
      faults.add(at + " is " + number + ", below " + minimum);
    }
  }

  private static boolean isOfType(@Nullable Object value, Object type) {
    if (type instanceof List<?> types) {
      return types.stream().anyMatch(one -> one != null && isOfType(value, one));
    }
    return switch (type.toString()) {
      case "object" -> value instanceof Map;
      case "array" -> value instanceof List;
      case "string" -> value instanceof String;
      case "number" -> value instanceof Number;
      case "integer" -> value instanceof Long;
      case "boolean" -> value instanceof Boolean;
      case "null" -> value == null;
      default -> throw new IllegalArgumentException("no such type: " + type);
    };
  }

  private static Map<?, ?> object(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new IllegalArgumentException(value + " is no object");
  }
}
