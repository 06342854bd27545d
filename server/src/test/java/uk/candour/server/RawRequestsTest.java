package uk.candour.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Requests that no client of ours would send: other methods, two lengths, half headers, somebody
/// else's host name.
final class RawRequestsTest {

  private static final String REPORT = "{\"concern\":\"other\",\"text\":\"x\"}";

  private final Town town = Town.get();

  private String raw(String request) throws IOException {
    URI address = URI.create(town.address());
    try (var socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  /// A report as a raw request, with more header lines.
  private static String post(String headers, String body) {
    return ("POST /api/v1/reports HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + "Content-Type: application/json\r\n"
            + headers
            + "\r\n")
        + body;
  }

  private static int status(String answer) {
    return Integer.parseInt(answer.split(" ", 3)[1]);
  }

  @ParameterizedTest
  @CsvSource({
    "'Idempotency-Key: raw-1\r\nContent-Length: 31\r\nContent-Length: 30\r\n', two lengths",
    "'Idempotency-Key: raw-2\r\nContent-Length: -1\r\n', no length",
    "'Idempotency-Key: raw-3\r\nTransfer-Encoding: gzip, chunked, gzip\r\n', an unknown coding",
    "'Idempotency-Key: raw-4\r\nContent-Length: 31\r\nBad Header: x\r\n', a space in a name",
    "'Idempotency-Key: raw-5\r\n folded\r\nContent-Length: 31\r\n', a folded line",
    "'Idempotency-Key: raw-6\r\nContent-Length: 31\r\nX: a\0b\r\n', a zero byte",
    "'Idempotency-Key: raw\r\nIdempotency-Key: raw\r\nContent-Length: 31\r\n', two keys",
    "'Idempotency-Key: r\u00e4w\r\nContent-Length: 31\r\n', a key that is not ASCII",
    "'Idempotency-Key: raw-7\r\nTransfer-Encoding: chunked\r\n', a body that is no chunk",
  })
  void aRequestThatCanBeReadInTwoWaysIsRefused(String headers, String reason) throws IOException {
    String answer = raw(post(headers, REPORT));

    assertThat(answer).as(reason).startsWith("HTTP/1.1 ");
    assertThat(status(answer)).as(reason + ": " + answer).isBetween(400, 501).isNotEqualTo(500);
  }

  /// Where both are there the length counts for nothing and the connection ends (RFC 9112, section
  /// 6.3): what follows is never taken for a second request.
  @Test
  void aSecondRequestIsNotSmuggledInBehindALength() throws IOException {
    String chunked = "1f\r\n" + REPORT + "\r\n0\r\n\r\n";
    String answer =
        raw(
            post(
                        "Idempotency-Key: smuggled\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n",
                        chunked)
                    .replace("Connection: close\r\n", "")
                + "GET /info HTTP/1.1\r\nHost: localhost\r\n\r\n");

    assertThat(answer.split("HTTP/1\\.1 \\d", -1)).as(answer).hasSize(2);
    assertThat(answer).doesNotContain("\"name\":\"Candour\"");
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, /api/v1/reports, 'POST'",
    "GET, /api/v1/reports, 'POST'",
    "DELETE, /api/v1/receipts/0000-0000-0000, 'GET, HEAD'",
    "POST, /log/checkpoint, 'GET, HEAD'",
    "OPTIONS, /log/tile/0/000, 'GET, HEAD'",
    "PATCH, /health/ready, 'GET, HEAD'",
    "POST, /openapi.json, 'GET, HEAD'",
    "PROPFIND, /metrics, 'GET, HEAD'",
    "DELETE, /report, 'GET, HEAD, POST'",
    "PUT, /sign-in, 'GET, HEAD, POST'",
    "DELETE, /reports/0000-0000-0000, 'GET, HEAD'",
  })
  void aMethodThatIsNotListedIsToldWhichAre(String method, String path, String allowed) {
    var answer =
        town.visitor("public")
            .send(
                HttpRequest.newBuilder(URI.create(town.address() + path))
                    .method(method, BodyPublishers.noBody())
                    .build());

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).contains(allowed);
    if (path.startsWith("/api/")) {
      assertThat(Json.read(answer.body()).get("status")).isEqualTo(405L);
    }
  }

  @Test
  void noTraceIsSentBack() throws IOException {
    String answer = raw("TRACE /info HTTP/1.1\r\nHost: localhost\r\nX-Secret: mirror\r\n\r\n");

    assertThat(status(answer)).isEqualTo(405);
    assertThat(answer).doesNotContain("mirror");
  }

  @Test
  void whatTheUserSaysOfHostsAndProxiesIsNowhereInTheAnswer() throws IOException {
    Set<String> paths =
        new TreeSet<>(Set.of("/", "/queue", "/sign-in", "/info", "/report", "/api/v1/reports"));
    for (String path : paths) {
      String answer =
          raw(
              "GET "
                  + path
                  + " HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n"
                  + "X-Forwarded-Proto: https\r\nForwarded: host=evil.example;proto=https\r\n"
                  + "X-Original-URL: /administration\r\nConnection: close\r\n\r\n");

      assertThat(answer).as(path).doesNotContain("evil.example", "ocation: https:");
      assertThat(status(answer)).as(path).isLessThan(500);
    }
  }
}
