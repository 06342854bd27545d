package uk.candour.inquiry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import uk.candour.inquiry.Casebook.View;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.record.Entries;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryAttribute.MonitoringChange;
import uk.candour.record.EntryKind;
import uk.candour.record.Role;

/// The days on which five or more children, and at least a tenth of those then on the list, were
/// taken off monitoring.
///
/// Each agency keeps a list of its own. A child is **on the list** on a day when added on or before
/// it and not taken off before it; an undated addition counts as made before all others, so that it
/// can only make the list longer. A child who is taken off with no addition on record was on it. On
/// one day children are added before others are taken off. Children are people of a linking; the
/// figure of each linking gives the interval. Days are those on which the change was made.
final class WhenWereChildrenTakenOffMonitoringTogether implements Question {

  private static final int LEAST = 5;
  private static final long SHARE = 10;

  /// A child put on or taken off the list of an agency on a day.
  private record Change(int agency, int day, boolean removed, int person, int entry)
      implements Comparable<Change> {
    @Override
    public int compareTo(Change other) {
      int byAgency = Integer.compare(agency, other.agency);
      int byDay = Integer.compare(day, other.day);
      int byKind = Boolean.compare(removed, other.removed);
      return byAgency != 0
          ? byAgency
          : byDay != 0 ? byDay : byKind != 0 ? byKind : Integer.compare(entry, other.entry);
    }
  }

  /// A day on which so many children were taken off an agency's list of so many, by these changes.
  private record MassRemoval(int day, List<Change> removed, long onList) {}

  @Override
  public Finding answer(Casebook casebook) {
    var entries = casebook.entries();
    int[] monitoring = monitoring(casebook);
    List<MassRemoval> removals = massRemovals(casebook, monitoring, casebook.central());
    var byReason = CodeTally.byText("reason", entries, EntryAttribute.REASON);
    Map<Integer, long[]> byDay = new TreeMap<>();
    var evidence = new Evidence();
    for (MassRemoval removal : removals) {
      long[] sums = byDay.computeIfAbsent(removal.day(), day -> new long[2]);
      sums[0] += removal.removed().size();
      sums[1] += removal.onList();
      for (Change change : removal.removed()) {
        byReason.add(entries.raw(EntryAttribute.REASON, change.entry()));
        evidence.add(
            casebook.central().persons().row(change.person(), change.entry()),
            change.person(),
            Days.text(change.day()),
            "taken off");
      }
    }
    boolean any = monitoring.length > 0;
    List<String> caveats = new ArrayList<>();
    if (!any) {
      caveats.add("No source holds who was put on or taken off monitoring.");
    }
    long undated = undatedRemovals(entries, monitoring);
    if (undated > 0) {
      caveats.add(
          Counted.sentence(Counted.of(undated, "removal"))
              + " without a day "
              + Counted.form(undated, "takes", "take")
              + " no part.");
    }
    List<Breakdown> days = new ArrayList<>();
    byDay.forEach((day, sums) ->
        days.add(new Breakdown("day", Days.text(day), null, sums[0], sums[1], List.of())));
    return new Finding(
        "record.mass-removals",
        "When were children taken off monitoring together?",
        answer(any, byDay),
        any ? (double) byDay.size() : null,
        "days",
        any ? casebook.overLinkings(view -> days(massRemovals(casebook, monitoring, view))) : null,
        "Days on which an agency took five or more children, and at least a tenth of those then on"
            + " its list, off monitoring. The breakdown gives how many of how many by day, and how"
            + " many children by reason.",
        null,
        List.of("Whoever was added and never taken off was still on the list."),
        caveats,
        CodeTally.all(days, byReason.counts()),
        evidence);
  }

  private static double days(List<MassRemoval> removals) {
    return removals.stream().mapToInt(MassRemoval::day).distinct().count();
  }

