package uk.candour.linkage;

/// One outcome of a comparison, such as "same" or "one slip", with what is believed of it before
/// any record is seen.
///
/// @param words the outcome in words
/// @param m the share of records of one person that come out so
/// @param u the share of records of two people at random that come out so
/// @param family the share of records of two people of one household that come out so
record Level(String words, double m, double u, double family) {

  Level {
    if (!(m > 0 && m <= 1 && u > 0 && u <= 1 && family > 0 && family <= 1)) {
      throw new IllegalArgumentException(
          "level %s has m %s, u %s, family %s; each must lie above 0 and at most at 1"
              .formatted(words, m, u, family));
    }
  }

  /// A level that members of a household reach as often as people at random.
  static Level of(String words, double m, double u) {
    return new Level(words, m, u, u);
  }
}
