package uk.candour.cli;

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
import uk.candour.ledger.Verify;

/// `./candour verify`: checks a log and receipts by working everything out anew, with no server and
/// no database.
@Command(
    name = "verify",
    description = "Checks a log, in a folder or at an address, and receipts.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./candour verify data/log --receipt receipt.json --key eastmoor.vkey",
      "         ./candour verify https://candour.example/log --since checkpoint-of-may"
    })
final class VerifyCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "LOG", description = "The log's folder, or its http(s) address.")
  private @Nullable String log;

  @Option(
      names = "--receipt",
      paramLabel = "FILE",
      description = "A receipt to check; more than once if wanted.")
  private List<Path> receipts = new ArrayList<>();

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "The log's public key as you keep it; default: the one beside the log.")
  private @Nullable Path key;

  @Option(
      names = "--since",
      paramLabel = "CHECKPOINT",
      description = "An earlier checkpoint or receipt: the log must go on from it.")
  private @Nullable Path since;

  @Option(names = "--quiet", description = "Prints nothing but problems.")
  private boolean quiet;

  @Override
  public Integer call() throws Exception {
    var commandLine = Objects.requireNonNull(spec).commandLine();
    var progress = new Progress(commandLine.getErr(), quiet);
    progress.stage("Checking every entry");
    Verify.Answer answer =
        new Verify(Objects.requireNonNull(log), receipts, key, since)
            .answer(checked -> progress.at(checked, 0));
    progress.done();
    if (answer.code() == Verify.WRONG_USE) {
      throw new WrongUse(answer.text());
    }
    if (answer.code() != Verify.VERIFIES) {
      throw new StoppedByProblems(answer.text());
    }
    if (!quiet) {
      commandLine.getOut().println(answer.text());
    }
    return Candour.DONE;
  }
}
