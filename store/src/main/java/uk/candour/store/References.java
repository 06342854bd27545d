package uk.candour.store;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Pattern;

/// The numbers by which people name an act: `7KQ2-M9XD-4TFA`, sixty random bits in letters and
/// digits that are not taken for one another (Crockford's base 32).
public final class References {

  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final Pattern SHAPE =
      Pattern.compile("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private References() {}

  public static String random() {
    long bits = RANDOM.nextLong();
    var text = new StringBuilder(14);
    for (int i = 0; i < 12; i++) {
      if (i == 4 || i == 8) {
        text.append('-');
      }
      text.append(LETTERS.charAt((int) ((bits >>> (5 * i)) & 31)));
    }
    return text.toString();
  }

  public static boolean isReference(String text) {
    return SHAPE.matcher(text).matches();
  }

  /// A reference as a person may type it: small letters, spaces for hyphens, O for 0, I and L for
  /// 1.
  public static String tidied(String typed) {
    String plain =
        typed
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s-]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    return plain.length() == 12
        ? plain.substring(0, 4) + "-" + plain.substring(4, 8) + "-" + plain.substring(8)
        : plain;
  }
}
