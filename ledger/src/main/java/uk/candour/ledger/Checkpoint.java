package uk.candour.ledger;

import java.util.List;

/// What a log vouches for: that at a size its tree had a root (C2SP tlog-checkpoint).
///
/// @param origin the log's name, the same as its key's
public record Checkpoint(String origin, long size, Hash root) {

  public Checkpoint {
    if (size < 0) {
      throw new IllegalArgumentException("a log cannot have " + size + " entries");
    }
    if (!VerifierKey.isName(origin)) {
      throw new IllegalArgumentException("a log cannot have the name " + Text.quoted(origin));
    }
  }

  /// Reads a note's text; lines after the third are for others and are let be.
  static Checkpoint parse(String text) throws Refused {
    List<String> lines = List.of(text.split("\n", -1));
    if (lines.size() < 4 || !lines.getLast().isEmpty()) {
      throw new Refused("a checkpoint has three lines: the log's name, its size and its root");
    }
    if (lines.subList(0, lines.size() - 1).contains("")) {
      throw new Refused("a checkpoint has no empty lines");
    }
    if (!VerifierKey.isName(lines.getFirst())) {
      throw new Refused("no log can have the name " + Text.quoted(lines.getFirst()));
    }
    long size = Text.number(lines.get(1), "a log's size");
    Hash root = Hash.ofBase64(lines.get(2));
    if (size == 0 && !root.equals(Hash.OF_EMPTY_TREE)) {
      throw new Refused("the root of a log without entries should be the hash of nothing");
    }
    return new Checkpoint(lines.getFirst(), size, root);
  }

  /// The three lines.
  public String text() {
    return origin + "\n" + size + "\n" + root.base64() + "\n";
  }

  /// Signs. A service signs through [LogWriter] alone, which first looks at what was released.
  public SignedCheckpoint sign(SigningKey key) {
    if (!key.verifier().name().equals(origin)) {
      throw new IllegalArgumentException(
          "the key of " + key.verifier().name() + " does not sign for " + origin);
    }
    return new SignedCheckpoint(this, SignedNote.sign(text(), key).note());
  }
}
