package uk.candour.intake;

/// Text of others made safe to print: control characters and the marks that turn the direction of
/// writing are shown by number, and what is very long is cut.
final class Visible {

  private static final int LONGEST = 200;

  private Visible() {}

  static String of(String text) {
    var shown = new StringBuilder(text.length());
    int end = text.length() > LONGEST ? LONGEST : text.length();
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (isHidden(c)) {
        shown.append("\\u%04x".formatted((int) c));
      } else {
        shown.append(c);
      }
    }
    return end < text.length() ? shown.append('…').toString() : shown.toString();
  }

  /// The text with its control characters shown, but for tabs and line ends: a list that somebody
  /// prints on a terminal moves no cursor there.
  static String controls(String text) {
    if (text.chars().noneMatch(Visible::isControl)) {
      return text;
    }
    var shown = new StringBuilder(text.length());
    text.chars()
        .forEach(c -> {
          if (isControl(c)) {
            shown.append("\\u%04x".formatted(c));
          } else {
            shown.append((char) c);
          }
        });
    return shown.toString();
  }

  private static boolean isControl(int c) {
    return Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r';
  }

  private static boolean isHidden(char c) {
    return Character.isISOControl(c)
        || (c >= '\u200b' && c <= '\u200f')
        || (c >= '\u2028' && c <= '\u202e')
        || (c >= '\u2060' && c <= '\u206f')
        || c == '\ufeff';
  }
}
