package uk.candour.server.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.candour.server.pages.Problem;
import uk.candour.store.LiveRecord;
import uk.candour.store.Unavailable;

/// What whoever runs the service asks it: whether it lives, whether it is ready, what it is and
/// what it has counted; and the description of the API.
@RestController
public final class Operations {

  private static final MediaType OPENMETRICS =
      new MediaType("text", "plain", StandardCharsets.UTF_8);

  private final LiveRecord record;
  private final Figures figures;
  private final byte[] openApi = resource("/uk/candour/server/openapi.json");

  public Operations(LiveRecord record, Figures figures) {
    this.record = record;
    this.figures = figures;
  }

  @GetMapping("/health/live")
  ResponseEntity<String> live() {
    return json("{\"status\":\"UP\"}");
  }

  /// Ready to take reports: the last look at the database did not fail, and the log is being
  /// signed.
  @GetMapping("/health/ready")
  ResponseEntity<String> ready() {
    return record.trouble() == null
        ? json("{\"status\":\"UP\"}")
        : unavailable("Nothing can be taken or signed now.");
  }

  private static ResponseEntity<String> unavailable(String detail) {
    return ResponseEntity.status(503)
        .contentType(MediaType.valueOf(Problem.TYPE))
        .body(Problem.of(503, detail).json());
  }

  @GetMapping("/info")
  ResponseEntity<String> info() {
    try {
      return json(
          "{\"name\":\"Candour\",\"api\":\"v1\",\"log\":{\"size\":%d,\"key\":\"%s\"}}"
              .formatted(record.logSize(), record.logKey().strip()));
    } catch (Unavailable e) {
      return unavailable("The log cannot be read now.");
    }
  }

  @GetMapping("/metrics")
  ResponseEntity<String> metrics() {
    try {
      return ResponseEntity.ok().contentType(OPENMETRICS).body(figures.text(record.logSize()));
    } catch (Unavailable e) {
      return unavailable("The log cannot be read now.");
    }
  }

  @GetMapping("/openapi.json")
  ResponseEntity<byte[]> openApi() {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(openApi);
  }

  private static ResponseEntity<String> json(String json) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json);
  }

  private static byte[] resource(String name) {
    try (InputStream in = Operations.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