  private static List<MassRemoval> massRemovals(Casebook casebook, int[] monitoring, View view) {
    Change[] changes = changes(casebook.entries(), monitoring, view.persons());
    List<MassRemoval> found = new ArrayList<>();
    var onList = new BitSet();
    var known = new BitSet();
    for (int from = 0, to; from < changes.length; from = to) {
      if (from == 0 || changes[from].agency() != changes[from - 1].agency()) {
        onList.clear();
        known.clear();
      }
      to = from;
      while (to < changes.length
          && changes[to].agency() == changes[from].agency()
          && changes[to].day() == changes[from].day()) {
        to++;
      }
      List<Change> removed = new ArrayList<>();
      for (int at = from; at < to; at++) {
        int person = changes[at].person();
        if (!changes[at].removed() || !known.get(person)) {
          onList.set(person);
          known.set(person);
        }
      }
      long then = onList.cardinality();
      for (int at = from; at < to; at++) {
        Change change = changes[at];
        if (change.removed() && onList.get(change.person())) {
          onList.clear(change.person());
          if (casebook.concerns().inPeriod(change.entry())) {
            removed.add(change);
          }
        }
      }
      if (removed.size() >= LEAST && removed.size() * SHARE >= then) {
        found.add(new MassRemoval(changes[from].day(), removed, then));
      }
    }
    return found;
  }

  private static Change[] changes(Entries entries, int[] monitoring, Persons persons) {
    List<String> agencies =
        entries.sources().stream().map(source -> source.agency()).distinct().toList();
    List<Change> changes = new ArrayList<>();
    for (int entry : monitoring) {
      boolean removed = isRemoval(entries, entry);
      int day = Days.happened(entries, entry);
      if (removed && day == Days.UNDATED) {
        continue;
      }
      int agency = agencies.indexOf(entries.source(entry).agency());
      for (int link = entries.firstLink(entry); link < entries.firstLink(entry + 1); link++) {
        if (entries.role(link) == Role.CHILD) {
          changes.add(
              new Change(agency, day, removed, persons.personOf(entries.mention(link)), entry));
        }
      }
    }
    Change[] inOrder = changes.toArray(Change[]::new);
    Arrays.sort(inOrder);
    return inOrder;
  }

  /// The additions and removals of the inquiry's own area, in the order of entries.
  private static int[] monitoring(Casebook casebook) {
    var entries = casebook.entries();
    return IntStream.range(0, entries.size())
        .filter(entry ->
            entries.kind(entry) == EntryKind.MONITORING_CHANGED
                && casebook.concerns().ownArea(entry)
                && entries.has(EntryAttribute.CHANGE, entry)
                && !isStillToCome(casebook, entry))
        .toArray();
  }

  /// Whether a change was recorded by the as-at date and dated after it.
  private static boolean isStillToCome(Casebook casebook, int entry) {
    return Days.happened(casebook.entries(), entry) > Days.of(casebook.scope().asAt());
  }

  private static boolean isRemoval(Entries entries, int entry) {
    return entries.code(EntryAttribute.CHANGE, MonitoringChange.class, entry)
        == MonitoringChange.REMOVED;
  }

  private static long undatedRemovals(Entries entries, int[] monitoring) {
    return IntStream.of(monitoring)
        .filter(entry -> isRemoval(entries, entry) && Days.happened(entries, entry) == Days.UNDATED)
        .count();
  }

  private static String answer(boolean any, Map<Integer, long[]> byDay) {
    if (!any) {
      return "The records hold no list of monitored children.";
    }
    if (byDay.isEmpty()) {
      return "On no day were five or more children, and a tenth of the list, taken off monitoring.";
    }
    long removed = byDay.values().stream().mapToLong(sums -> sums[0]).sum();
    return Counted.sentence(
        "on %s five or more children, and at least a tenth of the list, were taken off monitoring:"
                .formatted(Counted.of(byDay.size(), "day"))
            + " "
            + Counted.of(removed, "child", "children")
            + " in all.");
  }
}
