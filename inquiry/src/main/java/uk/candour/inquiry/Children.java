package uk.candour.inquiry;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import uk.candour.record.Entries;
import uk.candour.record.Role;

/// The seen children of one linking: the people mentioned as a child in an entry with an
/// exploitation concern that was recorded in the period, each with those entries.
///
/// A child whom only an assessment of or a decision on such a report names is seen through that; an
/// assessment that holds a concern and names no child is about those of its report. Children are
/// numbered from 0 in the order of their persons. Some of them may be known by a forename alone
/// ([#known] tells); they belong to the high end of a count and nowhere else.
final class Children {

  private final int[] person;
  private final int[] indexOf;
  private final int[][] concerns;
  private final int[] firstDay;
  private final BitSet known = new BitSet();

  /// @param ownArea whether only sources of the inquiry's own area count
  Children(Entries entries, Concerns concerns, Persons persons, boolean ownArea) {
    var holding = new Mentioned.Pairs();
    var speaking = new Mentioned.Pairs();
    for (int entry = 0; entry < entries.size(); entry++) {
      if (!concerns.speaks(entry)
          || !concerns.inPeriod(entry)
          || (ownArea && !concerns.ownArea(entry))) {
        continue;
      }
      var mentioned = concerns.holds(entry) ? holding : speaking;
      int naming = concerns.naming(entry);
      for (int link = entries.firstLink(naming); link < entries.firstLink(naming + 1); link++) {
        if (entries.role(link) == Role.CHILD) {
          mentioned.add(persons.personOf(entries.mention(link)), entry);
        }
      }
    }
    var held = holding.byPerson(persons.size());
    var spoken = speaking.byPerson(persons.size());
    this.person =
        IntStream.range(0, persons.size())
            .filter(one -> held.any(one) || spoken.any(one))
            .toArray();
    this.indexOf = new int[persons.size()];
    Arrays.fill(indexOf, -1);
    this.concerns = new int[person.length][];
    this.firstDay = new int[person.length];
    for (int child = 0; child < person.length; child++) {
      indexOf[person[child]] = child;
      var mentioned = held.any(person[child]) ? held : spoken;
      this.concerns[child] = inOrder(mentioned.entries(person[child]), concerns);
      firstDay[child] = concerns.day(this.concerns[child][0]);
      known.set(child, persons.known(person[child]));
    }
  }

  /// Dated entries in the order of their days, then undated ones; on one day in the order of rows.
  private static int[] inOrder(int[] entries, Concerns concerns) {
    if (entries.length == 1) {
      return entries;
    }
    long[] keys = new long[entries.length];
    for (int i = 0; i < entries.length; i++) {
      int day = concerns.day(entries[i]);
      keys[i] = (long) (day == Days.UNDATED ? Integer.MAX_VALUE : day) << 32 | entries[i];
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }

  /// How many there are, those known by a forename alone included.
  int size() {
    return person.length;
  }

  /// How many are known by more than a forename.
  int known() {
    return known.cardinality();
  }

  /// Whether the child is known by more than a forename.
  boolean known(int child) {
    return known.get(child);
  }

  /// The numbers of the children known by more than a forename, in order.
  IntStream all() {
    return known.stream();
  }

  int person(int child) {
    return person[child];
  }

  /// The number of the child that a person is, or -1.
  int indexOf(int person) {
    return indexOf[person];
  }

  /// The entries that make the child seen, dated ones first in the order of their days; not to be
  /// written to.
  int[] concerns(int child) {
    return concerns[child];
  }

  /// The child's first concern: the earliest recorded; where none is dated, the first of the rows.
  int firstConcern(int child) {
    return concerns[child][0];
  }

  /// The day on which the first concern was recorded, or [Days#UNDATED].
  int firstDay(int child) {
    return firstDay[child];
  }
}
