package uk.candour.server.api;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import uk.candour.store.Opening;

/// What opens the commitment in a report's log entry, for machines: each part with its commitment,
/// its salt and the bytes that were committed to. A part whose salt is not handed out has neither.
final class OpeningJson {

  private static final JsonFactory JSON = new JsonFactory();

  private OpeningJson() {}

  static byte[] of(Opening opening) {
    Base64.Encoder base64 = Base64.getEncoder();
    var bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      json.writeStringProperty("reference", opening.reference());
      json.writeStringProperty("entry", base64.encodeToString(opening.entry()));
      json.writeName("parts");
      json.writeStartArray();
      for (Opening.Committed part : opening.parts()) {
        json.writeStartObject();
        json.writeStringProperty("part", part.part());
        json.writeStringProperty("commitment", base64.encodeToString(part.commitment()));
        byte[] salt = part.salt();
        byte[] content = part.content();
        if (salt != null && content != null) {
          json.writeStringProperty("salt", base64.encodeToString(salt));
          json.writeStringProperty("content", base64.encodeToString(content));
        }
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }
}
