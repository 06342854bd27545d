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

/// `./candour backup`: a verified copy of the record, keys apart.
@Command(
    name = "backup",
    description = "Copies the live record into a new folder and reads the copy again.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Keys are not in the copy: without them nothing in it can be read. Keep them elsewhere.",
      "The file data/released-checkpoints is not in it either; keep it where no backup reaches.",
      "",
      "Example: ./candour backup backup-2026-11-25 --keys /mnt/safe/keys"
    })
final class BackupCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "The folder of the copy; it is not there yet.")
  private @Nullable Path to;

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

  @Option(
      names = "--keys",
      paramLabel = "DIR",
      description = "Copies the keys too, into this folder, which is not there yet.")
  private @Nullable Path keys;

  @Override
  public Integer call() throws Exception {
    Path folder = Objects.requireNonNull(to);
    Copy copy;
    try {
      copy = Records.keeper().backup(Records.place(data, url), folder, keys);
    } catch (Refused e) {
      throw new WrongUse(String.valueOf(e.getMessage()));
    }
    var out = Objects.requireNonNull(spec).commandLine().getOut();
    out.printf(
        "Copied and read again: %,d entries of the log, %,d files, %,d bytes, in %s.%n",
        copy.logSize(), copy.files(), copy.bytes(), folder);
    out.println(
        keys == null
            ? "The keys are not copied; without those in " + data.resolve("keys") + " it is closed."
            : "The keys are in " + keys + "; keep them apart from the copy.");
    return Candour.DONE;
  }
}
