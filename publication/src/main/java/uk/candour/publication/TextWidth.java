package uk.candour.publication;

/// How much room a text takes in the sans-serif fonts of most machines: the widths of Helvetica,
/// rounded up, so that a label never runs into its neighbour on a machine with a wider font.
final class TextWidth {

  private static final double SPARE = 1.06;

  private TextWidth() {}

  /// The width in pixels at a font size in pixels.
  static double of(String text, double size) {
    double width = 0;
    for (int i = 0; i < text.length(); i++) {
      width += em(text.charAt(i));
    }
    return width * size * SPARE;
  }

  private static double em(char c) {
    if ("iIjl.,:;'|!".indexOf(c) >= 0) {
      return 0.28;
    }
    if (" ftr()[]-/".indexOf(c) >= 0) {
      return 0.33;
    }
    if ("mwMW%@—".indexOf(c) >= 0) {
      return 0.88;
    }
    if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')) {
      return 0.556;
    }
    return c < 0x250 ? 0.7 : 1;
  }

  /// The text cut so that it fits, with an ellipsis where it was cut.
  static String fitted(String text, double size, double room) {
    if (of(text, size) <= room) {
      return text;
    }
    String cut = text;
    while (!cut.isEmpty() && of(cut + "…", size) > room) {
      cut = cut.substring(0, cut.length() - 1);
    }
    return cut + "…";
  }
}
