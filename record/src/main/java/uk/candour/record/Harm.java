package uk.candour.record;

import org.jspecify.annotations.Nullable;

/// A kind of harm that a report records. An entry keeps a set of these as one bit each, by ordinal.
public enum Harm {
  THREAT("threat"),
  WEAPON("weapon"),
  VIOLENCE("violence"),
  ABDUCTION("abduction"),
  CONFINEMENT("confinement"),
  TRANSPORTED("transported"),
  IMAGES("images"),
  SUBSTANCES("substances");

  private final String word;

  Harm(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /// The bit of this kind in an entry's harm set.
  public int bit() {
    return 1 << ordinal();
  }

  public static @Nullable Harm ofWord(String word) {
    return Words.find(values(), Harm::word, word);
  }
}
