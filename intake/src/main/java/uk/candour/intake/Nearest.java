package uk.candour.intake;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Finds the word that somebody probably meant: the nearest by edits, where at most a third of the
/// letters differ.
public final class Nearest {

  private Nearest() {}

  static @Nullable String to(String written, Collection<String> words) {
    String wanted = written.toLowerCase(Locale.ROOT);
    String best = null;
    int least = Math.max(1, Math.min(written.length(), 40) / 3) + 1;
    if (written.length() > 100) {
      return null;
    }
    for (String word : words) {
      int edits = edits(wanted, word.toLowerCase(Locale.ROOT));
      if (edits < least) {
        least = edits;
        best = word;
      }
    }
    return best;
  }

  /// `one of a, b, c`, with the probable word where there is one.
  public static String oneOf(String written, Collection<String> words) {
    String near = to(written, words);
    String listed = words.size() > 20 ? "" : "one of " + String.join(", ", words);
    if (near == null) {
      return listed.isEmpty() ? "one of " + String.join(", ", words) : listed;
    }
    return listed.isEmpty()
        ? "another word: did you mean " + near + "?"
        : listed + "; did you mean " + near + "?";
  }

  /// The restricted edit distance: letters put in, left out, changed, or swapped with a neighbour.
  private static int edits(String one, String other) {
    int[] before = new int[other.length() + 1];
    int[] last = new int[other.length() + 1];
    int[] here = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      here[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        here[j] = Math.min(Math.min(here[j - 1], last[j]) + 1, last[j - 1] + same);
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          here[j] = Math.min(here[j], before[j - 2] + 1);
        }
      }
      int[] free = before;
      before = last;
      last = here;
      here = free;
    }
    return last[other.length()];
  }
}
