package uk.candour.publication;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import uk.candour.inquiry.Finding;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.inquiry.Finding.Duty;
import uk.candour.inquiry.Finding.Interval;

/// Writes `findings.json`: the inquiry, its inputs and every finding, in the shape that
/// `docs/findings.schema.json` publishes.
final class FindingsJson {

  private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
  private static final double EXACT_INTEGERS = 1L << 53;

  private final JsonGenerator json;

  private FindingsJson(JsonGenerator json) {
    this.json = json;
  }

  static void write(Path file, PublicationInput input) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        JsonGenerator json = new JsonFactory().createGenerator(new Indented(), out)) {
      new FindingsJson(json).inquiry(input);
      json.writeRaw('\n');
    }
  }

  private void inquiry(PublicationInput input) {
    var scope = input.entries().scope();
    json.writeStartObject();
    json.writeStringProperty("inquiry", scope.inquiry());
    json.writeStringProperty("as-at", scope.asAt().toString());
    json.writeArrayPropertyStart("inputs");
    for (var file : input.entries().inputs()) {
      json.writeStartObject();
      json.writeStringProperty("source", file.source());
      json.writeStringProperty("file", file.file());
      if (!file.sheet().isEmpty()) {
        json.writeStringProperty("sheet", file.sheet());
      }
      json.writeStringProperty("sha256", file.sha256());
      json.writeNumberProperty("rows", file.rows());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("findings");
    input.findings().forEach(this::finding);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void finding(Finding finding) {
    json.writeStartObject();
    json.writeStringProperty("id", finding.id());
    json.writeStringProperty("question", finding.question());
    json.writeStringProperty("answer", finding.answer());
    number("value", finding.value());
    json.writeStringProperty("unit", finding.unit());
    interval(finding.interval());
    json.writeStringProperty("method", finding.method());
    duty(finding.duty());
    strings("assumptions", finding.assumptions());
    strings("caveats", finding.caveats());
    json.writeArrayPropertyStart("breakdown");
    finding.breakdown().forEach(this::breakdown);
    json.writeEndArray();
    json.writeObjectPropertyStart("evidence");
    json.writeStringProperty("file", EvidenceFiles.csvPath(finding.id()));
    json.writeNumberProperty("rows", finding.evidence().size());
    json.writeEndObject();
    json.writeEndObject();
  }

  private void interval(@Nullable Interval interval) {
    if (interval == null) {
      json.writeNullProperty("interval");
      return;
    }
    json.writeObjectPropertyStart("interval");
    number("low", interval.low());
    number("high", interval.high());
    number("level", interval.level());
    json.writeEndObject();
  }

  private void duty(@Nullable Duty duty) {
    if (duty == null) {
      json.writeNullProperty("duty");
      return;
    }
    json.writeObjectPropertyStart("duty");
    json.writeStringProperty("text", duty.text());
    json.writeStringProperty("source", duty.source());
    json.writeBooleanProperty("in-force", duty.inForce());
    json.writeEndObject();
  }

  private void breakdown(Breakdown row) {
    json.writeStartObject();
    json.writeStringProperty("by", row.by());
    json.writeStringProperty("key", row.key());
    number("value", row.value());
    number("count", row.count());
    number("of", row.of());
    for (var detail : row.details()) {
      if (detail.value() instanceof Number number) {
        number(detail.name(), number);
      } else if (detail.value() instanceof Boolean flag) {
        json.writeBooleanProperty(detail.name(), flag);
      } else if (detail.value() == null) {
        json.writeNullProperty(detail.name());
      } else {
        json.writeStringProperty(detail.name(), detail.value().toString());
      }
    }
    json.writeEndObject();
  }

  private void strings(String name, List<String> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeString);
    json.writeEndArray();
  }

  /// A number, whole ones without a decimal point; null where there is none.
  private void number(String name, @Nullable Number number) {
    if (number == null) {
      json.writeNullProperty(name);
    } else if (number.doubleValue() == Math.rint(number.doubleValue())
        && Math.abs(number.doubleValue()) < EXACT_INTEGERS) {
      json.writeNumberProperty(name, number.longValue());
    } else {
      json.writeNumberProperty(name, number.doubleValue());
    }
  }

  /// Two spaces a level and a line feed, on every machine.
  private static final class Indented extends ObjectWriteContext.Base {

    @Override
    public PrettyPrinter getPrettyPrinter() {
      return new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES);
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }
  }
}
