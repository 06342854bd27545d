package uk.candour.intake;

import java.io.IOException;

/// A file that cannot be taken at all; the message is one plain reason, with the place in the file
/// where there is one, and says nothing of a person.
public final class RefusedFile extends IOException {

  private static final long serialVersionUID = 1L;

  public RefusedFile(String reason) {
    super(reason);
  }
}
