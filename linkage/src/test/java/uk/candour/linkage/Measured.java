package uk.candour.linkage;

/// Prints what a test measured, beside what it asserts.
final class Measured {

  private Measured() {}

  static void print(String line) {
    System.out.println(line);
  }
}
