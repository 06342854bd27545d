package uk.candour.inquiry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import uk.candour.estimate.Histories;
import uk.candour.inquiry.Casebook.View;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.record.Entries;
import uk.candour.record.EntryKind;
import uk.candour.record.Source;

/// On which capture lists each seen child of one linking stands: the lists that the remit gives the
/// sources of the inquiry's own area, a child standing on a list where one of its sources holds a
/// concern about the child.
///
/// A source without a list takes no part, nor do readings of case files, which were drawn from
/// lists and are none. Children known by a forename alone are left out.
final class CaptureLists {

  private final Casebook casebook;
  private final View view;
  private final List<String> lists;

  CaptureLists(Casebook casebook, View view) {
    this.casebook = casebook;
    this.view = view;
    SortedSet<String> names = new TreeSet<>();
    for (Source source : ownSources(casebook)) {
      if (source.list() != null) {
        names.add(source.list());
      }
    }
    this.lists = List.copyOf(names);
  }

  private static List<Source> ownSources(Casebook casebook) {
    String own = casebook.scope().area().code();
    return casebook.entries().sources().stream()
        .filter(source -> source.area().equals(own))
        .toList();
  }

  /// Why the lists can give no estimate whatever children they name, or null where they might.
  @Nullable String unusable() {
    if (lists.isEmpty()) {
      return "No source of the area belongs to a list.";
    }
    return lists.size() > Histories.MOST_LISTS
        ? "There are " + lists.size() + " lists, more than " + Histories.MOST_LISTS + "."
        : null;
  }

  /// How many children stand on exactly which lists; lists without a child are left out.
  Histories histories() {
    SortedMap<Long, Long> counts = new TreeMap<>();
    view.children()
        .all()
        .mapToLong(this::history)
        .filter(history -> history != 0)
        .forEach(history -> counts.merge(history, 1L, Long::sum));
    return new Histories(lists, counts).withoutEmptyLists();
  }

  /// For a list, the lists whose referrals make up part of it.
  Map<String, Set<String>> fedBy() {
    Map<String, SortedSet<String>> fedBy = new TreeMap<>();
    for (Source source : ownSources(casebook)) {
      if (source.list() != null && !source.fedBy().isEmpty()) {
        fedBy.computeIfAbsent(source.list(), list -> new TreeSet<>()).addAll(source.fedBy());
      }
    }
    fedBy.forEach((list, feeding) -> feeding.remove(list));
    return new LinkedHashMap<>(fedBy);
  }

  /// Which lists are fed by which, in a sentence, or null where none is.
  @Nullable String feeding() {
    List<String> fed = new ArrayList<>();
    fedBy()
        .forEach((list, feeding) -> {
          if (!feeding.isEmpty()) {
            fed.add(list + " by " + String.join(" and ", feeding));
          }
        });
    return fed.isEmpty() ? null : "Lists are fed by others: " + String.join(", ", fed) + ".";
  }

  private long history(int child) {
    long history = 0;
    for (int entry : view.children().concerns(child)) {
      int list = listOf(entry);
      history |= list < 0 ? 0 : 1L << list;
    }
    return history;
  }

  private int listOf(int entry) {
    Entries entries = casebook.entries();
    String list = entries.source(entry).list();
    return list == null || entries.kind(entry) == EntryKind.FILE_READ ? -1 : lists.indexOf(list);
  }

  /// How many children stand on each list, and on exactly which lists together.
  static List<Breakdown> breakdown(Histories histories) {
    List<Breakdown> rows = new ArrayList<>();
    for (int list = 0; list < histories.lists().size(); list++) {
      rows.add(Breakdown.count("list", histories.lists().get(list), histories.onList(list)));
    }
    for (long history : histories.histories()) {
      List<String> names = new ArrayList<>();
      for (int list = 0; list < histories.lists().size(); list++) {
        if ((history >>> list & 1) != 0) {
          names.add(histories.lists().get(list));
        }
      }
      rows.add(Breakdown.count("overlap", String.join("+", names), histories.count(history)));
    }
    return rows;
  }

  /// A line for each child and list: the first of the child's concerns that puts it there.
  ///
  /// @param central the people that evidence names
  Evidence evidence(View central) {
    var evidence = new Evidence();
    view.children()
        .all()
        .forEach(child -> {
          long told = 0;
          for (int entry : view.children().concerns(child)) {
            int list = listOf(entry);
            if (list >= 0 && (told >>> list & 1) == 0) {
              told |= 1L << list;
              int row = view.persons().row(view.children().person(child), entry);
              evidence.add(row, personIn(central, child, entry), lists.get(list), "on the list");
            }
          }
        });
    return evidence;
  }

  /// The central linking's person behind a child of this one, as the entry mentions it.
  private int personIn(View central, int child, int entry) {
    Entries entries = casebook.entries();
    for (int link = entries.firstLink(entry); link < entries.firstLink(entry + 1); link++) {
      int mention = entries.mention(link);
      if (view.persons().personOf(mention) == view.children().person(child)) {
        return central.persons().personOf(mention);
      }
    }
    return Evidence.NOBODY;
  }
}
