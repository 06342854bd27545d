package uk.candour.server.reports;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import uk.candour.store.Answer;
import uk.candour.store.Receipt;

/// A receipt as machines take it: what `./candour verify --receipt` reads.
public final class ReceiptJson {

  private static final JsonFactory JSON = new JsonFactory();
  private static final int USUAL_LENGTH = 2048;

  private ReceiptJson() {}

  public static byte[] of(Receipt receipt) {
    var bytes = new ByteArrayOutputStream(USUAL_LENGTH);
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      write(json, receipt);
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  /// Writes a receipt's fields into an object that was begun.
  public static void write(JsonGenerator json, Receipt receipt) {
    Base64.Encoder base64 = Base64.getEncoder();
    json.writeStringProperty("reference", receipt.reference());
    json.writeStringProperty("receivedAt", receipt.receivedAt().toString());
    json.writeNumberProperty("logIndex", receipt.logIndex());
    json.writeStringProperty("entry", base64.encodeToString(receipt.entry()));
    json.writeStringProperty("leafHash", base64.encodeToString(receipt.leafHash()));
    json.writeStringProperty("checkpoint", receipt.checkpoint());
    json.writeName("inclusionProof");
    json.writeStartArray();
    for (byte[] hash : receipt.inclusionProof()) {
      json.writeString(base64.encodeToString(hash));
    }
    json.writeEndArray();
  }

  /// What is known of an act whose receipt follows.
  public static byte[] of(Answer.Accepted accepted) {
    var bytes = new ByteArrayOutputStream(USUAL_LENGTH);
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      json.writeStringProperty("reference", accepted.reference());
      json.writeStringProperty("receivedAt", accepted.receivedAt().toString());
      json.writeStringProperty("status", "accepted");
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }
}
