package uk.candour.linkage;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Names that differ in spelling alone: Mohammed, Muhammad and Mohd; Chaudhry and Choudhury;
/// Kowalski and Kowalska; MacDonald and McDonald.
///
/// The table `spellings.csv` says which words are one name; two rules are added. `Mac` is `Mc`. A
/// Slavic surname has one form for a man and another for a woman: `-ski/-ska`, `-cki/-cka`,
/// `-ov/-ova`, `-ev/-eva`, `-in/-ina`, and Czech and Slovak women's `-ova` on the bare name.
final class Spellings {

  private static final int SHORTEST_SLAVIC = 6;

  private final Map<String, String> first = new HashMap<>();
  private final Set<String> known = new HashSet<>();

  Spellings() {
    for (String[] forms : NameTable.read("spellings.csv")) {
      String root = root(Letters.fold(forms[0]));
      for (String form : forms) {
        known.add(Letters.fold(form));
        String other = root(Letters.fold(form));
        if (!other.equals(root)) {
          first.put(other, root);
        }
      }
    }
  }

  /// Whether the table holds a word.
  boolean isKnown(String word) {
    return known.contains(word);
  }

  private String root(String word) {
    String root = word;
    for (String next = first.get(root); next != null; next = first.get(root)) {
      root = next;
    }
    return root;
  }

  /// One spelling for all spellings of a word in plain letters.
  String of(String word) {
    String known = root(word);
    if (!known.equals(word)) {
      return known;
    }
    if (word.startsWith("mac") && word.length() >= 6) {
      return root("mc" + word.substring(3));
    }
    return word.length() >= SHORTEST_SLAVIC ? root(withoutGender(word)) : word;
  }

  private static String withoutGender(String word) {
    for (String ending : new String[] {"ska", "cka"}) {
      if (word.endsWith(ending)) {
        return word.substring(0, word.length() - 1) + "i";
      }
    }
    for (String ending : new String[] {"ova", "eva", "ov", "ev"}) {
      if (word.endsWith(ending)) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word.endsWith("kina") || (word.endsWith("lina") && word.length() > 7)
        ? word.substring(0, word.length() - 1)
        : word;
  }
}
