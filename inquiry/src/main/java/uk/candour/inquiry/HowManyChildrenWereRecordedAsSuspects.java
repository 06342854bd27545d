package uk.candour.inquiry;

import java.util.BitSet;
import java.util.List;
import uk.candour.inquiry.Casebook.View;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.record.Entries;
import uk.candour.record.Role;

/// `children.recorded-as-suspects`: people under 18 recorded as a suspect in an entry that speaks
/// of exploitation; how many of them were also seen as an exploited child.
///
/// Under 18 is who surely was, when what the entry tells of happened: by the best supported date of
/// birth, or by what the record gives of birth or age. They count nowhere else as suspects.
final class HowManyChildrenWereRecordedAsSuspects implements Question {

  private static final String ID = "children.recorded-as-suspects";
  private static final String QUESTION = "How many people under 18 were recorded as suspects?";
  private static final String METHOD =
      "Distinct people whom an entry that speaks of exploitation names as a suspect and who were"
          + " under 18 when it happened.";

  @Override
  public Finding answer(Casebook casebook) {
    String noSuspect = Caveats.noSuspect(casebook);
    if (noSuspect != null) {
      return Caveats.noAnswer(ID, QUESTION, "children", METHOD, noSuspect);
    }
    View view = casebook.central();
    var evidence = new Evidence();
    BitSet recorded = recorded(casebook, view, evidence);
    int count = recorded.cardinality();
    long alsoSeen =
        recorded.stream().filter(person -> view.children().indexOf(person) >= 0).count();
    return new Finding(
        ID,
        QUESTION,
        count == 0
            ? "No child was recorded as a suspect."
            : "%s %s recorded as %s, %s of whom %s also seen as an exploited child."
                .formatted(
                    Counted.children(count),
                    Counted.was(count),
                    Counted.form(count, "a suspect", "suspects"),
                    alsoSeen == 0 ? "none" : Counted.number(alsoSeen),
                    Counted.was(alsoSeen)),
        (double) count,
        "children",
        casebook.overLinkings(linked -> recorded(casebook, linked, new Evidence()).cardinality()),
        METHOD,
        null,
        List.of(Caveats.LINKS),
        List.of("Somebody of unknown age counts as an adult, not here."),
        List.of(
            Breakdown.share("also-seen", "yes", alsoSeen, count),
            Breakdown.share("also-seen", "no", count - alsoSeen, count)),
        evidence);
  }

  private static BitSet recorded(Casebook casebook, View view, Evidence evidence) {
    Entries entries = casebook.entries();
    var concerns = casebook.concerns();
    var recorded = new BitSet();
    for (int entry = 0; entry < entries.size(); entry++) {
      if (!concerns.speaks(entry) || !concerns.inPeriod(entry) || !concerns.ownArea(entry)) {
        continue;
      }
      for (int link = entries.firstLink(entry); link < entries.firstLink(entry + 1); link++) {
        int mention = entries.mention(link);
        int person = view.persons().personOf(mention);
        if (entries.role(link) == Role.SUSPECT && view.persons().under18(person, mention, entry)) {
          recorded.set(person);
          evidence.add(
              entries.people().row(mention),
              person,
              view.children().indexOf(person) >= 0 ? "yes" : "no",
              "suspect under 18");
        }
      }
    }
    return recorded;
  }
}
