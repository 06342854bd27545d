package uk.candour.record;

import org.jspecify.annotations.Nullable;

/// A person's sex as a record gives it; a mention without one has no value at all.
public enum Sex {
  FEMALE("female"),
  MALE("male"),
  OTHER("other");

  private final String word;

  Sex(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  public static @Nullable Sex ofWord(String word) {
    return Words.find(values(), Sex::word, word);
  }
}
