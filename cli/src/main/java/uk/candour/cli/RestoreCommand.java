package uk.candour.cli;

import java.nio.file.Path;
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
import uk.candour.intake.RecordKeeper.Copy;

/// `./candour restore`: brings a copy of the record back; overwrites nothing.
@Command(
    name = "restore",
    description = "Brings a copy of the live record back, into a place where no record is.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Put the latest released-checkpoints into the data folder first: a record behind a checkpoint",
      "that was released refuses to sign.",
      "",
      "Example: ./candour restore backup-2026-11-25 --data data --keys /mnt/safe/keys"
    })
final class RestoreCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "The folder of the copy.")
  private @Nullable Path from;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The data folder to make; default ${DEFAULT-VALUE}.")
  private Path data = Path.of(Records.USUAL_FOLDER);

  @Option(
      names = "--database",
      paramLabel = "JDBC-URL",
      description = "An empty database; default a new one in the data folder.")
  private @Nullable String url;

  @Option(
      names = "--keys",
      paramLabel = "DIR",
      description = "The folder of the keys' copy, unless the keys are in the data folder.")
  private @Nullable Path keys;

  @Override
  public Integer call() throws Exception {
    Path folder = Objects.requireNonNull(from);
    Copy copy;
    try {
      copy = Records.keeper().restore(folder, Records.place(data, url), keys);
    } catch (Refused e) {
      throw new WrongUse(String.valueOf(e.getMessage()));
    }
    Objects.requireNonNull(spec)
        .commandLine()
        .getOut()
        .printf(
            "Brought back: %,d entries of the log, %,d files, %,d bytes, into %s.%n",
            copy.logSize(), copy.files(), copy.bytes(), data);
    return Candour.DONE;
  }
}
