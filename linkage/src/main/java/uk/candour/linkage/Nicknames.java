package uk.candour.linkage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Forenames by which one person may be known: Bob and Robert, Peggy and Margaret, Padraig and
/// Patrick. Two words match where a line of `nicknames.csv` holds both.
final class Nicknames {

  private static final int[] NONE = {};

  private final Map<String, int[]> lines = new HashMap<>();

  Nicknames(Spellings spellings) {
    int line = 0;
    for (String[] forms : NameTable.read("nicknames.csv")) {
      line++;
      for (String form : forms) {
        String word = Letters.fold(form);
        add(word, line);
        add(spellings.of(word), line);
      }
    }
  }

  private void add(String word, int line) {
    int[] known = lines.getOrDefault(word, NONE);
    if (Arrays.binarySearch(known, line) < 0) {
      int[] more = Arrays.copyOf(known, known.length + 1);
      more[known.length] = line;
      lines.put(word, more);
    }
  }

  /// The lines that hold a word, ascending.
  int[] of(String word) {
    return lines.getOrDefault(word, NONE);
  }
}
