package uk.candour.inquiry;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.candour.record.Entries;
import uk.candour.record.PartialDate;
import uk.candour.record.Role;

/// The full dates of birth that the records give of one person, and which of them is supported
/// best.
///
/// Details go wrong in ways of their own. A clerk who knows the year alone writes the first of
/// January; a parent's date, or that of the person's own baby, is copied into the wrong box, and a
/// system that holds a wrong date prints it on every row. So a date counts before another where it
/// leaves the person possible on the rows that give it (born by then and, where the row speaks of a
/// child, not yet 18), then where it is no first of January, then by the number of agencies that
/// give it, then by the number of mentions; of equals the earliest.
final class DatesOfBirth {

  private static final int ADULT_AT = 18;
  private final Entries entries;
  private final List<Support> supports = new ArrayList<>(2);

  private DatesOfBirth(Entries entries) {
    this.entries = entries;
  }

  static DatesOfBirth of(Entries entries, Persons persons, int person) {
    var dates = new DatesOfBirth(entries);
    for (int n = 0; n < persons.mentions(person); n++) {
      int mention = persons.mention(person, n);
      if (PartialDate.isFull(entries.people().born(mention))) {
        dates.add(mention);
      }
    }
    return dates;
  }

  private void add(int mention) {
    int date = entries.people().born(mention);
    Support support = of(date);
    if (support == null) {
      support = new Support(date);
      supports.add(support);
    }
    support.mentions++;
    String agency = entries.sourceOf(entries.people().row(mention)).agency();
    if (!support.agencies.contains(agency)) {
      support.agencies.add(agency);
    }
    support.possible = support.possible || isPossible(mention, date);
  }

  /// What supports a date; a person has a handful of dates.
  private @Nullable Support of(int date) {
    for (Support support : supports) {
      if (support.date == date) {
        return support;
      }
    }
    return null;
  }

  private boolean isPossible(int mention, int date) {
    for (int n = 0; n < entries.entriesOf(mention); n++) {
      int entry = entries.entryOf(mention, n);
      int happened = entries.happened(entry);
      if (PartialDate.isFull(happened)
          && (date > happened || (isChild(entry, mention) && years(date, happened) >= ADULT_AT))) {
        return false;
      }
    }
    return true;
  }

  private static int years(int born, int day) {
    int years = PartialDate.year(day) - PartialDate.year(born);
    boolean hadBirthday =
        PartialDate.month(day) > PartialDate.month(born)
            || (PartialDate.month(day) == PartialDate.month(born)
                && PartialDate.day(day) >= PartialDate.day(born));
    return hadBirthday ? years : years - 1;
  }

  private boolean isChild(int entry, int mention) {
    for (int link = entries.firstLink(entry); link < entries.firstLink(entry + 1); link++) {
      if (entries.mention(link) == mention && entries.role(link) == Role.CHILD) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNewYear(int date) {
    return PartialDate.month(date) == 1 && PartialDate.day(date) == 1;
  }

  /// The best supported date, or 0 where no record gives a full one.
  int best() {
    int best = 0;
    long most = -1;
    for (Support support : supports) {
      if (support.rank() > most) {
        best = support.date;
        most = support.rank();
      }
    }
    return best;
  }

  /// How many agencies give a date.
  int agencies(int date) {
    Support support = of(date);
    return support == null ? 0 : support.agencies();
  }

  /// The distinct dates, in the order of the mentions.
  IntStream all() {
    return supports.stream().mapToInt(support -> support.date);
  }

  /// How many distinct dates there are.
  int size() {
    return supports.size();
  }

  private static final class Support {

    final int date;
    final List<String> agencies = new ArrayList<>(2);
    int mentions;
    boolean possible;

    Support(int date) {
      this.date = date;
    }

    /// The greater, the better supported.
    long rank() {
      long rank = possible ? 1 : 0;
      rank = rank << 1 | (isNewYear(date) ? 0 : 1);
      rank = rank << 10 | Math.min(agencies(), 1023);
      rank = rank << 20 | Math.min(mentions, (1 << 20) - 1);
      return rank << 31 | (Integer.MAX_VALUE - date);
    }

    int agencies() {
      return agencies.size();
    }
  }
}
