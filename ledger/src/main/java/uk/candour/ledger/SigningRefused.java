package uk.candour.ledger;

/// The log would have contradicted what it released before, and did not sign. Nobody may sign past
/// this: the log is behind (a backup was put back, a file system was rolled back) or was rewritten.
/// What was lost has to be found again, or the log ends here and another begins under another name.
public final class SigningRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final long ours;
  private final long released;

  SigningRefused(long ours, long released, String why) {
    super(
        "Signing was refused: the log is at size %d, and size %d was released. %s"
            .formatted(ours, released, why));
    this.ours = ours;
    this.released = released;
  }

  /// The size of what would have been signed.
  public long ours() {
    return ours;
  }

  /// The size of what was released before.
  public long released() {
    return released;
  }
}
