package uk.candour.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.candour.cli.Candour.WrongUse;
import uk.candour.intake.LiveRecords.Refused;
import uk.candour.intake.RecordKeeper.Line;
import uk.candour.intake.Remit;

/// `./candour load`: reads a remit's sources into the live record and says what became of every
/// row.
@Command(
    name = "load",
    description = "Reads a remit's sources into the live record, every row accounted for.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The same file again adds nothing; a loading that was broken off goes on where it was.",
      "",
      "Example: ./candour load remit.yaml --data data"
    })
final class LoadCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "REMIT", description = "The remit, a YAML file.")
  private @Nullable Path remitFile;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The record's data folder; default ${DEFAULT-VALUE}.")
  private Path data = Path.of(Records.USUAL_FOLDER);

  @Option(
      names = "--database",
      paramLabel = "JDBC-URL",
      description = "The record's database; default the one in the data folder.")
  private @Nullable String url;

  @Option(names = "--quiet", description = "Prints nothing but problems.")
  private boolean quiet;

  @Override
  public Integer call() throws Exception {
    var commandLine = Objects.requireNonNull(spec).commandLine();
    Remit remit = Remits.read(Objects.requireNonNull(remitFile), null);
    var progress = new Progress(commandLine.getErr(), quiet);
    progress.stage("Loading " + Remits.sources(remit));
    List<Line> lines;
    try {
      lines =
          Remits.accepted(
              Records.keeper()
                  .load(remit, Records.place(data, url), (source, rows) -> progress.at(rows, 0)));
    } catch (Refused e) {
      throw new WrongUse(String.valueOf(e.getMessage()));
    }
    progress.done();
    if (!quiet) {
      print(lines, commandLine.getOut());
    }
    for (Line line : lines) {
      if (!line.isWhole()) {
        throw new IllegalStateException(
            line.source() + ", " + line.file() + ": not every row is accounted for: " + line);
      }
    }
    return Candour.DONE;
  }

  private static void print(List<Line> lines, PrintWriter out) {
    String row = "%-28s %-30s %9s %9s %9s %9s %6s %9s%n";
    out.printf(
        row, "source", "file", "rows", "written", "before", "malformed", "tests", "no entry");
    int[] sums = new int[8];
    for (Line line : lines) {
      int[] counts = {
        line.rows(),
        line.written(),
        line.before(),
        line.malformed(),
        line.test(),
        line.withoutEntry(),
        line.entries(),
        line.problems()
      };
      for (int i = 0; i < counts.length; i++) {
        sums[i] += counts[i];
      }
      print(out, row, line.source(), line.file(), counts);
    }
    print(out, row, "all", "", sums);
    out.printf(
        "Every row is accounted for: %,d rows read = %,d written + %,d there before + %,d malformed"
            + " + %,d tests + %,d that no entry accepted.%n",
        sums[0], sums[1], sums[2], sums[3], sums[4], sums[5]);
    out.printf(
        "The rows that were written hold %,d entries; %,d problems are kept with them.%n",
        sums[6], sums[7]);
  }

  private static void print(PrintWriter out, String row, String source, String file, int[] counts) {
    out.printf(row, source, file, counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]);
  }
}
