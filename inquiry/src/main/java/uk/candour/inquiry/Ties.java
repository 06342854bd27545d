package uk.candour.inquiry;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import uk.candour.inquiry.Casebook.View;
import uk.candour.record.Entries;
import uk.candour.record.Role;

/// Which suspects and which seen children are named together, and in which entries, over one
/// linking.
///
/// An entry ties those it names as for networks ([Networks#canTie]): the agenda of a meeting and a
/// briefing to leaders list people who have nothing to do with one another and tie nobody. Children
/// known by a forename alone are left out, since two of them may be one. Ties are numbered from 0
/// in the order of entries.
final class Ties {

  private int[] suspects = new int[64];
  private int[] children = new int[64];
  private int[] entries = new int[64];
  private int size;

  Ties(Casebook casebook, View view) {
    Entries record = casebook.entries();
    for (int entry = 0; entry < record.size(); entry++) {
      if (Networks.canTie(casebook, entry)) {
        addOf(record, entry, view);
      }
    }
  }

  private void addOf(Entries record, int entry, View view) {
    for (int link = record.firstLink(entry); link < record.firstLink(entry + 1); link++) {
      int person = view.persons().personOf(record.mention(link));
      int suspect = view.suspects().indexOf(person);
      if (record.role(link) != Role.SUSPECT || suspect < 0) {
        continue;
      }
      for (int other = record.firstLink(entry); other < record.firstLink(entry + 1); other++) {
        int otherPerson = view.persons().personOf(record.mention(other));
        int child = view.children().indexOf(otherPerson);
        if (record.role(other) == Role.CHILD
            && child >= 0
            && view.children().known(child)
            && otherPerson != person) {
          add(suspect, child, entry);
        }
      }
    }
  }

  private void add(int suspect, int child, int entry) {
    if (size == suspects.length) {
      int wider = size + (size >> 1);
      suspects = Arrays.copyOf(suspects, wider);
      children = Arrays.copyOf(children, wider);
      entries = Arrays.copyOf(entries, wider);
    }
    suspects[size] = suspect;
    children[size] = child;
    entries[size++] = entry;
  }

  private Ties() {}

  /// Those ties that are wanted.
  Ties only(IntPredicate wanted) {
    var only = new Ties();
    for (int tie = 0; tie < size; tie++) {
      if (wanted.test(tie)) {
        only.add(suspects[tie], children[tie], entries[tie]);
      }
    }
    return only;
  }

  /// How many there are.
  int size() {
    return size;
  }

  int suspect(int tie) {
    return suspects[tie];
  }

  int child(int tie) {
    return children[tie];
  }

  int entry(int tie) {
    return entries[tie];
  }

  /// For each child by number, how many different suspects it is tied to.
  int[] suspectsOfEach(int numberOfChildren) {
    return partners(children, suspects, numberOfChildren);
  }

  /// For each suspect by number, how many different children are tied to it.
  int[] childrenOfEach(int numberOfSuspects) {
    return partners(suspects, children, numberOfSuspects);
  }

  /// The ties in the order of their children.
  int[] byChild() {
    return sorted(tie -> children[tie]);
  }

  /// The ties in the order of their suspects.
  int[] bySuspect() {
    return sorted(tie -> suspects[tie]);
  }

  private int[] partners(int[] whose, int[] partner, int number) {
    long[] pairs = new long[size];
    for (int tie = 0; tie < size; tie++) {
      pairs[tie] = (long) whose[tie] << 32 | partner[tie];
    }
    Arrays.sort(pairs);
    int[] counts = new int[number];
    for (int i = 0; i < size; i++) {
      if (i == 0 || pairs[i] != pairs[i - 1]) {
        counts[(int) (pairs[i] >>> 32)]++;
      }
    }
    return counts;
  }

  private int[] sorted(IntUnaryOperator first) {
    long[] keys = new long[size];
    for (int tie = 0; tie < size; tie++) {
      keys[tie] = (long) first.applyAsInt(tie) << 32 | tie;
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }
}
