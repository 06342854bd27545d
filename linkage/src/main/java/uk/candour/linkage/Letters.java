package uk.candour.linkage;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/// Writes a text in plain lower-case letters, digits and single spaces, as an English keyboard
/// would: `Łukasz O'Brien-Ćosić` becomes `lukasz obrien cosic`.
///
/// Marks are taken off by Unicode decomposition (NFKD); letters that do not decompose have a table.
/// Cyrillic is written in Latin letters near to what passports use. Apostrophes join, all other
/// punctuation parts. Letters of other scripts stay as they are.
final class Letters {

  private static final Map<Character, String> TABLE =
      Map.ofEntries(
          Map.entry('ł', "l"),
          Map.entry('đ', "d"),
          Map.entry('ð', "d"),
          Map.entry('ø', "o"),
          Map.entry('ß', "ss"),
          Map.entry('æ', "ae"),
          Map.entry('œ', "oe"),
          Map.entry('þ', "th"),
          Map.entry('ı', "i"),
          Map.entry('ħ', "h"),
          Map.entry('ŋ', "n"),
          Map.entry('ŧ', "t"),
          Map.entry('ĸ', "k"),
          Map.entry('ə', "a"));

  private static final String CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюяієґ";
  private static final String[] CYRILLIC_AS = {
    "a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t",
    "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya", "i", "e", "g"
  };

  private Letters() {}

  /// The text in plain letters; empty where nothing is left.
  static String fold(String text) {
    if (isPlain(text)) {
      return text;
    }
    String lower = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
    StringBuilder folded = new StringBuilder(lower.length());
    boolean space = false;
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (joins(c)) {
        continue;
      }
      if (!Character.isLetterOrDigit(c) && !Character.isSurrogate(c)) {
        space = true;
        continue;
      }
      if (space && !folded.isEmpty()) {
        folded.append(' ');
      }
      space = false;
      append(folded, c);
    }
    return folded.toString();
  }

  /// Whether the text is as folding leaves it: one pass over most values, no allocation.
  private static boolean isPlain(String text) {
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain =
          (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c == ' ' && before != ' ');
      if (!plain) {
        return false;
      }
      before = c;
    }
    return before != ' ';
  }

  private static boolean joins(char c) {
    return c == '\''
        || c == '\u2019'
        || c == '\u2018'
        || c == '`'
        || c == '\u00b4'
        || c == '\u02bc'
        || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static void append(StringBuilder folded, char c) {
    if (c < 128) {
      folded.append(c);
      return;
    }
    String plain = TABLE.get(c);
    if (plain != null) {
      folded.append(plain);
      return;
    }
    int cyrillic = CYRILLIC.indexOf(c);
    if (cyrillic >= 0) {
      folded.append(CYRILLIC_AS[cyrillic]);
    } else {
      folded.append(c);
    }
  }
}
