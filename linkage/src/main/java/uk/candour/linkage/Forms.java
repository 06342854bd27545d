package uk.candour.linkage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The distinct normal forms of some attribute, numbered from 1 in the order they came; 0 is none.
///
/// The bytes of all forms lie in one array, so that a million forms cost their letters and two ints
/// each. A form's number says nothing of its order: whatever must not depend on the order of rows
/// uses [#hash].
final class Forms {

  private byte[] bytes = new byte[1 << 12];
  private int[] starts = new int[1 << 8];
  private int size;
  private int[] table = new int[1 << 9];

  /// The number of a form, given one if it is new; 0 for the empty text.
  int intern(String form) {
    if (form.isEmpty()) {
      return 0;
    }
    byte[] text = form.getBytes(StandardCharsets.UTF_8);
    int slot = (int) mix(hashOf(text, 0, text.length)) & (table.length - 1);
    while (table[slot] != 0) {
      int candidate = table[slot];
      if (Arrays.equals(bytes, starts[candidate], starts[candidate + 1], text, 0, text.length)) {
        return candidate;
      }
      slot = (slot + 1) & (table.length - 1);
    }
    int number = ++size;
    table[slot] = number;
    append(number, text);
    if (size * 2 > table.length) {
      rehash();
    }
    return number;
  }

  private void append(int number, byte[] text) {
    if (number + 2 > starts.length) {
      starts = Arrays.copyOf(starts, starts.length * 2);
    }
    int from = starts[number];
    int to = Math.addExact(from, text.length);
    if (to > bytes.length) {
      bytes =
          Arrays.copyOf(
              bytes, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(to, bytes.length * 2L)));
    }
    System.arraycopy(text, 0, bytes, from, text.length);
    starts[number + 1] = to;
  }

  private void rehash() {
    int[] larger = new int[table.length * 2];
    for (int number = 1; number <= size; number++) {
      int slot = (int) mix(hash(number)) & (larger.length - 1);
      while (larger[slot] != 0) {
        slot = (slot + 1) & (larger.length - 1);
      }
      larger[slot] = number;
    }
    table = larger;
  }

  /// How many forms there are.
  int size() {
    return size;
  }

  String text(int form) {
    return new String(bytes, starts[form], length(form), StandardCharsets.UTF_8);
  }

  int length(int form) {
    return starts[form + 1] - starts[form];
  }

  byte at(int form, int i) {
    return bytes[starts[form] + i];
  }

  /// A hash of the form's text, the same whatever its number; 0 for none.
  long hash(int form) {
    return form == 0 ? 0 : hashOf(bytes, starts[form], starts[form + 1]);
  }

  double similarity(JaroWinkler kernel, int a, int b) {
    return kernel.similarity(bytes, starts[a], length(a), bytes, starts[b], length(b));
  }

  int distance(OptimalStringAlignment kernel, int a, int b) {
    return kernel.distance(bytes, starts[a], length(a), bytes, starts[b], length(b));
  }

  private static long hashOf(byte[] text, int from, int to) {
    long hash = 0xcbf29ce484222325L;
    for (int i = from; i < to; i++) {
      hash = (hash ^ (text[i] & 255)) * 0x100000001b3L;
    }
    return mix(hash);
  }

  /// Spreads every bit of a word over all others (the finalizer of MurmurHash3).
  static long mix(long word) {
    long mixed = word;
    mixed = (mixed ^ (mixed >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }

  /// A hash of two words in their order.
  static long mix(long first, long second) {
    return mix(mix(first + 0x9e3779b97f4a7c15L) * 31 + second);
  }

  /// A hash of a text.
  static long hash(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return hashOf(utf8, 0, utf8.length);
  }
}
