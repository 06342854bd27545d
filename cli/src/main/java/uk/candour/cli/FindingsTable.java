package uk.candour.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.candour.inquiry.Finding;
import uk.candour.inquiry.Finding.Interval;
import uk.candour.intake.Intaken;
import uk.candour.intake.Tally;
import uk.candour.linkage.Linked;
import uk.candour.linkage.Linked.LargeBlock;

/// The findings as a short table on the terminal: name, figure, interval, answer; before it what
/// was read, after it where the report is.
final class FindingsTable {

  private static final int WIDTH = 110;
  private static final int LARGEST = 3;
  private static final int LARGE = 1000;

  private FindingsTable() {}

  static void print(
      List<Finding> findings, Intaken intaken, Linked linked, Path out, PrintWriter to) {
    read(intaken, to);
    blocks(linked, to);
    to.println();
    for (Finding finding : findings) {
      to.printf("%-28s %9s  %s%n", finding.id(), figure(finding.value()), interval(finding));
      wrapped(finding.answer(), to);
    }
    to.println();
    to.println("Report:   " + out.resolve("report.html"));
    to.println(
        "Sealed:   it may identify children; keep the folder where it is readable by you alone.");
  }

  private static void read(Intaken intaken, PrintWriter to) {
    int rows = 0;
    int entries = 0;
    int undated = 0;
    int notYetKnown = 0;
    for (Tally tally : intaken.tallies()) {
      rows += tally.rows();
      entries += tally.entries();
      undated += tally.undated();
      notYetKnown += tally.notYetKnown();
    }
    to.printf(
        Locale.UK,
        "Read %,d rows as %,d entries, %,d of them without a date; %,d were not yet known on %s."
            + " %,d row problems are in problems.csv.%n",
        rows,
        entries,
        undated,
        notYetKnown,
        intaken.entries().scope().asAt(),
        intaken.problems().count());
  }

  /// Names the largest blocks: where many records share one value, linking leans on other values.
  private static void blocks(Linked linked, PrintWriter to) {
    for (LargeBlock block : linked.largestBlocks().stream().limit(LARGEST).toList()) {
      if (block.records() >= LARGE) {
        to.printf(
            Locale.UK,
            "Large block: %,d records share one value of %s%s.%n",
            block.records(),
            block.rule(),
            block.skipped() ? " and were compared by other values alone" : "");
      }
    }
  }

  private static String interval(Finding finding) {
    Interval interval = finding.interval();
    if (interval == null) {
      return finding.unit();
    }
    String level = interval.level() == null ? "doubtful links" : "95%";
    if (interval.level() == null
        && interval.low() != null
        && interval.low().equals(interval.high())) {
      return finding.unit() + ", doubtful links or not";
    }
    return "%s, %s to %s (%s)"
        .formatted(finding.unit(), figure(interval.low()), figure(interval.high()), level);
  }

  private static String figure(@Nullable Double value) {
    if (value == null) {
      return "-";
    }
    double tenths = Math.rint(value * 10) / 10;
    return (value >= 1 && tenths == Math.rint(tenths)) || value == 0
        ? String.format(Locale.UK, "%,.0f", value)
        : String.format(Locale.UK, value < 1 ? "%.3f" : "%,.1f", value);
  }

  private static void wrapped(String text, PrintWriter to) {
    var line = new StringBuilder("   ");
    for (String word : text.split(" ", -1)) {
      if (line.length() + word.length() > WIDTH) {
        to.println(line);
        line.setLength(0);
        line.append("   ");
      }
      line.append(' ').append(word);
    }
    to.println(line);
  }
}
