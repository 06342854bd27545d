package uk.candour.linkage;

import static uk.candour.linkage.PersonLevels.*;

/// The levels of all names of a pair: forename and surname, swapped or in each other's place,
/// middle names and aliases that stand in for either.
final class NamePair {

  private static final int[] FORENAME_LEVEL = {
    0,
    SAME,
    SPELLING,
    NICKNAME,
    FORENAME_CLOSE,
    FORENAME_PART,
    FORENAME_INITIAL,
    FORENAME_ALIKE,
    FORENAME_DIFFERENT
  };
  private static final int[] SURNAME_LEVEL = {
    0,
    SAME,
    SPELLING,
    SURNAME_DIFFERENT,
    SURNAME_CLOSE,
    SURNAME_PART,
    SURNAME_INITIAL,
    SURNAME_ALIKE,
    SURNAME_DIFFERENT
  };

  private final Descriptions people;
  private final NameRelation relation;

  int forename;
  int surname;
  int middle;
  int alias;

  NamePair(Descriptions people) {
    this.people = people;
    this.relation = new NameRelation(people.names);
  }

  /// Sets the levels of a pair.
  ///
  /// @param both the comparisons that both have something for, a bit each
  /// @param either those that one or both have something for
  void compare(
      int a,
      int b,
      int forenameA,
      int surnameA,
      int forenameB,
      int surnameB,
      int both,
      int either) {
    forename =
        forenameA == 0 || forenameB == 0
            ? 0
            : FORENAME_LEVEL[relation.ofForenames(forenameA, forenameB)];
    surname =
        surnameA == 0 || surnameB == 0 ? 0 : SURNAME_LEVEL[relation.ofSurnames(surnameA, surnameB)];
    middle = (both & 1 << MIDDLE) == 0 ? 0 : middle(people.middle[a], people.middle[b]);
    alias = (both & 1 << ALIAS) == 0 ? 0 : sharedAlias(a, b) != 0 ? SAME : ALIAS_DIFFERENT;
    boolean forenameFails = forename == 0 || forename == FORENAME_DIFFERENT;
    boolean surnameFails = surname == 0 || surname == SURNAME_DIFFERENT;
    if (forenameFails || surnameFails) {
      if (forenameFails && surnameFails) {
        tryOtherPlace(forenameA, surnameA, forenameB, surnameB);
      }
      if ((either & (1 << MIDDLE | 1 << ALIAS)) != 0) {
        tryOtherNames(a, b);
        tryOtherNames(b, a);
      }
    }
  }

  private int middle(int a, int b) {
    int how = relation.ofForenames(a, b);
    return switch (how) {
      case NameRelation.SAME, NameRelation.SPELLING -> SAME;
      case NameRelation.NICKNAME, NameRelation.CLOSE, NameRelation.PART -> CLOSE;
      case NameRelation.INITIAL -> MIDDLE_INITIAL;
      default -> MIDDLE_DIFFERENT;
    };
  }

  /// Forename and surname swapped; or a name that stands alone and is the other's other name.
  private void tryOtherPlace(int forenameA, int surnameA, int forenameB, int surnameB) {
    boolean crossed = isOneName(forenameA, surnameB);
    boolean crossedBack = isOneName(surnameA, forenameB);
    if (crossed && crossedBack) {
      forename = FORENAME_PLACE;
      surname = 0;
    } else if (crossed && (surnameA == 0 || forenameB == 0)) {
      forename = 0;
      surname = SURNAME_PLACE;
    } else if (crossedBack && (surnameB == 0 || forenameA == 0)) {
      forename = FORENAME_PLACE;
      surname = 0;
    }
  }

  private boolean isOneName(int a, int b) {
    return a != 0 && b != 0 && relation.ofForenames(a, b) <= NameRelation.CLOSE;
  }

  /// Whether a middle name or an alias of one is the forename or the surname of the other.
  private void tryOtherNames(int a, int b) {
    if (isOneOf(a, people.forename[b])
        && ((forename == 0 && people.forename[a] == 0) || forename == FORENAME_DIFFERENT)) {
      forename = FORENAME_OTHER;
    }
    if (isOneOf(a, people.surname[b])
        && ((surname == 0 && people.surname[a] == 0) || surname == SURNAME_DIFFERENT)) {
      surname = SURNAME_OTHER;
    }
  }

  /// Whether a name is a middle name or an alias of a description.
  private boolean isOneOf(int description, int name) {
    if (name == 0) {
      return false;
    }
    int middleName = people.middle[description];
    if (middleName != 0 && isNamedIn(name, middleName)) {
      return true;
    }
    for (int n = 0; n < people.aliases.count(description); n++) {
      if (isNamedIn(name, people.aliases.item(description, n))) {
        return true;
      }
    }
    return false;
  }

  private boolean isNamedIn(int name, int other) {
    int how = relation.ofForenames(name, other);
    return how <= NameRelation.SPELLING || how == NameRelation.PART;
  }

  /// An alias of one that is an alias of the other in the same or another spelling, or 0.
  int sharedAlias(int a, int b) {
    Lists aliases = people.aliases;
    for (int i = 0; i < aliases.count(a); i++) {
      for (int j = 0; j < aliases.count(b); j++) {
        int one = aliases.item(a, i);
        int other = aliases.item(b, j);
        if (people.names.spelling(one) == people.names.spelling(other)) {
          return one;
        }
      }
    }
    return 0;
  }
}
