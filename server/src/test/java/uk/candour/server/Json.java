package uk.candour.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reads JSON into maps, lists, strings, numbers, booleans and null, and checks it against the few
/// keywords of JSON Schema that ours use.
final class Json {

  /// Strict: nothing twice in an object, and nothing after the end.
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_LONG_FOR_INTS)
          .build();

  private Json() {}

  static Map<?, ?> read(String text) {
    return MAPPER.readValue(text, Map.class);
  }

  /// What stands at a path of names and numbers.
  static @Nullable Object at(@Nullable Object json, Object... path) {
    Object here = json;
    for (Object step : path) {
      here = step instanceof Integer nth ? list(here).get(nth) : object(here).get(step);
    }
    return here;
  }

  static String write(@Nullable Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /// Every place at which a value does not keep to a schema of a document, in words; none where it
  /// does.
  static List<String> faults(@Nullable Object value, Map<?, ?> schema, Map<?, ?> document) {
    List<String> faults = new ArrayList<>();
    check(value, schema, document, "", faults);
    return faults;
  }

  /// What a reference such as `#/components/schemas/Report` leads to.
  static Map<?, ?> resolved(String ref, Map<?, ?> document) {
    Object here = document;
    for (String step : ref.substring(2).split("/", -1)) {
      here = object(here).get(step);
    }
    return object(here);
  }

  private static void check(
      @Nullable Object value,
      Map<?, ?> schema,
      Map<?, ?> document,
      String at,
      List<String> faults) {
    if (schema.get("$ref") instanceof String ref) {
      check(value, resolved(ref, document), document, at, faults);
    }
    if (schema.get("anyOf") instanceof List<?> choices
        && choices.stream().noneMatch(one -> faults(value, object(one), document).isEmpty())) {
      faults.add(at + " is " + value + ", none of " + choices);
    }
    Object type = schema.get("type");
    if (type != null && !isOfType(value, type)) {
      faults.add(at + " is " + value + ", expected " + type);
      return;
    }
    if (schema.containsKey("const") && !Objects.equals(schema.get("const"), value)) {
      faults.add(at + " is " + value + ", expected " + schema.get("const"));
    }
    if (schema.get("enum") instanceof List<?> words && !words.contains(value)) {
      faults.add(at + " is " + value + ", expected one of " + words);
    }
    if (value instanceof Map<?, ?> map) {
      fields(map, schema, document, at, faults);
    }
    if (value instanceof List<?> list) {
      if (schema.get("items") instanceof Map<?, ?> items) {
        for (int i = 0; i < list.size(); i++) {
          check(list.get(i), items, document, at + "/" + i, faults);
        }
      }
      limit(list.size(), schema, "minItems", "maxItems", at, faults);
    }
    if (value instanceof String text) {
      limit(text.length(), schema, "minLength", "maxLength", at, faults);
      if (schema.get("pattern") instanceof String pattern
          && !Pattern.compile(pattern).matcher(text).find()) {
        faults.add(at + " is " + text + ", expected " + pattern);
      }
    }
    if (value instanceof Number number) {
      limit(number.doubleValue(), schema, "minimum", "maximum", at, faults);
    }
  }

  private static void fields(
      Map<?, ?> map, Map<?, ?> schema, Map<?, ?> document, String at, List<String> faults) {
    if (schema.get("required") instanceof List<?> required) {
      for (Object name : required) {
        if (!map.containsKey(name)) {
          faults.add(at + " lacks " + name);
        }
      }
    }
    Map<?, ?> properties =
        schema.get("properties") instanceof Map<?, ?> known ? known : new LinkedHashMap<>();
    map.forEach((name, one) -> {
      Object property =
          properties.containsKey(name) ? properties.get(name) : schema.get("additionalProperties");
      if (Boolean.FALSE.equals(property)) {
        faults.add(at + "/" + name + " is not known");
      } else if (property instanceof Map<?, ?> known) {
        check(one, known, document, at + "/" + name, faults);
      }
    });
  }

  private static void limit(
      double size, Map<?, ?> schema, String least, String most, String at, List<String> faults) {
    if ((schema.get(least) instanceof Number low && size < low.doubleValue())
        || (schema.get(most) instanceof Number high && size > high.doubleValue())) {
      faults.add(
          at + " has " + size + ", expected " + schema.get(least) + " to " + schema.get(most));
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

  static Map<?, ?> object(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new IllegalArgumentException(value + " is no object");
  }

  /// The names of an object's fields.
  static Set<String> names(@Nullable Object value) {
    Set<String> names = new TreeSet<>();
    object(value).keySet().forEach(name -> names.add(String.valueOf(name)));
    return names;
  }

  static List<?> list(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list;
    }
    throw new IllegalArgumentException(value + " is no list");
  }
}
