package uk.candour.store;

/// Whether the act was taken is not known: it was handed to the database, which has not answered.
/// The same act sent again with the same key finds out, and is not taken twice.
public final class Undecided extends Unavailable {

  private static final long serialVersionUID = 1L;

  public Undecided(String message) {
    super(message);
  }

  public Undecided(String message, Throwable cause) {
    super(message, cause);
  }
}
