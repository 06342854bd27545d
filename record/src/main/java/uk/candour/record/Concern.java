package uk.candour.record;

import org.jspecify.annotations.Nullable;

/// What an entry was worried about; also the category of a decision or an assessment.
public enum Concern {
  EXPLOITATION("exploitation"),
  TRAFFICKING("trafficking"),
  CRIMINAL_EXPLOITATION("criminal-exploitation"),
  SEXUAL_ABUSE("sexual-abuse"),
  PHYSICAL_ABUSE("physical-abuse"),
  EMOTIONAL_ABUSE("emotional-abuse"),
  NEGLECT("neglect"),
  MISSING("missing"),
  BEYOND_CONTROL("beyond-control"),
  DOMESTIC_ABUSE("domestic-abuse"),
  OTHER("other");

  private final String word;

  Concern(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  public static @Nullable Concern ofWord(String word) {
    return Words.find(values(), Concern::word, word);
  }
}
