package uk.candour.linkage;

import static uk.candour.linkage.PersonLevels.*;

/// The levels of where two descriptions live and go: address and postcode as one comparison, since
/// the one follows from the other; area; school.
final class HomePair {

  private static final double ALIKE = 0.92;
  private static final int SHORTEST_ADDRESS = 6;
  private static final int MEMORY = 1 << 12;

  private final Descriptions people;
  private final JaroWinkler jaroWinkler = new JaroWinkler();
  private final OptimalStringAlignment alignment = new OptimalStringAlignment();

  private final long[] asked = new long[MEMORY];
  private final boolean[] answeredClose = new boolean[MEMORY];

  HomePair(Descriptions people) {
    this.people = people;
  }

  int home(int a, int b) {
    int addressA = people.address[a];
    int addressB = people.address[b];
    int postcodeA = people.postcode[a];
    int postcodeB = people.postcode[b];
    boolean addresses = addressA != 0 && addressB != 0;
    boolean postcodes = postcodeA != 0 && postcodeB != 0;
    if (addresses && addressA == addressB && (!postcodes || isNear(postcodeA, postcodeB))) {
      return SAME;
    }
    if (postcodes && postcodeA == postcodeB) {
      return HOME_POSTCODE;
    }
    if (addresses && addressesAlike(addressA, addressB)) {
      return HOME_CLOSE;
    }
    if (postcodes) {
      return postcodeLevel(postcodeA, postcodeB);
    }
    return addresses ? HOME_DIFFERENT : 0;
  }

  private boolean isNear(int a, int b) {
    return a == b || people.postcodes.distance(alignment, a, b) <= 2;
  }

  /// One house number, and the rest much alike.
  private boolean addressesAlike(int a, int b) {
    return people.houseNumber[a] == people.houseNumber[b]
        && Math.min(people.addresses.length(a), people.addresses.length(b)) >= SHORTEST_ADDRESS
        && people.addresses.similarity(jaroWinkler, a, b) >= ALIKE;
  }

  private static boolean isDigit(byte letter) {
    return letter >= '0' && letter <= '9';
  }

  private int postcodeLevel(int a, int b) {
    Forms postcodes = people.postcodes;
    if (postcodes.distance(alignment, a, b) == 1) {
      return HOME_CLOSE;
    }
    int inwardA = postcodes.length(a) - 3;
    int inwardB = postcodes.length(b) - 3;
    if (inwardA < 2 || inwardA != inwardB || isDigit(postcodes.at(a, 0))) {
      return HOME_DIFFERENT;
    }
    for (int i = 0; i < inwardA; i++) {
      if (postcodes.at(a, i) != postcodes.at(b, i)) {
        return HOME_DIFFERENT;
      }
    }
    return postcodes.at(a, inwardA) == postcodes.at(b, inwardA) ? HOME_SECTOR : HOME_DISTRICT;
  }

  /// The level of two areas or schools; the answers of late are remembered, since places are few.
  int place(int a, int b) {
    if (a == 0 || b == 0) {
      return 0;
    }
    if (a == b) {
      return SAME;
    }
    long question = ((long) Math.min(a, b) << 32) | Math.max(a, b);
    int slot = (int) Forms.mix(question) & (MEMORY - 1);
    if (asked[slot] != question) {
      asked[slot] = question;
      answeredClose[slot] =
          people.places.similarity(jaroWinkler, a, b) >= ALIKE
              || people.places.distance(alignment, a, b) == 1;
    }
    return answeredClose[slot] ? CLOSE : DIFFERENT;
  }
}
