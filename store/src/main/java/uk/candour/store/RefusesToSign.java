package uk.candour.store;

/// The record is behind a checkpoint that was let out, or is another record: signing would give two
/// histories of one log. The message names both sizes. Somebody has to bring back what is missing.
public final class RefusesToSign extends Exception {

  private static final long serialVersionUID = 1L;

  public RefusesToSign(String message) {
    super(message);
  }
}
