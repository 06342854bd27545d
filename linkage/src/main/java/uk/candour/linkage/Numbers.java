package uk.candour.linkage;

import java.util.Locale;

/// Numbers that name a person, and whether one is well formed.
///
/// NHS number (and the Scottish CHI and Northern Irish H&C of the same make): ten digits, weights
/// 10 to 2, check digit modulo 11. UPN: a check letter and twelve digits, modulo 23. PNC: year,
/// serial and a check letter, modulo 23. Sources: NHS Data Dictionary; DfE UPN guide; the published
/// PNC check.
final class Numbers {

  private static final String UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";
  private static final String PNC_LETTERS = "ZABCDEFGHJKLMNPQRTUVWXY";

  private Numbers() {}

  /// The value without spaces and punctuation, upper case.
  static String plain(String written) {
    StringBuilder plain = new StringBuilder(written.length());
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        plain.append(c);
      }
    }
    return plain.toString().toUpperCase(Locale.ROOT);
  }

  /// A PNC in one layout, the year with four digits and the serial with seven: `2003/12A` is
  /// `20030000012A`. What does not look like one stays plain.
  static String pnc(String written) {
    int slash = written.indexOf('/');
    String plain = plain(written);
    if (slash < 0 || plain.isEmpty()) {
      return plain;
    }
    String year = plain(written.substring(0, slash));
    String serial = plain(written.substring(slash + 1));
    if (year.length() == 2) {
      year = (year.compareTo("50") < 0 ? "20" : "19") + year;
    }
    return serial.length() >= 8 ? year + serial : year + "0".repeat(8 - serial.length()) + serial;
  }

  /// Whether the plain value of a scheme can be a real number: checked for `nhs`, `upn` and `pnc`,
  /// and never one digit over and over.
  static boolean isValid(String scheme, String plain) {
    if (plain.isEmpty() || plain.chars().allMatch(c -> c == plain.charAt(0))) {
      return false;
    }
    return switch (scheme) {
      case "nhs" -> isNhs(plain);
      case "upn" -> isUpn(plain);
      case "pnc" -> isPnc(plain);
      default -> plain.length() >= 3;
    };
  }

  static boolean isNhs(String plain) {
    if (plain.length() != 10 || !isDigits(plain, 0, 10)) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 9; i++) {
      sum += (plain.charAt(i) - '0') * (10 - i);
    }
    int check = (11 - sum % 11) % 11;
    return check != 10 && check == plain.charAt(9) - '0';
  }

  static boolean isUpn(String plain) {
    if (plain.length() != 13 || !isDigits(plain, 1, 12)) {
      return false;
    }
    int sum = 0;
    for (int i = 1; i < 12; i++) {
      sum += (plain.charAt(i) - '0') * (i + 1);
    }
    char last = plain.charAt(12);
    int value = Character.isDigit(last) ? last - '0' : UPN_LETTERS.indexOf(last);
    return value >= 0 && UPN_LETTERS.charAt((sum + value * 13) % 23) == plain.charAt(0);
  }

  static boolean isPnc(String plain) {
    if (plain.length() != 12 || !isDigits(plain, 0, 11)) {
      return false;
    }
    long number = Long.parseLong(plain.substring(2, 11));
    return PNC_LETTERS.charAt((int) (number % 23)) == plain.charAt(11);
  }

  private static boolean isDigits(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Character.isDigit(text.charAt(i)) || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
