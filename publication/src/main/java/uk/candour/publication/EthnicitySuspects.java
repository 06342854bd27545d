package uk.candour.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import uk.candour.characteristics.Characteristic;
import uk.candour.characteristics.ResidentsOfGroup;
import uk.candour.characteristics.SealedCharacteristics;
import uk.candour.estimate.Proportion;
import uk.candour.inquiry.Casebook;
import uk.candour.inquiry.Evidence;
import uk.candour.inquiry.Finding;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.inquiry.Finding.Detail;
import uk.candour.inquiry.IdentifiedSuspects;
import uk.candour.linkage.Linking;
import uk.candour.record.Scope;
import uk.candour.record.Scope.Residents;
import uk.candour.record.Standing;

/// `ethnicity.suspects`: no figure, but a table: identified suspects by recorded ethnicity, what
/// they stated and what others observed apart, each standing apart, those without a value always
/// shown, beside the share of residents where the remit gives it.
///
/// The ethnicity of a suspect is the usable value that most rows give; where two are as frequent
/// the rows disagree, and the suspect stands under `conflicting`.
final class EthnicitySuspects {

  private static final String CONFLICTING = "conflicting";
  private static final int ADULT_AT = 18;

  private final Casebook casebook;
  private final SealedCharacteristics sealed;
  private final IdentifiedSuspects suspects;
  private final List<Breakdown> breakdown = new ArrayList<>();
  private final Evidence evidence = new Evidence();

  private EthnicitySuspects(Casebook casebook, SealedCharacteristics sealed) {
    this.casebook = casebook;
    this.sealed = sealed;
    this.suspects = IdentifiedSuspects.of(casebook, Linking.CENTRAL);
  }

  static Finding answer(Casebook casebook, SealedCharacteristics sealed) {
    return new EthnicitySuspects(casebook, sealed).answer();
  }

  /// How a value came to be recorded.
  private enum Basis {
    SELF_STATED("self-stated"),
    OBSERVED("observed");

    private final String word;

    Basis(String word) {
      this.word = word;
    }
  }

  private Finding answer() {
    long stated = count(Basis.SELF_STATED);
    long observed = count(Basis.OBSERVED);
    return new Finding(
        "ethnicity.suspects",
        "What ethnicity do the records give of identified suspects?",
        suspects.size() == 0
            ? "No suspect is identified."
            : "Of %s identified %s, a self-stated ethnicity is recorded for %s and an observed one for %s."
                .formatted(
                    Figures.number(suspects.size()),
                    suspects.size() == 1 ? "suspect" : "suspects",
                    number(stated),
                    number(observed)),
        null,
        "suspects",
        null,
        "Identified suspects by the usable value that most rows give, of what they stated themselves"
            + " and of what others observed, never added together; each standing apart. Intervals"
            + " are exact at 95% (Clopper and Pearson 1934). Residents are of the latest year within"
            + " the period and, where their ages allow, of 18 and over.",
        null,
        List.of("A row that gives an ethnicity gives it of the suspect whom it names."),
        List.of(
            "No single figure can say this; the table can.",
            "Those whom records name are those whom agencies looked at: a share of them is no share"
                + " of offenders.",
            "An observed value is somebody else’s judgement by appearance."),
        breakdown,
        evidence);
  }

  private static String number(long count) {
    return count == 0 ? "none" : Figures.number(count);
  }

  /// Adds the rows of one basis and says how many suspects have a value on it.
  private long count(Basis basis) {
    long withValue = 0;
    IntFunction<@Nullable Characteristic> value =
        basis == Basis.SELF_STATED ? sealed::stated : sealed::observed;
    for (Standing standing : Standing.values()) {
      Map<String, Long> counts = new TreeMap<>();
      Map<String, String> broad = new TreeMap<>();
      long all = 0;
      for (int suspect = 0; suspect < suspects.size(); suspect++) {
        if (suspects.standing(suspect) == standing) {
          all++;
          String group = group(suspect, value, broad, basis, standing);
          counts.merge(group, 1L, Long::sum);
        }
      }
      if (all == 0) {
        continue;
      }
      long unknown = counts.getOrDefault(EthnicityRecorded.NOT_RECORDED, 0L);
      counts.remove(EthnicityRecorded.NOT_RECORDED);
      withValue += all - unknown;
      for (var group : counts.entrySet()) {
        add(
            group.getKey(),
            broad.getOrDefault(group.getKey(), ""),
            group.getValue(),
            all,
            unknown,
            basis,
            standing);
      }
      add(EthnicityRecorded.NOT_RECORDED, "", unknown, all, unknown, basis, standing);
    }
    return withValue;
  }

