package uk.candour.linkage;

import static uk.candour.linkage.PersonLevels.*;

/// The levels of numbers and contacts of a pair. What many different people share is left out as if
/// it were not recorded.
final class ContactPair {

  private static final double ALIKE = 0.9;

  private final Descriptions people;
  private final Frequencies frequencies;
  private final JaroWinkler jaroWinkler = new JaroWinkler();
  private final OptimalStringAlignment alignment = new OptimalStringAlignment();

  ContactPair(Descriptions people, Frequencies frequencies) {
    this.people = people;
    this.frequencies = frequencies;
  }

  int identifier(int a, int b) {
    Lists identifiers = people.identifiers;
    int level = 0;
    for (int i = identifiers.start(a); i < identifiers.end(a); i++) {
      int one = identifiers.at(i);
      if (frequencies.isSharedNumber(one)) {
        continue;
      }
      for (int j = identifiers.start(b); j < identifiers.end(b); j++) {
        int other = identifiers.at(j);
        if (!frequencies.isSharedNumber(other)) {
          level = better(level, identifierLevel(one, other));
        }
      }
    }
    return level;
  }

  private static int better(int a, int b) {
    return a == 0 ? b : b == 0 ? a : Math.min(a, b);
  }

  private int identifierLevel(int one, int other) {
    if (one == other) {
      return people.scheme(one) == Descriptions.NOT_VALID ? IDENTIFIER_UNCHECKED : SAME;
    }
    if (!people.haveOneScheme(one, other)) {
      return 0;
    }
    boolean bothRight =
        people.scheme(one) < Descriptions.OTHER_SCHEME
            && people.scheme(other) < Descriptions.OTHER_SCHEME;
    return !bothRight && people.numbers.distance(alignment, one, other) == 1
        ? IDENTIFIER_SLIP
        : IDENTIFIER_DIFFERENT;
  }

  /// Whether both have a well-formed number of one scheme that names a person for life, and none in
  /// common.
  boolean haveDifferentLifeNumbers(int a, int b) {
    Lists identifiers = people.identifiers;
    if (identifiers.count(a) == 0 || identifiers.count(b) == 0) {
      return false;
    }
    for (int scheme = Descriptions.NHS; scheme <= Descriptions.PNC; scheme++) {
      boolean different = false;
      boolean common = false;
      for (int i = identifiers.start(a); i < identifiers.end(a); i++) {
        int one = identifiers.at(i);
        for (int j = identifiers.start(b); j < identifiers.end(b); j++) {
          int other = identifiers.at(j);
          if (isLifeNumber(one, scheme) && isLifeNumber(other, scheme)) {
            common |= one == other;
            different |= one != other;
          }
        }
      }
      if (different && !common) {
        return true;
      }
    }
    return false;
  }

  private boolean isLifeNumber(int number, int scheme) {
    return people.scheme(number) == scheme && !frequencies.isSharedNumber(number);
  }

  int phone(int a, int b) {
    return shared(people.phones, a, b) != 0 ? SAME : bothOwn(people.phones, a, b) ? 2 : 0;
  }

  int handle(int a, int b) {
    if (shared(people.handles, a, b) != 0) {
      return SAME;
    }
    if (!bothOwn(people.handles, a, b)) {
      return 0;
    }
    return distance(people.handles, a, b) == 1 ? CLOSE : DIFFERENT;
  }

  int email(int a, int b) {
    if (shared(people.emails, a, b) != 0) {
      return SAME;
    }
    if (!bothOwn(people.emails, a, b)) {
      return 0;
    }
    int level = EMAIL_DIFFERENT;
    for (int i = people.emails.start(a); i < people.emails.end(a); i++) {
      for (int j = people.emails.start(b); j < people.emails.end(b); j++) {
        level = Math.min(level, emailLevel(people.emails.at(i), people.emails.at(j)));
      }
    }
    return level;
  }

  private int emailLevel(int one, int other) {
    Forms contacts = people.contacts;
    int i = 0;
    while (i < contacts.length(one)
        && i < contacts.length(other)
        && contacts.at(one, i) == contacts.at(other, i)) {
      if (contacts.at(one, i) == '@') {
        return EMAIL_USER;
      }
      i++;
    }
    return contacts.distance(alignment, one, other) <= 2
            || contacts.similarity(jaroWinkler, one, other) >= ALIKE
        ? EMAIL_CLOSE
        : EMAIL_DIFFERENT;
  }

  /// A contact that both have and that is not shared by many, or 0.
  int shared(Lists contacts, int a, int b) {
    for (int i = contacts.start(a); i < contacts.end(a); i++) {
      for (int j = contacts.start(b); j < contacts.end(b); j++) {
        if (contacts.at(i) == contacts.at(j) && !frequencies.isSharedContact(contacts.at(i))) {
          return contacts.at(i);
        }
      }
    }
    return 0;
  }

  private boolean bothOwn(Lists contacts, int a, int b) {
    return hasOwn(contacts, a) && hasOwn(contacts, b);
  }

  private boolean hasOwn(Lists contacts, int d) {
    for (int i = contacts.start(d); i < contacts.end(d); i++) {
      if (!frequencies.isSharedContact(contacts.at(i))) {
        return true;
      }
    }
    return false;
  }

  private int distance(Lists contacts, int a, int b) {
    int least = Integer.MAX_VALUE;
    for (int i = contacts.start(a); i < contacts.end(a); i++) {
      for (int j = contacts.start(b); j < contacts.end(b); j++) {
        least =
            Math.min(least, people.contacts.distance(alignment, contacts.at(i), contacts.at(j)));
      }
    }
    return least;
  }
}
