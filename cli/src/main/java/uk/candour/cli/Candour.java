package uk.candour.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;

/// Candour's commands, and what their exit codes mean: 0 done; 1 the input has problems that
/// stopped the run, all listed; 2 wrong use or something missing; 3 our fault.
@Command(
    name = "candour",
    description = "From the records that agencies hold to the findings of an inquiry.",
    subcommands = {
      InquiryCommand.class,
      CheckCommand.class,
      LinkCommand.class,
      EstimateCommand.class,
      VerifyCommand.class,
      LoadCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      SynthCommand.class
    },
    mixinStandardHelpOptions = true,
    version = "candour 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footer = {
      "  test     runs the whole test suite; --long adds the long fuzz, fault and load runs",
      "",
      "Example: ./candour inquiry",
      "Each command has --help with an example."
    })
public final class Candour implements Runnable {

  static final int DONE = 0;
  static final int INPUT_HAS_PROBLEMS = 1;
  static final int WRONG_USE = 2;
  static final int OUR_FAULT = 3;

  private Candour() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /// Runs one command and gives its exit code; what it prints is UTF-8.
  static int run(String... arguments) {
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    return run(out, err, arguments);
  }

  /// Runs one command with its output elsewhere; for those who call it from Java.
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    int code =
        new CommandLine(new Candour())
            .registerConverter(LocalDate.class, Candour::day)
            .setOut(out)
            .setErr(err)
            .setParameterExceptionHandler(wrongUse())
            .setExecutionExceptionHandler(failed())
            .execute(arguments);
    out.flush();
    err.flush();
    return code;
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new CommandLine.TypeConversionException(
          "'" + text + "' is not a day; write it as 2009-12-31");
    }
  }

  /// Without a command the help is printed, and that is wrong use.
  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        new CommandLine(this),
        "Say what to do: inquiry, check, link, estimate, verify, load, backup, restore, synth or"
            + " test.");
  }

  private static IParameterExceptionHandler wrongUse() {
    return (problem, arguments) -> {
      CommandLine command = problem.getCommandLine();
      PrintWriter err = command.getErr();
      err.println(problem.getMessage());
      CommandLine.UnmatchedArgumentException.printSuggestions(problem, err);
      err.println("Try: ./" + command.getCommandSpec().qualifiedName() + " --help");
      return WRONG_USE;
    };
  }

  private static IExecutionExceptionHandler failed() {
    return (failure, command, parsed) -> {
      PrintWriter err = command.getErr();
      if (failure instanceof WrongUse || failure instanceof StoppedByProblems) {
        err.println(failure.getMessage());
        return failure instanceof WrongUse ? WRONG_USE : INPUT_HAS_PROBLEMS;
      }
      err.println("Candour failed, and the fault is ours: " + failure);
      for (StackTraceElement place : failure.getStackTrace()) {
        if (place.getClassName().startsWith("uk.candour.")) {
          err.println("  at " + place);
        }
      }
      return OUR_FAULT;
    };
  }

  /// The user asked for something that cannot be done; the message says what and what to do.
  static final class WrongUse extends Exception {

    private static final long serialVersionUID = 1L;

    WrongUse(String message) {
      super(message);
    }
  }

  /// The input has problems that stopped the run; the message lists them all.
  static final class StoppedByProblems extends Exception {

    private static final long serialVersionUID = 1L;

    StoppedByProblems(String message) {
      super(message);
    }
  }
}
