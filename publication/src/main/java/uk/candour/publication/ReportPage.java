package uk.candour.publication;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.candour.publication.Unknowns.Unknown;

/// What `report.jte` shows: the first screen in its order, then a section a question.
///
/// @param headline `At least 1,400 children`
/// @param basis what the headline rests on, in one sentence
/// @param byYear null where no concern was reported to anybody
record ReportPage(
    Heading heading,
    String headline,
    String basis,
    Picture ruler,
    List<Failure> failures,
    @Nullable Picture byYear,
    List<Unknown> unknowns,
    Foot foot,
    List<ChapterOfSections> chapters) {

  ReportPage {
    failures = List.copyOf(failures);
    unknowns = List.copyOf(unknowns);
    chapters = List.copyOf(chapters);
  }

  /// How many unknowns the first screen shows before the rest is folded.
  static final int UNKNOWNS_SHOWN = 4;

  /// The end of the first screen: what was read, and how to do it again.
  record Foot(
      String rows, String problems, String linkError, String assumptions, String runAgain) {}

  record ChapterOfSections(Chapter chapter, List<Section> sections) {

    ChapterOfSections {
      sections = List.copyOf(sections);
    }
  }
}
