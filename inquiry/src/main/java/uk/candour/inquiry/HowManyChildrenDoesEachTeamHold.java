package uk.candour.inquiry;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.inquiry.Finding.Detail;
import uk.candour.inquiry.Finding.Interval;
import uk.candour.record.Entries;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;
import uk.candour.record.Role;

/// The children allocated at the as-at date: each team's latest snapshot, plus the named
/// allocations begun and not ended.
///
/// A **snapshot** is an allocation row that gives a number of children instead of naming one; a
/// team's latest is that of its last day up to the as-at date, the rows of its workers on that day
/// added up. A **named** allocation names the child; the same child twice is one child. Both are
/// added even where one team has both, since nothing shows that they overlap; a caveat says so. A
/// named allocation marked as unallocated is a child who waits for a worker: counted beside the
/// figure, not in it. The question is about the as-at date, so that the inquiry's period bounds
/// nothing here.
final class HowManyChildrenDoesEachTeamHold implements Question {

  private static final Set<String> NOT_SO = Set.of("no", "n", "false", "0", "allocated");

  /// One agency's team: teams of two agencies that share a name are two.
  private static final class Team {
    int snapshotDay = Days.UNDATED;
    final List<Integer> snapshot = new ArrayList<>();
    final List<Integer> named = new ArrayList<>();
    final List<Integer> waiting = new ArrayList<>();
  }

  private record TeamKey(String agency, String name) implements Comparable<TeamKey> {
    @Override
    public int compareTo(TeamKey other) {
      int byName = Tally.IN_ORDER.compare(name, other.name);
      return byName != 0 ? byName : agency.compareTo(other.agency);
    }
  }

  @Override
  public Finding answer(Casebook casebook) {
    var entries = casebook.entries();
    int asAt = Days.of(casebook.scope().asAt());
    Map<TeamKey, Team> teams = new TreeMap<>();
    long undatedSnapshots = 0;
    boolean any = false;
    for (int entry = 0; entry < entries.size(); entry++) {
      if (entries.kind(entry) != EntryKind.CASE_ALLOCATED || !casebook.concerns().ownArea(entry)) {
        continue;
      }
      int day = Days.happened(entries, entry);
      if (day != Days.UNDATED && day > asAt) {
        continue;
      }
      any = true;
      var team =
          teams.computeIfAbsent(
              new TeamKey(
                  entries.source(entry).agency(),
                  Keys.orNotRecorded(entries.text(EntryAttribute.TEAM, entry))),
              key -> new Team());
      if (isSnapshot(entries, entry)) {
        if (day == Days.UNDATED) {
          undatedSnapshots++;
        } else {
          addSnapshot(team, entry, day);
        }
      } else if (!Days.hasPassed(entries, EntryAttribute.ENDED, entry)) {
        (isUnallocated(entries, entry) ? team.waiting : team.named).add(entry);
      }
    }
    return finding(casebook, teams, any, undatedSnapshots);
  }

  private static boolean isSnapshot(Entries entries, int entry) {
    return entries.has(EntryAttribute.COUNT, entry)
        || (entries.has(EntryAttribute.UNALLOCATED, entry)
            && entries.firstLink(entry) == entries.firstLink(entry + 1));
  }

  private static void addSnapshot(Team team, int entry, int day) {
    if (team.snapshotDay == Days.UNDATED || day > team.snapshotDay) {
      team.snapshotDay = day;
      team.snapshot.clear();
    }
    if (day == team.snapshotDay) {
      team.snapshot.add(entry);
    }
  }

  private static boolean isUnallocated(Entries entries, int entry) {
    String word = entries.text(EntryAttribute.UNALLOCATED, entry);
    return word != null && !NOT_SO.contains(word.toLowerCase(Locale.ROOT));
  }

