package uk.candour.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Distinct values of one attribute, each with a code from 1 upwards in the order of arrival.
///
/// The values lie as UTF-8 in one byte array with their offsets beside them; an open-addressing
/// table of codes finds a value again. Code [#NOT_RECORDED] (zero) stands for a value that the
/// record does not give and is never the empty string. At most 2^31 - 1 bytes of text.
public final class Dictionary {

  /// The code of "not recorded".
  public static final int NOT_RECORDED = 0;

  private byte[] bytes = new byte[1024];
  private int[] ends = new int[64];
  private int size;
  private int[] table = new int[128];

  /// The code of the value, given a new one where it is not known yet. The empty string is refused:
  /// a caller that has nothing to say says [#NOT_RECORDED].
  public int code(String value) {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("the empty string has no code; not recorded is 0");
    }
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    int slot = slot(utf8);
    if (table[slot] != 0) {
      return table[slot];
    }
    append(utf8);
    table[slot] = size;
    if (size * 2 > table.length) {
      rehash();
    }
    return size;
  }

  /// The code of the value, or [#NOT_RECORDED] where no row gave it.
  public int find(String value) {
    return value.isEmpty() ? NOT_RECORDED : table[slot(value.getBytes(StandardCharsets.UTF_8))];
  }

  /// The value of a code from 1 to [#size].
  public String value(int code) {
    if (code < 1 || code > size) {
      throw new IllegalArgumentException("code " + code + " is not between 1 and " + size);
    }
    int start = start(code);
    return new String(bytes, start, ends[code - 1] - start, StandardCharsets.UTF_8);
  }

  /// How many distinct values there are; their codes run from 1 to this number.
  public int size() {
    return size;
  }

  private int start(int code) {
    return code == 1 ? 0 : ends[code - 2];
  }

  private int slot(byte[] utf8) {
    int mask = table.length - 1;
    int slot = spread(Arrays.hashCode(utf8)) & mask;
    while (table[slot] != 0 && !equals(table[slot], utf8)) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private boolean equals(int code, byte[] utf8) {
    return Arrays.equals(bytes, start(code), ends[code - 1], utf8, 0, utf8.length);
  }

  private void append(byte[] utf8) {
    int start = size == 0 ? 0 : ends[size - 1];
    int end = Math.addExact(start, utf8.length);
    if (end > bytes.length) {
      bytes = Arrays.copyOf(bytes, grown(end));
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, grown(size + 1));
    }
    System.arraycopy(utf8, 0, bytes, start, utf8.length);
    ends[size++] = end;
  }

  private void rehash() {
    int[] wider = new int[table.length * 2];
    int mask = wider.length - 1;
    for (int code = 1; code <= size; code++) {
      int hash = 1;
      for (int i = start(code); i < ends[code - 1]; i++) {
        hash = 31 * hash + bytes[i];
      }
      int slot = spread(hash) & mask;
      while (wider[slot] != 0) {
        slot = slot + 1 & mask;
      }
      wider[slot] = code;
    }
    table = wider;
  }

  private static int spread(int hash) {
    int mixed = hash * 0x9E3779B9;
    return mixed ^ mixed >>> 16;
  }

  static int grown(int needed) {
    return (int) Math.min(Integer.MAX_VALUE - 8, Math.max(64L, needed + ((long) needed >> 1)));
  }
}
