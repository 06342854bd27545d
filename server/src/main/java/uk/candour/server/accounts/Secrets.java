package uk.candour.server.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Locale;

/// Codes that somebody holds and the service does not: it keeps their SHA-256 alone. They are drawn
/// from 128 bits or more, so a plain hash is enough.
public final class Secrets {

  /// Crockford's base 32: no letter that is taken for a digit when it is read out.
  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  /// A new code of five groups of five letters, 125 bits: for people to write down.
  public static String code() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < 25; i++) {
      code.append(i > 0 && i % 5 == 0 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(32)));
    }
    return code.toString();
  }

  /// A new token of 260 bits: for machines.
  public static String token() {
    StringBuilder token = new StringBuilder("candour_");
    for (int i = 0; i < 52; i++) {
      token.append(LETTERS.charAt(RANDOM.nextInt(32)));
    }
    return token.toString();
  }

  /// A code as it was meant: capitals, the letters that look like digits read as those, nothing
  /// between the groups.
  public static String plain(String code) {
    return code.toUpperCase(Locale.ROOT)
        .replace('O', '0')
        .replace('I', '1')
        .replace('L', '1')
        .replaceAll("[^0-9A-Z]", "");
  }

  public static byte[] hash(String code) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(plain(code).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
