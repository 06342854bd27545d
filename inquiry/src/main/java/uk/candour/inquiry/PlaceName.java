package uk.candour.inquiry;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The name of a place in a normal form, so that its spellings can be compared: lower case, without
/// accents, punctuation, a leading "the" and a closing "Ltd"; "&" is "and", "St" is "Street" (and
/// "Saint" at the start), and so on for the words that end the names of roads.
///
/// @param words the words of the normal form, at least one
record PlaceName(List<String> words) {

  private static final Map<String, String> FULL_WORDS =
      Map.ofEntries(
          Map.entry("st", "street"),
          Map.entry("str", "street"),
          Map.entry("rd", "road"),
          Map.entry("av", "avenue"),
          Map.entry("ave", "avenue"),
          Map.entry("ln", "lane"),
          Map.entry("sq", "square"),
          Map.entry("ct", "court"),
          Map.entry("cres", "crescent"),
          Map.entry("ctr", "centre"),
          Map.entry("center", "centre"),
          Map.entry("stn", "station"),
          Map.entry("pk", "park"));

  /// Words that name no place: a child's home, or nothing at all.
  private static final Set<String> NO_PLACE =
      Set.of(
          "unknown",
          "notknown",
          "notrecorded",
          "notstated",
          "nk",
          "na",
          "none",
          "various",
          "home",
          "homeaddress",
          "ownhome",
          "familyhome",
          "street",
          "inthestreet",
          "address");

  private static final int LONG_WORD = 6;

  PlaceName {
    words = List.copyOf(words);
  }

  /// The normal form of a name as written, or null where it names no place.
  static @Nullable PlaceName of(String written) {
    String plain =
        Normalizer.normalize(written, Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}+", "")
            .replaceAll("['\u2019`]", "")
            .replaceAll("[&+]", " and ")
            .replaceAll("[^\\p{L}\\p{Nd}]+", " ")
            .strip();
    List<String> words = new ArrayList<>();
    for (String word : plain.split(" ", -1)) {
      words.add(
          words.isEmpty() && word.equals("st") ? "saint" : FULL_WORDS.getOrDefault(word, word));
    }
    if (words.size() > 1 && words.getFirst().equals("the")) {
      words.removeFirst();
    }
    if (words.size() > 1 && Set.of("ltd", "limited").contains(words.getLast())) {
      words.removeLast();
    }
    var name = new PlaceName(words);
    return name.key().isEmpty() || NO_PLACE.contains(name.key()) ? null : name;
  }

  /// The normal form without spaces: equal for spellings that are one name beyond doubt.
  String key() {
    return String.join("", words);
  }

  /// The name without the words of another that end it, as the name of a town may; null where they
  /// do not, or where nothing would be left.
  @Nullable PlaceName withoutEnding(PlaceName ending) {
    int left = words.size() - ending.words.size();
    return left > 0 && words.subList(left, words.size()).equals(ending.words)
        ? new PlaceName(words.subList(0, left))
        : null;
  }

  /// Whether one typing error tells the names apart: one letter left out, added, exchanged or
  /// swapped with its neighbour within one word of six letters or more, not at its start. A digit
  /// is never a typing error: number 12 is not number 13.
  boolean isNearly(PlaceName other) {
    if (words.size() != other.words.size()) {
      return false;
    }
    int apart = -1;
    for (int i = 0; i < words.size(); i++) {
      if (!words.get(i).equals(other.words.get(i))) {
        if (apart >= 0) {
          return false;
        }
        apart = i;
      }
    }
    return apart >= 0 && isTypingError(words.get(apart), other.words.get(apart));
  }

  private static boolean isTypingError(String one, String other) {
    return Math.max(one.length(), other.length()) >= LONG_WORD
        && one.charAt(0) == other.charAt(0)
        && (one + other).chars().noneMatch(Character::isDigit)
        && isOneEdit(one, other);
  }

  /// Whether one insertion, deletion, exchange or swap of neighbours leads from one to the other.
  static boolean isOneEdit(String one, String other) {
    if (one.length() > other.length()) {
      return isOneEdit(other, one);
    }
    int start = 0;
    while (start < one.length() && one.charAt(start) == other.charAt(start)) {
      start++;
    }
    String oneRest = one.substring(start);
    String otherRest = other.substring(start);
    if (one.length() < other.length()) {
      return oneRest.equals(otherRest.substring(1));
    }
    if (oneRest.isEmpty()) {
      return false;
    }
    boolean exchanged = oneRest.substring(1).equals(otherRest.substring(1));
    boolean swapped =
        oneRest.length() > 1
            && oneRest.charAt(0) == otherRest.charAt(1)
            && oneRest.charAt(1) == otherRest.charAt(0)
            && oneRest.substring(2).equals(otherRest.substring(2));
    return exchanged || swapped;
  }
}
