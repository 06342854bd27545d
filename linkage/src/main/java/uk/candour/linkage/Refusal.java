package uk.candour.linkage;

/// Why a pair is refused before any weighing.
enum Refusal {
  NONE("not refused"),
  IDENTIFIERS("two different valid numbers that name a person for life"),
  TWINS("same surname, birth and home, and forenames that differ: twins or siblings"),
  NO_NAME("nothing of their own in common, only a household's address, phone or place"),
  ONE_FILE("both in one file, and only records of different files are linked");

  private final String words;

  Refusal(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
