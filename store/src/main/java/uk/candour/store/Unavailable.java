package uk.candour.store;

/// The record could not take an act, or cannot be read now. Nothing was accepted, unless it is
/// [InDoubt]; the caller may try again with the same key.
public sealed class Unavailable extends Exception permits Unavailable.InDoubt {

  private static final long serialVersionUID = 1L;

  public Unavailable(String message) {
    super(message);
  }

  public Unavailable(String message, Throwable cause) {
    super(message, cause);
  }

  /// Whether the act was taken is not known: nobody may say that it was not. The same act with the
  /// same key finds out.
  public static final class InDoubt extends Unavailable {

    private static final long serialVersionUID = 1L;

    public InDoubt(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
