package uk.candour.server.reports;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import uk.candour.intake.Sealing;
import uk.candour.server.pages.Problem.FieldError;

/// Reads a report out of JSON (RFC 8259), strictly: an unknown field, a field twice and a value of
/// another type are refused, each named; nothing is turned into text that is not text. What the
/// values say [ReportCheck] looks at.
public final class ReportJson {

  private static final int DEEPEST = 32;

  /// How many values of a list are taken up; nobody has more telephones.
  private static final int MOST_IN_A_LIST = 50;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();
  private static final Set<String> TEXTS =
      Set.of("happened", "concern", "to", "team", "text", "childsWords");
  private static final Set<String> OF_REPORTER = Set.of("kind", "name", "agency", "contact");
  private static final Map<String, String> LISTS =
      Map.of(
          "children", "child",
          "suspects", "suspect",
          "adults", "adult",
          "places", "place",
          "vehicles", "vehicle");
  private static final Set<String> OF_PEOPLE =
      Set.of(
          "name",
          "forename",
          "middle",
          "surname",
          "alias",
          "born",
          "age",
          "sex",
          "address",
          "postcode",
          "area",
          "phone",
          "email",
          "handle",
          "school");
  private static final Set<String> OF_PLACES =
      Set.of("name", "kind", "address", "postcode", "area");
  private static final Set<String> OF_VEHICLES = Set.of("registration", "kind");
  private static final Set<String> SEVERAL = Set.of("alias", "phone", "email", "handle");

  private final Map<String, String> fields = new HashMap<>();
  private final List<String> harm = new ArrayList<>();
  private final Map<String, String> reporter = new HashMap<>();
  private final List<Said.Mentioned> mentioned = new ArrayList<>();
  private final Map<String, FieldError> problems = new LinkedHashMap<>();
  private boolean whole;

  private ReportJson() {}

  /// What came of a reading.
  ///
  /// @param problems what has not the right form, each by its JSON pointer
  /// @param isWhole whether it was read to its end, so that what is absent was not given
  public record Read(Said said, List<FieldError> problems, boolean isWhole) {

    public Read {
      problems = List.copyOf(problems);
    }
  }

  public static Read read(byte[] body) {
    var reading = new ReportJson();
    reading.all(body);
    return new Read(
        new Said(reading.fields, reading.harm, reading.reporter, reading.mentioned),
        List.copyOf(reading.problems.values()),
        reading.whole);
  }

