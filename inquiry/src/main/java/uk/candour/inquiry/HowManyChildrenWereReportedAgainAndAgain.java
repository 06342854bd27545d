package uk.candour.inquiry;

import java.util.Arrays;
import java.util.List;
import uk.candour.inquiry.Casebook.View;
import uk.candour.record.EntryKind;

/// `children.repeat-reported`: seen children with three or more exploitation reports made to
/// somebody, none of which led to action, all recorded before the first that did, or none did.
///
/// Whether a report led to action is for its decisions to say, dated or not. Where a report led to
/// action, only reports with an earlier full date count; where the one that did is itself undated,
/// nothing can be said and the child is left out.
final class HowManyChildrenWereReportedAgainAndAgain implements Question {

  private static final String ID = "children.repeat-reported";
  private static final String QUESTION =
      "How many children were reported three times or more before any report led to action?";
  private static final String METHOD =
      "Exploitation reports about each seen child that were made to somebody, in the order in which"
          + " they were recorded, up to the first on which a decision records action.";
  private static final int MANY = 3;

  @Override
  public Finding answer(Casebook casebook) {
    String noDecision = Caveats.noDecision(casebook);
    if (noDecision != null) {
      return Caveats.noAnswer(ID, QUESTION, "children", METHOD, noDecision);
    }
    if (!anyReportMadeToSomebody(casebook)) {
      return Caveats.noAnswer(
          ID,
          QUESTION,
          "children",
          METHOD,
          "No source of the area holds exploitation reports made to somebody.");
    }
    View view = casebook.central();
    long repeated = repeated(casebook, view);
    var times = new Tally("reports");
    view.children()
        .all()
        .map(child -> inVain(casebook, view, child).length)
        .filter(count -> count >= MANY)
        .forEach(count -> times.add(Integer.toString(count)));
    return new Finding(
        ID,
        QUESTION,
        "%s %s reported three times or more before any report led to action, or without any doing so."
            .formatted(Counted.children(repeated), Counted.was(repeated)),
        (double) repeated,
        "children",
        casebook.overLinkings(linked -> repeated(casebook, linked)),
        METHOD,
        null,
        List.of(Caveats.LINKS, "The decisions handed over are those that were taken."),
        Caveats.of(Caveats.unplaced(view)),
        times.rows(),
        evidence(casebook, view));
  }

  private static boolean anyReportMadeToSomebody(Casebook casebook) {
    for (int entry = 0; entry < casebook.entries().size(); entry++) {
      if (casebook.concerns().ownArea(entry) && isReport(casebook, entry)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isReport(Casebook casebook, int entry) {
    return casebook.entries().kind(entry) == EntryKind.REPORT_MADE
        && casebook.concerns().holds(entry)
        && casebook.reports().madeToSomebody(entry);
  }

  private static long repeated(Casebook casebook, View view) {
    return view.children()
        .all()
        .filter(child -> inVain(casebook, view, child).length >= MANY)
        .count();
  }

  /// The reports about a child that led to nothing, recorded before the first that led to action.
  private static int[] inVain(Casebook casebook, View view, int child) {
    int[] reports =
        Arrays.stream(view.children().concerns(child))
            .filter(entry -> isReport(casebook, entry))
            .toArray();
    int firstActed = Integer.MAX_VALUE;
    boolean anyActed = false;
    for (int report : reports) {
      if (ledToAction(casebook, report)) {
        int day = casebook.concerns().day(report);
        if (day == Days.UNDATED) {
          return new int[0];
        }
        anyActed = true;
        firstActed = Math.min(firstActed, day);
      }
    }
    if (!anyActed) {
      return reports;
    }
    int before = firstActed;
    return Arrays.stream(reports)
        .filter(report -> {
          int day = casebook.concerns().day(report);
          return day != Days.UNDATED && day < before;
        })
        .toArray();
  }

  private static boolean ledToAction(Casebook casebook, int report) {
    return Arrays.stream(casebook.reports().decisions(report))
        .anyMatch(decision ->
            casebook.reports().isAction(decision) && casebook.concerns().ownArea(decision));
  }

  private static Evidence evidence(Casebook casebook, View view) {
    var evidence = new Evidence();
    var children = view.children();
    children
        .all()
        .forEach(child -> {
          int[] reports = inVain(casebook, view, child);
          if (reports.length >= MANY) {
            int person = children.person(child);
            for (int report : reports) {
              evidence.add(
                  view.persons().row(person, report),
                  person,
                  Integer.toString(reports.length),
                  "report that led to no action");
            }
          }
        });
    return evidence;
  }
}
