package uk.candour.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import uk.candour.cli.Candour.StoppedByProblems;
import uk.candour.cli.Candour.WrongUse;
import uk.candour.estimate.CaptureFile;
import uk.candour.estimate.Captures;
import uk.candour.estimate.Estimates;
import uk.candour.estimate.Estimates.Estimate;
import uk.candour.estimate.Estimator;
import uk.candour.estimate.Estimator.Settings;
import uk.candour.estimate.FileSampling;
import uk.candour.estimate.Method;

/// `./candour estimate`: how many there are in all, from a table of capture histories or from a
/// sample of files.
@Command(
    name = "estimate",
    description =
        "Estimates how many there are in all, from capture histories or a sample of files.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./candour estimate histories.csv --json",
      "         ./candour estimate --sample 988,66,63"
    })
final class EstimateCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "HISTORIES.csv",
      description = "One 0/1 column a list and a last column count; or the columns j,n_j.")
  private @Nullable Path file;

  @Option(names = "--json", description = "Prints JSON.")
  private boolean json;

  @Option(
      names = "--method",
      paramLabel = "NAME[:key=value,...]",
      description = "A method, more than once if wanted; default: all of them.")
  private List<String> methods = new ArrayList<>();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "For methods that draw random numbers; those built so far draw none.")
  @SuppressWarnings("UnusedVariable") // taken so that a command line of today holds tomorrow
  private long seed = 1;

  @Option(
      names = "--missed",
      paramLabel = "R",
      description = "At most this share of true links is missed (default 0).")
  private double missed;

  @Option(
      names = "--confirmed",
      paramLabel = "S",
      description = "At least this share of concerns is confirmed (default 1).")
  private double confirmed = 1;

  @Option(
      names = "--sample",
      paramLabel = "N,n,x",
      description = "Of N files n were drawn at random and read, and x were found.")
  private @Nullable String sample;

  @Option(names = "--quiet", description = "Shows no progress.")
  @SuppressWarnings("UnusedVariable") // the methods built so far are done in no time
  private boolean quiet;

  @Override
  public Integer call() throws Exception {
    if (sample != null && (file != null || !methods.isEmpty())) {
      throw new WrongUse("--sample N,n,x stands alone: it takes no file and no --method.");
    }
    Estimates estimates = sample == null ? fromHistories() : fromSample(sample);
    PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
    if (json) {
      out.println(asJson(estimates));
    } else {
      print(estimates, out);
    }
    return Candour.DONE;
  }

  private Estimates fromHistories() throws WrongUse, StoppedByProblems {
    if (file == null) {
      throw new WrongUse("Give a table of capture histories, or --sample N,n,x.");
    }
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new WrongUse(file + " cannot be read; give the path of a CSV file.");
    }
    List<Method.Request> requests = new ArrayList<>();
    Settings settings;
    try {
      for (String method : methods) {
        requests.add(Method.Request.parse(method));
      }
      settings = new Settings(missed, confirmed, Map.of());
    } catch (IllegalArgumentException e) {
      throw new WrongUse(String.valueOf(e.getMessage()));
    }
    return switch (CaptureFile.read(file)) {
      case CaptureFile.Accepted(Captures captures) ->
          Estimator.estimate(
              captures, requests.isEmpty() ? Method.Request.all() : requests, settings);
      case CaptureFile.Refused refused ->
          throw new StoppedByProblems(
              String.join(
                  "\n",
                  refused.problems().stream().map(problem -> file + ": " + problem).toList()));
    };
  }

  private static final String WHOLE = "[0-9]{1,9}";

  private static Estimates fromSample(String sample) throws WrongUse {
    String[] parts = sample.split(",", -1);
    if (parts.length == 3 && Arrays.stream(parts).allMatch(part -> part.strip().matches(WHOLE))) {
      try {
        return Estimator.estimate(
            new FileSampling(
                Integer.parseInt(parts[0].strip()),
                Integer.parseInt(parts[1].strip()),
                Integer.parseInt(parts[2].strip())));
      } catch (IllegalArgumentException e) {
        throw new WrongUse("--sample " + sample + ": " + e.getMessage());
      }
    }
    throw new WrongUse(
        "--sample takes three whole numbers, files,drawn,found, such as 988,66,63; not " + sample);
  }

  private static void print(Estimates estimates, PrintWriter out) {
    out.printf(Locale.UK, "Seen: %,d%n", estimates.observed());
    out.printf(Locale.UK, "At least (one-sided 95%% limit): %,.0f%n%n", estimates.conservative());
    out.printf("%-20s %12s   %s%n", "method", "estimate", "95% interval");
    for (Estimate estimate : estimates.estimates()) {
      out.printf(
          "%-20s %12s   %s%n",
          estimate.method(),
          figure(estimate.estimate()),
          estimate.estimate() == null
              ? "-"
              : figure(estimate.low())
                  + " to "
                  + (estimate.high() == null ? "unbounded" : figure(estimate.high())));
    }
    if (!estimates.warnings().isEmpty()) {
      out.println();
      estimates.warnings().forEach(out::println);
    }
  }

  private static String figure(@Nullable Double value) {
    return value == null ? "-" : String.format(Locale.UK, "%,.1f", value);
  }

  private static String asJson(Estimates estimates) {
    var text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeNumberProperty("observed", estimates.observed());
      json.writeName("lists");
      write(json, estimates.lists());
      json.writeArrayPropertyStart("estimates");
      for (Estimate estimate : estimates.estimates()) {
        json.writeStartObject();
        json.writeStringProperty("method", estimate.method());
        property(json, "estimate", estimate.estimate());
        property(json, "low", estimate.low());
        property(json, "high", estimate.high());
        property(json, "level", estimate.level());
        property(json, "details", estimate.details());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeNumberProperty("conservative", estimates.conservative());
      json.writeObjectPropertyStart("likely");
      property(json, "estimate", estimates.likely().estimate());
      property(json, "low", estimates.likely().low());
      property(json, "high", estimates.likely().high());
      property(json, "methods", estimates.likely().methods());
      json.writeEndObject();
      property(json, "warnings", estimates.warnings());
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void property(JsonGenerator json, String name, @Nullable Object value) {
    json.writeName(name);
    write(json, value);
  }

  private static void write(JsonGenerator json, @Nullable Object value) {
    switch (value) {
      case null -> json.writeNull();
      case Double number when !Double.isFinite(number) -> json.writeNull();
      case Double number -> json.writeNumber(number);
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case Boolean truth -> json.writeBoolean(truth);
      case String text -> json.writeString(text);
      case List<?> list -> {
        json.writeStartArray();
        list.forEach(one -> write(json, one));
        json.writeEndArray();
      }
      case Map<?, ?> map -> {
        json.writeStartObject();
        map.forEach((name, one) -> property(json, String.valueOf(name), one));
        json.writeEndObject();
      }
      default ->
          throw new IllegalArgumentException("a detail cannot be a " + value.getClass().getName());
    }
  }
}
