package uk.candour.publication;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.candour.inquiry.Finding;
import uk.candour.inquiry.Finding.Interval;
import uk.candour.publication.ReportPage.ChapterOfSections;
import uk.candour.publication.ReportPage.Foot;
import uk.candour.record.InputFile;

/// Writes `report.html`, the sealed report: one self-contained page without a script.
final class Report {

  /// What all figures take for granted, in ten words.
  private static final String ASSUMPTIONS =
      "Records say what happened; links hold; lists miss children independently.";

  private final PublicationInput input;
  private final Findings findings;

  private Report(PublicationInput input) {
    this.input = input;
    this.findings = new Findings(input.findings());
  }

  static void write(Path file, PublicationInput input) throws IOException {
    Pages.write(file, "report.jte", new Report(input).page());
  }

  private ReportPage page() {
    return new ReportPage(
        Heading.of(input.entries().scope()),
        headline(),
        basis(),
        RulerPicture.of(findings),
        GravestFailures.of(findings),
        ConcernsPicture.of("by-year", input.pictures().concernsAndAnswers()),
        Unknowns.of(findings, input.findings(), input.pictures().months()),
        foot(),
        chapters());
  }

  private String headline() {
    Double least = atLeast();
    return least == null
        ? "The number of children is not known"
        : "At least " + Figures.number(Math.floor(least)) + (least == 1 ? " child" : " children");
  }

  /// The conservative figure; without one, the low end of those seen.
  private @Nullable Double atLeast() {
    Double conservative = findings.value("children.conservative");
    return conservative == null ? lowOfSeen() : conservative;
  }

  private @Nullable Double lowOfSeen() {
    Finding seen = findings.find("children.seen");
    if (seen == null) {
      return null;
    }
    Interval interval = seen.interval();
    return interval == null || interval.low() == null ? seen.value() : interval.low();
  }

  private String basis() {
    Double seen = findings.value("children.seen");
    if (seen == null) {
      return "No record tells how many children there were.";
    }
    String records =
        "%s rows of %s sources"
            .formatted(Figures.number(rows()), Figures.number(input.entries().sources().size()));
    return findings.value("children.conservative") == null
        ? "The low end of the %s children with an exploitation concern in %s."
            .formatted(Figures.number(seen), records)
        : ("The lower 95%% limit for all exploited children, on record or not, and never below the"
                + " share of the children seen that the reading confirms; from %s with an"
                + " exploitation concern in %s.")
            .formatted(Figures.number(seen) + (seen == 1 ? " child" : " children"), records);
  }

  /// The rows of the sources; files of residents are no source.
  private long rows() {
    return files().stream().mapToLong(InputFile::rows).sum();
  }

  private List<InputFile> files() {
    Set<String> sources = new HashSet<>();
    input.entries().sources().forEach(source -> sources.add(source.name()));
    return input.entries().inputs().stream()
        .filter(file -> sources.contains(file.source()))
        .toList();
  }

  private Foot foot() {
    var error = input.linkError();
    int files = files().size();
    int sources = input.entries().sources().size();
    long problems = input.problems().count();
    return new Foot(
        "%s rows in %s %s of %s %s"
            .formatted(
                Figures.number(rows()),
                Figures.number(files),
                files == 1 ? "file" : "files",
                Figures.number(sources),
                sources == 1 ? "source" : "sources"),
        problems == 0
            ? "none found"
            : Figures.number(problems) + (problems == 1 ? " value or row" : " values or rows"),
        "%s of true links thought missed, %s of accepted links thought false"
            .formatted(Figures.percent(error.missed()), Figures.percent(error.falseLinks())),
        ASSUMPTIONS,
        input.howToRunAgain());
  }

  private List<ChapterOfSections> chapters() {
    Map<Chapter, List<Section>> sections = new EnumMap<>(Chapter.class);
    for (Finding finding : input.findings()) {
      sections
          .computeIfAbsent(Chapter.of(finding.id()), chapter -> new ArrayList<>())
          .add(section(finding));
    }
    List<ChapterOfSections> chapters = new ArrayList<>();
    sections.forEach((chapter, list) -> chapters.add(new ChapterOfSections(chapter, list)));
    return chapters;
  }

  private Section section(Finding finding) {
    return new Section(
        finding,
        Figures.of(finding),
        Figures.interval(finding),
        finding.duty() == null ? null : GravestFailures.duty(finding.duty()),
        pictures(finding),
        BreakdownTables.of(finding));
  }

  private List<Picture> pictures(Finding finding) {
    Pictures data = input.pictures();
    var scope = input.entries().scope();
    return switch (finding.id()) {
      case "children.likely" -> drawn(OverlapPicture.of(finding));
      case "children.by-year" ->
          drawn(BarsPicture.of("new-children", "year", "children", by(finding, "year")));
      case "children.youngest" ->
          drawn(BarsPicture.of("ages", "age", "children", by(finding, "age")));
      case "children.to-action" ->
          drawn(WaitingPicture.of(WaitingPicture.ACTIONS, data.childrenForAnAction()));
      case "children.never-acted" -> drawn(AgenciesPicture.of(by(finding, "agencies")));
      case "networks.knowable" -> NetworkPictures.of(input.entries(), input.networks());
      case "reports.unanswered" -> drawn(ConcernsPicture.of("answers", data.concernsAndAnswers()));
      case "reports.days-to-decision" ->
          drawn(WaitingPicture.of(WaitingPicture.DECISIONS, data.reportsForADecision()));
      case "severity.played-down" -> drawn(SeverityPicture.of(data.severity()));
      case "record.gaps" ->
          drawn(GapsPicture.of(data.months(), by(finding, "meetings"), input.entries()));
      case "leaders.knew" ->
          drawn(BriefingsPicture.of(by(finding, "briefing"), scope.period().from(), scope.asAt()));
      default -> List.of();
    };
  }

  private static List<Finding.Breakdown> by(Finding finding, String by) {
    return finding.breakdown().stream().filter(row -> row.by().equals(by)).toList();
  }

  private static List<Picture> drawn(@Nullable Picture picture) {
    return picture == null ? List.of() : List.of(picture);
  }
}
