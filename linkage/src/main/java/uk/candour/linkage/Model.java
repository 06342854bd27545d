package uk.candour.linkage;

import java.util.Arrays;
import java.util.List;

/// The parameters of a Fellegi-Sunter model: for each level of each comparison the chance m among
/// records of one person, u among records of two people at random, and the chance among records of
/// two members of a household; and how likely two descriptions are each of the three.
///
/// The third class is there because homes are full of people who share a surname, an address, a
/// phone and a school. With two classes that evidence counts as proof of identity, and training
/// finds households for people. Sources: Fellegi and Sunter 1969; Larsen and Rubin 2001 for more
/// than two classes.
///
/// @param one the chance that two descriptions are one person
/// @param household the chance that they are two people of one household; 0 where no level says
///   more of a household than of people at random
@SuppressWarnings("ArrayRecordComponent") // read in the inner loop, never compared
record Model(double[][] m, double[][] u, double[][] family, double one, double household) {

  /// The model before training.
  static Model before(Comparisons comparisons, double one) {
    int size = comparisons.names().size();
    double[][] m = new double[size][];
    double[][] u = new double[size][];
    double[][] family = new double[size][];
    for (int c = 0; c < size; c++) {
      List<Level> levels = comparisons.levels(c);
      m[c] = new double[levels.size() + 1];
      u[c] = new double[levels.size() + 1];
      family[c] = new double[levels.size() + 1];
      for (int l = 1; l <= levels.size(); l++) {
        Level level = levels.get(l - 1);
        m[c][l] = level.m();
        u[c][l] = level.u();
        family[c][l] = level.family() == level.u() ? 0 : level.family();
      }
    }
    boolean households =
        Arrays.stream(family).flatMapToDouble(Arrays::stream).anyMatch(f -> f != 0);
    return new Model(m, u, family, one, households ? one : 0);
  }

  Model with(double[][] newM, double[][] newU) {
    return new Model(newM, newU, family, one, household);
  }

  Model with(double newOne, double newHousehold) {
    return new Model(m, u, family, newOne, newHousehold);
  }

  /// The chance of a level in a household: that of people at random where nothing else is known.
  double inHousehold(int comparison, int level) {
    return family[comparison][level] == 0 ? u[comparison][level] : family[comparison][level];
  }

  /// Bits of evidence: the logarithm to base 2.
  static double bits(double ratio) {
    return Math.log(ratio) * PER_BIT;
  }

  static double probability(double weight) {
    return 1 / (1 + Math.exp(-weight / PER_BIT));
  }

  private static final double PER_BIT = 1 / Math.log(2);
}
