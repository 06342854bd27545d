package uk.candour.publication;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.candour.inquiry.Finding;

/// One question of the report with its answer.
///
/// @param figure the figure in words
/// @param interval what it may be, in words, or null
/// @param duty what it is measured against, in words, or null
/// @param pictures its drawings, each with its numbers
/// @param tables its breakdown, a table for each thing it is broken down by
record Section(
    Finding finding,
    String figure,
    @Nullable String interval,
    @Nullable String duty,
    List<Picture> pictures,
    List<Table> tables) {

  Section {
    pictures = List.copyOf(pictures);
    tables = List.copyOf(tables);
  }

  String evidencePage() {
    return EvidenceFiles.pagePath(finding.id());
  }

  /// How many rows stand under it, in words.
  String evidenceRows() {
    int rows = finding.evidence().size();
    return switch (rows) {
      case 0 -> "what it rests on";
      case 1 -> "the one row under it";
      default -> "the " + Figures.number(rows) + " rows under it";
    };
  }
}
