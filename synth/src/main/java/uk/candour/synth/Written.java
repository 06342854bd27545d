package uk.candour.synth;

import java.util.Locale;

/// A person as a clerk wrote them down; what was not written is blank.
///
/// @param surname blank where only a forename was known
record Written(
    String forename,
    String middle,
    String surname,
    String alias,
    String born,
    String address,
    String postcode,
    String phone) {

  /// Whether it says enough for one person: both names and a whole date of birth. A row that does
  /// not could be like another by chance.
  boolean inFull() {
    return forename.length() > 1
        && !surname.isEmpty()
        && born.length() > 7
        && !born.contains("1900");
  }

  /// `SURNAME, Forename`.
  String surnameFirst() {
    return surname.isEmpty() ? forename : surname.toUpperCase(Locale.ROOT) + ", " + forename;
  }

  /// `Forename Surname`.
  String forenameFirst() {
    return (forename + " " + surname).strip();
  }
}
