package uk.candour.inquiry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import uk.candour.inquiry.Casebook.View;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.inquiry.Finding.Detail;
import uk.candour.inquiry.Finding.Interval;
import uk.candour.linkage.Linking;
import uk.candour.record.Area;
import uk.candour.record.Sex;

/// `children.seen`: distinct children with an exploitation concern recorded in the period.
///
/// People known by a forename alone who cannot be placed count only in the high end. The breakdown
/// by area counts the children with such a concern in the sources of each neighbouring area, and
/// how many of them are seen here as well; all else is of the inquiry's own area.
final class HowManyChildrenWereSeen implements Question {

  private static final String ID = "children.seen";
  private static final String QUESTION =
      "How many children were recorded with an exploitation concern?";
  private static final String METHOD =
      "A count of distinct children mentioned in an entry with an exploitation concern recorded in"
          + " the period, after working out which records speak of one child.";

  @Override
  public Finding answer(Casebook casebook) {
    String noSource = Caveats.noSource(casebook);
    if (noSource != null) {
      return Caveats.noAnswer(ID, QUESTION, "children", METHOD, noSource);
    }
    View view = casebook.central();
    int seen = view.children().known();
    return new Finding(
        ID,
        QUESTION,
        answer(casebook, seen),
        (double) seen,
        "children",
        interval(casebook),
        METHOD,
        null,
        List.of(Caveats.LINKS, "A concern counts as recorded; whether it was right is not judged."),
        Caveats.of(
            Caveats.unplaced(view),
            Caveats.undatedFirstConcerns(view, "they count as seen in the period")),
        breakdown(casebook, view),
        evidence(view));
  }

  /// From the fewest known children to the most children, those known by a forename alone included.
  static Interval interval(Casebook casebook) {
    double low = Double.POSITIVE_INFINITY;
    double high = 0;
    for (Linking linking : Linking.values()) {
      var children = casebook.view(linking).children();
      low = Math.min(low, children.known());
      high = Math.max(high, children.size());
    }
    return new Interval(low, high, null);
  }

  private static String answer(Casebook casebook, int seen) {
    var scope = casebook.scope();
    return "%s %s recorded with an exploitation concern in %s between %s and %s."
        .formatted(
            Counted.children(seen),
            Counted.was(seen),
            scope.area().name(),
            Days.inWords(scope.period().from()),
            Days.inWords(scope.period().to()));
  }

  private static List<Breakdown> breakdown(Casebook casebook, View view) {
    var entries = casebook.entries();
    var children = view.children();
    var agencies = new Tally("agency");
    var sexes = new Tally("sex");
    var ages = new Tally("age");
    var years = new Tally("year");
    var agesAtFirstConcern = casebook.ages(view);
    children
        .all()
        .forEach(child -> {
          int person = children.person(child);
          var held = new TreeSet<String>();
          Arrays.stream(children.concerns(child))
              .forEach(entry -> held.add(entries.source(entry).agency()));
          held.forEach(agencies::add);
          sexes.add(sex(view, person));
          ages.add(agesAtFirstConcern.key(child));
          years.add(Days.year(children.firstDay(child)));
        });
    List<Breakdown> rows = new ArrayList<>();
    rows.addAll(agencies.shares(children.known()));
    rows.addAll(sexes.rows());
    rows.addAll(ages.rows());
    rows.addAll(years.rows());
    rows.addAll(neighbours(casebook, view));
    return rows;
  }

  /// A person's sex as a key.
  static String sex(View view, int person) {
    Sex sex = view.persons().sex(person);
    return sex == null ? Keys.NOT_RECORDED : sex.word();
  }

  private static List<Breakdown> neighbours(Casebook casebook, View view) {
    var entries = casebook.entries();
    if (casebook.scope().neighbours().isEmpty()) {
      return List.of();
    }
    var anywhere = new Children(entries, casebook.concerns(), view.persons(), false);
    List<Breakdown> rows = new ArrayList<>();
    for (Area area : casebook.scope().neighbours()) {
      int[] there =
          anywhere
              .all()
              .filter(child ->
                  Arrays.stream(anywhere.concerns(child))
                      .anyMatch(entry -> entries.source(entry).area().equals(area.code())))
              .map(anywhere::person)
              .toArray();
      long here =
          Arrays.stream(there).filter(person -> view.children().indexOf(person) >= 0).count();
      rows.add(
          new Breakdown(
              "area",
              area.code(),
              null,
              (long) there.length,
              null,
              List.of(new Detail("name", area.name()), new Detail("also-seen-here", here))));
    }
    return rows;
  }

  private static Evidence evidence(View view) {
    var evidence = new Evidence();
    var children = view.children();
    children
        .all()
        .forEach(child -> {
          int person = children.person(child);
          String year = Days.year(children.firstDay(child));
          for (int entry : children.concerns(child)) {
            evidence.add(
                view.persons().row(person, entry),
                person,
                year,
                entry == children.firstConcern(child) ? "first concern" : "concern");
          }
        });
    return evidence;
  }
}
