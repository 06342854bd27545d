package uk.candour.inquiry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.inquiry.Finding.Detail;
import uk.candour.inquiry.Finding.Interval;
import uk.candour.record.Scope;
import uk.candour.record.Scope.Residents;

/// `children.rate`: seen children per 10,000 residents under 18, by the residents of the latest
/// year within the period for which they are given.
///
/// Age ranges must cover every age from 0 to 17 once. A range that ends after 17 is shared out
/// evenly over its years of age where it spans ten at most, and passed over where it is wider.
final class HowManyChildrenInTenThousand implements Question {

  private static final String ID = "children.rate";
  private static final String QUESTION =
      "How many in 10,000 residents under 18 were recorded with an exploitation concern?";
  private static final String UNIT = "children per 10,000";
  private static final String METHOD =
      "Seen children of the whole period divided by the residents under 18 of one year.";
  private static final int ADULT_AT = 18;
  private static final int WIDEST_SHARED = 10;

  @Override
  public Finding answer(Casebook casebook) {
    String noSource = Caveats.noSource(casebook);
    if (noSource != null) {
      return Caveats.noAnswer(ID, QUESTION, UNIT, METHOD, noSource);
    }
    Scope scope = casebook.scope();
    OptionalInt year =
        scope.population().stream()
            .filter(residents -> residents.area().equals(scope.area().code()))
            .mapToInt(Residents::year)
            .filter(given ->
                given >= scope.period().from().getYear() && given <= scope.period().to().getYear())
            .max();
    if (year.isEmpty()) {
      return Caveats.noAnswer(
          ID, QUESTION, UNIT, METHOD, "No population is given for a year within the period.");
    }
    var under18 =
        Under18.of(
            scope.population().stream()
                .filter(residents ->
                    residents.area().equals(scope.area().code())
                        && residents.year() == year.getAsInt())
                .toList());
    if (under18.refusal() != null) {
      return Caveats.noAnswer(
          ID,
          QUESTION,
          UNIT,
          METHOD,
          "The population of "
              + year.getAsInt()
              + " gives no number under 18: "
              + under18.refusal()
              + ".");
    }
    return found(casebook, year.getAsInt(), under18);
  }

  private static Finding found(Casebook casebook, int year, Under18 under18) {
    int seen = casebook.central().children().known();
    double rate = seen * 10_000 / under18.count();
    Interval of = HowManyChildrenWereSeen.interval(casebook);
    var scope = casebook.scope();
    return new Finding(
        ID,
        QUESTION,
        "%s %s recorded with an exploitation concern for every 10,000 of the %s residents under 18."
            .formatted(
                rate == 0 ? "No child" : Counted.tenthsIfAny(rate) + " children",
                rate == 0 ? "was" : "were",
                Counted.number(Math.round(under18.count()))),
        rate,
        UNIT,
        new Interval(per10000(of.low(), under18), per10000(of.high(), under18), null),
        METHOD,
        null,
        List.of(Caveats.LINKS, "Children who lived elsewhere are counted here as residents are."),
        Caveats.of(
            "The children are those of the whole period, %d to %d, the residents those of %d: it is no yearly rate."
                .formatted(scope.period().from().getYear(), scope.period().to().getYear(), year),
            under18.sharedOut()),
        List.of(
            new Breakdown(
                "year",
                Integer.toString(year),
                rate,
                (long) seen,
                Math.round(under18.count()),
                List.of(new Detail("residents-under-18", under18.count())))),
        evidence(casebook));
  }

  private static @Nullable Double per10000(@Nullable Double children, Under18 under18) {
    return children == null ? null : children * 10_000 / under18.count();
  }

  private static Evidence evidence(Casebook casebook) {
    var evidence = new Evidence();
    var view = casebook.central();
    var children = view.children();
    children
        .all()
        .forEach(child ->
            evidence.add(
                view.persons().row(children.person(child), children.firstConcern(child)),
                children.person(child),
                "",
                "first concern"));
    return evidence;
  }

  /// The residents under 18 of one year, or why they cannot be told.
  ///
  /// @param sharedOut what was shared out, in a sentence, or null
  private record Under18(double count, @Nullable String sharedOut, @Nullable String refusal) {

    static Under18 of(List<Residents> given) {
      List<Residents> ranges = new ArrayList<>(given);
      ranges.removeIf(range ->
          range.ageFrom() >= ADULT_AT
              || (range.ageTo() >= ADULT_AT && range.ageTo() - range.ageFrom() >= WIDEST_SHARED));
      ranges.sort(Comparator.comparingInt(Residents::ageFrom).thenComparingInt(Residents::ageTo));
      double count = 0;
      int next = 0;
      String sharedOut = null;
      for (Residents range : ranges) {
        if (range.ageFrom() < next) {
          return refused("age " + range.ageFrom() + " is in more than one age range");
        }
        if (range.ageFrom() > next) {
          return refused("no usable age range holds age " + next);
        }
        next = range.ageTo() + 1;
        if (range.ageTo() < ADULT_AT) {
          count += range.count();
        } else {
          int ages = next - range.ageFrom();
          count += (double) range.count() * (ADULT_AT - range.ageFrom()) / ages;
          sharedOut =
              "Residents aged %d to %d are given together; %d in %d of them are taken to be under 18."
                  .formatted(range.ageFrom(), range.ageTo(), ADULT_AT - range.ageFrom(), ages);
        }
      }
      if (next < ADULT_AT) {
        return refused("no usable age range holds age " + next);
      }
      return count == 0 ? refused("it is zero") : new Under18(count, sharedOut, null);
    }

    private static Under18 refused(String why) {
      return new Under18(0, null, why);
    }
  }
}
