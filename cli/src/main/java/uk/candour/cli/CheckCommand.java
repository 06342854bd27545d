package uk.candour.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.candour.intake.Check;
import uk.candour.intake.Remit;

/// `./candour check`: how a remit and the first rows of its sources were understood; writes
/// nothing.
@Command(
    name = "check",
    description = "Shows how a remit and the first rows of its sources were understood.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: ./candour check remit.yaml"})
final class CheckCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "REMIT", description = "The remit, a YAML file.")
  private @Nullable Path remitFile;

  @Option(
      names = "--as-at",
      paramLabel = "DATE",
      description = "The day as at which to ask, where the remit leaves it to the command.")
  private @Nullable LocalDate asAt;

  @Option(names = "--quiet", description = "Prints nothing but what was asked for.")
  @SuppressWarnings("UnusedVariable") // a check is short and shows no progress
  private boolean quiet;

  @Override
  public Integer call() throws Exception {
    Remit remit = Remits.read(Objects.requireNonNull(remitFile), asAt);
    Objects.requireNonNull(spec).commandLine().getOut().println(Check.of(remit).text());
    return Candour.DONE;
  }
}
