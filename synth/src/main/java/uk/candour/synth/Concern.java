package uk.candour.synth;

/// What an entry is worried about, by the remit's words.
enum Concern {
  EXPLOITATION("exploitation"),
  TRAFFICKING("trafficking"),
  SEXUAL_ABUSE("sexual-abuse"),
  PHYSICAL_ABUSE("physical-abuse"),
  EMOTIONAL_ABUSE("emotional-abuse"),
  NEGLECT("neglect"),
  MISSING("missing"),
  BEYOND_CONTROL("beyond-control"),
  DOMESTIC_ABUSE("domestic-abuse"),
  OTHER("other");

  private static final Concern[] USUAL = {
    NEGLECT,
    DOMESTIC_ABUSE,
    PHYSICAL_ABUSE,
    EMOTIONAL_ABUSE,
    OTHER,
    MISSING,
    BEYOND_CONTROL,
    SEXUAL_ABUSE
  };

  private static final double[] USUAL_SHARES = {.26, .22, .14, .12, .12, .07, .05, .02};

  private final String word;

  Concern(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  /// Whether a concern of this kind makes a child seen as exploited.
  boolean exploits() {
    return this == EXPLOITATION || this == TRAFFICKING;
  }

  /// What agencies are worried about on an ordinary day.
  static Concern usual(Chance chance) {
    return USUAL[chance.weighted(USUAL_SHARES)];
  }
}
