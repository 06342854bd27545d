package uk.candour.intake;

import org.jspecify.annotations.Nullable;

/// What counts as blank around a value: white space, the no-break spaces among it, and the
/// byte-order mark that copying leaves in the middle of files. A NUL is not blank.
final class Blank {

  private Blank() {}

  static boolean is(char c) {
    return c == ' '
        || c == '\uFEFF'
        || (c > 0 && c < ' ')
        || (c >= 0x80 && (Character.isWhitespace(c) || Character.isSpaceChar(c)));
  }

  /// The text without blanks at its ends, or null where nothing else is in it.
  static @Nullable String trimmed(CharSequence text) {
    int from = 0;
    int to = text.length();
    while (from < to && is(text.charAt(from))) {
      from++;
    }
    while (from < to && is(text.charAt(to - 1))) {
      to--;
    }
    return from == to ? null : text.subSequence(from, to).toString();
  }
}
