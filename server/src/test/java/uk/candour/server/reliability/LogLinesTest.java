package uk.candour.server.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Standard output of the real service names nobody: what is sent, sound or broken, in a body, a
/// header, a path or a form, and while the database is killed, is in no line of it.
final class LogLinesTest {

  /// A name that is nowhere else.
  private static final String NAME = "Quillfeather";

  @TempDir private Path folder;

  private static int send(Service service, String path, String key, String type, String body)
      throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(service.at(path))
                  .header("Content-Type", type)
                  .header("Idempotency-Key", key)
                  .POST(BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.discarding())
          .statusCode();
    }
  }

  @Test
  void everyLineIsJsonAndNoneNamesAnybody() throws Exception {
    String json = "application/json";
    String sound =
        "{\"concern\":\"other\",\"text\":\"%1$s\",\"children\":[{\"surname\":\"%1$s\"}]}"
            .formatted(NAME);
    try (var service = new Service(folder.resolve("record"), List.of())) {
      service.with("CANDOUR_LOG_FORMAT", "json");
      service.start();
      String reports = "/api/v1/reports";
      assertThat(send(service, reports, NAME, json, sound)).isEqualTo(201);
      assertThat(send(service, reports, NAME, json, sound)).isEqualTo(200);
      assertThat(send(service, reports, NAME, json, sound.replace("other", "neglect")))
          .isEqualTo(422);
      assertThat(send(service, reports, NAME + 2, json, sound.replace("}]}", NAME))).isEqualTo(400);
      assertThat(send(service, reports, NAME + 3, json, sound.replace("other", NAME)))
          .isEqualTo(400);
      assertThat(send(service, reports, NAME + 4, NAME + "/" + NAME, sound)).isEqualTo(415);
      assertThat(send(service, "/" + NAME, NAME, json, sound)).isIn(400, 404);
      assertThat(
              send(
                  service,
                  "/sign-in",
                  NAME,
                  "application/x-www-form-urlencoded",
                  "username=" + NAME))
          .isBetween(300, 499);
      service.get("/api/v1/receipts/" + NAME);
      service.get("/api/v1/receipts/" + URLEncoder.encode("%" + NAME, StandardCharsets.UTF_8));
      service.get("/search?name=" + NAME);
      service.killDatabase();
      assertThat(send(service, reports, NAME + 5, json, sound)).isIn(201, 202, 503);
      service.get("/health/ready");
      service.stop();
    }
    List<String> lines = Files.readAllLines(folder.resolve("service.out"));

    assertThat(lines).isNotEmpty();
    assertThat(String.join("\n", lines)).doesNotContainIgnoringCase(NAME);
    assertThat(lines.stream().filter(line -> !isJson(line)).toList()).isEmpty();
  }

  private static boolean isJson(String line) {
    try (var parser = new JsonFactory().createParser(ObjectReadContext.empty(), line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      parser.skipChildren();
      return parser.nextToken() == null;
    } catch (tools.jackson.core.JacksonException e) {
      return false;
    }
  }
}
