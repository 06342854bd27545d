package uk.candour.ledger;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// The question an auditor asks of a log, by the names of files, and its answer in sentences.
///
/// @param log a folder, or an address that begins with http:// or https://
/// @param receipts files with receipts, in either form
/// @param key a file with the log's public key as its holder keeps it; without it the key beside
///   the log is used, which proves less
/// @param since a file with an earlier checkpoint or a receipt
public record Verify(String log, List<Path> receipts, @Nullable Path key, @Nullable Path since) {

  /// What the answer means: the exit codes of the command.
  public static final int VERIFIES = 0;

  public static final int DOES_NOT_VERIFY = 1;
  public static final int WRONG_USE = 2;

  /// The answer.
  public record Answer(int code, String text) {}

  public Verify {
    receipts = List.copyOf(receipts);
  }

  /// Reads the files and the log and checks everything.
  ///
  /// @param progress told how many entries were checked so far
  public Answer answer(LongConsumer progress) {
    try {
      if (log.startsWith("http://") || log.startsWith("https://")) {
        try (var address = new LogAddress(URI.create(log))) {
          return answer(address, progress);
        }
      }
      Path folder = Path.of(log);
      if (!Files.isDirectory(folder)) {
        return new Answer(
            WRONG_USE, log + " is no folder; give a log's folder or its http(s) address.");
      }
      return answer(new LogFolder(folder, Disk.REAL), progress);
    } catch (IllegalArgumentException e) {
      return new Answer(WRONG_USE, log + " is no folder and no address: " + e.getMessage());
    } catch (Unreadable e) {
      return new Answer(WRONG_USE, String.valueOf(e.getMessage()));
    }
  }

  private Answer answer(LogSource source, LongConsumer progress) throws Unreadable {
    var problems = new ArrayList<String>();
    VerifierKey verifier = verifier(source, problems);
    if (verifier == null) {
      return new Answer(DOES_NOT_VERIFY, text(problems, 0));
    }
    var audit = new Audit(source, verifier, progress);
    for (Path file : receipts) {
      try {
        audit.receipt(file.toString(), Receipt.read(bytes(file, Receipt.LONGEST)));
      } catch (Refused e) {
        problems.add(file + ": " + e.getMessage() + ".");
      }
    }
    if (since != null) {
      try {
        audit.since(since.toString(), note(bytes(since, Receipt.LONGEST)));
      } catch (Refused e) {
        problems.add(since + ": " + e.getMessage() + ".");
      }
    }
    Audit.Outcome outcome = audit.run();
    problems.addAll(outcome.problems());
    if (problems.isEmpty()) {
      return new Answer(VERIFIES, confirmed(outcome, verifier));
    }
    var text = new StringBuilder(text(problems, outcome.more()));
    outcome
        .firstBadEntry()
        .ifPresent(entry -> text.append("\nThe first bad entry is ").append(entry).append('.'));
    return new Answer(DOES_NOT_VERIFY, text.toString());
  }

  private @Nullable VerifierKey verifier(LogSource source, List<String> problems)
      throws Unreadable {
    try {
      if (key != null) {
        return VerifierKey.parse(Text.utf8(bytes(key, SignedNote.LONGEST), "a public key"));
      }
      byte[] beside = source.read(LogFolder.KEY, SignedNote.LONGEST);
      if (beside == null) {
        problems.add("No key lies beside the log; give the log's public key with --key.");
        return null;
      }
      return VerifierKey.parse(Text.utf8(beside, "a public key"));
    } catch (Refused e) {
      problems.add((key == null ? "The key beside the log" : key) + ": " + e.getMessage() + ".");
      return null;
    } catch (IOException e) {
      throw new Unreadable("The log could not be read: " + e.getMessage());
    }
  }

  /// The checkpoint of a file that holds one, or a receipt with one.
  private static String note(byte[] bytes) throws Refused {
    String text = Text.utf8(bytes, "a checkpoint or receipt");
    try {
      SignedNote.parse(text);
      return text;
    } catch (Refused noNote) {
      try {
        return Receipt.read(bytes).note();
      } catch (Refused noReceipt) {
        throw new Refused(
            "it is neither a checkpoint (%s) nor a receipt (%s)"
                .formatted(noNote.getMessage(), noReceipt.getMessage()));
      }
    }
  }

  private static String text(List<String> problems, long more) {
    var text =
        new StringBuilder("The log does not verify. ")
            .append(problems.size() + more)
            .append(problems.size() + more == 1 ? " problem:" : " problems:");
    problems.forEach(problem -> text.append("\n- ").append(problem));
    if (more > 0) {
      text.append("\n- and ").append(more).append(" more.");
    }
    return text.toString();
  }

  private String confirmed(Audit.Outcome outcome, VerifierKey verifier) {
    SignedCheckpoint signed = outcome.signed();
    if (signed == null) {
      throw new IllegalStateException("a log without a checkpoint does not verify");
    }
    var text =
        new StringBuilder(
            String.format(
                Locale.UK,
                "The log %s verifies: %,d entries, root %s.",
                verifier.name(),
                signed.size(),
                signed.root().base64()));
    for (Path receipt : receipts) {
      text.append("\nThe receipt ")
          .append(receipt)
          .append(" holds: its entry is in the log where it says.");
    }
    if (since != null) {
      text.append("\nThe log goes on from ").append(since).append(": nothing before was changed.");
    } else if (receipts.isEmpty()) {
      text.append("\nNo earlier checkpoint or receipt was given (--since, --receipt):")
          .append(" that the log was not rewritten as a whole, this does not show.");
    }
    if (key == null) {
      text.append("\nThe key is the one beside the log. It was not independently held:")
          .append(" whoever replaced the log could have replaced it too.");
    }
    return text.toString();
  }

  private static byte[] bytes(Path file, int limit) throws Unreadable {
    try {
      byte[] bytes = Disk.REAL.read(file, limit);
      if (bytes != null) {
        return bytes;
      }
      throw new Unreadable(file + " is not there.");
    } catch (IOException e) {
      throw new Unreadable(file + " could not be read: " + e.getMessage());
    }
  }

  /// A file or address that was named and could not be read.
  private static final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
      super(message);
    }
  }
}
