package uk.candour.server.inquiries;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.candour.inquiry.Casebook;
import uk.candour.inquiry.Inquiry;
import uk.candour.inquiry.WhoIsWho;
import uk.candour.intake.Intake;
import uk.candour.intake.Intaken;
import uk.candour.intake.Problem;
import uk.candour.intake.Reading;
import uk.candour.intake.Remit;
import uk.candour.linkage.Linked;
import uk.candour.linkage.Linker;
import uk.candour.linkage.Linking;
import uk.candour.publication.Publication;
import uk.candour.publication.PublicationInput;

/// Runs the inquiry over the record, one at a time, and keeps each run with its report under the
/// record's folder, readable by the service alone. That it was run, for what and by whose leave, is
/// an entry of the record before anything is read.
public final class Inquiries {

  private static final Logger LOG = LoggerFactory.getLogger(Inquiries.class);
  private static final String ABOUT = "run.properties";
  private static final String ENDED = "The service ended while it ran. Run it again.";
  private static final String FAULT = "Something went wrong on our side. Nothing was published.";

  private final Path data;
  private final Path kept;
  private final @Nullable String database;
  private final String area;
  private final Clock clock;
  private final ConcurrentSkipListMap<Integer, Run> runs = new ConcurrentSkipListMap<>();

  /// @param data the record's folder
  /// @param area the code of the district
  public Inquiries(Path data, @Nullable String database, String area, Clock clock)
      throws IOException {
    this.data = data;
    this.kept = data.resolve("inquiries");
    this.database = database;
    this.area = area;
    this.clock = clock;
    makeSealed(kept);
    try (Stream<Path> folders = Files.list(kept)) {
      for (Path folder : folders.toList()) {
        Path about = folder.resolve(ABOUT);
        if (Files.isRegularFile(about)) {
          Run run = Run.read(about);
          runs.put(
              run.number(), run.state() == State.RUNS ? run.became(State.STOPPED, ENDED) : run);
        }
      }
    }
  }

  private static void makeSealed(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
  }

  /// What became of a run.
  public enum State {
    RUNS,
    DONE,
    STOPPED
  }

  /// What is asked.
  ///
  /// @param by the account of whoever asks
  public record Question(
      LocalDate from, LocalDate to, LocalDate asAt, String purpose, String approver, String by) {}

  /// A run of the inquiry.
  ///
  /// @param said how far it is, or what stopped it
  public record Run(int number, Question question, Instant began, State state, String said) {

    Run became(State next, String words) {
      return new Run(number, question, began, next, words);
    }

    void write(Path file) throws IOException {
      var properties = new Properties();
      properties.setProperty("number", String.valueOf(number));
      properties.setProperty("from", question.from().toString());
      properties.setProperty("to", question.to().toString());
      properties.setProperty("as-at", question.asAt().toString());
      properties.setProperty("purpose", question.purpose());
      properties.setProperty("approver", question.approver());
      properties.setProperty("by", question.by());
      properties.setProperty("began", began.toString());
      properties.setProperty("state", state.name());
      properties.setProperty("said", said);
      Path half = file.resolveSibling(ABOUT + ".new");
      try (Writer out = Files.newBufferedWriter(half, StandardCharsets.UTF_8)) {
        properties.store(out, null);
      }
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }

    static Run read(Path file) throws IOException {
      var properties = new Properties();
      try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        properties.load(in);
      }
      return new Run(
          Integer.parseInt(value(properties, "number", file)),
          new Question(
              LocalDate.parse(value(properties, "from", file)),
              LocalDate.parse(value(properties, "to", file)),
              LocalDate.parse(value(properties, "as-at", file)),
              value(properties, "purpose", file),
              value(properties, "approver", file),
              value(properties, "by", file)),
          Instant.parse(value(properties, "began", file)),
          State.valueOf(value(properties, "state", file)),
          value(properties, "said", file));
    }

