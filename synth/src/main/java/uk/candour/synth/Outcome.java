package uk.candour.synth;

/// What a decision came to, by the remit's words.
enum Outcome {
  ACCEPTED("accepted", true),
  NO_FURTHER_ACTION("no-further-action", false),
  STRATEGY_DISCUSSION("strategy-discussion", true),
  SECTION_47("section-47", true),
  ASSESSMENT("assessment", true),
  CHILD_IN_NEED("child-in-need", true),
  EARLY_HELP("early-help", false),
  ADVICE("advice", false),
  CLOSED("closed", false),
  TRANSFERRED("transferred", false);

  private final String word;
  private final boolean action;

  Outcome(String word, boolean action) {
    this.word = word;
    this.action = action;
  }

  String word() {
    return word;
  }

  /// Whether something was done for the child.
  boolean action() {
    return action;
  }
}
