package uk.candour.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import uk.candour.cli.Candour.WrongUse;
import uk.candour.synth.Settings;
import uk.candour.synth.Synth;

/// `./candour synth`: writes an example borough with its ground truth.
@Command(
    name = "synth",
    description = "Writes an example borough: its agencies' records, a remit, and the truth.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./candour synth --children 300 --population 5000 --seed 7 --out borough",
      "         ./candour inquiry borough/remit.yaml"
    })
final class SynthCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--children",
      paramLabel = "N",
      description = "How many children were exploited, seen or not (default ${DEFAULT-VALUE}).")
  private int children = Settings.EASTMOOR.children();

  @Option(
      names = "--population",
      paramLabel = "N",
      description = "How many people are in the borough's files (default: in proportion).")
  private @Nullable Integer population;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The same seed gives the same bytes (default ${DEFAULT-VALUE}).")
  private long seed = Settings.EASTMOOR.seed();

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write.")
  private @Nullable Path out;

  @Option(names = "--quiet", description = "Shows no progress.")
  private boolean quiet;

  @Override
  public Integer call() throws Exception {
    var commandLine = Objects.requireNonNull(spec).commandLine();
    Path folder = Objects.requireNonNull(out);
    var progress = new Progress(commandLine.getErr(), quiet);
    progress.stage("Writing the borough");
    Synth.write(settings(), folder, (file, done, of) -> progress.at(done, of));
    progress.done();
    commandLine.getOut().println("Borough:  " + folder.resolve("remit.yaml"));
    return Candour.DONE;
  }

  private Settings settings() throws WrongUse {
    try {
      return population == null
          ? Settings.inProportion(children, seed)
          : new Settings(children, population, seed);
    } catch (IllegalArgumentException e) {
      throw new WrongUse(String.valueOf(e.getMessage()));
    }
  }
}
