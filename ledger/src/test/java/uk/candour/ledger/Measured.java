package uk.candour.ledger;

/// Prints what a test measured, so that the run shows it.
final class Measured {

  private Measured() {}

  static void says(String line) {
    System.out.println(line);
  }
}
