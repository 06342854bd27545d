package uk.candour.inquiry;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import uk.candour.record.Entries;
import uk.candour.record.EntryKind;
import uk.candour.record.Role;

/// What the rows of a network say of its people, in words for its evidence: `names child 12 and
/// suspect 40`. The numbers are those of the central linking, which `clusters.csv` gives.
final class RowsOfNetwork {

  private final Casebook casebook;
  private final Entries entries;
  private final Persons persons;
  private final SortedSet<Integer> suspects;
  private final SortedSet<Integer> children;

  /// @param network one of the central linking
  RowsOfNetwork(Casebook casebook, Network network) {
    this.casebook = casebook;
    this.entries = casebook.entries();
    this.persons = casebook.central().persons();
    this.suspects = new TreeSet<>(network.suspects());
    this.children = new TreeSet<>(network.children());
  }

  /// The rows of some of the network's entries, in their order, and what each names.
  SortedMap<Integer, String> named(List<Integer> ofEntries, IntPredicate wanted) {
    SortedMap<Integer, List<Integer>> ofRow = new TreeMap<>();
    for (int entry : ofEntries) {
      if (wanted.test(entry)) {
        ofRow.computeIfAbsent(entries.row(entry), row -> new ArrayList<>()).add(entry);
      }
    }
    SortedMap<Integer, String> words = new TreeMap<>();
    ofRow.forEach((row, inRow) -> words.put(row, words(inRow)));
    return words;
  }

  private String words(List<Integer> inRow) {
    List<Integer> tying = inRow.stream().filter(entry -> Networks.canTie(casebook, entry)).toList();
    return tying.isEmpty()
        ? "lists " + people(inRow) + " on " + occasion(inRow.getFirst()) + ", which ties nobody"
        : "names " + people(tying);
  }

  private String occasion(int entry) {
    return entries.kind(entry) == EntryKind.MEETING_HELD ? "an agenda" : "a briefing";
  }

  /// Those of the network whom entries name.
  String people(List<Integer> named) {
    SortedSet<Integer> namedChildren = new TreeSet<>();
    SortedSet<Integer> namedSuspects = new TreeSet<>();
    for (int entry : named) {
      for (int link = entries.firstLink(entry); link < entries.firstLink(entry + 1); link++) {
        int person = persons.personOf(entries.mention(link));
        if (entries.role(link) == Role.CHILD && children.contains(person)) {
          namedChildren.add(person);
        } else if (entries.role(link) == Role.SUSPECT && suspects.contains(person)) {
          namedSuspects.add(person);
        }
      }
    }
    List<String> words = new ArrayList<>();
    if (!namedChildren.isEmpty()) {
      words.add((namedChildren.size() == 1 ? "child " : "children ") + numbers(namedChildren));
    }
    if (!namedSuspects.isEmpty()) {
      words.add((namedSuspects.size() == 1 ? "suspect " : "suspects ") + numbers(namedSuspects));
    }
    return String.join(" and ", words);
  }

  /// One of the network's people: `child 12`.
  String person(int person) {
    return (children.contains(person) ? "child " : "suspect ") + person;
  }

  private static String numbers(SortedSet<Integer> people) {
    return String.join(", ", people.stream().map(person -> Integer.toString(person)).toList());
  }
}
