package uk.candour.store;

/// Whether the act was taken cannot be said now: the waiting for it was broken off, or the record
/// was closed, before there was an answer. The same act sent again with the same key finds out, and
/// is not taken twice.
public final class Undecided extends Unavailable {

  private static final long serialVersionUID = 1L;

  public Undecided(String message) {
    super(message);
  }

  public Undecided(String message, Throwable cause) {
    super(message, cause);
  }
}