    private static String value(Properties properties, String name, Path file) {
      return Objects.requireNonNull(
          properties.getProperty(name), () -> file + " does not say '" + name + "'");
    }
  }

  /// The runs, the latest first.
  public List<Run> runs() {
    return List.copyOf(runs.descendingMap().values());
  }

  /// The folder of the report of a run that is done, or nothing.
  Optional<Path> report(String number) {
    return runs().stream()
        .filter(run -> String.valueOf(run.number()).equals(number) && run.state() == State.DONE)
        .findFirst()
        .map(run -> folder(run).resolve("out"));
  }

  private Path folder(Run run) {
    return kept.resolve(String.valueOf(run.number()));
  }

  /// Starts a run in the background, or gives nothing where one still runs.
  public synchronized Optional<Run> start(Question question) throws IOException {
    if (runs.values().stream().anyMatch(run -> run.state() == State.RUNS)) {
      return Optional.empty();
    }
    int number = runs.isEmpty() ? 1 : runs.lastKey() + 1;
    var run = new Run(number, question, clock.instant(), State.RUNS, "Reading the record");
    makeSealed(folder(run));
    run.write(folder(run).resolve(ABOUT));
    runs.put(number, run);
    Thread.ofPlatform().daemon().name("inquiry").start(() -> run(run));
    return Optional.of(run);
  }

  private void run(Run run) {
    try {
      answer(run);
      end(run.became(State.DONE, ""));
    } catch (Refused e) {
      end(run.became(State.STOPPED, String.valueOf(e.getMessage())));
    } catch (IOException | RuntimeException e) {
      LOG.error("An inquiry stopped", e);
      end(run.became(State.STOPPED, FAULT));
    }
  }

  private void end(Run run) {
    try {
      run.write(folder(run).resolve(ABOUT));
      runs.put(run.number(), run);
    } catch (IOException e) {
      LOG.error("What became of an inquiry could not be kept", e);
      runs.put(run.number(), run.became(State.STOPPED, FAULT));
    }
  }

  /// The record does not answer what was asked; the message is for whoever asked.
  private static final class Refused extends IOException {

    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  private void answer(Run run) throws IOException {
    Path folder = folder(run);
    Path file = folder.resolve("remit.yaml");
    Files.writeString(file, remit(run.question()), StandardCharsets.UTF_8);
    Remit remit = accepted(Remit.read(file, null));
    Intaken intaken = accepted(Intake.read(remit, remit.asAt(), (_, _) -> {}));
    Path problems = Files.createTempFile(folder, "problems", ".csv");
    try (var found = intaken.problems()) {
      Linked linked =
          Linker.link(
              WhoIsWho.columns(intaken.entries()),
              1,
              percent -> says(run, "Finding who is who, " + percent + "% done"));
      says(run, "Answering the questions");
      var casebook = new Casebook(intaken.entries(), linked);
      try (OutputStream out = Files.newOutputStream(problems)) {
        found.writeCsv(out);
      }
      var input =
          PublicationInput.of(
              casebook,
              Publication.findings(Inquiry.findings(casebook), casebook, intaken.characteristics()),
              casebook.networks(Linking.CENTRAL),
              new PublicationInput.Problems(problems, found.count()),
              "./candour inquiry remit.yaml");
      says(run, "Writing the report");
      Publication.write(folder.resolve("out"), input);
    } finally {
      Files.delete(problems);
    }
  }

  private void says(Run run, String words) {
    runs.put(run.number(), run.became(State.RUNS, words));
  }

  private String remit(Question question) {
    List<String> lines = new ArrayList<>();
    lines.add("inquiry: " + quoted("The live record, " + question.from() + " to " + question.to()));
    lines.add("area: {code: " + quoted(area) + ", name: " + quoted(area) + "}");
    lines.add("period: {from: " + question.from() + ", to: " + question.to() + "}");
    lines.add("as-at: " + question.asAt());
    lines.add("sources:");
    lines.add("  - name: record");
    lines.add("    format: {type: record}");
    lines.add("    file: " + quoted(data.toAbsolutePath().toString()));
    if (database != null) {
      lines.add("    url: " + quoted(database));
    }
    lines.add("    purpose: " + quoted(question.purpose() + " (run by " + question.by() + ")"));
    lines.add("    approver: " + quoted(question.approver()));
    return String.join("\n", lines) + "\n";
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static <T> T accepted(Reading<T> reading) throws Refused {
    return switch (reading) {
      case Reading.Accepted<T>(T value) -> value;
      case Reading.Rejected<T> rejected ->
          throw new Refused(
              String.join("; ", rejected.problems().stream().map(Problem::text).toList()));
    };
  }
}
