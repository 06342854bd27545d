package uk.candour.inquiry;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.candour.inquiry.Casebook.View;
import uk.candour.inquiry.Finding.Breakdown;

/// `children.by-year`: children whose first concern was recorded in the twelve months before the
/// as-at date, that day included; by calendar year of the first concern, the earliest first.
final class HowManyChildrenWereNewEachYear implements Question {

  private static final String ID = "children.by-year";
  private static final String QUESTION =
      "How many children were recorded for the first time in the last twelve months, and in each"
          + " year?";
  private static final String METHOD =
      "Each seen child counts on the day on which the first exploitation concern was recorded.";

  @Override
  public Finding answer(Casebook casebook) {
    String noSource = Caveats.noSource(casebook);
    if (noSource != null) {
      return Caveats.noAnswer(ID, QUESTION, "children", METHOD, noSource);
    }
    View view = casebook.central();
    long latest = latest(casebook, view);
    LocalDate asAt = casebook.scope().asAt();
    return new Finding(
        ID,
        QUESTION,
        "%s %s recorded with a first exploitation concern in the twelve months to %s."
            .formatted(Counted.children(latest), Counted.was(latest), Days.inWords(asAt)),
        (double) latest,
        "children",
        casebook.overLinkings(linked -> latest(casebook, linked)),
        METHOD,
        null,
        List.of(Caveats.LINKS),
        Caveats.of(
            periodEndsBefore(casebook),
            Caveats.unplaced(view),
            Caveats.undatedFirstConcerns(view, "they stand under not-recorded")),
        years(view),
        evidence(casebook, view));
  }

  private static long latest(Casebook casebook, View view) {
    var children = view.children();
    return children.all().filter(child -> isLatest(casebook, children.firstDay(child))).count();
  }

  private static boolean isLatest(Casebook casebook, int day) {
    LocalDate asAt = casebook.scope().asAt();
    return day != Days.UNDATED && day > Days.of(asAt.minusYears(1)) && day <= Days.of(asAt);
  }

  private static @Nullable String periodEndsBefore(Casebook casebook) {
    LocalDate ends = casebook.scope().period().to();
    return ends.isBefore(casebook.scope().asAt())
        ? "Concerns count by the period, which ends on "
            + Days.inWords(ends)
            + ", before the as-at date: what was recorded in between does not count."
        : null;
  }

  private static List<Breakdown> years(View view) {
    var children = view.children();
    var years = new Tally("year");
    children.all().forEach(child -> years.add(Days.year(children.firstDay(child))));
    int[] dated =
        children
            .all()
            .map(children::firstDay)
            .filter(day -> day != Days.UNDATED)
            .map(day -> Days.date(day).getYear())
            .sorted()
            .toArray();
    if (dated.length > 0) {
      for (int year = dated[0]; year < dated[dated.length - 1]; year++) {
        years.mention(Integer.toString(year));
      }
    }
    return years.rows();
  }

  private static Evidence evidence(Casebook casebook, View view) {
    var evidence = new Evidence();
    var children = view.children();
    children
        .all()
        .forEach(child -> {
          int person = children.person(child);
          int first = children.firstConcern(child);
          int day = children.firstDay(child);
          evidence.add(
              view.persons().row(person, first),
              person,
              Days.year(day),
              isLatest(casebook, day) ? "first concern, last twelve months" : "first concern");
        });
    return evidence;
  }
}
