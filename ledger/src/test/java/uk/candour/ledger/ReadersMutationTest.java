package uk.candour.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every reader, given thousands of damaged copies of what it reads, from a fixed seed.
class ReadersMutationTest {

  private static final int SHORT = 3_000;
  private static final int LONG = 100_000;

  @ParameterizedTest
  @EnumSource
  void damagedBytesAreReadOrRefused(AnyBytes.Reader reader) {
    byte[] whole = whole(reader);
    var random = new Random(11);
    for (int i = 0; i < (Boolean.getBoolean("candour.long") ? LONG : SHORT); i++) {
      AnyBytes.areReadOrRefused(reader, damaged(whole, random));
    }
  }

  private static byte[] whole(AnyBytes.Reader reader) {
    Growth growth = Edge.EMPTY.grow(Logs.entries(0, 5));
    SignedCheckpoint signed =
        new Checkpoint(Logs.KEY.verifier().name(), 5, growth.after().root()).sign(Logs.KEY);
    var receipt = Receipt.of("R", "2026", Logs.entry(3), growth.inclusionOf(3), signed);
    return switch (reader) {
      case NOTE -> signed.note().getBytes(StandardCharsets.UTF_8);
      case CHECKPOINT -> signed.checkpoint().text().getBytes(StandardCharsets.UTF_8);
      case KEY -> Logs.KEY.verifier().text().getBytes(StandardCharsets.UTF_8);
      case PRIVATE_KEY -> Logs.KEY.text().getBytes(StandardCharsets.UTF_8);
      case RECEIPT -> receipt.json().getBytes(StandardCharsets.UTF_8);
      case TILE -> "tile/1/x001/234.p/7".getBytes(StandardCharsets.UTF_8);
      case BUNDLE, LOG -> EntryBundle.EMPTY.with(Logs.entries(0, 4)).bytes();
    };
  }

  private static byte[] damaged(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    for (int changes = random.nextInt(3); changes >= 0; changes--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(5)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = (byte) random.nextInt(256);
        case 2 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
        case 3 -> bytes = Arrays.copyOf(bytes, bytes.length + random.nextInt(40));
        default -> {
          int from = random.nextInt(bytes.length);
          int length = Math.min(bytes.length - Math.max(at, from), random.nextInt(30));
          System.arraycopy(bytes, from, bytes, at, length);
        }
      }
    }
    return bytes;
  }
}