  private static Finding finding(
      Casebook casebook, Map<TeamKey, Team> teams, boolean any, long undatedSnapshots) {
    var entries = casebook.entries();
    var persons = casebook.central().persons();
    var evidence = new Evidence();
    List<Breakdown> rows = new ArrayList<>();
    List<Integer> allNamed = new ArrayList<>();
    List<String> twice = new ArrayList<>();
    long inSnapshots = 0;
    long unallocated = 0;
    for (var each : teams.entrySet()) {
      Team team = each.getValue();
      String key = each.getKey().name();
      long snapshot = 0;
      long waiting = children(entries, persons, team.waiting).cardinality();
      for (int entry : team.snapshot) {
        snapshot += Math.max(0, entries.number(EntryAttribute.COUNT, entry));
        waiting += number(entries.text(EntryAttribute.UNALLOCATED, entry));
        evidence.add(entries.row(entry), Evidence.NOBODY, key, "latest snapshot");
      }
      addEvidence(evidence, entries, persons, team.named, key, "allocated");
      addEvidence(evidence, entries, persons, team.waiting, key, "unallocated");
      long named = children(entries, persons, team.named).cardinality();
      if (snapshot + named + waiting > 0 || !team.snapshot.isEmpty()) {
        rows.add(row(each.getKey(), team, snapshot, named, waiting));
      }
      if (snapshot > 0 && named > 0) {
        twice.add(key);
      }
      inSnapshots += snapshot;
      unallocated += waiting;
      allNamed.addAll(team.named);
    }
    long value = inSnapshots + children(entries, persons, allNamed).cardinality();
    List<String> caveats = new ArrayList<>();
    if (!any) {
      caveats.add("No source holds an allocation made by the as-at date.");
    }
    if (!twice.isEmpty()) {
      caveats.add(
          "Snapshots and named allocations were added; a child may be in both at "
              + String.join(", ", twice)
              + ".");
    }
    if (undatedSnapshots > 0) {
      caveats.add(
          Counted.sentence(Counted.of(undatedSnapshots, "snapshot row"))
              + " without a day "
              + Counted.form(undatedSnapshots, "takes", "take")
              + " no part.");
    }
    return new Finding(
        "caseload.by-team",
        "How many children does each team hold?",
        sentence(any, value, rows.size(), unallocated, Days.inWords(casebook.scope().asAt())),
        any ? (double) value : null,
        "children",
        any && !allNamed.isEmpty() ? interval(casebook, inSnapshots, allNamed) : null,
        "Each team's latest snapshot up to the as-at date, plus the distinct children of named"
            + " allocations that had begun and had not ended. Children marked as unallocated are"
            + " counted apart.",
        null,
        List.of("An allocation without an end had not ended."),
        caveats,
        rows,
        evidence);
  }

  private static Breakdown row(TeamKey key, Team team, long snapshot, long named, long waiting) {
    List<Detail> details = new ArrayList<>();
    details.add(new Detail("agency", key.agency()));
    details.add(new Detail("snapshot", snapshot));
    details.add(
        new Detail("snapshot-of", team.snapshot.isEmpty() ? null : Days.text(team.snapshotDay)));
    details.add(new Detail("named", named));
    details.add(new Detail("unallocated", waiting));
    return new Breakdown("team", key.name(), null, snapshot + named, null, details);
  }

  private static void addEvidence(
      Evidence evidence,
      Entries entries,
      Persons persons,
      List<Integer> allocations,
      String key,
      String note) {
    for (int entry : allocations) {
      for (int link = entries.firstLink(entry); link < entries.firstLink(entry + 1); link++) {
        if (entries.role(link) == Role.CHILD) {
          int mention = entries.mention(link);
          evidence.add(entries.people().row(mention), persons.personOf(mention), key, note);
        }
      }
    }
  }

  private static BitSet children(Entries entries, Persons persons, List<Integer> allocations) {
    var children = new BitSet();
    for (int entry : allocations) {
      for (int link = entries.firstLink(entry); link < entries.firstLink(entry + 1); link++) {
        if (entries.role(link) == Role.CHILD) {
          children.set(persons.personOf(entries.mention(link)));
        }
      }
    }
    return children;
  }

  private static @Nullable Interval interval(
      Casebook casebook, long inSnapshots, List<Integer> named) {
    return casebook.overLinkings(
        view -> inSnapshots + children(casebook.entries(), view.persons(), named).cardinality());
  }

  /// How many a snapshot says are unallocated; none where it gives no whole number.
  private static long number(@Nullable String text) {
    return text != null && text.matches("\\d{1,6}") ? Long.parseLong(text) : 0;
  }

  private static String sentence(
      boolean any, long value, int teams, long unallocated, String asAt) {
    if (!any) {
      return "The records hold no allocation of children to teams.";
    }
    return "On %s %s %s allocated to %s; %s waited for a worker."
        .formatted(
            asAt,
            Counted.of(value, "child", "children"),
            Counted.form(value, "was", "were"),
            Counted.of(teams, "team"),
            Counted.none(unallocated));
  }
}
