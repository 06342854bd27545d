package uk.candour.publication;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import uk.candour.inquiry.Evidence;
import uk.candour.inquiry.Finding;

/// Writes the rows under each finding, twice: `evidence/<finding id>.csv` with every row, to count
/// with, and `evidence/<finding id>.html` to read, grouped by the key under which a row was
/// counted.
final class EvidenceFiles {

  /// How many rows of one key the page shows, and how many in all; the rest is in the CSV file.
  static final int SHOWN_OF_A_KEY = 500;

  static final int SHOWN = 4000;

  private EvidenceFiles() {}

  static String csvPath(String id) {
    return "evidence/" + id + ".csv";
  }

  static String pagePath(String id) {
    return "evidence/" + id + ".html";
  }

  static void write(Path out, PublicationInput input) throws IOException {
    var citations = new Citations(input.entries());
    for (Finding finding : input.findings()) {
      writeCsv(out.resolve(csvPath(finding.id())), finding, input);
      Pages.write(
          out.resolve(pagePath(finding.id())),
          "evidence.jte",
          page(finding, citations, input.entries().scope().inquiry()));
    }
  }

  private static void writeCsv(Path file, Finding finding, PublicationInput input)
      throws IOException {
    var entries = input.entries();
    var evidence = finding.evidence();
    try (var csv = Csv.create(file, "source", "row", "note")) {
      for (int line = 0; line < evidence.size(); line++) {
        csv.line(
            entries.sourceOf(evidence.row(line)).name(),
            Integer.toString(entries.sourceRow(evidence.row(line))),
            note(evidence, line));
      }
    }
  }

  /// Note, key and cluster of a line in one cell: `unanswered; Duty team; cluster 12`.
  private static String note(Evidence evidence, int line) {
    List<String> parts = new ArrayList<>();
    if (!evidence.note(line).isEmpty()) {
      parts.add(evidence.note(line));
    }
    if (!evidence.key(line).isEmpty()) {
      parts.add(evidence.key(line));
    }
    if (evidence.person(line) != Evidence.NOBODY) {
      parts.add("cluster " + evidence.person(line));
    }
    return String.join("; ", parts);
  }

  private static boolean hasRowTwice(Evidence evidence) {
    var seen = new BitSet();
    for (int line = 0; line < evidence.size(); line++) {
      if (seen.get(evidence.row(line))) {
        return true;
      }
      seen.set(evidence.row(line));
    }
    return false;
  }

  private static EvidencePage page(Finding finding, Citations citations, String inquiry) {
    var evidence = finding.evidence();
    var keys = EvidenceKeys.of(evidence);
    List<EvidencePage.Group> groups = new ArrayList<>();
    int left = SHOWN;
    for (int key = 0; key < keys.size(); key++) {
      int[] lines = keys.lines(key, Math.min(left, keys.grouped() ? SHOWN_OF_A_KEY : SHOWN));
      left -= lines.length;
      List<EvidencePage.Row> rows = new ArrayList<>();
      for (int line : lines) {
        int person = evidence.person(line);
        rows.add(
            new EvidencePage.Row(
                citations.of(evidence.row(line)),
                person == Evidence.NOBODY ? "" : Integer.toString(person),
                evidence.note(line),
                keys.grouped() ? "" : evidence.key(line)));
      }
      groups.add(new EvidencePage.Group(keys.anchor(key), keys.name(key), keys.count(key), rows));
    }
    return new EvidencePage(
        inquiry, finding, keys.grouped(), hasRowTwice(evidence), groups, SHOWN - left);
  }
}
