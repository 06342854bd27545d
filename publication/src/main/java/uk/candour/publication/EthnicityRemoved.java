package uk.candour.publication;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.candour.characteristics.SealedCharacteristics;
import uk.candour.inquiry.Casebook;
import uk.candour.inquiry.Evidence;
import uk.candour.inquiry.Finding;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.record.Entries;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;
import uk.candour.record.PartialDate;

/// `ethnicity.removed`: distinct records and fields whose recorded ethnicity was blanked and is
/// still blank at the as-at date, by the team of the record and by year of the blanking.
///
/// The changes of a field are taken in the order of their dates, undated ones first, and then of
/// their rows. A change says who made it and not of which team that person was; the team here is
/// the one that the changed record names as its own, looked for by the record's number in the
/// change's source and then in the agency's others.
final class EthnicityRemoved {

  private final Entries entries;
  private final SealedCharacteristics sealed;

  private EthnicityRemoved(Entries entries, SealedCharacteristics sealed) {
    this.entries = entries;
    this.sealed = sealed;
  }

  static Finding answer(Casebook casebook, SealedCharacteristics sealed) {
    return new EthnicityRemoved(casebook.entries(), sealed).answer();
  }

  private record Field(String agency, String changedRecord, String field) {}

  private Finding answer() {
    Map<Field, List<Integer>> changes = changes();
    var evidence = new Evidence();
    Map<String, Long> teams = new TreeMap<>();
    Map<String, Long> years = new TreeMap<>();
    Map<String, Integer> entryOfNumber = entryOfNumber();
    changes.forEach((field, entriesOfField) -> {
      int blanking = blanking(entriesOfField);
      if (blanking < 0) {
        return;
      }
      String team = team(blanking, field, entryOfNumber);
      teams.merge(team, 1L, Long::sum);
      years.merge(year(blanking), 1L, Long::sum);
      evidence.count(
          entries.row(blanking),
          Evidence.NOBODY,
          team,
          team.equals(EthnicityRecorded.NOT_RECORDED)
              ? "ethnicity blanked, still blank, in a record without a team"
              : "ethnicity blanked, still blank, in a record of this team");
    });
    List<Breakdown> breakdown = new ArrayList<>();
    teams.forEach((team, count) -> breakdown.add(Breakdown.count("team", team, count)));
    years.forEach((year, count) -> breakdown.add(Breakdown.count("year", year, count)));
    boolean hasChanges = hasChanges();
    int removed = evidence.size();
    return new Finding(
        "ethnicity.removed",
        "How often was a recorded ethnicity removed?",
        !hasChanges
            ? "No source holds changes of records, so removals cannot be seen."
            : removed == 0
                ? "No record shows an ethnicity that was removed and is still blank."
                : "%s was blanked in %s and is still blank."
                    .formatted(
                        "A recorded ethnicity",
                        removed == 1 ? "1 field" : Figures.number(removed) + " fields"),
        hasChanges ? (double) removed : null,
        "fields",
        null,
        "Distinct records and fields for which a change from a recorded ethnicity to nothing stands"
            + " in the sources, and no later change gives one again by the as-at date. The team is that"
            + " of the record that was changed, which need not be the team of whoever changed it.",
        null,
        List.of("The sources hold every change of the field."),
        hasChanges
            ? List.of("Why a value was removed the record does not say.")
            : List.of("No source of the area holds changes of records."),
        breakdown,
        evidence);
  }

  private boolean isOwnArea(int entry) {
    return entries.source(entry).area().equals(entries.scope().area().code());
  }

  private boolean hasChanges() {
    for (int entry = 0; entry < entries.size(); entry++) {
      if (entries.kind(entry) == EntryKind.RECORD_CHANGED && isOwnArea(entry)) {
        return true;
      }
    }
    return false;
  }

  /// The changes of each field that holds an ethnicity, in order.
  private Map<Field, List<Integer>> changes() {
    Map<Field, List<Integer>> changes = new LinkedHashMap<>();
    for (int entry = 0; entry < entries.size(); entry++) {
      String field = entries.text(EntryAttribute.FIELD, entry);
      String changed = entries.text(EntryAttribute.CHANGED_RECORD, entry);
      if (entries.kind(entry) == EntryKind.RECORD_CHANGED
          && isOwnArea(entry)
          && sealed.changes(entry)
          && field != null
          && field.contains("ethnicity")) {
        String named = changed == null ? "row " + entries.row(entry) : changed;
        changes
            .computeIfAbsent(
                new Field(entries.source(entry).agency(), named, field), _ -> new ArrayList<>())
            .add(entry);
      }
    }
    changes
        .values()
        .forEach(list ->
            list.sort((one, other) -> {
              int byDay = Integer.compare(entries.happened(one), entries.happened(other));
              return byDay != 0 ? byDay : Integer.compare(one, other);
            }));
    return changes;
  }

  /// The last change from a value to nothing, recorded in the period, where the last change of all
  /// leaves the field blank; else -1.
  private int blanking(List<Integer> changesOfField) {
    if (sealed.after(changesOfField.getLast()) != null) {
      return -1;
    }
    for (int i = changesOfField.size() - 1; i >= 0; i--) {
      int change = changesOfField.get(i);
      if (sealed.before(change) != null && sealed.after(change) == null) {
        return entries.scope().period().mayContain(entries.recorded(change)) ? change : -1;
      }
    }
    return -1;
  }

  private String team(int blanking, Field field, Map<String, Integer> entryOfNumber) {
    Integer changed =
        entryOfNumber.get("source " + entries.sourceIndex(blanking) + " " + field.changedRecord);
    if (changed == null) {
      changed = entryOfNumber.get("agency " + field.agency + " " + field.changedRecord);
    }
    String team = changed == null ? null : entries.text(EntryAttribute.TEAM, changed);
    return team == null ? EthnicityRecorded.NOT_RECORDED : team;
  }

  private String year(int change) {
    int recorded = entries.recorded(change);
    return PartialDate.isFull(recorded)
        ? "%04d".formatted(PartialDate.year(recorded))
        : EthnicityRecorded.NOT_RECORDED;
  }

  /// The first entry with a team under each number that some change names, by source and by agency.
  private Map<String, Integer> entryOfNumber() {
    var named = new BitSet();
    var numbers = entries.dictionary(EntryAttribute.ID);
    for (int entry = 0; entry < entries.size(); entry++) {
      String changed = entries.text(EntryAttribute.CHANGED_RECORD, entry);
      if (changed != null) {
        named.set(numbers.find(changed));
      }
    }
    named.clear(0);
    Map<String, Integer> entryOf = new HashMap<>();
    for (int entry = 0; entry < entries.size(); entry++) {
      int number = entries.raw(EntryAttribute.ID, entry);
      if (named.get(number) && entries.has(EntryAttribute.TEAM, entry)) {
        String text = numbers.value(number);
        entryOf.putIfAbsent("source " + entries.sourceIndex(entry) + " " + text, entry);
        entryOf.putIfAbsent("agency " + entries.source(entry).agency() + " " + text, entry);
      }
    }
    return entryOf;
  }
}
