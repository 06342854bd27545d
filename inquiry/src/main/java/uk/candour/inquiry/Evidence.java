package uk.candour.inquiry;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// The rows under a finding, in columns: a global row, the person it speaks of (-1 for none), a key
/// (the breakdown it falls in, or the number of the entry) and a note from a short list.
///
/// A finding that counts rows has one line a counted row; a finding that counts people has the rows
/// that make each of them count.
public final class Evidence {

  /// No person.
  public static final int NOBODY = -1;

  private int[] rows = new int[16];
  private int[] people = new int[16];
  private int[] keys = new int[16];
  private int[] notes = new int[16];
  private int size;
  private final Map<String, Integer> codes = new LinkedHashMap<>();
  private String[] words = new String[16];

  /// Adds a line. `key` and `note` may be empty; both come from short lists of distinct words.
  public Evidence add(int row, int person, String key, String note) {
    if (size == rows.length) {
      int wider = size * 2;
      rows = Arrays.copyOf(rows, wider);
      people = Arrays.copyOf(people, wider);
      keys = Arrays.copyOf(keys, wider);
      notes = Arrays.copyOf(notes, wider);
    }
    rows[size] = row;
    people[size] = person;
    keys[size] = code(key);
    notes[size++] = code(note);
    return this;
  }

  public int size() {
    return size;
  }

  /// The global row of a line.
  public int row(int line) {
    return rows[line];
  }

  /// The person of a line in the central linking, or [#NOBODY].
  public int person(int line) {
    return people[line];
  }

  public String key(int line) {
    return words[keys[line]];
  }

  public String note(int line) {
    return words[notes[line]];
  }

  private int code(String word) {
    Integer known = codes.get(word);
    if (known != null) {
      return known;
    }
    int code = codes.size();
    if (code == words.length) {
      words = Arrays.copyOf(words, code * 2);
    }
    words[code] = word;
    codes.put(word, code);
    return code;
  }
}
