package uk.candour.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import uk.candour.server.access.AccessTable;

/// The description of the API says what the service does: every route is in it and no other, its
/// examples keep to its schemas and are taken when they are sent, and what comes back keeps to them
/// too.
final class OpenApiTest {

  private static final List<String> OF_MACHINES =
      List.of("/api/", "/log/", "/health/", "/info", "/metrics", "/openapi.json");

  private final Town town = Town.get();
  private final Town.Visitor machine = town.visitor("public");
  private final Map<?, ?> document = Json.read(machine.get("/openapi.json").body());

  /// The operations by `POST /api/v1/reports`.
  private Map<String, Map<?, ?>> operations() {
    Map<String, Map<?, ?>> operations = new TreeMap<>();
    Json.object(document.get("paths"))
        .forEach((path, methods) ->
            Json.object(methods)
                .forEach((method, operation) ->
                    operations.put(
                        method.toString().toUpperCase(java.util.Locale.ROOT) + " " + path,
                        Json.object(operation))));
    return operations;
  }

  @Test
  void everyRouteOfMachinesIsDescribedAndNoOther() {
    Set<String> routes = new TreeSet<>();
    AccessTable.read()
        .rules()
        .forEach(rule -> {
          if (OF_MACHINES.stream().anyMatch(rule.route()::startsWith)) {
            routes.add(rule.method() + " " + rule.route().replace("{*", "{"));
          }
        });

    assertThat(operations().keySet()).isEqualTo(routes);
  }

  @Test
  void theDocumentHoldsTogether() {
    assertThat(document.get("openapi")).isEqualTo("3.1.0");
    Set<Object> ids = new TreeSet<>();
    operations()
        .forEach((route, operation) -> {
          assertThat(ids.add(String.valueOf(operation.get("operationId")))).as(route).isTrue();
          assertThat(operation.get("summary")).as(route).isInstanceOf(String.class);
          Map<?, ?> responses = Json.object(operation.get("responses"));
          assertThat(responses.containsKey("405")).as(route).isTrue();
          responses.forEach((status, response) -> {
            assertThat(status.toString()).matches("[2-5]\\d\\d");
            assertThat(Json.object(response).get("description")).as(route).isNotNull();
          });
          Set<String> declared = new TreeSet<>();
          if (operation.get("parameters") instanceof List<?> parameters) {
            for (Object parameter : parameters) {
              assertThat(Json.names(parameter)).contains("name", "in", "required", "schema");
              if ("path".equals(Json.at(parameter, "in"))) {
                declared.add("{" + Json.at(parameter, "name") + "}");
              }
            }
          }
          Set<String> inPath = new TreeSet<>();
          for (String step : route.split("/", -1)) {
            if (step.startsWith("{")) {
              inPath.add(step);
            }
          }
          assertThat(declared).as(route).isEqualTo(inPath);
        });
    List<String> references = new ArrayList<>();
    references(document, references);
    assertThat(references).isNotEmpty().allSatisfy(ref -> Json.resolved(ref, document));
    Set<Object> schemas = new TreeSet<>();
    Json.object(Json.at(document, "components", "schemas")).keySet().forEach(schemas::add);
    Set<Object> used = new TreeSet<>();
    references.forEach(ref -> used.add(ref.replace("#/components/schemas/", "")));
    assertThat(used).isEqualTo(schemas);
  }

  private static void references(Object here, List<String> into) {
    switch (here) {
      case Map<?, ?> map ->
          map.forEach((name, value) -> {
            if (name.equals("$ref")) {
              into.add(String.valueOf(value));
            } else if (value != null) {
              references(value, into);
            }
          });
      case List<?> list ->
          list.forEach(one -> {
            if (one != null) {
              references(one, into);
            }
          });
      default -> {
        // A word or a number refers to nothing.
      }
    }
  }

  private Map<?, ?> schema(String name) {
    return Json.object(Json.at(document, "components", "schemas", name));
  }

  private Map<?, ?> examples() {
    return Json.object(
        Json.at(
            document,
            "paths",
            "/api/v1/reports",
            "post",
            "requestBody",
            "content",
            "application/json",
            "examples"));
  }

