package uk.candour.ledger;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// `java -jar ledger.jar LOG [--receipt FILE]... [--key FILE] [--since FILE]`: the check of
/// `./candour verify`, for an auditor who wants this one jar and nothing else of Candour.
public final class Auditor {

  private static final String USE =
      "java -jar ledger.jar LOG [--receipt FILE]... [--key FILE] [--since CHECKPOINT]";

  private Auditor() {}

  public static void main(String[] arguments) {
    Verify.Answer answer = answer(arguments);
    new PrintStream(System.out, true, StandardCharsets.UTF_8).println(answer.text());
    System.exit(answer.code());
  }

  static Verify.Answer answer(String... arguments) {
    var receipts = new ArrayList<Path>();
    Path key = null;
    Path since = null;
    String log = null;
    for (int i = 0; i < arguments.length; i++) {
      String word = arguments[i];
      if (!word.startsWith("--")) {
        if (log != null) {
          return wrong("one log at a time, not " + log + " and " + word);
        }
        log = word;
        continue;
      }
      if (i + 1 == arguments.length) {
        return wrong(word + " takes a file");
      }
      Path file = Path.of(arguments[++i]);
      switch (word) {
        case "--receipt" -> receipts.add(file);
        case "--key" -> key = file;
        case "--since" -> since = file;
        default -> {
          return wrong("there is no " + word);
        }
      }
    }
    return log == null ? wrong(null) : new Verify(log, receipts, key, since).answer(checked -> {});
  }

  private static Verify.Answer wrong(@Nullable String what) {
    return new Verify.Answer(Verify.WRONG_USE, (what == null ? "" : what + "\n") + "Use: " + USE);
  }
}
