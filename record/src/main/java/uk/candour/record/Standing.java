package uk.candour.record;

import org.jspecify.annotations.Nullable;

/// How a record names a suspect. Standings are never pooled without saying so.
public enum Standing {
  CONVICTED("convicted"),
  CHARGED("charged"),
  NAMED("named"),
  INTELLIGENCE("intelligence");

  private final String word;

  Standing(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  public static @Nullable Standing ofWord(String word) {
    return Words.find(values(), Standing::word, word);
  }
}
