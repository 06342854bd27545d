package uk.candour.synth;

import java.util.List;

/// Somebody of the borough, as they really are.
///
/// @param id the number that `truth/` knows them by
/// @param born their day of birth
/// @param otherSurname a maiden or married name that some files still have, or blank
/// @param street what they are called on the street, or blank
/// @param phones their own numbers and those they share, if any
/// @param homes where they lived, the earliest first
record Person(
    int id,
    Community community,
    boolean female,
    int born,
    String forename,
    String middle,
    String surname,
    String otherSurname,
    String street,
    List<String> phones,
    List<Home> homes) {

  private static final String PUPIL_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";
  private static final String POLICE_LETTERS = "ZABCDEFGHJKLMNPQRTUVWXY";

  /// A dwelling from a day on.
  record Home(int from, String street, String postcode) {}

  int age(int day) {
    return Days.years(born, day);
  }

  Home home(int day) {
    Home home = homes.getFirst();
    for (Home later : homes) {
      if (later.from() <= day) {
        home = later;
      }
    }
    return home;
  }

  /// Ten digits of the 999 range, which is kept for tests, with a valid check digit; blank for the
  /// one in eleven whose number would need a check digit of 10.
  String nhsNumber() {
    // 514,229 has no factor in common with a million, so every person has digits of their own.
    String nine = "999" + String.format("%06d", (id * 514_229L + 271_828) % 1_000_000);
    int sum = 0;
    for (int i = 0; i < 9; i++) {
      sum += (10 - i) * (nine.charAt(i) - '0');
    }
    int check = (11 - sum % 11) % 11;
    return check == 10 ? "" : nine + check;
  }

  /// A unique pupil number of an authority that does not exist (980), with its check letter.
  String pupilNumber() {
    String digits = "980" + String.format("%09d", (id * 7_919L + 104_729) % 1_000_000_000);
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      sum += (i + 2) * (digits.charAt(i) - '0');
    }
    return PUPIL_LETTERS.charAt(sum % 23) + digits;
  }

  /// The number that social care gives a child.
  String councilNumber() {
    return "EM" + String.format("%07d", (id * 3_571L + 1_000_003) % 10_000_000);
  }

  /// A Police National Computer number with its check letter: `1999/0123456K`.
  String policeNumber() {
    int year = Days.year(born) + 18;
    int serial = (int) ((id * 6_151L + 7) % 10_000_000);
    long number = (year % 100) * 10_000_000L + serial;
    return year + "/" + String.format("%07d", serial) + POLICE_LETTERS.charAt((int) (number % 23));
  }
}
