package uk.candour.intake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Ages as records write them: whole years (`14`), a range (`14-16`), either with a leading `c` for
/// "about", which widens both ends by a year.
public final class Ages {

  /// What stands for "no age is written so".
  public static final int UNREADABLE = -1;

  /// What an age is expected to look like.
  public static final String WORDS = "an age such as 14, 14-16 or c14";

  private static final Pattern AGE =
      Pattern.compile(
          "(?:(c)(?:a|irca)?\\.?\\s*)?(\\d{1,3})(?:\\s*(?:-|–|to)\\s*(\\d{1,3}))?",
          Pattern.CASE_INSENSITIVE);

  private Ages() {}

  /// The age packed as `from << 16 | to`, or [#UNREADABLE].
  public static int read(String text) {
    Matcher age = AGE.matcher(text);
    if (!age.matches()) {
      return UNREADABLE;
    }
    int from = Integer.parseInt(age.group(2));
    int to = age.group(3) == null ? from : Integer.parseInt(age.group(3));
    if (from > to || to > 120) {
      return UNREADABLE;
    }
    int about = age.group(1) == null ? 0 : 1;
    return Math.max(0, from - about) << 16 | to + about;
  }

  /// The least age of a packed one.
  public static int from(int packed) {
    return packed >>> 16;
  }

  /// The greatest age of a packed one.
  public static int to(int packed) {
    return packed & 0xFFFF;
  }

  /// `14`, or `13 to 15`.
  static String words(int packed) {
    return from(packed) == to(packed)
        ? String.valueOf(from(packed))
        : from(packed) + " to " + to(packed);
  }
}
