package uk.candour.server.api;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import uk.candour.server.picture.LiveReport;
import uk.candour.server.reports.ReceiptJson;
import uk.candour.store.Answer;

/// How a report stands, and its receipt, for machines: `status` is `accepted` (durable, its receipt
/// follows), `received`, `read` or `decided`.
final class StatusJson {

  private static final JsonFactory JSON = new JsonFactory();

  private StatusJson() {}

  static byte[] of(Answer answer, Optional<LiveReport> report) {
    var bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      if (answer instanceof Answer.Signed signed) {
        ReceiptJson.write(json, signed.receipt());
      } else {
        json.writeStringProperty("reference", answer.reference());
        json.writeStringProperty("receivedAt", answer.receivedAt().toString());
      }
      json.writeStringProperty("status", report.map(StatusJson::status).orElse("accepted"));
      report.ifPresent(one -> {
        Instant read = one.firstRead();
        if (read != null) {
          json.writeStringProperty("readAt", read.toString());
        }
        one.standing()
            .ifPresent(decided ->
                json.writeStringProperty("decidedAt", decided.act().receivedAt().toString()));
      });
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static String status(LiveReport report) {
    if (report.isAnswered()) {
      return "decided";
    }
    return report.firstRead() == null ? "received" : "read";
  }
}
