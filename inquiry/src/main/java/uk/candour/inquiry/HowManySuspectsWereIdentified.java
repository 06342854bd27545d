package uk.candour.inquiry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import uk.candour.inquiry.Casebook.View;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.inquiry.Finding.Interval;
import uk.candour.linkage.Linking;
import uk.candour.record.Entries;
import uk.candour.record.Role;
import uk.candour.record.Standing;

/// `suspects.identified`: distinct suspects named at least once by a surname, not by a forename or
/// nickname alone; by standing. Those known by a nickname alone count only in the high end. A
/// surname that a neighbouring area's source alone gives identifies nobody here, as no finding uses
/// those sources unless it says so.
///
/// A suspect stands where the record that says most puts them: convicted before charged, charged
/// before named, named before intelligence. No standing is pooled with another without saying so.
final class HowManySuspectsWereIdentified implements Question {

  private static final String ID = "suspects.identified";
  private static final String QUESTION = "How many suspects do the records identify?";
  private static final String METHOD =
      "Distinct people, adult or of unknown age at the event, whom an entry that speaks of"
          + " exploitation names as a suspect and some record of the area names by a surname.";

  @Override
  public Finding answer(Casebook casebook) {
    String noSuspect = Caveats.noSuspect(casebook);
    if (noSuspect != null) {
      return Caveats.noAnswer(ID, QUESTION, "suspects", METHOD, noSuspect);
    }
    View view = casebook.central();
    long identified = identified(view);
    long nicknames = view.suspects().size() - identified;
    return new Finding(
        ID,
        QUESTION,
        "%s %s identified by name in entries about exploitation."
            .formatted(
                identified == 0 ? "No suspect" : Counted.of(identified, "suspect", "suspects"),
                Counted.was(identified)),
        (double) identified,
        "suspects",
        interval(casebook),
        METHOD,
        null,
        List.of(Caveats.LINKS, "Whether somebody named as a suspect is guilty is not judged here."),
        Caveats.of(
            nicknames == 0
                ? null
                : Counted.of(nicknames, "suspect", "suspects")
                    + " known in the area's records by a forename or nickname alone "
                    + Counted.form(nicknames, "counts", "count")
                    + " only in the high end."),
        breakdown(casebook, view, nicknames),
        evidence(casebook, view));
  }

  private static long identified(View view) {
    long identified = 0;
    for (int suspect = 0; suspect < view.suspects().size(); suspect++) {
      identified += view.suspects().named(suspect) ? 1 : 0;
    }
    return identified;
  }

  private static Interval interval(Casebook casebook) {
    double low = Double.POSITIVE_INFINITY;
    double high = 0;
    for (Linking linking : Linking.values()) {
      View view = casebook.view(linking);
      low = Math.min(low, (double) identified(view));
      high = Math.max(high, view.suspects().size());
    }
    return new Interval(low, high, null);
  }

  private static List<Breakdown> breakdown(Casebook casebook, View view, long nicknames) {
    long[] counts = new long[Standing.values().length];
    for (int suspect = 0; suspect < view.suspects().size(); suspect++) {
      if (view.suspects().named(suspect)) {
        counts[standing(casebook, view, suspect).ordinal()]++;
      }
    }
    List<Breakdown> rows = new ArrayList<>();
    Arrays.stream(Standing.values())
        .forEach(standing ->
            rows.add(Breakdown.count("standing", standing.word(), counts[standing.ordinal()])));
    rows.add(Breakdown.count("name", "nickname-alone", nicknames));
    return rows;
  }

  /// The standing of the record that says most of the suspect.
  static Standing standing(Casebook casebook, View view, int suspect) {
    Standing most = Standing.INTELLIGENCE;
    for (int entry : view.suspects().entries(suspect)) {
      Standing here = standing(casebook.entries(), view, suspect, entry);
      most = here.compareTo(most) < 0 ? here : most;
    }
    return most;
  }

  private static Standing standing(Entries entries, View view, int suspect, int entry) {
    Standing most = Standing.INTELLIGENCE;
    for (int link = entries.firstLink(entry); link < entries.firstLink(entry + 1); link++) {
      if (entries.role(link) == Role.SUSPECT
          && view.persons().personOf(entries.mention(link)) == view.suspects().person(suspect)) {
        Standing here = entries.standing(link);
        most = here.compareTo(most) < 0 ? here : most;
      }
    }
    return most;
  }

  private static Evidence evidence(Casebook casebook, View view) {
    var evidence = new Evidence();
    for (int suspect = 0; suspect < view.suspects().size(); suspect++) {
      if (view.suspects().named(suspect)) {
        int person = view.suspects().person(suspect);
        for (int entry : view.suspects().entries(suspect)) {
          evidence.add(
              view.persons().row(person, entry),
              person,
              standing(casebook, view, suspect).word(),
              standing(casebook.entries(), view, suspect, entry).word());
        }
      }
    }
    return evidence;
  }
}
