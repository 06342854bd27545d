package uk.candour.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// A text with signatures under it, after an empty line (C2SP signed-note).
///
/// @param text ends with a line feed, which is signed too
record SignedNote(String text, List<NoteSignature> signatures) {

  static final int LONGEST = 1 << 16;
  private static final int MOST_SIGNATURES = 100;
  private static final String DASH = "— ";

  /// One signature: who says to have made it, and its bytes in base64.
  record NoteSignature(String name, int id, String base64) {

    static NoteSignature of(String name, int id, byte[] bytes) {
      return new NoteSignature(name, id, Base64.getEncoder().encodeToString(bytes));
    }

    static NoteSignature parse(String line) throws Refused {
      int space = line.indexOf(' ', DASH.length());
      if (!line.startsWith(DASH) || space < 0) {
        throw new Refused(
            "a signature's line is a dash, a name and base64, and this is " + Text.quoted(line));
      }
      String name = line.substring(DASH.length(), space);
      if (!VerifierKey.isName(name)) {
        throw new Refused("no key can have the name " + Text.quoted(name));
      }
      byte[] blob = Text.base64(line.substring(space + 1), "a signature");
      if (blob.length < 5) {
        throw new Refused("a signature has its key's id and more, and this has " + blob.length);
      }
      return of(name, ByteBuffer.wrap(blob).getInt(), Arrays.copyOfRange(blob, 4, blob.length));
    }

    byte[] bytes() {
      return Base64.getDecoder().decode(base64);
    }

    String line() {
      byte[] bytes = bytes();
      byte[] blob = ByteBuffer.allocate(4 + bytes.length).putInt(id).put(bytes).array();
      return DASH + name + " " + Base64.getEncoder().encodeToString(blob) + "\n";
    }
  }

  static SignedNote parse(String note) throws Refused {
    if (note.length() > LONGEST) {
      throw new Refused("a note has at most %d characters".formatted(LONGEST));
    }
    if (note.chars().anyMatch(c -> c < ' ' && c != '\n')) {
      throw new Refused("a note has no control characters but line feeds, and this has one");
    }
    int end = note.lastIndexOf("\n\n");
    if (end < 0 || !note.endsWith("\n") || end + 2 == note.length()) {
      throw new Refused("a note is a text, an empty line and signatures, and this is not");
    }
    String[] lines = note.substring(end + 2, note.length() - 1).split("\n", -1);
    if (lines.length > MOST_SIGNATURES) {
      throw new Refused("a note has at most %d signatures".formatted(MOST_SIGNATURES));
    }
    var signatures = new ArrayList<NoteSignature>();
    for (String line : lines) {
      signatures.add(NoteSignature.parse(line));
    }
    return new SignedNote(note.substring(0, end + 1), List.copyOf(signatures));
  }

  static SignedNote sign(String text, SigningKey key) {
    byte[] signature = key.sign(text.getBytes(StandardCharsets.UTF_8));
    return new SignedNote(
        text, List.of(NoteSignature.of(key.verifier().name(), key.verifier().id(), signature)));
  }

  /// Takes the note as the key's owner's. Signatures of keys that are not asked for are let be.
  ///
  /// @throws Refused when the key did not sign, or a signature said to be its own is not
  void verify(VerifierKey key) throws Refused {
    byte[] signed = text.getBytes(StandardCharsets.UTF_8);
    boolean found = false;
    for (NoteSignature signature : signatures) {
      if (signature.name.equals(key.name()) && signature.id == key.id()) {
        if (!key.verifies(signed, signature.bytes())) {
          throw new Refused("the signature said to be of %s is not".formatted(key.name()));
        }
        found = true;
      }
    }
    if (!found) {
      throw new Refused(
          "no signature is of the key %s+%08x; it is signed by %s"
              .formatted(key.name(), key.id(), signers()));
    }
  }

  private String signers() {
    return String.join(
        ", ",
        signatures.stream()
            .map(signature -> "%s+%08x".formatted(signature.name, signature.id))
            .toList());
  }

  /// The whole note.
  String note() {
    var note = new StringBuilder(text).append('\n');
    signatures.forEach(signature -> note.append(signature.line()));
    return note.toString();
  }
}
