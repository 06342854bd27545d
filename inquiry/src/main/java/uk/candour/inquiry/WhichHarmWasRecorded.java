package uk.candour.inquiry;

import java.util.ArrayList;
import java.util.List;
import uk.candour.inquiry.Casebook.View;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.record.Entries;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;
import uk.candour.record.Harm;

/// `harm.kinds`: seen children with any recorded harm, by kind: what the exploitation reports that
/// name the child record of threats, weapons and the like. A child may have harm of several kinds.
final class WhichHarmWasRecorded implements Question {

  private static final String ID = "harm.kinds";
  private static final String QUESTION = "How many children was harm recorded about, and which?";
  private static final String METHOD =
      "The kinds of harm on the exploitation reports that name each seen child.";

  @Override
  public Finding answer(Casebook casebook) {
    if (!anyHarm(casebook)) {
      return Caveats.noAnswer(
          ID, QUESTION, "children", METHOD, "No report of the area's sources records harm.");
    }
    View view = casebook.central();
    int seen = view.children().known();
    long harmed = harmed(casebook, view);
    return new Finding(
        ID,
        QUESTION,
        seen == 0
            ? "No child was seen."
            : "Harm was recorded about %s of the %s seen (%s)."
                .formatted(
                    harmed == 0 ? "none" : Counted.number(harmed),
                    Counted.of(seen, "child", "children"),
                    Counted.percent((double) harmed / seen)),
        (double) harmed,
        "children",
        casebook.overLinkings(linked -> harmed(casebook, linked)),
        METHOD,
        null,
        List.of(Caveats.LINKS, "A report that names several children is about the harm of each."),
        Caveats.of(
            Caveats.unplaced(view),
            "Harm that a report does not record is not here: the figure is the least there was."),
        breakdown(casebook, view),
        evidence(casebook, view));
  }

  private static boolean anyHarm(Casebook casebook) {
    Entries entries = casebook.entries();
    for (int entry = 0; entry < entries.size(); entry++) {
      if (entries.kind(entry) == EntryKind.REPORT_MADE
          && entries.has(EntryAttribute.HARM, entry)
          && casebook.concerns().ownArea(entry)) {
        return true;
      }
    }
    return false;
  }

  /// The harm that an entry records of the children it names, as bits.
  private static int harm(Casebook casebook, int entry) {
    Entries entries = casebook.entries();
    return entries.kind(entry) == EntryKind.REPORT_MADE && casebook.concerns().holds(entry)
        ? Math.max(0, entries.number(EntryAttribute.HARM, entry))
        : 0;
  }

  private static int harmOf(Casebook casebook, View view, int child) {
    int harm = 0;
    for (int entry : view.children().concerns(child)) {
      harm |= harm(casebook, entry);
    }
    return harm;
  }

  private static long harmed(Casebook casebook, View view) {
    return view.children().all().filter(child -> harmOf(casebook, view, child) != 0).count();
  }

  private static List<Breakdown> breakdown(Casebook casebook, View view) {
    List<Breakdown> rows = new ArrayList<>();
    for (Harm kind : Harm.values()) {
      long count =
          view.children()
              .all()
              .filter(child -> (harmOf(casebook, view, child) & kind.bit()) != 0)
              .count();
      rows.add(Breakdown.share("kind", kind.word(), count, view.children().known()));
    }
    return rows;
  }

  private static Evidence evidence(Casebook casebook, View view) {
    var evidence = new Evidence();
    var children = view.children();
    children
        .all()
        .forEach(child -> {
          int person = children.person(child);
          for (int entry : children.concerns(child)) {
            for (Harm kind : Harm.values()) {
              if ((harm(casebook, entry) & kind.bit()) != 0) {
                evidence.add(
                    view.persons().row(person, entry), person, kind.word(), "records harm");
              }
            }
          }
        });
    return evidence;
  }
}
