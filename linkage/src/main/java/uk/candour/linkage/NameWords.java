package uk.candour.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The words of a name as a record writes it, without what is no name: titles, `unknown`, `baby
/// of`, `twin 1`.
///
/// `O' Brien` becomes `obrien` and `Mc Carthy` becomes `mccarthy`; hyphens part words. A value that
/// names nobody becomes the empty text.
final class NameWords {

  private static final Set<String> TITLES =
      Set.of(
          "mr", "mrs", "ms", "miss", "mx", "master", "dr", "prof", "rev", "sir", "dame", "lady",
          "lord", "pc", "dc", "sgt", "ds", "di", "cllr", "fr", "sr", "jr", "snr", "jnr", "senior",
          "junior", "esq", "baronet", "bart", "hon");

  /// Words that stand where a name is not known.
  private static final Set<String> NO_NAME =
      Set.of(
          "unknown",
          "unk",
          "unkn",
          "nk",
          "na",
          "null",
          "none",
          "nil",
          "anon",
          "anonymous",
          "blank",
          "unnamed",
          "unborn",
          "tbc",
          "tba",
          "redacted",
          "withheld",
          "refused",
          "declined",
          "xx",
          "xxx",
          "xxxx",
          "notknown",
          "notgiven",
          "notrecorded",
          "notstated",
          "noname",
          "nfn",
          "nln",
          "dob",
          "aka",
          "surname",
          "forename",
          "firstname",
          "lastname");

  /// Words that describe a child rather than name one, where a forename should stand.
  private static final Set<String> NO_FORENAME =
      Set.of(
          "baby",
          "infant",
          "child",
          "boy",
          "girl",
          "male",
          "female",
          "twin",
          "triplet",
          "one",
          "two",
          "first",
          "second",
          "of",
          "the",
          "man",
          "woman",
          "youth",
          "person",
          "yp",
          "newborn",
          "brother",
          "sister",
          "mother",
          "father",
          "mum",
          "dad",
          "known",
          "as",
          "not",
          "given",
          "name",
          "no",
          "possibly",
          "poss",
          "maybe",
          "called");

  private static final Set<String> JOINED_TO_NEXT = Set.of("o", "mc", "mac", "d", "st", "fitz");

  /// Particles that records leave out as often as not.
  private static final Set<String> PARTICLES =
      Set.of(
          "al", "el", "ul", "ur", "bin", "ibn", "bint", "binti", "de", "da", "di", "del", "della",
          "dos", "das", "la", "le", "van", "von", "der", "den", "ter", "ni", "nic", "ui");

  private NameWords() {}

  static String forename(String written) {
    return words(written, true);
  }

  static String surname(String written) {
    return words(written, false);
  }

  /// Whether the word alone says little: `de`, `van`, `al`.
  static boolean isParticle(String word) {
    return PARTICLES.contains(word);
  }

  private static String words(String written, boolean forename) {
    String folded = Letters.fold(written);
    List<String> words = new ArrayList<>();
    String prefix = "";
    for (String part : folded.split(" ", -1)) {
      String word = !part.isEmpty() && Character.isDigit(part.charAt(0)) ? "" : withoutDigits(part);
      if (word.isEmpty() || NO_NAME.contains(word) || (forename && NO_FORENAME.contains(word))) {
        continue;
      }
      if (!forename && JOINED_TO_NEXT.contains(word)) {
        prefix += word;
        continue;
      }
      words.add(prefix + word);
      prefix = "";
    }
    if (!prefix.isEmpty()) {
      words.add(prefix);
    }
    words.removeIf(TITLES::contains);
    String joined = String.join("", words);
    if (NO_NAME.contains(joined) || joined.startsWith("notknown") || isOneLetterRepeated(joined)) {
      return "";
    }
    return String.join(" ", words);
  }

  private static String withoutDigits(String word) {
    StringBuilder letters = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      if (!Character.isDigit(word.charAt(i))) {
        letters.append(word.charAt(i));
      }
    }
    return letters.toString();
  }

  private static boolean isOneLetterRepeated(String word) {
    return word.length() >= 3 && word.chars().allMatch(c -> c == word.charAt(0));
  }
}
