package uk.candour.store;

/// The record could not take an act, or cannot be read now. Nothing was accepted, unless this is
/// [Undecided]; the caller may try again with the same key.
public class Unavailable extends Exception {

  private static final long serialVersionUID = 1L;

  public Unavailable(String message) {
    super(message);
  }

  public Unavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
