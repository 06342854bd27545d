package uk.candour.linkage;

import java.util.Arrays;

/// The shares of descriptions whose names can be written in more than one way: in another spelling
/// that the records do use, by a short name, by one of several words, by an initial, by a middle
/// name or an alias, or that give one name alone.
final class NameVariety {

  private static final double LEAST = 0.01;

  private final double forenameSpellings;
  private final double surnameSpellings;
  private final double nicknames;
  private final double forenameWords;
  private final double surnameWords;
  private final double forenameInitials;
  private final double surnameInitials;
  private final double otherNames;
  private final double loneNames;

  NameVariety(Descriptions people) {
    Names names = people.names;
    boolean[] several = spelledInSeveralWays(names);
    int[] counts = new int[9];
    int forenames = 0;
    int surnames = 0;
    for (int d = 0; d < people.size; d++) {
      int forename = people.forename[d];
      int surname = people.surname[d];
      if (forename != 0) {
        forenames++;
        counts[0] += several[names.spelling(forename)] ? 1 : 0;
        counts[2] += names.lines(forename).length > 0 ? 1 : 0;
        counts[3] += names.words(forename).length > 1 ? 1 : 0;
        counts[5] += names.isInitial(forename) ? 1 : 0;
      }
      if (surname != 0) {
        surnames++;
        counts[1] += several[names.spelling(surname)] ? 1 : 0;
        counts[4] += names.words(surname).length > 1 ? 1 : 0;
        counts[6] += names.isInitial(surname) ? 1 : 0;
      }
      counts[7] += people.middle[d] != 0 || people.aliases.count(d) > 0 ? 1 : 0;
      counts[8] += (forename == 0) != (surname == 0) ? 1 : 0;
    }
    forenameSpellings = share(counts[0], forenames);
    surnameSpellings = share(counts[1], surnames);
    nicknames = share(counts[2], forenames);
    forenameWords = either(share(counts[3], forenames));
    surnameWords = either(share(counts[4], surnames));
    forenameInitials = either(share(counts[5], forenames));
    surnameInitials = either(share(counts[6], surnames));
    otherNames = either(share(counts[7], people.size));
    loneNames = either(share(counts[8], people.size));
  }

  private static boolean[] spelledInSeveralWays(Names names) {
    int[] first = new int[names.spellings() + 1];
    boolean[] several = new boolean[first.length];
    Arrays.fill(first, -1);
    for (int name = 1; name <= names.size(); name++) {
      int spelling = names.spelling(name);
      several[spelling] |= first[spelling] >= 0;
      first[spelling] = name;
    }
    return several;
  }

  private static double share(int count, int total) {
    return Math.max(LEAST, count / (double) Math.max(1, total));
  }

  /// The share of pairs of which one side or both are of a kind that a share of people is.
  private static double either(double share) {
    return 1 - (1 - share) * (1 - share);
  }

  double forenameSpellings() {
    return forenameSpellings;
  }

  double surnameSpellings() {
    return surnameSpellings;
  }

  double nicknames() {
    return nicknames;
  }

  double forenameWords() {
    return forenameWords;
  }

  double surnameWords() {
    return surnameWords;
  }

  double forenameInitials() {
    return forenameInitials;
  }

  double surnameInitials() {
    return surnameInitials;
  }

  double otherNames() {
    return otherNames;
  }

  double loneNames() {
    return loneNames;
  }
}
