package uk.candour.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

/// What every reader of outside bytes promises for any bytes: it reads them or refuses them, and
/// what it read it writes the same again.
final class AnyBytes {

  private AnyBytes() {}

  /// The readers.
  enum Reader {
    NOTE,
    CHECKPOINT,
    KEY,
    PRIVATE_KEY,
    RECEIPT,
    BUNDLE,
    TILE,
    LOG
  }

  static void areReadOrRefused(Reader reader, byte[] bytes) {
    try {
      read(reader, bytes);
    } catch (Refused e) {
      assertThat(e.getMessage()).isNotEmpty().doesNotContain("\u0000");
    }
  }

  private static void read(Reader reader, byte[] bytes) throws Refused {
    switch (reader) {
      case NOTE -> {
        String text = Text.utf8(bytes, "a note");
        assertThat(SignedNote.parse(text).note()).isEqualTo(text);
      }
      case CHECKPOINT -> Checkpoint.parse(Text.utf8(bytes, "a checkpoint"));
      case KEY -> {
        String text = Text.utf8(bytes, "a key");
        assertThat(VerifierKey.parse(text).text()).isEqualTo(text.strip());
      }
      case PRIVATE_KEY -> SigningKey.parse(Text.utf8(bytes, "a key"));
      case RECEIPT -> {
        Receipt receipt = Receipt.read(bytes);
        assertThat(Receipt.read(receipt.proof().getBytes(StandardCharsets.UTF_8)).note())
            .isEqualTo(receipt.note());
        receipt.check(Logs.KEY.verifier());
      }
      case BUNDLE -> {
        int entries = bytes.length == 0 ? 0 : bytes[0] & 0xff;
        EntryBundle bundle = EntryBundle.read(bytes, entries);
        assertThat(bundle.leaves(0)).hasSize(32 * entries);
        assertThat(bundle.first(entries / 2).size()).isEqualTo(entries / 2);
      }
      case TILE -> Tile.parse(Text.utf8(bytes, "a path")).ifPresent(Tile::isFull);
      case LOG -> {
        var audit = new Audit(everythingIs(bytes), Logs.KEY.verifier(), checked -> {});
        assertThat(audit.run().verifies()).isFalse();
      }
    }
  }

  /// A log whose checkpoint vouches for five entries and whose every other file is the same bytes.
  private static LogSource everythingIs(byte[] bytes) {
    return (path, limit) ->
        path.equals(LogFolder.CHECKPOINT)
            ? new Checkpoint(Logs.KEY.verifier().name(), 5, PlainTree.root(Logs.entries(0, 5)))
                .sign(Logs.KEY)
                .note()
                .getBytes(StandardCharsets.UTF_8)
            : bytes.clone();
  }
}
