package uk.candour.ledger;

/// Bytes from outside that are not what they should be: the message says what was wrong with which
/// value and what was expected. Nothing of them was used.
public final class Refused extends Exception {

  private static final long serialVersionUID = 1L;

  Refused(String message) {
    super(message);
  }
}
