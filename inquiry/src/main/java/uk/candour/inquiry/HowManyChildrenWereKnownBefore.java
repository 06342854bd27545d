package uk.candour.inquiry;

import java.util.List;
import uk.candour.inquiry.Casebook.View;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.record.AgencyKind;
import uk.candour.record.Entries;
import uk.candour.record.EntryKind;

/// `children.known-before`: seen children about whom social care held a report with no exploitation
/// concern, recorded before the earliest of the child's exploitation concerns happened.
///
/// The report may lie before the period. One that is not fully dated shows nothing, and so does a
/// child none of whose concerns is.
final class HowManyChildrenWereKnownBefore implements Question {

  private static final String ID = "children.known-before";
  private static final String QUESTION =
      "How many of the seen children did social care already hold another report about?";
  private static final String METHOD =
      "Social care's own reports without an exploitation concern that name the child, against the"
          + " day on which the child's earliest exploitation concern happened.";

  @Override
  public Finding answer(Casebook casebook) {
    if (!socialCareHoldsReports(casebook)) {
      return Caveats.noAnswer(
          ID, QUESTION, "children", METHOD, "No source of the area holds reports of social care.");
    }
    View view = casebook.central();
    long before = knownBefore(casebook, view);
    int seen = view.children().known();
    return new Finding(
        ID,
        QUESTION,
        seen == 0
            ? "No child was seen."
            : "%s of the %s seen (%s) %s named in an earlier social care report without an exploitation concern."
                .formatted(
                    before == 0 ? "None" : Counted.number(before),
                    Counted.of(seen, "child", "children"),
                    Counted.percent((double) before / seen),
                    Counted.was(before)),
        (double) before,
        "children",
        casebook.overLinkings(linked -> knownBefore(casebook, linked)),
        METHOD,
        null,
        List.of(Caveats.LINKS),
        Caveats.of(
            Caveats.unplaced(view),
            Caveats.undatedFirstConcerns(view, "nothing can be said of what came before")),
        List.of(Breakdown.share("share", "seen", before, seen)),
        evidence(casebook, view));
  }

  private static boolean socialCareHoldsReports(Casebook casebook) {
    Entries entries = casebook.entries();
    for (int entry = 0; entry < entries.size(); entry++) {
      if (entries.kind(entry) == EntryKind.REPORT_MADE
          && casebook.concerns().ownArea(entry)
          && entries.source(entry).kind() == AgencyKind.SOCIAL_CARE) {
        return true;
      }
    }
    return false;
  }

  private static long knownBefore(Casebook casebook, View view) {
    var children = view.children();
    return children.all().filter(child -> firstReport(casebook, view, child) >= 0).count();
  }

  /// Social care's first such report about a child, or -1.
  private static int firstReport(Casebook casebook, View view, int child) {
    Entries entries = casebook.entries();
    int happened = firstHappened(casebook, view, child);
    int first = -1;
    if (happened == Days.UNDATED) {
      return first;
    }
    for (int report :
        casebook.actions(view.persons().linking()).reports(view.children().person(child))) {
      int day = Days.recorded(entries, report);
      if (entries.source(report).kind() == AgencyKind.SOCIAL_CARE
          && !casebook.concerns().holds(report)
          && day != Days.UNDATED
          && day < happened
          && (first < 0 || day < Days.recorded(entries, first))) {
        first = report;
      }
    }
    return first;
  }

  /// The day on which the earliest of a child's concerns happened.
  private static int firstHappened(Casebook casebook, View view, int child) {
    Entries entries = casebook.entries();
    int first = Days.UNDATED;
    for (int entry : view.children().concerns(child)) {
      int day = Days.happened(entries, entry);
      if (entries.kind(entry) != EntryKind.FILE_READ
          && day != Days.UNDATED
          && (first == Days.UNDATED || day < first)) {
        first = day;
      }
    }
    return first;
  }

  private static Evidence evidence(Casebook casebook, View view) {
    var evidence = new Evidence();
    var children = view.children();
    children
        .all()
        .forEach(child -> {
          int report = firstReport(casebook, view, child);
          if (report >= 0) {
            int person = children.person(child);
            evidence.add(view.persons().row(person, report), person, "", "earlier report");
            int first = children.firstConcern(child);
            evidence.add(view.persons().row(person, first), person, "", "first concern");
          }
        });
    return evidence;
  }
}