  private HttpResponse<String> post(String path, String key, String body) {
    return machine.send(
        HttpRequest.newBuilder(URI.create(town.address() + path))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  @Test
  void theExamplesKeepToTheSchemaAndAreTakenWhenTheyAreSent() {
    Map<?, ?> examples = examples();
    assertThat(examples).hasSize(3);
    examples.forEach((name, example) -> {
      Object value = Json.at(example, "value");
      String body = Json.write(value);
      assertThat(Json.faults(value, schema("Report"), document)).as("" + name).isEmpty();
      var answer = post("/api/v1/reports", "example " + name, body);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
      Map<?, ?> receipt = Json.read(answer.body());
      assertThat(Json.faults(receipt, schema("Receipt"), document)).isEmpty();
      String at = "/api/v1/receipts/" + receipt.get("reference");
      assertThat(Json.faults(Json.read(machine.get(at).body()), schema("Status"), document))
          .isEmpty();
      var opening = post(at + "/opening", "example " + name, body);
      assertThat(Json.faults(Json.read(opening.body()), schema("Opening"), document)).isEmpty();
    });
  }

  @Test
  void theUsualExampleSaysEverythingOnceSoThatNoAttributeIsWithoutOne() {
    Map<?, ?> usual = Json.object(Json.at(examples(), "usual", "value"));
    Set<Object> ofPeople = new TreeSet<>();
    for (String list : List.of("children", "suspects", "adults")) {
      for (Object person : Json.list(usual.get(list))) {
        ofPeople.addAll(Json.object(person).keySet());
      }
    }

    assertThat(ofPeople)
        .containsExactlyInAnyOrder(
            "id",
            "name",
            "forename",
            "middle",
            "surname",
            "alias",
            "born",
            "age",
            "sex",
            "ethnicity",
            "ethnicity-observed",
            "nationality",
            "address",
            "postcode",
            "area",
            "phone",
            "email",
            "handle",
            "school",
            "standing");
    assertThat(Json.object(schema("Suspect").get("properties")).keySet())
        .isEqualTo(new java.util.HashSet<>(ofPeople));
    assertThat(Json.object(schema("Place").get("properties")).keySet())
        .isEqualTo(Json.object(Json.at(usual, "places", 0)).keySet());
    assertThat(Json.object(schema("Vehicle").get("properties")).keySet())
        .isEqualTo(Json.object(Json.at(usual, "vehicles", 0)).keySet());
  }

  /// What the schema refuses the service refuses, and the other way round.
  @Test
  void theSchemaAndTheServiceAgree() {
    record Case(String json, boolean sound) {}
    for (Case one :
        List.of(
            new Case("{\"concern\": \"other\", \"text\": \"x\"}", true),
            new Case("{\"concern\": \"other\", \"text\": \"x\", \"severity\": 5}", false),
            new Case("{\"concern\": \"other\", \"text\": \"\"}", false),
            new Case("{\"concern\": \"other\"}", false),
            new Case("{\"concern\": \"others\", \"text\": \"x\"}", false),
            new Case("{\"concern\": \"other\", \"text\": \"x\", \"more\": 1}", false),
            new Case(
                "{\"concern\": \"other\", \"text\": \"x\", \"happened\": \"1/2/2012\"}", false),
            new Case("{\"concern\": \"other\", \"text\": \"x\", \"harm\": [\"rumour\"]}", false),
            new Case(
                "{\"concern\": \"other\", \"text\": \"x\", \"children\": [{\"ethnicity\": {\"codes\":"
                    + " \"police-ic\", \"code\": \"4\"}}]}",
                false),
            new Case(
                "{\"concern\": \"other\", \"text\": \"x\", \"children\": [{\"ethnicity-observed\":"
                    + " {\"codes\": \"police-ic\", \"code\": \"4\"}, \"id\": {\"la\": [\"1\"]}}]}",
                true),
            new Case(
                "{\"concern\": \"other\", \"text\": \"x\", \"children\": [{\"standing\": \"named\"}]}",
                false),
            new Case(
                "{\"concern\": \"other\", \"text\": \"x\", \"places\": [{\"plate\": \"x\"}]}",
                false))) {
      boolean keeps = Json.faults(Json.read(one.json()), schema("Report"), document).isEmpty();
      var answer = post("/api/v1/reports", "agree " + one.json().hashCode(), one.json());
      assertThat(keeps).as(one.json()).isEqualTo(one.sound());
      assertThat(answer.statusCode()).as(one.json()).isEqualTo(one.sound() ? 201 : 400);
      if (!one.sound()) {
        assertThat(Json.faults(Json.read(answer.body()), schema("Problem"), document)).isEmpty();
      }
    }
  }

  @Test
  void whatTheServiceSaysOfItselfKeepsToItsSchemas() {
    assertThat(Json.faults(Json.read(machine.get("/info").body()), schema("Info"), document))
        .isEmpty();
    for (String path : List.of("/health/live", "/health/ready")) {
      assertThat(Json.faults(Json.read(machine.get(path).body()), schema("State"), document))
          .isEmpty();
    }
  }

  @Test
  void metricsNameNobody() {
    town.report("Wilhelmina");

    assertThat(machine.get("/metrics").body().lines())
        .isNotEmpty()
        .allMatch(line ->
            line.matches(
                "# TYPE [a-z_]+ (counter|gauge|histogram)"
                    + "|[a-z_]+(\\{(status|le)=\"[0-9.+Inf]+\"})? [0-9.E-]+"));
  }
}
