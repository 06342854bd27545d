package uk.candour.cli;

import java.io.PrintWriter;
import java.util.Locale;

/// Tells on standard error how long work is getting on: a bar that is drawn over itself on a
/// terminal, a plain line a stage otherwise, nothing where quiet is asked for.
///
/// Whether standard error is a terminal only the launcher can tell (`candour.terminal`).
final class Progress {

  private static final int WIDTH = 28;
  private static final long LEAST_NANOS_BETWEEN_DRAWINGS = 80_000_000;

  private final PrintWriter err;
  private final boolean quiet;
  private final boolean terminal;
  private String stage = "";
  private long drawn;
  private boolean bar;

  Progress(PrintWriter err, boolean quiet) {
    this.err = err;
    this.quiet = quiet;
    this.terminal = Boolean.getBoolean("candour.terminal");
  }

  /// Begins a stage: `Reading 18 sources`.
  void stage(String name) {
    endBar();
    stage = name;
    if (!quiet && !terminal) {
      err.println(name + " ...");
    }
    at(0, 0);
  }

  /// Says how far the stage is; a total of 0 is not known. Cheap enough to be called for every row.
  void at(long done, long total) {
    if (quiet || !terminal) {
      return;
    }
    long now = System.nanoTime();
    if (bar && now - drawn < LEAST_NANOS_BETWEEN_DRAWINGS) {
      return;
    }
    drawn = now;
    bar = true;
    err.print("\r\u001b[K" + stage + " " + drawing(done, total));
    err.flush();
  }

  /// Ends the last stage.
  void done() {
    endBar();
  }

  private void endBar() {
    if (bar) {
      err.print("\r\u001b[K");
      err.println(stage);
      bar = false;
    }
  }

  private static String drawing(long done, long total) {
    if (total <= 0) {
      return done <= 0 ? "..." : String.format(Locale.UK, "%,d", done);
    }
    int full = (int) (WIDTH * Math.min(done, total) / total);
    return "█".repeat(full)
        + "░".repeat(WIDTH - full)
        + String.format(Locale.UK, " %d%%", 100 * Math.min(done, total) / total);
  }
}
