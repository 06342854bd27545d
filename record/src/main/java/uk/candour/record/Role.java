package uk.candour.record;

/// The part a mentioned person has in an entry. It lies on the mention's place in the entry, never
/// on the person: nobody becomes a suspect by being linked.
public enum Role {
  CHILD("child"),
  SUSPECT("suspect"),
  ADULT("adult");

  private final String word;

  Role(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
