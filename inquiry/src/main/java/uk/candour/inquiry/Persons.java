package uk.candour.inquiry;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.candour.linkage.Linking;
import uk.candour.record.Entries;
import uk.candour.record.PartialDate;
import uk.candour.record.People;
import uk.candour.record.PersonAttribute;
import uk.candour.record.Sex;

/// The people of one linking, each with the mentions that are taken to be that person.
final class Persons {

  private static final int ADULT_AT = 18;

  /// The schemes that several agencies use: NHS number, unique pupil number, police national
  /// computer, the local authority's number of a child.
  private static final Set<String> SHARED_NUMBERS = Set.of("nhs", "upn", "pnc", "la");

  private final Entries entries;
  private final People people;
  private final Linking linking;
  private final int[] personOf;
  private final int[] firstMention;
  private final int[] mentions;
  private final int[] born;

  Persons(Entries entries, Linking linking, int[] personOf) {
    this.entries = entries;
    this.people = entries.people();
    this.linking = linking;
    this.personOf = personOf;
    int size = Arrays.stream(personOf).max().orElse(-1) + 1;
    this.firstMention = new int[size + 1];
    for (int person : personOf) {
      firstMention[person + 1]++;
    }
    for (int person = 0; person < size; person++) {
      firstMention[person + 1] += firstMention[person];
    }
    int[] next = Arrays.copyOf(firstMention, size);
    this.mentions = new int[personOf.length];
    for (int mention = 0; mention < personOf.length; mention++) {
      mentions[next[personOf[mention]]++] = mention;
    }
    this.born = new int[size];
    Arrays.fill(born, -1);
  }

  Linking linking() {
    return linking;
  }

  int size() {
    return born.length;
  }

  int personOf(int mention) {
    return personOf[mention];
  }

  /// How many mentions a person has; at least one.
  int mentions(int person) {
    return firstMention[person + 1] - firstMention[person];
  }

  /// The nth mention of a person, from 0, in the order of rows.
  int mention(int person, int nth) {
    return mentions[firstMention[person] + nth];
  }

  /// The global row that names a person in an entry: a later row of an entry may add people to it.
  int row(int person, int entry) {
    for (int link = entries.firstLink(entry); link < entries.firstLink(entry + 1); link++) {
      int mention = entries.mention(link);
      if (personOf[mention] == person) {
        return people.row(mention);
      }
    }
    return entries.row(entry);
  }

  /// Whether the person is known by more than a forename or a nickname: some mention gives a
  /// surname, a full date of birth, or a number by which more than one agency knows people. A
  /// number of an agency's own tells its contacts apart and places nobody.
  boolean known(int person) {
    for (int n = 0; n < mentions(person); n++) {
      int mention = mention(person, n);
      if (people.has(PersonAttribute.SURNAME, mention)
          || PartialDate.isFull(people.born(mention))
          || hasSharedNumber(mention)) {
        return true;
      }
    }
    return false;
  }

  private boolean hasSharedNumber(int mention) {
    for (int n = 0; n < people.count(PersonAttribute.ID, mention); n++) {
      String number =
          people.dictionary(PersonAttribute.ID).value(people.nth(PersonAttribute.ID, mention, n));
      if (SHARED_NUMBERS.contains(number.substring(0, number.indexOf(':')))) {
        return true;
      }
    }
    return false;
  }

  /// Whether some mention of the inquiry's own area names the person by a surname.
  boolean hasSurnameHere(int person) {
    String here = entries.scope().area().code();
    for (int n = 0; n < mentions(person); n++) {
      int mention = mention(person, n);
      if (people.has(PersonAttribute.SURNAME, mention)
          && entries.sourceOf(people.row(mention)).area().equals(here)) {
        return true;
      }
    }
    return false;
  }

  /// The best supported full date of birth ([DatesOfBirth]); 0 where no mention gives a full date.
  int born(int person) {
    if (born[person] < 0) {
      born[person] = bestSupportedBirth(person);
    }
    return born[person];
  }

  private int bestSupportedBirth(int person) {
    int only = 0;
    for (int n = 0; n < mentions(person); n++) {
      int date = people.born(mention(person, n));
      if (PartialDate.isFull(date)) {
        if (only != 0 && only != date) {
          return DatesOfBirth.of(entries, this, person).best();
        }
        only = date;
      }
    }
    return only;
  }

  /// The sex that most mentions give, or null where none does or two are equally frequent.
  @Nullable Sex sex(int person) {
    int[] votes = new int[Sex.values().length];
    for (int n = 0; n < mentions(person); n++) {
      Sex sex = people.sex(mention(person, n));
      if (sex != null) {
        votes[sex.ordinal()]++;
      }
    }
    Sex best = null;
    int most = 0;
    for (Sex sex : Sex.values()) {
      if (votes[sex.ordinal()] > most) {
        best = sex;
        most = votes[sex.ordinal()];
      } else if (votes[sex.ordinal()] == most) {
        best = null;
      }
    }
    return best;
  }

  /// Whether the person was surely under 18 when what the entry tells of happened: by the best
  /// supported date of birth; else by what this mention says of birth or age; else by what another
  /// mention says of it. A partial date of the event or of birth makes somebody under 18 only where
  /// its every day does; where nothing is said the answer is no.
  boolean under18(int person, int mention, int entry) {
    int happened = entries.happened(entry);
    int date = born(person);
    if (date != 0 && happened != 0) {
      return under18(PartialDate.firstDay(date), PartialDate.lastDay(happened));
    }
    int oldest = people.number(PersonAttribute.AGE_TO, mention);
    if (people.born(mention) == 0 && oldest >= 0) {
      return oldest < ADULT_AT;
    }
    if (happened == 0) {
      return false;
    }
    LocalDate birth = earliestBirth(mention);
    for (int n = 0; birth == null && n < mentions(person); n++) {
      birth = earliestBirth(mention(person, n));
    }
    return birth != null && under18(birth, PartialDate.lastDay(happened));
  }

  private static boolean under18(LocalDate birth, LocalDate day) {
    return birth.plusYears(ADULT_AT).isAfter(day);
  }

  /// The earliest day of birth that a mention leaves possible, or null where it says nothing.
  private @Nullable LocalDate earliestBirth(int mention) {
    if (people.born(mention) != 0) {
      return PartialDate.firstDay(people.born(mention));
    }
    int oldest = people.number(PersonAttribute.AGE_TO, mention);
    int at = people.raw(PersonAttribute.AGE_AT, mention);
    return oldest < 0 || at == 0
        ? null
        : PartialDate.firstDay(at).minusYears(oldest + 1L).plusDays(1);
  }
}
