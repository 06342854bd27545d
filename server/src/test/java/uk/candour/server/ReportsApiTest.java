package uk.candour.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import uk.candour.server.accounts.Accounts;

/// Reports by machines, as the contract has them.
final class ReportsApiTest {

  private static final String REPORT = "{\"concern\": \"neglect\", \"text\": \"No coat again.\"}";

  private final Town town = Town.get();
  private final Town.Visitor machine = town.visitor("public");

  @Test
  void aReportIsAnsweredByAReceipt() {
    var answer = machine.json("api-1", REPORT);

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.body())
        .contains(
            "\"reference\":",
            "\"receivedAt\":",
            "\"logIndex\":",
            "\"entry\":",
            "\"leafHash\":",
            "\"checkpoint\":",
            "\"inclusionProof\":");
  }

  @Test
  void theSameKeyAgainIsAnsweredByTheSameReceipt() {
    var first = machine.json("api-2", REPORT);
    var again = machine.json("api-2", REPORT);

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
  }

  @Test
  void theSameKeyForAnotherReportIsRefused() {
    machine.json("api-3", REPORT);

    assertThat(machine.json("api-3", REPORT.replace("coat", "lunch")).statusCode()).isEqualTo(422);
  }

  @Test
  void aReportWithoutAKeyIsRefused() {
    assertThat(machine.json("", REPORT).statusCode()).isEqualTo(400);
  }

  @Test
  void everyUnknownFieldIsNamed() {
    var answer =
        machine.json(
            "api-4",
            """
            {"concern": "neglect", "text": "x", "colour": 1, "children": [{"forename": "A", "race": "x"}],
             "places": [{"name": "P", "plate": "x"}], "reporter": {"kind": "anonymous", "age": 3}}
            """);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("content-type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body())
        .contains("/colour", "/children/0/race", "/places/0/plate", "/reporter/age");
  }

  @Test
  void everyWrongValueIsNamedWithWhatWasExpected() {
    var answer =
        machine.json(
            "api-5",
            """
            {"concern": "gossip", "text": "x", "severity": 9, "happened": "2012-02-31",
             "children": [{"born": "last year", "sex": "x"}]}
            """);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("/concern", "/severity", "/happened", "/children/0/born", "/children/0/sex");
  }

  @Test
  void aNumberIsNotTakenForText() {
    assertThat(machine.json("api-6", "{\"concern\": \"neglect\", \"text\": 1746}").statusCode())
        .isEqualTo(400);
  }

  @Test
  void aFieldTwiceIsRefused() {
    assertThat(
            machine
                .json("api-7", "{\"concern\": \"neglect\", \"text\": \"a\", \"text\": \"b\"}")
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void withoutASignInNobodyReportsWithAName() {
    assertThat(
            machine
                .json(
                    "api-8",
                    "{\"concern\": \"neglect\", \"text\": \"a\", \"reporter\": {\"kind\":"
                        + " \"named\", \"name\": \"A B\"}}")
                .body())
        .contains("/reporter/kind");
  }

  @Test
  void aSystemSignsInByAToken() {
    String secret =
        town.running.context().getBean(Accounts.class).addToken(Town.HEALTH, "a system", "test");

    assertThat(bearer(secret, "api-9")).isEqualTo(201);
    assertThat(bearer(secret + "X", "api-10")).isEqualTo(401);
  }

  private int bearer(String secret, String key) {
    return machine
        .send(
            HttpRequest.newBuilder(URI.create(town.address() + "/api/v1/reports"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .header("Authorization", "Bearer " + secret)
                .POST(
                    BodyPublishers.ofString(
                        REPORT.replace("}", ", \"reporter\": {\"kind\": \"named\"}}")))
                .build())
        .statusCode();
  }

  @Test
  void aReceiptIsFoundAgainByItsReference() {
    String reference = town.report("Ernestine");

    var answer = machine.get("/api/v1/receipts/" + reference);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"status\":\"received\"", "\"inclusionProof\":");
  }
}
