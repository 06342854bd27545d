package uk.candour.ledger;

/// A checkpoint that its log's key signed.
///
/// @param note the whole signed note, as it is published and as receipts hold it
public record SignedCheckpoint(Checkpoint checkpoint, String note) {

  /// Opens a note and takes it as the key's log's.
  ///
  /// @throws Refused when it is no checkpoint, of another log, or not signed by the key
  public static SignedCheckpoint open(String note, VerifierKey key) throws Refused {
    SignedNote signed = SignedNote.parse(note);
    Checkpoint checkpoint = Checkpoint.parse(signed.text());
    if (!checkpoint.origin().equals(key.name())) {
      throw new Refused(
          "the checkpoint is of the log %s, and the key is of %s"
              .formatted(Text.quoted(checkpoint.origin()), Text.quoted(key.name())));
    }
    signed.verify(key);
    return new SignedCheckpoint(checkpoint, note);
  }

  public long size() {
    return checkpoint.size();
  }

  public Hash root() {
    return checkpoint.root();
  }
}
