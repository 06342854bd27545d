package uk.candour.publication;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.candour.characteristics.Characteristic;
import uk.candour.characteristics.SealedCharacteristics;
import uk.candour.characteristics.SealedCharacteristics.Unnamed;
import uk.candour.inquiry.Casebook;
import uk.candour.inquiry.Evidence;
import uk.candour.inquiry.Finding;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.inquiry.Finding.Interval;
import uk.candour.inquiry.IdentifiedSuspects;
import uk.candour.linkage.Linking;
import uk.candour.record.Entries;
import uk.candour.record.EntryAttribute;
import uk.candour.record.PartialDate;
import uk.candour.record.Role;

/// `ethnicity.recorded`: the share of identified suspects with a usable value in any row, stated or
/// observed; and by agency, team and year, in how many of the rows that mention a suspect one
/// stands.
///
/// "Not stated", "refused" and the like are not usable.
final class EthnicityRecorded {

  private EthnicityRecorded() {}

  static Finding answer(Casebook casebook, SealedCharacteristics sealed) {
    var suspects = IdentifiedSuspects.of(casebook, Linking.CENTRAL);
    long recorded = recorded(suspects, sealed);
    var evidence = new Evidence();
    List<Breakdown> breakdown = rows(casebook.entries(), suspects, sealed, evidence);
    return new Finding(
        "ethnicity.recorded",
        "For how many of the identified suspects is an ethnicity recorded?",
        suspects.size() == 0
            ? "No suspect is identified, so nothing can be said of what is recorded."
            : "Of %s identified %s, %s have a usable ethnicity in some row."
                .formatted(
                    Figures.number(suspects.size()),
                    suspects.size() == 1 ? "suspect" : "suspects",
                    recorded == 0 ? "none" : Figures.number(recorded)),
        suspects.size() == 0 ? null : (double) recorded / suspects.size(),
        Figures.SHARE,
        interval(casebook, sealed),
        "Identified suspects of whom some row of the area gives an ethnicity, stated by themselves"
            + " or observed by somebody else. “Not stated” and “refused” are not counted as"
            + " recorded. The breakdown counts rows that mention a suspect.",
        null,
        List.of("A row that gives an ethnicity gives it of the suspect whom it names."),
        suspects.size() == 0
            ? List.of("No suspect is identified.")
            : List.of("That a value is recorded does not say that it is right."),
        breakdown,
        evidence);
  }

  private static long recorded(IdentifiedSuspects suspects, SealedCharacteristics sealed) {
    long recorded = 0;
    for (int suspect = 0; suspect < suspects.size(); suspect++) {
      for (int mention : suspects.mentions(suspect)) {
        if (isUsable(sealed, mention)) {
          recorded++;
          break;
        }
      }
    }
    return recorded;
  }

  private static @Nullable Interval interval(Casebook casebook, SealedCharacteristics sealed) {
    double low = 1;
    double high = 0;
    for (Linking linking : Linking.values()) {
      var suspects = IdentifiedSuspects.of(casebook, linking);
      if (suspects.size() == 0) {
        return null;
      }
      double share = (double) recorded(suspects, sealed) / suspects.size();
      low = Math.min(low, share);
      high = Math.max(high, share);
    }
    return new Interval(low, high, null);
  }

  private static boolean isUsable(SealedCharacteristics sealed, int mention) {
    return isUsable(sealed.stated(mention)) || isUsable(sealed.observed(mention));
  }

  private static boolean isUsable(@Nullable Characteristic value) {
    return value != null && value.usable();
  }

  /// The rows that mention a suspect, by agency, team and year: how many give a usable value.
  private static List<Breakdown> rows(
      Entries entries,
      IdentifiedSuspects suspects,
      SealedCharacteristics sealed,
      Evidence evidence) {
    var mentioning = new BitSet();
    var usable = new BitSet();
    for (int entry = 0; entry < entries.size(); entry++) {
      for (int mention : suspects.namedIn(entry)) {
        mentioning.set(entries.row(entry));
        if (isUsable(sealed, mention)) {
          usable.set(entries.row(entry));
        }
      }
    }
    for (Unnamed unnamed : sealed.unnamed()) {
      if (unnamed.role().equals(Role.SUSPECT.word()) && suspects.counts(unnamed.entry())) {
        int row = entries.row(unnamed.entry());
        mentioning.set(row);
        if (isUsable(unnamed.stated()) || isUsable(unnamed.observed())) {
          usable.set(row);
        }
      }
    }
    Map<String, long[]> agencies = new TreeMap<>();
    Map<String, long[]> teams = new TreeMap<>();
    Map<String, long[]> years = new TreeMap<>();
    var citations = new Citations(entries);
    for (int row = mentioning.nextSetBit(0); row >= 0; row = mentioning.nextSetBit(row + 1)) {
      int entry = citations.firstEntry(row);
      boolean isUsable = usable.get(row);
      String agency = entries.sourceOf(row).agency();
      add(agencies, agency, isUsable);
      add(teams, entries.text(EntryAttribute.TEAM, entry), isUsable);
      int recorded = entries.recorded(entry);
      boolean dated = PartialDate.isFull(recorded);
      add(years, dated ? "%04d".formatted(PartialDate.year(recorded)) : null, isUsable);
      evidence.add(
          row,
          Evidence.NOBODY,
          agency,
          isUsable ? "a usable ethnicity is recorded" : "no usable ethnicity is recorded");
    }
    List<Breakdown> breakdown = new ArrayList<>();
    addRows(breakdown, "agency", agencies);
    addRows(breakdown, "team", teams);
    addRows(breakdown, "year", years);
    return breakdown;
  }

  private static void add(Map<String, long[]> counts, @Nullable String key, boolean usable) {
    long[] count = counts.computeIfAbsent(key == null ? NOT_RECORDED : key, _ -> new long[2]);
    count[0] += usable ? 1 : 0;
    count[1]++;
  }

  /// The key of what a row does not say; it comes last.
  static final String NOT_RECORDED = "not-recorded";

  private static void addRows(List<Breakdown> rows, String by, Map<String, long[]> counts) {
    counts.forEach((key, count) -> {
      if (!key.equals(NOT_RECORDED)) {
        rows.add(Breakdown.share(by, key, count[0], count[1]));
      }
    });
    long[] unknown = counts.get(NOT_RECORDED);
    if (unknown != null) {
      rows.add(Breakdown.share(by, NOT_RECORDED, unknown[0], unknown[1]));
    }
  }
}
