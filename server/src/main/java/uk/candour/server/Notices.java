package uk.candour.server;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// The few sentences that whoever starts the service reads on standard output: as they are, or as
/// lines of JSON where the log is JSON, so that every line there can be read by a machine.
final class Notices {

  private static final JsonFactory JSON = new JsonFactory();

  private final boolean asJson;
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  Notices(Settings settings) {
    this.asJson = settings.jsonLogs();
  }

  void say(String sentence) {
    out.println(asJson ? json(sentence) : sentence);
  }

  /// A line in the Elastic Common Schema, as the log's own lines are.
  private static String json(String sentence) {
    var bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      json.writeStringProperty("@timestamp", Instant.now().toString());
      json.writeName("log");
      json.writeStartObject();
      json.writeStringProperty("level", "INFO");
      json.writeStringProperty("logger", "uk.candour.server");
      json.writeEndObject();
      json.writeStringProperty("message", sentence);
      json.writeEndObject();
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
