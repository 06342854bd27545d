package uk.candour.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// How text from outside is read, strictly: one spelling a value, nothing repaired in silence.
final class Text {

  private static final int LONGEST_QUOTE = 60;

  private Text() {}

  /// Padded base64 (RFC 4648 section 4) in its one canonical spelling.
  static byte[] base64(String text, String what) throws Refused {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new Refused(what + " should be base64, and " + quoted(text) + " is not");
    }
    if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
      throw new Refused(what + " should be padded base64, and " + quoted(text) + " is not");
    }
    return bytes;
  }

  /// A whole number from 0 up, in decimal without leading zeros.
  static long number(String text, String what) throws Refused {
    boolean digits =
        !text.isEmpty() && text.length() <= 19 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (digits && (text.length() == 1 || text.charAt(0) != '0')) {
      try {
        return Long.parseLong(text);
      } catch (NumberFormatException e) {
        throw new Refused(what + " is too large: " + text);
      }
    }
    throw new Refused(
        what + " should be a whole number without leading zeros, and is " + quoted(text));
  }

  static String utf8(byte[] bytes, String what) throws Refused {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new Refused(what + " should be text in UTF-8, and is not");
    }
  }

  /// A value as a message may show it: short, and without control characters.
  static String quoted(String text) {
    var shown = new StringBuilder("\"");
    text.codePoints()
        .limit(LONGEST_QUOTE)
        .forEach(c -> shown.appendCodePoint(Character.isISOControl(c) ? '.' : c));
    return shown.append(text.length() > LONGEST_QUOTE ? "...\"" : "\"").toString();
  }
}
