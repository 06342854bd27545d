package uk.candour.inquiry;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// The rows under a finding, in columns: a global row, the person it speaks of (-1 for none), a key
/// (the breakdown it falls in, or the number of the entry) and a note from a short list.
///
/// A finding that counts rows has one line a counted row ([#count]); a finding that counts people
/// has the rows that make each of them count ([#add]). No line is there twice. A row has two lines
/// where it counts in two ways: for two people, under two keys, or by two facts, which their notes
/// tell apart.
public final class Evidence {

  /// No person.
  public static final int NOBODY = -1;

  private int[] rows = new int[16];
  private int[] people = new int[16];
  private int[] keys = new int[16];
  private int[] notes = new int[16];

  /// The number of a line plus one by what it says, open addressing; zero is free.
  private int[] slots = new int[64];

  private int size;
  private final Map<String, Integer> codes = new LinkedHashMap<>();
  private String[] words = new String[16];

  /// Cites a row once: the same line again is not kept. `key` and `note` may be empty; both come
  /// from short lists of words.
  public Evidence add(int row, int person, String key, String note) {
    put(row, person, code(key), code(note));
    return this;
  }

  /// Adds a line for one thing that the finding counts. Where the row holds a second of them that
  /// would have the same line, the note says which of the row it is.
  public Evidence count(int row, int person, String key, String note) {
    int nth = 1;
    String told = note;
    while (!put(row, person, code(key), code(told))) {
      nth++;
      told = note + " (number " + nth + " of this row)";
    }
    return this;
  }

  /// Adds a line unless it is there, and says whether it was added.
  private boolean put(int row, int person, int key, int note) {
    if (size * 2 >= slots.length) {
      grow();
    }
    int slot = slot(row, person, key, note);
    if (slots[slot] != 0) {
      return false;
    }
    if (size == rows.length) {
      int wider = size * 2;
      rows = Arrays.copyOf(rows, wider);
      people = Arrays.copyOf(people, wider);
      keys = Arrays.copyOf(keys, wider);
      notes = Arrays.copyOf(notes, wider);
    }
    rows[size] = row;
    people[size] = person;
    keys[size] = key;
    notes[size] = note;
    slots[slot] = ++size;
    return true;
  }

  /// Where the line is, or would go.
  private int slot(int row, int person, int key, int note) {
    int hash = ((row * 31 + person) * 31 + key) * 31 + note;
    int slot = ((hash * 0x9E3779B1) >>> 7) & (slots.length - 1);
    while (slots[slot] != 0 && !isLine(slots[slot] - 1, row, person, key, note)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private boolean isLine(int line, int row, int person, int key, int note) {
    return rows[line] == row && people[line] == person && keys[line] == key && notes[line] == note;
  }

  private void grow() {
    slots = new int[slots.length * 2];
    for (int line = 0; line < size; line++) {
      slots[slot(rows[line], people[line], keys[line], notes[line])] = line + 1;
    }
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
