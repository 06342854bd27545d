package uk.candour.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
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
import uk.candour.inquiry.Casebook;
import uk.candour.inquiry.Inquiry;
import uk.candour.inquiry.WhoIsWho;
import uk.candour.intake.Intake;
import uk.candour.intake.Intaken;
import uk.candour.intake.Remit;
import uk.candour.linkage.Explanation;
import uk.candour.linkage.Linked;
import uk.candour.linkage.Linker;
import uk.candour.linkage.Linking;
import uk.candour.publication.Publication;
import uk.candour.publication.PublicationInput;

/// `./candour inquiry`: from the records that agencies hold to the findings. Prints how far it is,
/// then the findings as a short table, then where the report is.
@Command(
    name = "inquiry",
    description = "Reads a remit's sources and writes the findings with the rows under them.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./candour inquiry                                   the example borough",
      "         ./candour inquiry remit.yaml --as-at 2009-12-31     what was known on that day"
    })
final class InquiryCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "REMIT",
      description = "The remit; without it the example borough's.")
  private @Nullable Path remitFile;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where to write; default out/<remit folder name>/, readable by you alone.")
  private @Nullable Path outFolder;

  @Option(
      names = "--as-at",
      paramLabel = "DATE",
      description = "The day as at which to ask, instead of the remit's: 2009-12-31.")
  private @Nullable LocalDate asAt;

  @Option(names = "--threads", paramLabel = "N", description = "Threads for linking; default all.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--explain",
      arity = "2",
      paramLabel = "MENTION",
      description = {
        "Writes nothing; prints why two mentions are thought to be one person or two.",
        "A mention is named as in clusters.csv: source,row,mention."
      })
  private List<String> explained = List.of();

  @Option(names = "--quiet", description = "Shows no progress.")
  private boolean quiet;

  @Override
  public Integer call() throws Exception {
    var commandLine = Objects.requireNonNull(spec).commandLine();
    var progress = new Progress(commandLine.getErr(), quiet);
    Path remitPath = remitFile == null ? Remits.example() : remitFile;
    Remit remit = Remits.read(remitPath, asAt);
    Path out = outFolder == null ? usualOut(remitPath) : outFolder;

    noteWhatIsNotTakenUp(remit, commandLine.getErr());
    int[] before = {0};
    progress.stage("Reading " + Remits.sources(remit));
    Intaken intaken =
        Remits.accepted(
            Intake.read(remit, remit.asAt(), (source, rows) -> progress.at(before[0] + rows, 0)));
    Path problems = Files.createTempFile("candour", ".csv");
    try (var found = intaken.problems()) {
      Casebook casebook = join(intaken, progress);
      if (!explained.isEmpty()) {
        progress.done();
        commandLine.getOut().println(explanation(casebook));
        return Candour.DONE;
      }
      try (OutputStream file = Files.newOutputStream(problems)) {
        found.writeCsv(file);
      }
      progress.stage("Answering the questions");
      var input = answer(casebook, intaken, problems, again(remitPath));
      progress.stage("Writing");
      write(out, input);
      progress.done();
      FindingsTable.print(input.findings(), intaken, casebook.linked(), out, commandLine.getOut());
    } finally {
      Files.delete(problems);
    }
    return Candour.DONE;
  }

  private Explanation explanation(Casebook casebook) throws WrongUse {
    return casebook
        .linked()
        .explain(
            Mentioned.of(casebook.entries(), explained.get(0)),
            Mentioned.of(casebook.entries(), explained.get(1)));
  }

  /// Says which settings of a remit this version reads and does not use: nothing is ignored in
  /// silence.
  private static void noteWhatIsNotTakenUp(Remit remit, PrintWriter err) {
    if (remit.linkage() != null) {
      err.println("Note: linkage: is not taken up by this version; its defaults are used.");
    }
  }

  private Casebook join(Intaken intaken, Progress progress) {
    progress.stage("Finding who is who");
    Linked linked =
        Linker.link(
            WhoIsWho.columns(intaken.entries()), threads, percent -> progress.at(percent, 100));
    return new Casebook(intaken.entries(), linked);
  }

  private static PublicationInput answer(
      Casebook casebook, Intaken intaken, Path problems, String again) {
    return PublicationInput.of(
        casebook,
        Publication.findings(Inquiry.findings(casebook), casebook, intaken.characteristics()),
        casebook.networks(Linking.CENTRAL),
        new PublicationInput.Problems(problems, intaken.problems().count()),
        again);
  }

  private static void write(Path out, PublicationInput input) throws IOException, WrongUse {
    try {
      Publication.write(out, input);
    } catch (FileAlreadyExistsException e) {
      throw new WrongUse(
          out + " holds something that Candour did not write; name another folder with --out.");
    } catch (FileSystemException e) {
      String reason = e.getReason() == null ? "" : " (" + e.getReason() + ")";
      throw new WrongUse(out + " cannot be written" + reason + "; name another folder with --out.");
    }
  }

  private static Path usualOut(Path remit) {
    Path folder = remit.toAbsolutePath().normalize().getParent();
    Path name = folder == null ? null : folder.getFileName();
    return Path.of("out", name == null ? "inquiry" : name.toString());
  }

  /// The command that makes the folder again, without a path of this machine.
  private String again(Path remit) {
    return "./candour inquiry "
        + (remitFile == null ? "" : remit.getFileName() + " ")
        + (asAt == null ? "" : "--as-at " + asAt);
  }
}
