package uk.candour.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.candour.cli.Candour.StoppedByProblems;
import uk.candour.cli.Candour.WrongUse;
import uk.candour.intake.Problem;
import uk.candour.intake.Reading;
import uk.candour.intake.Remit;

/// Opens the remit that a command names, or stops with every problem of it.
final class Remits {

  private Remits() {}

  /// The remit of the example borough that comes with the product.
  static Path example() throws WrongUse {
    String home = System.getProperty("candour.home");
    Path remit = Path.of(home == null ? "" : home, "examples", "eastmoor", "remit.yaml");
    if (!Files.isRegularFile(remit)) {
      throw new WrongUse("The example borough is not at " + remit + "; name a remit.");
    }
    return remit;
  }

  static Remit read(Path file, @Nullable LocalDate asAt)
      throws IOException, WrongUse, StoppedByProblems {
    if (Files.isDirectory(file)) {
      throw new WrongUse(
          file + " is a folder; name the remit in it, such as " + file.resolve("remit.yaml"));
    }
    if (!Files.isReadable(file)) {
      throw new WrongUse(file + " cannot be read; name a remit, a YAML file.");
    }
    return accepted(Remit.read(file, asAt));
  }

  /// What was read, or every problem of it at once.
  static <T> T accepted(Reading<T> reading) throws StoppedByProblems {
    return switch (reading) {
      case Reading.Accepted<T>(T value) -> value;
      case Reading.Rejected<T> rejected ->
          throw new StoppedByProblems(
              String.join("\n", rejected.problems().stream().map(Problem::text).toList())
                  + "\n%d %s; nothing was written."
                      .formatted(
                          rejected.problems().size(),
                          rejected.problems().size() == 1 ? "problem" : "problems"));
    };
  }

  /// `18 sources`.
  static String sources(Remit remit) {
    int count = remit.sources().size();
    return count == 1 ? "1 source" : count + " sources";
  }
}
