package uk.candour.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a sender is told while the service cannot do its work: that a report is durable and its
/// receipt follows, or that nothing was accepted; never anything in between.
final class ReportsInTroubleTest {

  private static final String REPORT = "{\"concern\": \"neglect\", \"text\": \"No coat again.\"}";
  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir private Path data;

  private Apart apart;
  private Town.Visitor machine;

  @BeforeEach
  void start() throws Exception {
    apart = Apart.start(data.resolve("record"));
    machine = apart.visitor();
  }

  @AfterEach
  void stop() throws Exception {
    apart.close();
  }

  private static Object of(HttpResponse<String> answer, String field) {
    return String.valueOf(Json.read(answer.body()).get(field));
  }

  private HttpResponse<String> until(String path, int status, String words)
      throws InterruptedException {
    long began = System.nanoTime();
    HttpResponse<String> answer = machine.get(path);
    while (answer.statusCode() != status || !answer.body().contains(words)) {
      if (System.nanoTime() - began > SOON.toNanos()) {
        throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
      }
      Thread.sleep(100);
      answer = machine.get(path);
    }
    return answer;
  }

  @Test
  void aReportThatIsSlowToBeSignedIsAcceptedAndItsReceiptFollows() throws Exception {
    HttpResponse<String> slow;
    try (Connection _ = apart.hold("log_entry")) {
      slow = machine.json("slow", REPORT);
      assertThat(slow.statusCode()).isEqualTo(202);
      assertThat(Json.names(Json.read(slow.body())))
          .containsExactly("receivedAt", "reference", "status");
      assertThat(of(slow, "status")).isEqualTo("accepted");
      assertThat(slow.headers().firstValue("Location"))
          .contains("/api/v1/receipts/" + of(slow, "reference"));
      var asked = machine.get("/api/v1/receipts/" + of(slow, "reference"));
      assertThat(asked.statusCode()).isEqualTo(200);
      assertThat(asked.body()).isEqualTo(slow.body());
      var again = machine.json("slow", REPORT);
      assertThat(again.statusCode()).isEqualTo(202);
      assertThat(again.body()).isEqualTo(slow.body());
    }
    var signed = until("/api/v1/receipts/" + of(slow, "reference"), 200, "\"inclusionProof\":");
    var sent = machine.json("slow", REPORT);

    assertThat(of(signed, "status")).isEqualTo("received");
    assertThat(sent.statusCode()).isEqualTo(200);
    assertThat(of(sent, "reference")).isEqualTo(of(slow, "reference"));
    assertThat(of(sent, "leafHash")).isEqualTo(of(signed, "leafHash"));
    assertThat(apart.running.record().logSize()).isEqualTo(1);
  }

  @Test
  void withoutItsDatabaseTheServiceTakesNothingSaysSoAndComesBack() throws Exception {
    var first = machine.json("before", REPORT);
    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(machine.get("/health/ready").statusCode()).isEqualTo(200);

    apart.databaseGoes();
    var refused = machine.json("during", REPORT);
    var asked = machine.get("/api/v1/receipts/" + of(first, "reference"));
    var ready = until("/health/ready", 503, "");
    var live = machine.get("/health/live");
    apart.databaseComesBack();

    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).contains("2");
    assertThat(of(refused, "detail"))
        .isEqualTo("Nothing was accepted. Send it again with the same key.");
    assertThat(asked.statusCode()).isEqualTo(503);
    assertThat(asked.headers().firstValue("Retry-After")).contains("2");
    assertThat(ready.statusCode()).isEqualTo(503);
    assertThat(ready.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(live.statusCode()).isEqualTo(200);
    until("/health/ready", 200, "UP");
    HttpResponse<String> sent = machine.json("during", REPORT);
    for (int i = 0; i < 20 && sent.statusCode() == 503; i++) {
      Thread.sleep(500);
      sent = machine.json("during", REPORT);
    }
    assertThat(sent.statusCode()).isEqualTo(201);
    assertThat(apart.running.record().logSize()).isEqualTo(2);
  }

  @Test
  void aServiceThatIsClosingTakesNothingAndSaysSo() throws Exception {
    apart.running.record().close();

    var refused = machine.json("closing", REPORT);

    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).contains("2");
  }
}
