package uk.candour.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Everything that the running service reads of a request, given junk from a fixed seed: each is
/// answered, and never as our fault.
final class FuzzedRequestsTest {

  private static final List<String> JUNK =
      List.of(
          "",
          " ",
          "abc",
          "-1",
          "0",
          "99999999999999999999",
          "2012-02-31",
          "\u0000",
          "\n",
          "\ud83d\ude00",
          "<script>",
          "${7*7}",
          "{{7*7}}",
          "../..",
          "%00",
          "a".repeat(3000),
          "'",
          "\"",
          "a=b&c=d",
          "\u202e",
          "1;2,3",
          "null",
          "true",
          "exploitation",
          "named",
          "confidential",
          "4");

  private final Town town = Town.get();
  private final Random random = new Random(9);

  private String junk() {
    String one = JUNK.get(random.nextInt(JUNK.size()));
    return random.nextInt(4) == 0 ? one + JUNK.get(random.nextInt(JUNK.size())) : one;
  }

  private void ask(Town.Visitor visitor, HttpRequest request, String what) {
    int status = visitor.send(request).statusCode();
    assertThat(status).as(what).isLessThan(500);
  }

  @Test
  void receiptsByAnyReference() {
    var visitor = town.stranger();
    for (int i = 0; i < 60; i++) {
      String reference = junk();
      String path = "/api/v1/receipts/" + URLEncoder.encode(reference, StandardCharsets.UTF_8);
      ask(visitor, HttpRequest.newBuilder(URI.create(town.address() + path)).build(), reference);
    }
  }

  @Test
  void keysAndTokensOfAnyLetters() {
    var visitor = town.stranger();
    for (int i = 0; i < 60; i++) {
      String header = junk().replaceAll("[^ -~]", "x");
      ask(
          visitor,
          HttpRequest.newBuilder(URI.create(town.address() + "/api/v1/reports"))
              .header("Idempotency-Key", header)
              .header("Authorization", random.nextBoolean() ? header : "Bearer " + header)
              .header("Content-Type", random.nextBoolean() ? "application/json" : header + "/x")
              .POST(BodyPublishers.ofString("{\"concern\": \"other\", \"text\": \"x\"}"))
              .build(),
          header);
    }
  }

  /// Each form with each of its fields filled with junk, one visitor a round, the whole way to the
  /// page that shows it all.
  @Test
  void formsWithAnythingInTheirFields() {
    Map<String, List<String>> forms = new HashMap<>();
    forms.put("/report/who", List.of("kind", "name", "agency", "contact", "from"));
    forms.put("/report/concern", List.of("concern"));
    forms.put("/report/when", List.of("happened-day", "happened-month", "happened-year"));
    forms.put("/report/what-happened", List.of("text"));
    forms.put("/report/severity", List.of("severity"));
    forms.put("/report/harm", List.of("harm"));
    forms.put(
        "/report/children/1",
        List.of(
            "children.1.forename",
            "children.1.born-day",
            "children.1.born-year",
            "children.1.nhs",
            "children.1.age",
            "children.x.age"));
    forms.put("/report/children/999", List.of("children.999.sex", "remove"));
    forms.put("/report-come-back", List.of("code"));
    forms.put("/follow", List.of("reference"));
    forms.put("/follow/receipt.json", List.of("reference"));
    forms.put("/welcome/code", List.of("code"));
    for (int round = 0; round < 6; round++) {
      var visitor = town.stranger();
      visitor.post("/report", Map.of());
      forms.forEach((path, fields) -> {
        Map<String, String> form = new HashMap<>();
        fields.forEach(field -> form.put(field, junk()));
        assertThat(visitor.post(path, form).statusCode()).as(path + " " + form).isLessThan(500);
        assertThat(visitor.get("/report/check").statusCode())
            .as("after " + path + " " + form)
            .isLessThan(500);
      });
      assertThat(visitor.post("/report/check", Map.of()).statusCode()).isLessThan(500);
    }
  }

  @Test
  void formBodiesThatAreNone() {
    var visitor = town.stranger();
    for (String body :
        List.of(
            "%",
            "%zz=1", "a=%ff%fe", "=&=&=", "&".repeat(20_000), "a=1&".repeat(2_000), "\u0000")) {
      ask(
          visitor,
          HttpRequest.newBuilder(URI.create(town.address() + "/follow"))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(body))
              .build(),
          body.substring(0, Math.min(20, body.length())));
    }
  }
}
