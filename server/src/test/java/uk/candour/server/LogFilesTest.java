package uk.candour.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The log as tools that nobody here wrote ask for it: the C2SP tlog-tiles layout.
final class LogFilesTest {

  private final Town town = Town.get();
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void somethingIsInTheLog() {
    town.report("Lavinia");
  }

  private HttpResponse<byte[]> ask(String method, String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(town.address() + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  @Test
  void theCheckpointIsTextThatNobodyKeeps() throws Exception {
    var answer = ask("GET", "/log/checkpoint");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().allValues("Content-Type"))
        .containsExactly("text/plain;charset=UTF-8");
    assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
    assertThat(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8))
        .matches("(?s)[^\n]+\n\\d+\n[A-Za-z0-9+/=]+\n.*\n\u2014 .*\n");
  }

  @Test
  void everyFileOfTheLogIsServedAsItIsAndKeptForEver() throws Exception {
    Path log = town.running.folder().log();
    List<Path> tiles;
    try (Stream<Path> all = Files.walk(log.resolve("tile"))) {
      tiles = all.filter(Files::isRegularFile).toList();
    }
    assertThat(tiles).isNotEmpty();
    for (Path tile : tiles) {
      String path = "/log/" + log.relativize(tile);
      var answer = ask("GET", path);
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      assertThat(answer.body()).as(path).isEqualTo(Files.readAllBytes(tile));
      assertThat(answer.headers().allValues("Content-Type"))
          .containsExactly("application/octet-stream");
      assertThat(answer.headers().allValues("Cache-Control"))
          .containsExactly("max-age=31536000, public, immutable");
    }
  }

  @Test
  void headTellsTheLengthAndSendsNothing() throws Exception {
    for (String path : List.of("/log/checkpoint", "/log/key", "/info", "/health/live")) {
      var whole = ask("GET", path);
      var head = ask("HEAD", path);
      assertThat(head.statusCode()).as(path).isEqualTo(200);
      assertThat(head.body()).as(path).isEmpty();
      assertThat(head.headers().firstValue("Content-Type"))
          .as(path)
          .isEqualTo(whole.headers().firstValue("Content-Type"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/log/tile/0/999",
        "/log/tile/0/000.p/0",
        "/log/tile/0/000.p/256",
        "/log/tile/64/000",
        "/log/tile/00/000",
        "/log/tile/0/0",
        "/log/tile/0/x000",
        "/log/tile/0/000/",
        "/log/tile/entries/x001/999",
        "/log/tile/entries/",
        "/log/tile/",
        "/log/tile/0/../../key",
        "/log/tile/0/%2e%2e/%2e%2e/key",
        "/log/tile/0/000%00",
        "/log/tile/a;b/000",
        "/log/tile//0/000",
        "/log/",
        "/log/released-checkpoints",
        "/log/keys/root",
      })
  void junkIsNotThere(String path) throws Exception {
    assertThat(ask("GET", path).statusCode()).as(path).isIn(400, 404);
  }
}
