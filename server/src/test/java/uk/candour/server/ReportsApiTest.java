package uk.candour.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.candour.server.accounts.Accounts;
import uk.candour.server.picture.Picture;

/// Reports by machines, as the contract has them.
final class ReportsApiTest {

  private static final String REPORT = "{\"concern\": \"neglect\", \"text\": \"No coat again.\"}";
  private static final String NAMED = REPORT.replace("}", ", \"reporter\": {\"kind\": \"named\"}}");

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
    return signedIn("Bearer " + secret, key, NAMED).statusCode();
  }

  private HttpResponse<String> signedIn(String authorization, String key, String body) {
    return machine.send(
        request(key)
            .header("Authorization", authorization)
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private HttpRequest.Builder request(String key) {
    return HttpRequest.newBuilder(URI.create(town.address() + "/api/v1/reports"))
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", key);
  }

  private static String of(HttpResponse<String> answer, String field) {
    return String.valueOf(Json.read(answer.body()).get(field));
  }

  // -- All that is wrong, at once -------------------------------------------------------------

  /// Twenty-four things are wrong with this report, and twenty-four are told: unknown fields, other
  /// types, fields twice, values that are none, what is missing, and what this sender may not say.
  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    var answer =
        machine.json(
            "api-20",
            """
            {"concern": "gossip", "severity": 9, "happened": "2012-02-31", "colour": 1, "to": "Nowhere",
             "harm": ["threat", "rumour", 7], "team": {"a": [1]}, "team": "x",
             "reporter": {"kind": "named", "age": 3, "name": ["A"]},
             "children": [{"born": "last year", "sex": "x", "race": "y", "age": "old", "id": {"nhs": 5, "a b": "1"}},
                          "a child"],
             "suspects": [{"standing": "guilty", "ethnicity": "A2", "ethnicity-observed": {"codes": "police-ic", "code": "99"}}],
             "places": [{"name": "P\\u0007", "plate": "x"}]}
            """);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("content-type").orElse(""))
        .startsWith("application/problem+json");
    List<String> told = new ArrayList<>();
    for (Object error : Json.list(Json.read(answer.body()).get("errors"))) {
      assertThat(Json.names(error)).containsExactlyInAnyOrder("field", "value", "expected");
      told.add(Json.at(error, "field") + " = " + Json.at(error, "value"));
    }
    assertThat(told)
        .containsExactlyInAnyOrder(
            "/concern = gossip",
            "/severity = 9",
            "/happened = 2012-02-31",
            "/colour = 1",
            "/to = Nowhere",
            "/harm/1 = rumour",
            "/harm/2 = 7",
            "/team = an object",
            "/reporter/kind = named",
            "/reporter/age = 3",
            "/reporter/name = a list",
            "/children/0/born = last year",
            "/children/0/sex = x",
            "/children/0/race = y",
            "/children/0/age = old",
            "/children/0/id/nhs = 5",
            "/children/0/id/a b = 1",
            "/children/1 = a child",
            "/suspects/0/standing = guilty",
            "/suspects/0/ethnicity = A2",
            "/suspects/0/ethnicity-observed = police-ic 99",
            "/places/0/name = P\u0007",
            "/places/0/plate = x",
            "/text = null");
    assertThat(of(answer, "detail")).isEqualTo("Nothing was accepted: 24 fields are wrong.");
  }

  @Test
  void whatIsMissingIsToldTogetherWithTheRest() {
    var answer = machine.json("api-21", "{\"team\": 3}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Json.list(Json.read(answer.body()).get("errors")))
        .extracting(one -> Json.at(one, "field"))
        .containsExactlyInAnyOrder("/team", "/concern", "/text");
  }

  @Test
  void aValueOfAnotherTypeIsToldWithWhatIsExpectedOfTheField() {
    var answer = machine.json("api-22", "{\"concern\": 7, \"text\": null, \"severity\": \"3\"}");

    assertThat(answer.body())
        .contains(
            "{\"field\":\"/concern\",\"value\":\"7\",\"expected\":\"one of exploitation,",
            "{\"field\":\"/text\",\"value\":null,\"expected\":\"what happened",
            "{\"field\":\"/severity\",\"value\":\"3\",\"expected\":\"a number from 1");
  }

  static Stream<Arguments> bodies() {
    String sound = "{\"concern\": \"other\", \"text\": \"x\"}";
    return Stream.of(
        arguments("", 400, "an empty body"),
        arguments("  \n", 400, "white space"),
        arguments("{", 400, "half an object"),
        arguments("null", 400, "no object"),
        arguments("[]", 400, "a list"),
        arguments("\"x\"", 400, "a text"),
        arguments(sound + sound, 400, "two objects"),
        arguments(sound + "x", 400, "something after it"),
        arguments("{\"text\": 'x'}", 400, "other quotation marks"),
        arguments("{\"concern\": \"other\", \"text\": \"x\",}", 400, "a comma too many"),
        arguments("{\"text\": \"a\", \"text\": \"a\", \"concern\": \"other\"}", 400, "twice"),
        arguments("{\"a\":" + "[".repeat(5000) + "]".repeat(5000) + "}", 400, "too deep"),
        arguments("{\"text\": \"\\ud800\", \"concern\": \"other\"}", 400, "half a character"),
        arguments("{\"text\": \"a\\u0000b\", \"concern\": \"other\"}", 400, "a zero"),
        arguments(
            "{\"concern\": \"other\", \"text\": \"" + "x".repeat(100_001) + "\"}", 400, "too long"),
        arguments(
            "{\"concern\": \"other\", \"text\": \"x\", \"team\": \"" + "x".repeat(501) + "\"}",
            400,
            "a value too long"),
        arguments(
            "{\"concern\": \"other\", \"text\": \"x\", \"severity\": " + "9".repeat(5000) + "}",
            400,
            "a number too long"),
        arguments(
            "{\"concern\": \"other\", \"text\": \"x\", \"children\": ["
                + "{},".repeat(5000)
                + "{}]}",
            400,
            "too many children"),
        arguments(" ".repeat(1 << 20) + sound, 413, "too large"),
        arguments(" ".repeat(3 << 20) + sound, 413, "much too large"),
        arguments("\uFEFF" + sound, 400, "a byte order mark, which RFC 8259 forbids"),
        arguments(
            sound.replace("\"x\"", "\"" + "x".repeat(100_000) + "\""), 201, "as long as may be"),
        arguments(" ".repeat((1 << 20) - sound.length()) + sound, 201, "as large as may be"),
        arguments(
            sound.replace("x\"", "\\u00e9\\ud83d\\ude00\ud83d\ude00\\n\""), 201, "any letters"));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void aBodyIsReadOrClearlyRefused(String body, int status, String reason) {
    var answer = machine.json("api-body-" + body.hashCode(), body);

    assertThat(answer.statusCode()).as(reason + ": " + answer.body()).isEqualTo(status);
    if (status >= 400) {
      assertThat(Json.read(answer.body()).get("status")).isEqualTo((long) status);
      assertThat(of(answer, "detail")).isNotEmpty();
      assertThat(answer.body().length()).as("what is told is short").isLessThan(300_000);
    }
  }

  @Test
  void whatIsNotUtf8IsRefused() {
    for (byte[] body :
        List.of(
            REPORT.getBytes(StandardCharsets.UTF_16),
            REPORT.replace("coat", "c\u00f4t").getBytes(StandardCharsets.ISO_8859_1),
            new byte[] {'{', (byte) 0xC0, (byte) 0x80, '}'})) {
      var answer = machine.send(request("api-utf").POST(BodyPublishers.ofByteArray(body)).build());
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("JSON in UTF-8");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, 201, as it is",
    "application/json; charset=utf-8, 201, as it is too",
    "Application/JSON;charset=\"UTF-8\", 201, in other letters",
    "application/json; charset=iso-8859-1, 415, another encoding",
    "application/json; charset=nonsense, 415, no encoding at all",
    "text/plain, 415, another type",
    "application/xml, 415, another type",
    "*/*, 415, no type",
    "application/*, 415, no type",
    "application/vnd.api+json, 415, another type",
    "json, 415, junk",
    "application/json;;;=, 415, junk",
    "multipart/form-data; boundary=x, 415, a form",
    "application/x-www-form-urlencoded, 415, a form",
    "'', 415, none",
  })
  void onlyJsonIsTaken(String type, int status, String reason) {
    var request =
        HttpRequest.newBuilder(URI.create(town.address() + "/api/v1/reports"))
            .header("Idempotency-Key", "api-type-" + type.hashCode())
            .POST(BodyPublishers.ofString(REPORT));
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }

    assertThat(machine.send(request.build()).statusCode()).as(reason).isEqualTo(status);
  }

  @Test
  void aBodyThatIsPackedIsRefused() {
    assertThat(
            machine
                .send(
                    request("api-packed")
                        .header("Content-Encoding", "gzip")
                        .POST(BodyPublishers.ofString(REPORT))
                        .build())
                .statusCode())
        .isEqualTo(415);
  }

  // -- Keys ---------------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource({
    "a, 201, short but a key",
    "'with spaces and \"quotes\"', 201, printable",
    "'', 400, none",
    "'   ', 400, blank",
  })
  void aKeyIsPrintable(String key, int status, String reason) {
    assertThat(machine.json(key.isEmpty() ? "" : key, REPORT.replace("again", reason)).statusCode())
        .as(reason)
        .isEqualTo(status);
  }

  @Test
  void aKeyHasTwoHundredLettersAtMost() {
    assertThat(machine.json("k".repeat(200), REPORT).statusCode()).isEqualTo(201);
    assertThat(machine.json("k".repeat(201), REPORT).statusCode()).isEqualTo(400);
  }

  @Test
  void theSameReportInOtherLettersIsTheSameReport() {
    var first =
        machine.json(
            "api-30",
            "{\"concern\": \"neglect\", \"text\": \"No coat\", \"severity\": 2,"
                + " \"children\": [{\"forename\": \"A\", \"alias\": \"B\"}]}");
    var again =
        machine.json(
            "api-30",
            "{ \"children\":[{\"alias\":[\"B\"],\"surname\":null,\"forename\":\"\\u0041\"}],\n"
                + " \"text\":\"No\\u0020coat\",\"severity\":2,\"concern\":\"neglect\",\"to\":null}");
    var other =
        machine.json(
            "api-30",
            "{\"concern\": \"neglect\", \"text\": \"No coat\", \"severity\": 2,"
                + " \"children\": [{\"forename\": \"A\", \"alias\": \"C\"}]}");

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.body()).doesNotContain(of(first, "reference")).doesNotContain("coat");
  }

  @Test
  void aReportSentByManyAtOnceIsOneReport() throws Exception {
    try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<HttpResponse<String>>> answers = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        answers.add(senders.submit(() -> town.stranger().json("api-31", REPORT)));
      }
      Set<String> bodies = new TreeSet<>();
      int created = 0;
      for (var answer : answers) {
        assertThat(answer.get().statusCode()).isIn(200, 201);
        created += answer.get().statusCode() == 201 ? 1 : 0;
        bodies.add(answer.get().body());
      }
      assertThat(created).isEqualTo(1);
      assertThat(bodies).hasSize(1);
    }
  }

  @Test
  void aKeyIsTheSendersOwn() {
    var accounts = town.running.context().getBean(Accounts.class);
    String one = "Bearer " + accounts.addToken(Town.HEALTH, "one system", "test");
    String two = "Bearer " + accounts.addToken(Town.HEALTH, "another system", "test");

    var ofAnybody = machine.json("api-32", REPORT);
    var ofOne = signedIn(one, "api-32", REPORT);
    var ofTwo = signedIn(two, "api-32", REPORT.replace("coat", "lunch"));
    var again = signedIn(one.replace("Bearer", "bearer"), "api-32", REPORT);

    assertThat(List.of(ofAnybody.statusCode(), ofOne.statusCode(), ofTwo.statusCode()))
        .containsExactly(201, 201, 201);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(of(again, "reference")).isEqualTo(of(ofOne, "reference"));
    assertThat(Set.of(of(ofAnybody, "reference"), of(ofOne, "reference"), of(ofTwo, "reference")))
        .hasSize(3);
    assertThat(signedIn(two, "api-32", REPORT).statusCode()).isEqualTo(422);
  }

  @Test
  void aSignInThatIsNoneIsRefusedAndSaysHow() {
    for (String junk :
        List.of("Bearer", "Bearer x", "Basic eDp5", "Bearer a b", "x".repeat(5000))) {
      var answer = signedIn(junk, "api-33", REPORT);
      assertThat(answer.statusCode()).as(junk).isEqualTo(401);
      assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }
  }

  @Test
  void whoTellsAReporterSaysWhetherInConfidence() {
    assertThat(
            machine
                .json("api-34", REPORT.replace("}", ", \"reporter\": {\"name\": \"A B\"}}"))
                .body())
        .contains("/reporter/kind");
  }

  // -- What opens a commitment -----------------------------------------------------------------

  private HttpResponse<String> open(String reference, String key, String body) {
    return machine.send(
        HttpRequest.newBuilder(
                URI.create(town.address() + "/api/v1/receipts/" + reference + "/opening"))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  /// The way from what was reported to the log, worked out with nothing of ours.
  @Test
  void whoeverSendsAReportAgainGetsTheSaltsAndTheyOpenTheEntry() throws Exception {
    var receipt = machine.json("api-40", REPORT);
    var opening = open(of(receipt, "reference"), "api-40", REPORT);

    assertThat(opening.statusCode()).as(opening.body()).isEqualTo(200);
    var base64 = Base64.getDecoder();
    List<byte[]> leaves = new ArrayList<>();
    List<String> opened = new ArrayList<>();
    for (Object part : Json.list(Json.read(opening.body()).get("parts"))) {
      byte[] commitment =
          base64.decode((String) Objects.requireNonNull(Json.at(part, "commitment")));
      if (Json.object(part).containsKey("salt")) {
        var sha = MessageDigest.getInstance("SHA-256");
        sha.update("candour part 1\0".getBytes(StandardCharsets.UTF_8));
        sha.update((Json.at(part, "part") + "\0").getBytes(StandardCharsets.UTF_8));
        sha.update(base64.decode((String) Objects.requireNonNull(Json.at(part, "salt"))));
        byte[] content = base64.decode((String) Objects.requireNonNull(Json.at(part, "content")));
        assertThat(sha.digest(content)).isEqualTo(commitment);
        opened.add(new String(content, StandardCharsets.UTF_8));
      }
      leaves.add(hash(0, commitment));
    }
    assertThat(opened).hasSize(4).anyMatch(content -> content.contains("No coat again."));
    byte[] left =
        hash(1, hash(1, leaves.get(0), leaves.get(1)), hash(1, leaves.get(2), leaves.get(3)));
    byte[] entry = base64.decode(of(receipt, "entry"));
    assertThat(entry).hasSize(33).startsWith(1);
    assertThat(Arrays.copyOfRange(entry, 1, 33)).isEqualTo(hash(1, left, leaves.get(4)));
    assertThat(base64.decode(of(receipt, "leafHash"))).isEqualTo(hash(0, entry));
  }

  private static byte[] hash(int first, byte[]... parts) throws Exception {
    var sha = MessageDigest.getInstance("SHA-256");
    sha.update((byte) first);
    for (byte[] part : parts) {
      sha.update(part);
    }
    return sha.digest();
  }

  @Test
  void aReceiptAloneOpensNothing() {
    String reference = of(machine.json("api-41", REPORT), "reference");
    machine.json("api-42", REPORT);

    assertThat(open(reference, "api-41", REPORT.replace("coat", "lunch")).statusCode())
        .as("another body")
        .isEqualTo(404);
    assertThat(open(reference, "api-42", REPORT).statusCode()).as("another's key").isEqualTo(404);
    assertThat(open(reference, "api-43", REPORT).statusCode()).as("no such key").isEqualTo(404);
    assertThat(open("0000-0000-0000", "api-41", REPORT).statusCode()).as("absent").isEqualTo(404);
    assertThat(open(reference, "api-41", "{}").statusCode()).as("no report").isEqualTo(400);
    assertThat(machine.get("/api/v1/receipts/" + reference).body()).doesNotContain("coat", "salt");
  }

  @Test
  void anOpeningIsAReading() throws Exception {
    String reference = of(machine.json("api-44", REPORT), "reference");
    open(reference, "api-44", REPORT);

    var picture = town.running.context().getBean(Picture.class);
    picture.catchUp();
    assertThat(picture.readingsOf(reference))
        .singleElement()
        .satisfies(one -> assertThat(one.purpose()).contains("to prove"));
    assertThat(machine.get("/api/v1/receipts/" + reference).body())
        .contains("\"status\":\"received\"");
  }

  // -- Receipts ---------------------------------------------------------------------------------

  @ParameterizedTest
  @ValueSource(
      strings = {"0000-0000-0000", "nonsense", "%20", "..%252f", "7KQ2-M9XD-4TFA-7KQ2", "\u00e4"})
  void whatIsNoReferenceIsAnsweredAsOneThatIsAbsent(String reference) {
    var answer =
        machine.get("/api/v1/receipts/" + URLEncoder.encode(reference, StandardCharsets.UTF_8));

    assertThat(answer.statusCode()).isIn(400, 404);
    assertThat(Json.names(Json.read(answer.body()))).contains("type", "title", "status", "detail");
  }

  @Test
  void aReceiptIsFoundAgainByItsReference() {
    String reference = town.report("Ernestine");

    var answer = machine.get("/api/v1/receipts/" + reference);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"status\":\"received\"", "\"inclusionProof\":");
  }
}
