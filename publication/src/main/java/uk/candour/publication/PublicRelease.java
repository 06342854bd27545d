package uk.candour.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.candour.inquiry.Finding;

/// Writes `public/`: the borough's totals of the main counts as [Disclosure] lets them out, as CSV
/// and as a page, and a manifest of both in the form that `sha256sum --check` reads.
///
/// The set of figures is fixed and planned as a whole. There are no breakdowns, no shares and no
/// people in it, and it links to nothing but itself.
final class PublicRelease {

  private static final List<Measure> MEASURES =
      List.of(
          new Measure("children.seen", "Children with an exploitation concern on record", null),
          new Measure(
              "children.conservative", "All exploited children, a conservative estimate", null),
          new Measure("children.likely", "All exploited children, the likely figure", null),
          new Measure(
              "children.never-acted",
              "Children with a concern on record for whom no action followed",
              "children.seen"),
          new Measure(
              "children.repeat-reported",
              "Children reported three times or more before any action",
              "children.seen"),
          new Measure(
              "children.known-before",
              "Children whom social care held a report about before the first concern",
              "children.seen"),
          new Measure("suspects.identified", "Suspects named by a surname", null),
          new Measure(
              "suspects.several-children",
              "Suspects named together with two children or more",
              "suspects.identified"),
          new Measure("networks.count", "Networks of suspects and children", null),
          new Measure("reports.unanswered", "Reports that were never answered", null),
          new Measure("severity.played-down", "Reports whose severity was set lower", null),
          new Measure("record.gaps", "Months of records and meetings missing", null));

  /// One published count.
  ///
  /// @param within the finding that it is part of, or null
  private record Measure(String id, String words, @Nullable String within) {}

  private PublicRelease() {}

  static void write(Path folder, PublicationInput input) throws IOException {
    Map<String, Finding> findings =
        input.findings().stream().collect(Collectors.toMap(Finding::id, Function.identity()));
    List<PublicPage.Row> rows = new ArrayList<>();
    for (Measure measure : MEASURES) {
      rows.add(new PublicPage.Row(measure.id, measure.words, shown(measure, findings)));
    }
    Path csvFile = folder.resolve("totals.csv");
    try (var csv = Csv.create(csvFile, "measure", "total", "words")) {
      for (var row : rows) {
        csv.line(row.id(), row.total(), row.words());
      }
    }
    Path page = folder.resolve("index.html");
    Pages.write(page, "public.jte", new PublicPage(Heading.of(input.entries().scope()), rows));
    Files.writeString(folder.resolve("manifest.txt"), sum(page) + sum(csvFile));
  }

  /// The total as published: a number, `c` where it is kept back, `:` where there is none.
  private static String shown(Measure measure, Map<String, Finding> findings) {
    Long count = count(measure.id, findings);
    if (count == null) {
      return PublicPage.NOT_AVAILABLE;
    }
    Long total = measure.within == null ? null : count(measure.within, findings);
    Long shown = total == null ? Disclosure.total(count) : Disclosure.part(count, total);
    return shown == null ? PublicPage.KEPT_BACK : Long.toString(shown);
  }

  private static @Nullable Long count(String id, Map<String, Finding> findings) {
    Finding finding = findings.get(id);
    Double value = finding == null ? null : finding.value();
    return value == null ? null : Math.round(value);
  }

  private static String sum(Path file) throws IOException {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest) + "  " + file.getFileName() + "\n";
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
