package uk.candour.inquiry;

import java.util.Arrays;
import java.util.stream.IntStream;
import uk.candour.record.Entries;
import uk.candour.record.Role;

/// The suspects of one linking: the people whom a record names as a suspect in an entry that speaks
/// of exploitation, recorded in the period, and who were adults, or of unknown age, when it
/// happened.
///
/// A suspect is somebody whom a record names as one; no machine makes one. Suspects are numbered
/// from 0 in the order of their persons.
final class Suspects {

  private final Persons persons;
  private final int[] person;
  private final int[] indexOf;
  private final int[][] entries;

  /// @param ownArea whether only sources of the inquiry's own area count
  Suspects(Entries record, Concerns concerns, Persons persons, boolean ownArea) {
    this.persons = persons;
    var naming = new Mentioned.Pairs();
    for (int entry = 0; entry < record.size(); entry++) {
      if (!concerns.speaks(entry)
          || !concerns.inPeriod(entry)
          || (ownArea && !concerns.ownArea(entry))) {
        continue;
      }
      for (int link = record.firstLink(entry); link < record.firstLink(entry + 1); link++) {
        int mention = record.mention(link);
        int one = persons.personOf(mention);
        if (record.role(link) == Role.SUSPECT && !persons.under18(one, mention, entry)) {
          naming.add(one, entry);
        }
      }
    }
    var named = naming.byPerson(persons.size());
    this.person = IntStream.range(0, persons.size()).filter(named::any).toArray();
    this.indexOf = new int[persons.size()];
    Arrays.fill(indexOf, -1);
    this.entries = new int[person.length][];
    for (int suspect = 0; suspect < person.length; suspect++) {
      indexOf[person[suspect]] = suspect;
      entries[suspect] = named.entries(person[suspect]);
    }
  }

  /// How many there are, those known by a nickname alone included.
  int size() {
    return person.length;
  }

  int person(int suspect) {
    return person[suspect];
  }

  /// The number of the suspect that a person is, or -1.
  int indexOf(int person) {
    return indexOf[person];
  }

  /// Whether some mention of the inquiry's own area names the suspect by a surname.
  boolean named(int suspect) {
    return persons.hasSurnameHere(person[suspect]);
  }

  /// The entries that name the suspect as one, in the order of the rows; not to be written to.
  int[] entries(int suspect) {
    return entries[suspect];
  }
}
