package uk.candour.inquiry;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import uk.candour.inquiry.Casebook.View;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.record.Concern;
import uk.candour.record.Entries;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;

/// The seen children with an exploitation report whose assessment or decision on that same report
/// has another category.
///
/// Another category is one that is no exploitation concern: an assessment of an exploitation report
/// as trafficking reclassifies nobody. An assessment or a decision speaks of every child of its
/// report, whichever of them it names. The team is the one that made it, else the one that received
/// the report. A child may count under several teams and categories.
final class WhichChildrenWereReclassified implements Question {

  @Override
  public Finding answer(Casebook casebook) {
    var entries = casebook.entries();
    var children = casebook.central().children();
    var evidence = new Evidence();
    SortedMap<String, BitSet> byTeam = new TreeMap<>(Tally.IN_ORDER);
    SortedMap<String, BitSet> byCategory = new TreeMap<>(Tally.IN_ORDER);
    var reclassified = new BitSet();
    BitSet reports = reclassifiedReports(casebook);
    children
        .all()
        .forEach(child ->
            forEachReclassifying(
                casebook,
                casebook.central(),
                reports,
                child,
                answer -> {
                  Concern category = category(entries, answer);
                  reclassified.set(child);
                  byTeam.computeIfAbsent(team(casebook, answer), key -> new BitSet()).set(child);
                  byCategory.computeIfAbsent(category.word(), key -> new BitSet()).set(child);
                  evidence.add(
                      casebook.central().persons().row(children.person(child), answer),
                      children.person(child),
                      category.word(),
                      entries.kind(answer) == EntryKind.ASSESSMENT_MADE
                          ? "assessment of an exploitation report"
                          : "decision on an exploitation report");
                }));
    long seen = children.known();
    boolean any = anyCategory(casebook);
    long count = reclassified.cardinality();
    return new Finding(
        "record.reclassified",
        "Which children were reclassified?",
        answer(any, count, seen),
        any ? (double) count : null,
        "children",
        any ? casebook.overLinkings(view -> count(casebook, view, reports)) : null,
        "Seen children with an exploitation report on which an assessment or a decision put a"
            + " category that is no exploitation concern.",
        null,
        List.of(),
        any
            ? List.of("A category may be right: read the assessment before repeating the figure.")
            : List.of("No assessment of or decision on an exploitation report has a category."),
        CodeTally.all(rows("team", byTeam), rows("category", byCategory)),
        evidence);
  }

  /// The exploitation reports with an assessment or a decision that has another category.
  private static BitSet reclassifiedReports(Casebook casebook) {
    var reports = new BitSet();
    for (int entry = 0; entry < casebook.entries().size(); entry++) {
      int report = casebook.reports().reportOf(entry);
      if (report >= 0 && casebook.concerns().holds(report) && isReclassifying(casebook, entry)) {
        reports.set(report);
      }
    }
    return reports;
  }

  private static double count(Casebook casebook, View view, BitSet reclassified) {
    return view.children()
        .all()
        .filter(child -> isAny(casebook, view.children().concerns(child), reclassified))
        .count();
  }

  private static boolean isAny(Casebook casebook, int[] concerns, BitSet reclassified) {
    for (int entry : concerns) {
      int report = exploitationReport(casebook, entry);
      if (report >= 0 && reclassified.get(report)) {
        return true;
      }
    }
    return false;
  }

  /// Every assessment of or decision on an exploitation report of the child that has another
  /// category, each once.
  private static void forEachReclassifying(
      Casebook casebook, View view, BitSet reclassified, int child, IntConsumer answer) {
    Set<Integer> seen = new HashSet<>();
    for (int entry : view.children().concerns(child)) {
      int report = exploitationReport(casebook, entry);
      if (report < 0 || !reclassified.get(report) || !seen.add(report)) {
        continue;
      }
      IntStream.concat(
              IntStream.of(casebook.reports().assessments(report)),
              IntStream.of(casebook.reports().decisions(report)))
          .filter(one -> isReclassifying(casebook, one))
          .forEach(answer);
    }
  }

  private static int exploitationReport(Casebook casebook, int entry) {
    int report =
        casebook.entries().kind(entry) == EntryKind.REPORT_MADE
            ? entry
            : casebook.reports().reportOf(entry);
    return report >= 0 && casebook.concerns().holds(report) ? report : -1;
  }

  private static boolean isReclassifying(Casebook casebook, int answer) {
    Concern category = casebook.entries().category(answer);
    return category != null && !casebook.scope().exploitationConcerns().contains(category);
  }

  private static boolean anyCategory(Casebook casebook) {
    var entries = casebook.entries();
    for (int entry = 0; entry < entries.size(); entry++) {
      int report = casebook.reports().reportOf(entry);
      if (report >= 0
          && entries.has(EntryAttribute.CATEGORY, entry)
          && casebook.concerns().holds(report)
          && casebook.concerns().counts(report)) {
        return true;
      }
    }
    return false;
  }

  private static Concern category(Entries entries, int answer) {
    Concern category = entries.category(answer);
    if (category == null) {
      throw new IllegalArgumentException("entry " + answer + " has no category");
    }
    return category;
  }

  private static String team(Casebook casebook, int answer) {
    var entries = casebook.entries();
    int code =
        HowManyReportsEndedInNoFurtherAction.team(
            entries, answer, casebook.reports().reportOf(answer));
    return code == 0 ? Keys.NOT_RECORDED : entries.dictionary(EntryAttribute.TEAM).value(code);
  }

  private static List<Breakdown> rows(String by, Map<String, BitSet> children) {
    List<Breakdown> rows = new ArrayList<>();
    children.forEach((key, set) -> rows.add(Breakdown.count(by, key, set.cardinality())));
    return rows;
  }

  private static String answer(boolean any, long count, long seen) {
    if (!any) {
      return "The records hold no category of an assessment of or a decision on an exploitation"
          + " report.";
    }
    return Counted.sentence(
        "%s of %s with an exploitation concern %s given another category on an exploitation report."
            .formatted(
                Counted.none(count),
                Counted.of(seen, "child", "children"),
                Counted.form(count, "was", "were")));
  }
}
