package uk.candour.store;

/// The same key was used before for another body. The caller is told so; nothing was written.
public final class Conflict extends Exception {

  private static final long serialVersionUID = 1L;

  public Conflict() {
    super("the same key was used before for something else");
  }
}
