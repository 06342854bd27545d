package uk.candour.server.reports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// Reads a report out of JSON, strictly: an unknown field, a field twice and a value of another
/// type are refused, each named; nothing is turned into text that is not text.
public final class ReportJson {

  private static final int DEEPEST = 8;
  private static final int LONGEST_STRING = 200_000;
  private static final int LONGEST_NUMBER = 20;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(LONGEST_STRING)
                  .maxNumberLength(LONGEST_NUMBER)
                  .maxNameLength(100)
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
  private final Map<String, String> problems = new LinkedHashMap<>();

  private ReportJson() {}

  /// What came of a reading.
  ///
  /// @param problems what was expected, by JSON pointer; empty where the JSON has the right form
  public record Read(Said said, Map<String, String> problems) {}

  public static Read read(byte[] body) {
    var reading = new ReportJson();
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), body)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        reading.problems.put("", "a JSON object");
      } else {
        reading.report(json);
        if (json.nextToken() != null) {
          reading.problems.put("", "one JSON object and nothing after it");
        }
      }
    } catch (JacksonException e) {
      reading.problems.put("", "JSON: " + e.getOriginalMessage());
    }
    return new Read(
        new Said(reading.fields, reading.harm, reading.reporter, reading.mentioned),
        reading.problems);
  }

  private void report(JsonParser json) {
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      String what = LISTS.get(name);
      if (TEXTS.contains(name)) {
        text(json, value, "/" + name, fields, name);
      } else if (name.equals("severity")) {
        severity(json, value);
      } else if (name.equals("harm")) {
        harm(json, value);
      } else if (name.equals("reporter")) {
        reporter(json, value);
      } else if (what != null) {
        mentioned(json, value, name, what);
      } else {
        unknown(json, "/" + name);
      }
    }
  }

  private void unknown(JsonParser json, String at) {
    problems.put(at, "no such field");
    json.skipChildren();
  }

  private void text(
      JsonParser json, JsonToken value, String at, Map<String, String> into, String name) {
    if (value == JsonToken.VALUE_STRING) {
      into.put(name, json.getString());
    } else if (value != JsonToken.VALUE_NULL) {
      problems.put(at, "text");
      json.skipChildren();
    }
  }

  private void severity(JsonParser json, JsonToken value) {
    if (value == JsonToken.VALUE_NUMBER_INT) {
      fields.put("severity", json.getString());
    } else if (value != JsonToken.VALUE_NULL) {
      problems.put("/severity", "a number from 1 (low) to 4 (very high)");
      json.skipChildren();
    }
  }

  private void harm(JsonParser json, JsonToken value) {
    if (value == JsonToken.VALUE_NULL) {
      return;
    }
    if (value != JsonToken.START_ARRAY) {
      problems.put("/harm", "a list of words");
      json.skipChildren();
      return;
    }
    int at = 0;
    for (JsonToken one = json.nextToken(); one != JsonToken.END_ARRAY; one = json.nextToken()) {
      if (one == JsonToken.VALUE_STRING) {
        harm.add(json.getString());
      } else {
        problems.put("/harm/" + at, "text");
        json.skipChildren();
      }
      at++;
    }
  }

  private void reporter(JsonParser json, JsonToken value) {
    if (value == JsonToken.VALUE_NULL) {
      return;
    }
    if (value != JsonToken.START_OBJECT) {
      problems.put("/reporter", "an object with kind, name, agency and contact");
      json.skipChildren();
      return;
    }
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      JsonToken given = json.nextToken();
      if (OF_REPORTER.contains(name)) {
        text(json, given, "/reporter/" + name, reporter, name);
      } else {
        unknown(json, "/reporter/" + name);
      }
    }
  }

  private void mentioned(JsonParser json, JsonToken value, String list, String what) {
    if (value == JsonToken.VALUE_NULL) {
      return;
    }
    if (value != JsonToken.START_ARRAY) {
      problems.put("/" + list, "a list of objects");
      json.skipChildren();
      return;
    }
    int at = 0;
    for (JsonToken one = json.nextToken(); one != JsonToken.END_ARRAY; one = json.nextToken()) {
      String place = "/" + list + "/" + at;
      if (one == JsonToken.START_OBJECT) {
        mentioned.add(new Said.Mentioned(what, at + 1, place, values(json, what, place)));
      } else {
        problems.put(place, "an object");
        json.skipChildren();
      }
      at++;
    }
  }

  private Map<String, List<String>> values(JsonParser json, String what, String place) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      String at = place + "/" + name;
      if (name.equals("id") && isPerson(what)) {
        ids(json, value, at, values);
      } else if (!allowed(what).contains(name)
          && !(name.equals("standing") && what.equals("suspect"))) {
        unknown(json, at);
      } else if (value == JsonToken.VALUE_STRING) {
        values.put(name, List.of(json.getString()));
      } else if (value == JsonToken.START_ARRAY && SEVERAL.contains(name)) {
        values.put(name, texts(json, at));
      } else if (value == JsonToken.VALUE_NUMBER_INT && name.equals("age")) {
        values.put(name, List.of(json.getString()));
      } else if (value != JsonToken.VALUE_NULL) {
        problems.put(at, SEVERAL.contains(name) ? "text or a list of texts" : "text");
        json.skipChildren();
      }
    }
    return values;
  }

  private List<String> texts(JsonParser json, String at) {
    List<String> texts = new ArrayList<>();
    for (JsonToken one = json.nextToken(); one != JsonToken.END_ARRAY; one = json.nextToken()) {
      if (one == JsonToken.VALUE_STRING) {
        texts.add(json.getString());
      } else {
        problems.put(at + "/" + texts.size(), "text");
        json.skipChildren();
      }
    }
    return texts;
  }

  private void ids(JsonParser json, JsonToken value, String at, Map<String, List<String>> values) {
    if (value == JsonToken.VALUE_NULL) {
      return;
    }
    if (value != JsonToken.START_OBJECT) {
      problems.put(at, "an object with a number for each scheme, such as nhs");
      json.skipChildren();
      return;
    }
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String scheme = json.currentName();
      JsonToken given = json.nextToken();
      if (given == JsonToken.VALUE_STRING) {
        values.put("id." + scheme, List.of(json.getString()));
      } else if (given != JsonToken.VALUE_NULL) {
        problems.put(at + "/" + scheme, "text");
        json.skipChildren();
      }
    }
  }

  private static boolean isPerson(String what) {
    return !what.equals("place") && !what.equals("vehicle");
  }

  private static Set<String> allowed(String what) {
    return switch (what) {
      case "place" -> OF_PLACES;
      case "vehicle" -> OF_VEHICLES;
      default -> OF_PEOPLE;
    };
  }
}
