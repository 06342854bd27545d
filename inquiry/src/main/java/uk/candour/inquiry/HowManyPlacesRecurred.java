package uk.candour.inquiry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import uk.candour.inquiry.Casebook.View;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.record.Entries;
import uk.candour.record.Role;

/// `places.recurring`: places tied to three seen children or more, after joining spellings.
///
/// A place is tied to a child where one entry that speaks of exploitation mentions both. A meeting
/// or a briefing ties nothing: its place is where people met, and its children are those of many
/// cases. Which spellings are one place is for [SamePlaces] to say.
final class HowManyPlacesRecurred implements Question {

  private static final String ID = "places.recurring";
  private static final String QUESTION = "How many places recur with three children or more?";
  private static final String METHOD =
      "Distinct seen children mentioned in the same entries as each place, after joining spellings"
          + " that differ in case, punctuation, common abbreviations or one typing error in a long"
          + " word, and that no postcode or district tells apart.";
  private static final int MANY = 3;

  @Override
  public Finding answer(Casebook casebook) {
    Entries entries = casebook.entries();
    int[] mentions = placesOfTies(casebook);
    if (mentions.length == 0) {
      String noSource = Caveats.noSource(casebook);
      return Caveats.noAnswer(
          ID,
          QUESTION,
          "places",
          METHOD,
          noSource == null ? "No entry about exploitation mentions a place." : noSource);
    }
    var places = new SamePlaces(entries, mentions);
    View view = casebook.central();
    var seen = new SeenAt(casebook, view, places);
    long recurring = seen.recurring();
    return new Finding(
        ID,
        QUESTION,
        "%s %s in entries about three or more different children."
            .formatted(
                recurring == 0 ? "No place" : Counted.of(recurring, "place", "places"),
                Counted.form(recurring, "recurs", "recur")),
        (double) recurring,
        "places",
        casebook.overLinkings(linked -> new SeenAt(casebook, linked, places).recurring()),
        METHOD,
        null,
        List.of(
            Caveats.LINKS,
            "A place that an entry about a child mentions has to do with what the entry tells of."),
        Caveats.of(
            Caveats.unplaced(view),
            "Names that differ by more than spelling are different places, even where they are one."),
        breakdown(places, seen),
        evidence(casebook, view, places, seen));
  }

  private static int[] placesOfTies(Casebook casebook) {
    Entries entries = casebook.entries();
    return IntStream.range(0, entries.size())
        .filter(entry -> Networks.canTie(casebook, entry))
        .flatMap(entry ->
            IntStream.range(0, entries.places().count(entry))
                .map(n -> entries.places().nth(entry, n)))
        .distinct()
        .toArray();
  }

  private static List<Breakdown> breakdown(SamePlaces places, SeenAt seen) {
    return IntStream.range(0, places.size())
        .filter(place -> seen.children[place] >= MANY)
        .mapToObj(place -> Breakdown.count("place", places.name(place), seen.children[place]))
        .sorted(
            Comparator.comparingLong((Breakdown row) -> row.count() == null ? 0 : -row.count())
                .thenComparing(Breakdown::key))
        .toList();
  }

  private static Evidence evidence(Casebook casebook, View view, SamePlaces places, SeenAt seen) {
    var evidence = new Evidence();
    Entries entries = casebook.entries();
    for (Sight sight : seen.sights) {
      if (seen.children[sight.place] >= MANY) {
        int person = view.children().person(sight.child);
        int row = view.persons().row(person, sight.entry);
        int placeRow = entries.places().row(sight.mention);
        String name = places.name(sight.place);
        evidence.add(row, person, name, "child and place");
        if (placeRow != row) {
          evidence.add(placeRow, Evidence.NOBODY, name, "place");
        }
      }
    }
    return evidence;
  }

  /// An entry that mentions both a child and a place.
  private record Sight(int place, int child, int entry, int mention) {}

  /// How many children each place is tied to over one linking, and by which entries.
  private static final class SeenAt {

    final List<Sight> sights = new ArrayList<>();
    final int[] children;

    SeenAt(Casebook casebook, View view, SamePlaces places) {
      Entries entries = casebook.entries();
      var things = entries.places();
      for (int entry = 0; entry < entries.size(); entry++) {
        if (things.count(entry) > 0 && Networks.canTie(casebook, entry)) {
          for (int n = 0; n < things.count(entry); n++) {
            int place = places.placeOf(things.nth(entry, n));
            if (place != SamePlaces.NONE) {
              addOf(entries, view, entry, place, things.nth(entry, n));
            }
          }
        }
      }
      long[] pairs =
          sights.stream()
              .mapToLong(sight -> (long) sight.place << 32 | sight.child)
              .sorted()
              .distinct()
              .toArray();
      children = new int[places.size()];
      Arrays.stream(pairs).forEach(pair -> children[(int) (pair >>> 32)]++);
    }

    private void addOf(Entries entries, View view, int entry, int place, int mention) {
      int last = -1;
      for (int link = entries.firstLink(entry); link < entries.firstLink(entry + 1); link++) {
        int child = view.children().indexOf(view.persons().personOf(entries.mention(link)));
        if (entries.role(link) == Role.CHILD
            && child >= 0
            && child != last
            && view.children().known(child)) {
          sights.add(new Sight(place, child, entry, mention));
          last = child;
        }
      }
    }

    long recurring() {
      return Arrays.stream(children).filter(count -> count >= MANY).count();
    }
  }
}