  private void all(byte[] body) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      wrong("", null, "JSON in UTF-8");
      return;
    }
    if (text.isBlank()) {
      wrong("", null, "a JSON object; the body is empty");
      return;
    }
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        wrong("", shown(json), "a JSON object");
        return;
      }
      object(json, "", this::field);
      if (json.nextToken() != null) {
        wrong("", shown(json), "one JSON object and nothing after it");
        return;
      }
      whole = true;
    } catch (JacksonException e) {
      var at = e.getLocation();
      String where =
          at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
      wrong("", null, "JSON, nested at most " + DEEPEST + " deep: it breaks off" + where);
    }
  }

  private void wrong(String at, @Nullable String value, String expected) {
    problems.putIfAbsent(at, new FieldError(at, value, expected));
  }

  /// A value that is not what was expected: it is told and passed over.
  private void refuse(JsonParser json, String at, String expected) {
    wrong(at, shown(json), expected);
    json.skipChildren();
  }

  private static String shown(JsonParser json) {
    return switch (json.currentToken()) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "a list";
      default -> String.valueOf(json.getString());
    };
  }

  /// What is done with a field of an object.
  @FunctionalInterface
  private interface Field {
    void take(JsonParser json, String name, JsonToken value, String at);
  }

  /// Hands over each field of the object that has begun, a field that comes again told as such.
  private void object(JsonParser json, String at, Field each) {
    Set<String> names = new HashSet<>();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      String place = at + "/" + name.replace("~", "~0").replace("/", "~1");
      if (names.add(name)) {
        each.take(json, name, value, place);
      } else {
        refuse(json, place, "this field once");
      }
    }
  }

  private void field(JsonParser json, String name, JsonToken value, String at) {
    String what = LISTS.get(name);
    if (TEXTS.contains(name)) {
      text(json, value, at, fields, name);
    } else if (name.equals("severity")) {
      number(json, value, at);
    } else if (name.equals("harm")) {
      list(json, value, at, "a list of words", harm);
    } else if (name.equals("reporter")) {
      reporter(json, value, at);
    } else if (what != null) {
      mentioned(json, value, at, what);
    } else {
      refuse(json, at, "no such field");
    }
  }

  private void text(
      JsonParser json, JsonToken value, String at, Map<String, String> into, String name) {
    if (value == JsonToken.VALUE_STRING) {
      into.put(name, json.getString());
    } else if (value != JsonToken.VALUE_NULL) {
      refuse(json, at, "text");
    }
  }

  private void number(JsonParser json, JsonToken value, String at) {
    if (value == JsonToken.VALUE_NUMBER_INT) {
      fields.put("severity", json.getString());
    } else if (value != JsonToken.VALUE_NULL) {
      refuse(json, at, ReportCheck.SEVERITY);
    }
  }

  private void list(
      JsonParser json, JsonToken value, String at, String expected, List<String> into) {
    if (value == JsonToken.VALUE_NULL) {
      return;
    }
    if (value != JsonToken.START_ARRAY) {
      refuse(json, at, expected);
      return;
    }
    int nth = 0;
    for (JsonToken one = json.nextToken(); one != JsonToken.END_ARRAY; one = json.nextToken()) {
      if (nth >= MOST_IN_A_LIST) {
        wrong(at, null, "at most " + MOST_IN_A_LIST + " values");
        json.skipChildren();
      } else if (one == JsonToken.VALUE_STRING) {
        into.add(json.getString());
      } else {
        refuse(json, at + "/" + nth, "text");
        // Keeps the places of those that follow.
        into.add("");
      }
      nth++;
    }
  }

  private void reporter(JsonParser json, JsonToken value, String at) {
    if (value == JsonToken.START_OBJECT) {
      object(
          json,
          at,
          (_, name, given, place) -> {
            if (OF_REPORTER.contains(name)) {
              text(json, given, place, reporter, name);
            } else {
              refuse(json, place, "no such field");
            }
          });
    } else if (value != JsonToken.VALUE_NULL) {
      refuse(json, at, "an object with kind, name, agency and contact");
    }
  }

  private void mentioned(JsonParser json, JsonToken value, String at, String what) {
    if (value == JsonToken.VALUE_NULL) {
      return;
    }
    if (value != JsonToken.START_ARRAY) {
      refuse(json, at, "a list of objects");
      return;
    }
    int nth = 0;
    for (JsonToken one = json.nextToken(); one != JsonToken.END_ARRAY; one = json.nextToken()) {
      String place = at + "/" + nth;
      if (one != JsonToken.START_OBJECT) {
        refuse(json, place, "an object");
      } else if (mentioned.size() >= ReportCheck.MOST_MENTIONED) {
        wrong(
            at,
            null,
            "at most " + ReportCheck.MOST_MENTIONED + " people, places and vehicles in all");
        json.skipChildren();
      } else {
        one(json, what, nth + 1, place);
      }
      nth++;
    }
  }

  private void one(JsonParser json, String what, int nth, String at) {
    boolean person = !what.equals("place") && !what.equals("vehicle");
    Map<String, List<String>> values = new LinkedHashMap<>();
    Map<Sealing.Attribute, Said.Coded> hidden = new EnumMap<>(Sealing.Attribute.class);
    object(
        json,
        at,
        (_, name, value, place) -> {
          Sealing.Attribute attribute = person ? Sealing.Attribute.ofWord(name) : null;
          if (attribute != null) {
            hidden(json, value, place, attribute, hidden);
          } else if (person && name.equals("id")) {
            ids(json, value, place, values);
          } else if (allowed(what).contains(name)
              || (name.equals("standing") && what.equals("suspect"))) {
            value(json, name, value, place, values);
          } else {
            refuse(json, place, "no such field");
          }
        });
    mentioned.add(new Said.Mentioned(what, nth, at, values, hidden));
  }

  private void value(
      JsonParser json, String name, JsonToken value, String at, Map<String, List<String>> values) {
    if (SEVERAL.contains(name) && value == JsonToken.START_ARRAY) {
      List<String> texts = new ArrayList<>();
      list(json, value, at, "", texts);
      values.put(name, texts);
    } else if (value == JsonToken.VALUE_STRING
        || (value == JsonToken.VALUE_NUMBER_INT && name.equals("age"))) {
      values.put(name, List.of(json.getString()));
    } else if (value != JsonToken.VALUE_NULL) {
      refuse(json, at, SEVERAL.contains(name) ? "text or a list of texts" : "text");
    }
  }

  private void ids(JsonParser json, JsonToken value, String at, Map<String, List<String>> values) {
    if (value == JsonToken.VALUE_NULL) {
      return;
    }
    if (value != JsonToken.START_OBJECT) {
      refuse(json, at, "an object with a number for each scheme, such as nhs");
      return;
    }
    object(
        json,
        at,
        (_, scheme, given, place) -> {
          List<String> texts = new ArrayList<>();
          if (given == JsonToken.VALUE_STRING) {
            texts.add(json.getString());
          } else {
            list(json, given, place, "text or a list of texts", texts);
          }
          values.put("id." + scheme.toLowerCase(Locale.ROOT), texts);
        });
  }

  /// Words, or `{"codes": "police-16+1", "code": "A2"}`.
  private void hidden(
      JsonParser json,
      JsonToken value,
      String at,
      Sealing.Attribute attribute,
      Map<Sealing.Attribute, Said.Coded> hidden) {
    if (value == JsonToken.VALUE_STRING) {
      hidden.put(attribute, new Said.Coded("", json.getString()));
    } else if (value == JsonToken.START_OBJECT) {
      Map<String, String> coded = new HashMap<>();
      object(
          json,
          at,
          (_, name, given, place) -> {
            if (name.equals("codes") || name.equals("code")) {
              text(json, given, place, coded, name);
            } else {
              refuse(json, place, "no such field");
            }
          });
      String codes = coded.get("codes");
      String code = coded.get("code");
      if (codes == null || codes.isBlank() || code == null || code.isBlank()) {
        wrong(at, "an object", "words, or an object with codes (the list) and code");
      } else {
        hidden.put(attribute, new Said.Coded(codes, code));
      }
    } else if (value != JsonToken.VALUE_NULL) {
      refuse(json, at, "words, or an object with codes (the list) and code");
    }
  }

  private static Set<String> allowed(String what) {
    return switch (what) {
      case "place" -> OF_PLACES;
      case "vehicle" -> OF_VEHICLES;
      default -> OF_PEOPLE;
    };
  }
}
