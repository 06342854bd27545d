package uk.candour.inquiry;

import java.util.Arrays;
import java.util.List;
import uk.candour.inquiry.Casebook.View;
import uk.candour.linkage.Linking;

/// `suspects.several-children`: suspects named in entries with two or more different children.
///
/// A suspect is somebody whom a record names as one, an adult or of unknown age at the event;
/// nicknames count as the linking takes them.
final class HowManySuspectsWereNamedWithSeveralChildren implements Question {

  private static final String ID = "suspects.several-children";
  private static final String QUESTION =
      "How many suspects were named together with two or more different children?";
  private static final String METHOD =
      "Distinct seen children named in the same entries as each suspect; meetings and briefings,"
          + " which list people of many cases, tie nobody.";
  private static final int SEVERAL = 2;

  @Override
  public Finding answer(Casebook casebook) {
    String noSuspect = Caveats.noSuspect(casebook);
    if (noSuspect != null) {
      return Caveats.noAnswer(ID, QUESTION, "suspects", METHOD, noSuspect);
    }
    View view = casebook.central();
    var ties = new Ties(casebook, view);
    int[] children = ties.childrenOfEach(view.suspects().size());
    long several = several(children);
    var sizes = new Tally("children");
    Arrays.stream(children)
        .filter(count -> count >= SEVERAL)
        .forEach(count -> sizes.add(Integer.toString(count)));
    return new Finding(
        ID,
        QUESTION,
        "%s %s named together with two or more different children."
            .formatted(
                several == 0 ? "No suspect" : Counted.of(several, "suspect", "suspects"),
                Counted.was(several)),
        (double) several,
        "suspects",
        casebook.overLinkings(linked ->
            linked.persons().linking() == Linking.CENTRAL
                ? several
                : several(new Ties(casebook, linked).childrenOfEach(linked.suspects().size()))),
        METHOD,
        null,
        List.of(Caveats.LINKS, "Whether somebody named as a suspect is guilty is not judged here."),
        Caveats.of(Caveats.unplaced(view)),
        sizes.rows(),
        evidence(view, ties, children));
  }

  private static long several(int[] children) {
    return Arrays.stream(children).filter(count -> count >= SEVERAL).count();
  }

  private static Evidence evidence(View view, Ties ties, int[] children) {
    var evidence = new Evidence();
    var persons = view.persons();
    int lastSuspect = -1;
    int lastEntry = -1;
    for (int tie : ties.bySuspect()) {
      int suspect = ties.suspect(tie);
      if (children[suspect] < SEVERAL) {
        continue;
      }
      String key = Integer.toString(children[suspect]);
      int person = view.suspects().person(suspect);
      int entry = ties.entry(tie);
      if (suspect != lastSuspect || entry != lastEntry) {
        evidence.add(persons.row(person, entry), person, key, "suspect");
      }
      int child = view.children().person(ties.child(tie));
      evidence.add(persons.row(child, entry), child, key, "child named with the suspect");
      lastSuspect = suspect;
      lastEntry = entry;
    }
    return evidence;
  }
}
