package uk.candour.inquiry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.inquiry.Finding.Detail;
import uk.candour.inquiry.Finding.Interval;
import uk.candour.inquiry.Readings.File;
import uk.candour.inquiry.Readings.Result;
import uk.candour.inquiry.Readings.Stratum;

/// `children.sampled`: the exact lower 95% limit of exploited children in the lists from which case
/// files were drawn and read.
///
/// Random files only. With several strata each has its exact limit at 0.05 divided by their number,
/// and the limits are added (Wendell and Schmee 1996, JASA 91:825). Files not found count as none.
final class HowManyChildrenDoesTheReadingShow implements Question {

  private static final String ID = "children.sampled";
  private static final String QUESTION =
      "How many exploited children does the reading of case files show at least?";
  private static final String METHOD =
      "Exact hypergeometric lower limit from the files drawn at random (Buonaccorsi 1987), each"
          + " stratum at 0.05 divided by the number of strata, summed; files not found count as not"
          + " exploited.";

  @Override
  public Finding answer(Casebook casebook) {
    var readings = new Readings(casebook);
    if (readings.strata().isEmpty()) {
      return Caveats.noAnswer(
          ID, QUESTION, "children", METHOD, "No source holds case files drawn at random and read.");
    }
    long atLeast = readings.lower95();
    long drawn = count(readings, null);
    long exploited = count(readings, Result.EXPLOITED);
    long notFound = count(readings, Result.NOT_FOUND);
    long listed = readings.strata().stream().mapToLong(Stratum::listed).sum();
    boolean allListed = readings.strata().stream().allMatch(Stratum::listedGiven);
    return new Finding(
        ID,
        QUESTION,
        "At least %s of the %s on the lists sampled %s exploited: of %s drawn at random %s judged so."
            .formatted(
                atLeast == 0 ? "none" : Counted.number(atLeast),
                Counted.of(listed, "child", "children"),
                Counted.was(atLeast),
                Counted.of(drawn, "file", "files"),
                (exploited == 0 ? "none" : Counted.number(exploited))
                    + " "
                    + Counted.was(exploited)),
        (double) atLeast,
        "children",
        new Interval((double) atLeast, null, 0.95),
        METHOD,
        null,
        List.of(
            "The files were drawn at random from the whole list, and drawn before anybody read them.",
            "A file is one child's and the readers judged it rightly."),
        Caveats.of(
            notFound == 0
                ? null
                : Counted.of(notFound, "file", "files")
                    + " drawn "
                    + Counted.was(notFound)
                    + " not found and "
                    + Counted.form(notFound, "counts", "count")
                    + " as not exploited.",
            allListed
                ? null
                : "Where the size of a list is not recorded it is taken to hold no more than the files drawn.",
            "It speaks of the lists sampled and of no child who is on none of them."),
        readings.strata().stream().map(HowManyChildrenDoesTheReadingShow::row).toList(),
        evidence(casebook, readings));
  }

  private static long count(Readings readings, @Nullable Result result) {
    return readings.strata().stream()
        .mapToLong(stratum -> result == null ? stratum.files().size() : stratum.count(result))
        .sum();
  }

  private static Breakdown row(Stratum stratum) {
    var sampling = stratum.sampling();
    return new Breakdown(
        "stratum",
        stratum.name(),
        sampling.estimate(),
        (long) sampling.found(),
        (long) sampling.drawn(),
        List.of(
            new Detail("source", stratum.source()),
            new Detail("listed", (long) stratum.listed()),
            new Detail("not-found", stratum.count(Result.NOT_FOUND)),
            new Detail("low", (double) sampling.low95()),
            new Detail("lower95", (double) sampling.lower95())));
  }

  private static Evidence evidence(Casebook casebook, Readings readings) {
    var evidence = new Evidence();
    for (Stratum stratum : readings.strata()) {
      for (File file : stratum.files()) {
        for (int entry : file.readings()) {
          evidence.count(
              casebook.entries().row(entry), Evidence.NOBODY, stratum.name(), note(file.result()));
        }
      }
    }
    return evidence;
  }

  private static String note(Result result) {
    return switch (result) {
      case EXPLOITED -> "judged exploited";
      case NOT_EXPLOITED -> "not judged exploited";
      case NOT_FOUND -> "not found";
    };
  }
}
