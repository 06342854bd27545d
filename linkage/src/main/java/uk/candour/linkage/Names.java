package uk.candour.linkage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.codec.language.DoubleMetaphone;

/// All names of the records, forenames, surnames and aliases in one numbering, so that a forename
/// written in the surname's place is the same number. What is worked out here is worked out once a
/// distinct name.
///
/// A name has a form (its words in plain letters), a **spelling** (one for all spellings of the
/// name, spaces left out), a **sound** (Double Metaphone, Philips 2000) and the lines of the table
/// of nicknames that its words stand on.
final class Names {

  private static final int LONGEST_SOUND = 6;
  private static final int[] NONE = {};
  private static final int SPACE = 1 << 26;

  private final Forms forms = new Forms();
  private final Forms spellings = new Forms();
  private final Forms sounds = new Forms();
  private final Spellings oneSpelling = new Spellings();
  private final Nicknames nicknames = new Nicknames(oneSpelling);
  private final DoubleMetaphone metaphone = new DoubleMetaphone();
  private final Map<String, int[]> wordSpellings = new HashMap<>();

  private int[] spelling = new int[1 << 8];
  private int[] sound = new int[1 << 8];
  private int[][] words = new int[1 << 8][];
  private int[][] lines = new int[1 << 8][];
  private int[] letters = new int[1 << 8];
  private long[] lineBits = new long[1 << 8];
  private boolean[] known = new boolean[1 << 8];

  Names() {
    metaphone.setMaxCodeLen(LONGEST_SOUND);
  }

  /// The number of a forename or alias as written; 0 where it names nobody.
  int forename(String written) {
    return add(NameWords.forename(written));
  }

  int surname(String written) {
    return add(NameWords.surname(written));
  }

  /// The number of a name already in plain words.
  int add(String plain) {
    int before = forms.size();
    int name = forms.intern(plain);
    if (forms.size() > before) {
      learn(name, plain);
    }
    return name;
  }

  private void learn(int name, String plain) {
    if (name >= spelling.length) {
      int larger = spelling.length * 2;
      spelling = Arrays.copyOf(spelling, larger);
      sound = Arrays.copyOf(sound, larger);
      words = Arrays.copyOf(words, larger);
      lines = Arrays.copyOf(lines, larger);
      letters = Arrays.copyOf(letters, larger);
      lineBits = Arrays.copyOf(lineBits, larger);
      known = Arrays.copyOf(known, larger);
    }
    String[] parts = plain.split(" ", -1);
    StringBuilder whole = new StringBuilder();
    int[] partSpellings = new int[parts.length];
    int[] allLines = NONE;
    int solid = 0;
    for (String part : parts) {
      String one = oneSpelling.of(part);
      whole.append(one);
      if (!NameWords.isParticle(part)) {
        partSpellings[solid++] = spellings.intern(one);
      }
      allLines = union(allLines, union(nicknames.of(part), nicknames.of(one)));
    }
    String joined = whole.toString();
    spelling[name] = spellings.intern(oneSpelling.of(joined));
    sound[name] = sounds.intern(soundOf(joined));
    words[name] =
        shared(solid == parts.length ? partSpellings : Arrays.copyOf(partSpellings, solid));
    lines[name] = allLines;
    for (int line : allLines) {
      lineBits[name] |= 1L << (line & 63);
    }
    letters[name] = lettersOf(plain);
    known[name] = oneSpelling.isKnown(parts[0]) || nicknames.of(parts[0]).length > 0;
  }

  /// A bit for each letter from a to z, and one for a space.
  private static int lettersOf(String plain) {
    int bits = 0;
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      bits |= c == ' ' ? SPACE : 1 << (c % 26);
    }
    return bits;
  }

  /// Whether two names surely have nothing in common: told from their letters, lengths, sounds and
  /// nicknames without looking at their spelling.
  boolean areClearlyDifferent(int a, int b) {
    int lettersA = letters[a];
    int lettersB = letters[b];
    if (((lettersA | lettersB) & SPACE) != 0
        || spelling[a] == spelling[b]
        || (lineBits[a] & lineBits[b]) != 0
        || (sound[a] != 0 && sound[a] == sound[b])) {
      return false;
    }
    int lengthA = forms.length(a);
    int lengthB = forms.length(b);
    int onlyA = Integer.bitCount(lettersA & ~lettersB);
    int onlyB = Integer.bitCount(lettersB & ~lettersA);
    if (Math.max(onlyA, onlyB) <= 2 || lengthA == 1 || lengthB == 1) {
      return false;
    }
    int most = Math.min(lengthA - onlyA, lengthB - onlyB);
    double jaro = (most / (double) lengthA + most / (double) lengthB + 1) / 3;
    return jaro + 0.4 * (1 - jaro) < NameRelation.ALIKE_FROM;
  }

  private String soundOf(String letters) {
    String code = metaphone.doubleMetaphone(letters);
    return code == null ? "" : code;
  }

  /// Names of one word need no array of their own.
  private int[] shared(int[] parts) {
    return parts.length == 1
        ? wordSpellings.computeIfAbsent(Integer.toString(parts[0]), k -> parts)
        : parts;
  }

  private static int[] union(int[] a, int[] b) {
    if (a.length == 0 || Arrays.equals(a, b)) {
      return b;
    }
    if (b.length == 0) {
      return a;
    }
    int[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return Arrays.stream(both).sorted().distinct().toArray();
  }

  Forms forms() {
    return forms;
  }

  /// How many names there are.
  int size() {
    return forms.size();
  }

  /// One number for all spellings of a name; 0 for none.
  int spelling(int name) {
    return spelling[name];
  }

  /// The number of how a name sounds; 0 where it has no sound to go by.
  int sound(int name) {
    return sound[name];
  }

  int spellings() {
    return spellings.size();
  }

  long spellingHash(int name) {
    return spellings.hash(spelling[name]);
  }

  long hashOfSpelling(int spelling) {
    return spellings.hash(spelling);
  }

  long soundHash(int name) {
    return sounds.hash(sound[name]);
  }

  /// The spellings of the name's words, particles left out.
  int[] words(int name) {
    return words[name];
  }

  /// The lines of the table of nicknames that the name's words stand on, ascending.
  int[] lines(int name) {
    return lines[name];
  }

  /// Whether the first word of a name stands in a table of names, and so is a name of its own and
  /// no slip of another.
  boolean isKnown(int name) {
    return known[name];
  }

  boolean isInitial(int name) {
    return forms.length(name) == 1;
  }

  byte firstLetter(int name) {
    return forms.at(name, 0);
  }
}
