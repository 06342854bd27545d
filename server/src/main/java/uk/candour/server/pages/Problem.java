package uk.candour.server.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// What went wrong, for machines: problem details as RFC 9457 has them, with every wrong field.
///
/// @param errors the fields that are wrong, each with what was expected of it; of more than a
///   thousand the first thousand are told
public record Problem(int status, String title, String detail, List<FieldError> errors) {

  public static final String TYPE = "application/problem+json";

  private static final int MOST_TOLD = 1000;
  private static final JsonFactory JSON = new JsonFactory();

  public Problem {
    errors = List.copyOf(errors);
  }

  /// A field that is wrong.
  ///
  /// @param field where it stands, as a JSON pointer: `/children/0/born`
  /// @param value what was given, shortened where it is long, or null where nothing was
  public record FieldError(String field, @Nullable String value, String expected) {

    private static final int LONGEST_SHOWN = 100;

    public FieldError {
      field = shortened(field);
      value = value == null ? null : shortened(value);
    }

    private static String shortened(String text) {
      return text.length() <= LONGEST_SHOWN
          ? text
          : text.substring(0, text.offsetByCodePoints(0, LONGEST_SHOWN / 2)) + "…";
    }
  }

  /// Nothing was accepted, since some fields are wrong.
  public static Problem of(List<FieldError> errors) {
    return new Problem(
        400,
        title(400),
        "Nothing was accepted: "
            + errors.size()
            + (errors.size() == 1 ? " field is wrong." : " fields are wrong."),
        errors);
  }

  public static Problem of(int status, String detail) {
    return new Problem(status, title(status), detail, List.of());
  }

  /// The usual words for a status.
  public static String title(int status) {
    HttpStatus known = HttpStatus.resolve(status);
    return known == null ? "Error" : known.getReasonPhrase();
  }

  public String json() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("type", "about:blank");
      json.writeStringProperty("title", title);
      json.writeNumberProperty("status", status);
      json.writeStringProperty("detail", detail);
      if (!errors.isEmpty()) {
        json.writeName("errors");
        json.writeStartArray();
        for (FieldError error : errors.subList(0, Math.min(errors.size(), MOST_TOLD))) {
          json.writeStartObject();
          json.writeStringProperty("field", error.field());
          json.writeStringProperty("value", error.value());
          json.writeStringProperty("expected", error.expected());
          json.writeEndObject();
        }
        json.writeEndArray();
      }
      json.writeEndObject();
    }
    return text.toString();
  }

  public void write(HttpServletResponse response) {
    byte[] bytes = json().getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType(TYPE);
    response.setContentLength(bytes.length);
    try {
      response.getOutputStream().write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
