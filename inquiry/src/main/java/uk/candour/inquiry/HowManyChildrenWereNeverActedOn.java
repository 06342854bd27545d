package uk.candour.inquiry;

import java.util.Arrays;
import java.util.List;
import uk.candour.inquiry.Casebook.View;

/// `children.never-acted`: seen children without an action, dated or not, on or after the day of
/// the first concern, on any report about them, by the as-at date; by the number of agencies that
/// held a concern.
///
/// An undated action takes a child out, since it may have followed. So does any action where the
/// first concern itself is undated.
final class HowManyChildrenWereNeverActedOn implements Question {

  private static final String ID = "children.never-acted";
  private static final String QUESTION = "How many of the seen children were never acted on?";
  private static final String METHOD =
      "Seen children on no report about whom, exploitation or not, a decision records action from"
          + " the day of the first concern to the as-at date. Action is accepted, a strategy"
          + " discussion, a section 47 enquiry, an assessment or a child in need.";

  @Override
  public Finding answer(Casebook casebook) {
    String noDecision = Caveats.noDecision(casebook);
    if (noDecision != null) {
      return Caveats.noAnswer(ID, QUESTION, "children", METHOD, noDecision);
    }
    View view = casebook.central();
    int[] never = neverActed(casebook, view);
    int seen = view.children().known();
    var all = new Tally("agencies");
    view.children().all().forEach(child -> all.add(agencies(casebook, view, child)));
    var agencies = new Tally("agencies");
    for (int child : never) {
      agencies.add(agencies(casebook, view, child));
    }
    return new Finding(
        ID,
        QUESTION,
        seen == 0
            ? "No child was seen."
            : "%s of the %s seen %s never acted on by %s."
                .formatted(
                    never.length == 0 ? "None" : Counted.number(never.length),
                    Counted.of(seen, "child", "children"),
                    Counted.was(never.length),
                    Days.inWords(casebook.scope().asAt())),
        (double) never.length,
        "children",
        casebook.overLinkings(linked -> neverActed(casebook, linked).length),
        METHOD,
        null,
        List.of(Caveats.LINKS, "The decisions handed over are those that were taken."),
        Caveats.of(
            Caveats.unplaced(view),
            "Action is what a decision records; what was done without one does not show."),
        agencies.shares(all),
        evidence(casebook, view, never));
  }

  private static int[] neverActed(Casebook casebook, View view) {
    var first = casebook.firstActions(view.persons().linking());
    return view.children().all().filter(first::neverActed).toArray();
  }

  private static String agencies(Casebook casebook, View view, int child) {
    return Long.toString(
        Arrays.stream(view.children().concerns(child))
            .mapToObj(entry -> casebook.entries().source(entry).agency())
            .distinct()
            .count());
  }

  private static Evidence evidence(Casebook casebook, View view, int[] never) {
    var evidence = new Evidence();
    var children = view.children();
    for (int child : never) {
      int person = children.person(child);
      String key = agencies(casebook, view, child);
      for (int entry : children.concerns(child)) {
        evidence.add(
            view.persons().row(person, entry),
            person,
            key,
            entry == children.firstConcern(child)
                ? "first concern, never acted on"
                : "concern, never acted on");
      }
    }
    return evidence;
  }
}
