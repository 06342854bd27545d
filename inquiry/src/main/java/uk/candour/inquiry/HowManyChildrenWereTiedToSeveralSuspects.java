package uk.candour.inquiry;

import java.util.Arrays;
import java.util.List;
import uk.candour.inquiry.Casebook.View;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.inquiry.Finding.Interval;
import uk.candour.linkage.Linking;

/// `children.several-suspects`: seen children whom entries name together with two suspects or more.
///
/// A suspect is somebody whom a record names as one, an adult or of unknown age at the event. Those
/// known by a forename or a nickname alone count only in the high end, since a nickname may be
/// somebody whom another record names. The breakdown tells how many suspects.
final class HowManyChildrenWereTiedToSeveralSuspects implements Question {

  private static final String ID = "children.several-suspects";
  private static final String QUESTION =
      "How many children were named together with two suspects or more?";
  private static final String METHOD =
      "Distinct suspects with a surname named in the same entries as each seen child; meetings and briefings, which"
          + " list people of many cases, tie nobody.";
  private static final int SEVERAL = 2;

  @Override
  public Finding answer(Casebook casebook) {
    String noSuspect = Caveats.noSuspect(casebook);
    if (noSuspect != null) {
      return Caveats.noAnswer(ID, QUESTION, "children", METHOD, noSuspect);
    }
    View view = casebook.central();
    var ties = named(casebook, view);
    int[] suspects = ties.suspectsOfEach(view.children().size());
    long several = several(suspects);
    return new Finding(
        ID,
        QUESTION,
        "%s %s named together with two suspects or more."
            .formatted(Counted.children(several), Counted.was(several)),
        (double) several,
        "children",
        interval(casebook),
        METHOD,
        null,
        List.of(Caveats.LINKS),
        Caveats.of(Caveats.unplaced(view)),
        breakdown(suspects),
        evidence(view, ties, suspects));
  }

  /// The ties of suspects whom some mention names by a surname.
  private static Ties named(Casebook casebook, View view) {
    var ties = new Ties(casebook, view);
    return ties.only(tie -> view.suspects().named(ties.suspect(tie)));
  }

  /// From the smallest figure of suspects with a surname to the largest of all suspects.
  private static Interval interval(Casebook casebook) {
    long low = Long.MAX_VALUE;
    long high = 0;
    for (Linking linking : Linking.values()) {
      View view = casebook.view(linking);
      int children = view.children().size();
      low = Math.min(low, several(named(casebook, view).suspectsOfEach(children)));
      high = Math.max(high, several(new Ties(casebook, view).suspectsOfEach(children)));
    }
    return new Interval((double) low, (double) high, null);
  }

  private static long several(int[] suspects) {
    return Arrays.stream(suspects).filter(count -> count >= SEVERAL).count();
  }

  private static List<Breakdown> breakdown(int[] suspects) {
    var sizes = new Tally("suspects");
    Arrays.stream(suspects)
        .filter(count -> count >= SEVERAL)
        .forEach(count -> sizes.add(Integer.toString(count)));
    return sizes.rows();
  }

  private static Evidence evidence(View view, Ties ties, int[] suspects) {
    var evidence = new Evidence();
    var persons = view.persons();
    int lastChild = -1;
    int lastEntry = -1;
    for (int tie : ties.byChild()) {
      int child = ties.child(tie);
      if (suspects[child] < SEVERAL) {
        continue;
      }
      String key = Integer.toString(suspects[child]);
      int person = view.children().person(child);
      int entry = ties.entry(tie);
      if (child != lastChild || entry != lastEntry) {
        evidence.add(persons.row(person, entry), person, key, "child");
      }
      int suspect = view.suspects().person(ties.suspect(tie));
      evidence.add(persons.row(suspect, entry), suspect, key, "suspect named with the child");
      lastChild = child;
      lastEntry = entry;
    }
    return evidence;
  }
}