  private String group(
      int suspect,
      IntFunction<@Nullable Characteristic> value,
      Map<String, String> broad,
      Basis basis,
      Standing standing) {
    Map<String, Integer> votes = new TreeMap<>();
    for (int mention : suspects.mentions(suspect)) {
      Characteristic one = value.apply(mention);
      if (one != null && one.usable()) {
        votes.merge(one.label(), 1, Integer::sum);
        broad.putIfAbsent(one.label(), one.group());
        evidence.add(
            casebook.entries().people().row(mention),
            suspects.person(suspect),
            basis.word,
            "gives a value; " + standing.word());
      }
    }
    String most = EthnicityRecorded.NOT_RECORDED;
    int mostVotes = 0;
    for (var vote : votes.entrySet()) {
      if (vote.getValue() > mostVotes) {
        most = vote.getKey();
        mostVotes = vote.getValue();
      } else if (vote.getValue() == mostVotes) {
        most = CONFLICTING;
      }
    }
    return most;
  }

  private void add(
      String group,
      String broad,
      long count,
      long all,
      long unknown,
      Basis basis,
      Standing standing) {
    var share = new Proportion(count, all);
    boolean isGroup = !group.equals(EthnicityRecorded.NOT_RECORDED) && !group.equals(CONFLICTING);
    Population population = isGroup ? population(group) : null;
    List<Detail> details = new ArrayList<>();
    details.add(new Detail("basis", basis.word));
    details.add(new Detail("standing", standing.word()));
    details.add(new Detail("broad-group", broad.isEmpty() ? null : broad));
    details.add(new Detail("share", share.share()));
    details.add(new Detail("low", share.low95()));
    details.add(new Detail("high", share.high95()));
    details.add(
        new Detail(
            "share-of-recorded",
            isGroup && all > unknown ? (double) count / (all - unknown) : null));
    details.add(new Detail("population-share", population == null ? null : population.share));
    details.add(new Detail("age-matched", population == null ? null : population.ageMatched));
    details.add(
        new Detail(
            "population-year", population == null ? null : Integer.toString(population.year)));
    breakdown.add(new Breakdown("group", group, share.share(), count, all, details));
  }

  /// A group's share of residents.
  ///
  /// @param ageMatched whether both terms are of adults alone, as suspects are
  private record Population(double share, boolean ageMatched, int year) {}

  /// The share of residents of a group in the latest year within the period that has them, or null.
  private @Nullable Population population(String group) {
    Scope scope = casebook.scope();
    int year =
        sealed.residents().stream()
            .filter(residents -> residents.area().equals(scope.area().code()))
            .mapToInt(ResidentsOfGroup::year)
            .filter(one ->
                one >= scope.period().from().getYear() && one <= scope.period().to().getYear())
            .max()
            .orElse(0);
    List<ResidentsOfGroup> ofYear =
        sealed.residents().stream()
            .filter(residents ->
                residents.area().equals(scope.area().code()) && residents.year() == year)
            .toList();
    List<ResidentsOfGroup> ofGroup =
        ofYear.stream().filter(residents -> residents.group().equalsIgnoreCase(group)).toList();
    if (ofGroup.isEmpty()) {
      return null;
    }
    boolean ageMatched =
        ofYear.stream()
            .allMatch(residents -> residents.ageFrom() >= ADULT_AT || residents.ageTo() < ADULT_AT);
    int from = ageMatched ? ADULT_AT : 0;
    long members =
        bothSexes(ofGroup).stream()
            .filter(residents -> residents.ageFrom() >= from)
            .mapToLong(ResidentsOfGroup::count)
            .sum();
    long everybody =
        scope.population().stream()
            .filter(residents ->
                residents.area().equals(scope.area().code())
                    && residents.year() == year
                    && residents.ageFrom() >= from)
            .mapToLong(Residents::count)
            .sum();
    return everybody < members || everybody == 0
        ? null
        : new Population((double) members / everybody, ageMatched, year);
  }

  /// The rows for both sexes together where there are any, else those of each sex.
  private static List<ResidentsOfGroup> bothSexes(List<ResidentsOfGroup> residents) {
    List<ResidentsOfGroup> together =
        residents.stream().filter(one -> one.sex().isEmpty()).toList();
    return together.isEmpty() ? residents : together;
  }
}
