package uk.candour.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.candour.cli.Candour.StoppedByProblems;
import uk.candour.cli.Candour.WrongUse;
import uk.candour.intake.Problem;
import uk.candour.linkage.LinkedTable;
import uk.candour.linkage.TableLinker;

/// `./candour link`: linkage alone, over tables of people. Prints the settings with all that was
/// chosen from the data; they can be saved, edited and used in place of those that were given.
@Command(
    name = "link",
    description = "Says which records of one table or several are one person.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: echo 'id: unique_id' > settings.yaml",
      "         ./candour link settings.yaml people.csv --out clusters.csv > chosen.yaml",
      "         ./candour link chosen.yaml people.csv --out clusters.csv --explain 1017 2044",
      "",
      "SETTINGS may name id (required), link, blocking, comparisons, threshold, clustering, train;",
      "what is left out is chosen from the data and printed."
    })
final class LinkCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "SETTINGS", description = "Settings in YAML.")
  private @Nullable Path settingsFile;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Tables, CSV or Parquet; a file's name names its records' source.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "clusters.csv",
      description = "Where to write source,id,cluster; needed unless a pair is explained.")
  private @Nullable Path out;

  @Option(
      names = "--pairs",
      paramLabel = "pairs.csv",
      description = "Where to write every compared pair with a probability of 0.01 or more.")
  private @Nullable Path pairs;

  @Option(names = "--threads", paramLabel = "N", description = "How many threads; default all.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--explain",
      arity = "2",
      paramLabel = "ID",
      description = {
        "Prints why two records are thought to be one or two, instead of the settings.",
        "Where files have an id in common, a record is named source:id."
      })
  private List<String> explained = List.of();

  @Option(names = "--quiet", description = "Prints neither progress nor notes.")
  private boolean quiet;

  @Override
  public Integer call() throws Exception {
    var commandLine = Objects.requireNonNull(spec).commandLine();
    checkUse();
    var progress = new Progress(commandLine.getErr(), quiet);
    progress.stage("Reading " + (files.size() == 1 ? "1 table" : files.size() + " tables"));
    var input = LinkInput.read(Objects.requireNonNull(settingsFile), files);
    if (!input.problems().isEmpty()) {
      progress.done();
      throw stopped(input.problems());
    }
    LinkInput.Tables tables = input.tables();
    progress.stage("Linking %,d records".formatted(tables.linkable().size()));
    LinkedTable linked =
        TableLinker.link(
            tables.linkable(),
            tables.settings(),
            Math.max(1, threads),
            percent -> progress.at(percent, 100));
    progress.stage("Writing");
    write(tables, linked);
    progress.done();
    if (!quiet) {
      tables.notes().forEach(commandLine.getErr()::println);
      linked.notes().forEach(note -> commandLine.getErr().println("Note: " + note));
    }
    print(tables, linked, commandLine.getOut());
    return Candour.DONE;
  }

  private void print(LinkInput.Tables tables, LinkedTable linked, PrintWriter to) throws WrongUse {
    if (explained.isEmpty()) {
      to.print(linked.settings().yaml());
    } else {
      to.print(linked.explain(tables.record(explained.get(0)), tables.record(explained.get(1))));
    }
    to.flush();
  }

  private void write(LinkInput.Tables tables, LinkedTable linked) throws Exception {
    if (out != null) {
      LinkOutput.clusters(out, tables, linked);
    }
    if (pairs != null) {
      LinkOutput.pairs(pairs, tables, linked);
    }
  }

  private void checkUse() throws WrongUse {
    if (out == null && explained.isEmpty()) {
      throw new WrongUse("Say where to write the clusters: --out clusters.csv");
    }
    List<Path> read = new ArrayList<>(files);
    read.add(Objects.requireNonNull(settingsFile));
    for (Path file : read) {
      if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
        throw new WrongUse(file + " cannot be read; name a file.");
      }
      for (Path written : written()) {
        if (file.toAbsolutePath().normalize().equals(written.toAbsolutePath().normalize())) {
          throw new WrongUse(file + " is read; name another file to write.");
        }
      }
    }
    for (Path written : written()) {
      if (Files.isDirectory(written)) {
        throw new WrongUse(written + " is a folder; name a file to write.");
      }
    }
    if (out != null && out.equals(pairs)) {
      throw new WrongUse("--out and --pairs name the same file.");
    }
  }

  private List<Path> written() {
    List<Path> written = new ArrayList<>();
    if (out != null) {
      written.add(out);
    }
    if (pairs != null) {
      written.add(pairs);
    }
    return written;
  }

  private static StoppedByProblems stopped(List<Problem> problems) {
    return new StoppedByProblems(
        String.join("\n", problems.stream().map(Problem::text).toList())
            + "\n%d %s; nothing was written."
                .formatted(problems.size(), problems.size() == 1 ? "problem" : "problems"));
  }
}
