package uk.candour.linkage;

import java.util.Arrays;

/// How two names relate, from the same to nothing in common.
///
/// A relation is a function of two names alone, so it is remembered: a table of fixed size keeps
/// the answers of late, and a name pair asked again costs one look. An instance is not safe for use
/// by several threads.
final class NameRelation {

  static final int SAME = 1;
  static final int SPELLING = 2;
  static final int NICKNAME = 3;
  static final int CLOSE = 4;
  static final int PART = 5;
  static final int INITIAL = 6;
  static final int ALIKE = 7;
  static final int DIFFERENT = 8;

  private static final int MEMORY = 1 << 16;
  private static final double CLOSE_FROM = 0.92;

  /// The least similarity of names that look alike.
  static final double ALIKE_FROM = 0.86;

  private final Names names;
  private final JaroWinkler jaroWinkler = new JaroWinkler();
  private final OptimalStringAlignment alignment = new OptimalStringAlignment();
  private final long[] asked = new long[MEMORY];
  private final byte[] answered = new byte[MEMORY];

  NameRelation(Names names) {
    this.names = names;
    Arrays.fill(asked, -1);
  }

  /// How two forenames relate; neither is 0.
  int ofForenames(int a, int b) {
    return a == b ? SAME : remembered(Math.min(a, b), Math.max(a, b), true);
  }

  /// How two surnames relate: as forenames, without nicknames.
  int ofSurnames(int a, int b) {
    return a == b ? SAME : remembered(Math.min(a, b), Math.max(a, b), false);
  }

  private int remembered(int a, int b, boolean forenames) {
    if (names.areClearlyDifferent(a, b)) {
      return DIFFERENT;
    }
    long question = ((long) a << 32) | ((long) b << 1) | (forenames ? 1 : 0);
    int slot = (int) Forms.mix(question) & (MEMORY - 1);
    if (asked[slot] != question) {
      answered[slot] = (byte) slowly(a, b, forenames);
      asked[slot] = question;
    }
    return answered[slot];
  }

  int slowly(int a, int b, boolean forenames) {
    if (names.spelling(a) == names.spelling(b)) {
      return SPELLING;
    }
    Forms forms = names.forms();
    if (names.isInitial(a) || names.isInitial(b)) {
      return names.firstLetter(a) == names.firstLetter(b) ? INITIAL : DIFFERENT;
    }
    if (sharesWord(names.words(a), names.words(b))) {
      return PART;
    }
    if (forenames && meet(names.lines(a), names.lines(b))) {
      return NICKNAME;
    }
    int shorter = Math.min(forms.length(a), forms.length(b));
    int longer = Math.max(forms.length(a), forms.length(b));
    int distance = longer - shorter > 3 ? Integer.MAX_VALUE : forms.distance(alignment, a, b);
    double similarity = forms.similarity(jaroWinkler, a, b);
    if ((shorter >= 4 && distance == 1) || (shorter >= 5 && similarity >= CLOSE_FROM)) {
      return CLOSE;
    }
    boolean soundsAlike = names.sound(a) != 0 && names.sound(a) == names.sound(b);
    return similarity >= ALIKE_FROM
            || distance == 1
            || (distance == 2 && shorter >= 7)
            || (soundsAlike && distance <= 3)
            || (shorter == longer && shorter >= 4 && haveSameLetters(a, b))
        ? ALIKE
        : DIFFERENT;
  }

  private boolean haveSameLetters(int a, int b) {
    int[] counts = new int[256];
    for (int i = 0; i < names.forms().length(a); i++) {
      counts[names.forms().at(a, i) & 255]++;
      counts[names.forms().at(b, i) & 255]--;
    }
    return Arrays.stream(counts).allMatch(count -> count == 0);
  }

  /// Whether two names of which one at least has several words share one.
  private static boolean sharesWord(int[] a, int[] b) {
    for (int word : a) {
      for (int other : b) {
        if (word == other) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean meet(int[] a, int[] b) {
    int i = 0;
    int j = 0;
    while (i < a.length && j < b.length) {
      if (a[i] == b[j]) {
        return true;
      }
      if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return false;
  }
}
