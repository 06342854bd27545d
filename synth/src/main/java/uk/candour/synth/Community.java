package uk.candour.synth;

/// A community of the town: where names come from, its share of residents, and the codes under
/// which agencies write it.
///
/// Everybody's community is drawn by these shares alone, before the story is told: children who are
/// exploited, children who are not, suspects and bystanders have the same distribution.
enum Community {
  WHITE_BRITISH(0.790, "WBRI", "W1", 1),
  POLISH(0.034, "WOTH", "W9", 1),
  PAKISTANI(0.050, "APKN", "A2", 4),
  INDIAN(0.020, "AIND", "A1", 4),
  IRISH(0.012, "WIRI", "W2", 1),
  ROMA(0.014, "WROM", "W9", 2),
  MIXED(0.020, "MWBC", "M1", 3),
  AFRICAN(0.012, "BAFR", "B2", 3),
  CARIBBEAN(0.010, "BCRB", "B1", 3),
  BANGLADESHI(0.009, "ABAN", "A3", 4),
  OTHER_ASIAN(0.008, "AOTH", "A9", 4),
  ARAB(0.008, "OOTH", "O9", 6),
  TRAVELLER(0.005, "WIRT", "W9", 1),
  SOMALI(0.004, "BAFR", "B2", 3),
  CHINESE(0.004, "CHNE", "O1", 5);

  private static final double[] SHARES = new double[values().length];

  static {
    for (Community community : values()) {
      SHARES[community.ordinal()] = community.share;
    }
  }

  private final double share;
  private final String census;
  private final String police;
  private final int appearance;

  Community(double share, String census, String police, int appearance) {
    this.share = share;
    this.census = census;
    this.police = police;
    this.appearance = appearance;
  }

  static Community drawn(Chance chance) {
    return values()[chance.weighted(SHARES)];
  }

  /// Its share of the residents; the shares sum to 1.
  double share() {
    return share;
  }

  /// The group of the DfE's list by its name there.
  String group() {
    return switch (this) {
      case WHITE_BRITISH -> "White British";
      case POLISH -> "Any other White background";
      case PAKISTANI -> "Pakistani";
      case INDIAN -> "Indian";
      case IRISH -> "White Irish";
      case ROMA -> "Gypsy or Roma";
      case MIXED -> "White and Black Caribbean";
      case AFRICAN, SOMALI -> "Black African";
      case CARIBBEAN -> "Black Caribbean";
      case BANGLADESHI -> "Bangladeshi";
      case OTHER_ASIAN -> "Any other Asian background";
      case ARAB -> "Any other ethnic group";
      case TRAVELLER -> "Traveller of Irish heritage";
      case CHINESE -> "Chinese";
    };
  }

  /// The code of the DfE's list, which has no code of its own for Arab.
  String census() {
    return census;
  }

  /// The police code of self-defined ethnicity (16+1).
  String police() {
    return police;
  }

  /// The police code of appearance (IC).
  int appearance() {
    return appearance;
  }
}
