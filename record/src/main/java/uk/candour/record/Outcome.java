package uk.candour.record;

import org.jspecify.annotations.Nullable;

/// What was decided on a report. [#isAction] says which of these are action.
public enum Outcome {
  ACCEPTED("accepted"),
  NO_FURTHER_ACTION("no-further-action"),
  STRATEGY_DISCUSSION("strategy-discussion"),
  SECTION_47("section-47"),
  ASSESSMENT("assessment"),
  CHILD_IN_NEED("child-in-need"),
  EARLY_HELP("early-help"),
  ADVICE("advice"),
  CLOSED("closed"),
  TRANSFERRED("transferred");

  private final String word;

  Outcome(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /// Whether the outcome is action on the report: accepted, a strategy discussion, a section 47
  /// enquiry, an assessment or a child in need.
  public boolean isAction() {
    return switch (this) {
      case ACCEPTED, STRATEGY_DISCUSSION, SECTION_47, ASSESSMENT, CHILD_IN_NEED -> true;
      case NO_FURTHER_ACTION, EARLY_HELP, ADVICE, CLOSED, TRANSFERRED -> false;
    };
  }

  public static @Nullable Outcome ofWord(String word) {
    return Words.find(values(), Outcome::word, word);
  }
}
