package uk.candour.intake;

/// A 128-bit hash of a series of texts and numbers, taken as they come. Two different series have
/// the same one by chance in fewer than one of 10^20 files of two million rows.
///
/// Two lanes of multiply and rotate with unrelated odd constants; each text is closed by its
/// length, so that "ab", "c" and "a", "bc" differ.
final class Fingerprint {

  private long high;
  private long low;

  Fingerprint() {
    reset();
  }

  void reset() {
    high = 0x9E3779B97F4A7C15L;
    low = 0xC2B2AE3D27D4EB4FL;
  }

  void add(int number) {
    high = Long.rotateLeft((high ^ number) * 0x87C37B91114253D5L, 31);
    low = Long.rotateLeft((low + number) * 0x4CF5AD432745937FL, 29) ^ high;
  }

  void add(String text) {
    for (int i = 0; i < text.length(); i++) {
      add(text.charAt(i));
    }
    add(-1 - text.length());
  }

  long high() {
    return mixed(high ^ Long.rotateLeft(low, 17));
  }

  long low() {
    return mixed(low + high * 0x9FB21C651E98DF25L);
  }

  private static long mixed(long value) {
    long mixed = (value ^ value >>> 33) * 0xFF51AFD7ED558CCDL;
    mixed = (mixed ^ mixed >>> 33) * 0xC4CEB9FE1A85EC53L;
    return mixed ^ mixed >>> 33;
  }
}
