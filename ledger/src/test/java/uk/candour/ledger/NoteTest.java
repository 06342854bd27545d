package uk.candour.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Keys, signed notes, checkpoints and receipts as text.
class NoteTest {

  private static final String VKEY =
      "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
  private static final VerifierKey OTHER = SigningKey.generate("other.example").verifier();

  private static SignedCheckpoint signed() {
    return new Checkpoint(Logs.KEY.verifier().name(), 5, PlainTree.root(Logs.entries(0, 5)))
        .sign(Logs.KEY);
  }

  @Test
  void thePublishedKeyIsReadAndWritten() throws Refused {
    assertThat(VerifierKey.parse(VKEY + "\n").text()).isEqualTo(VKEY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/fou+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530d903a+BekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2",
        "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530d903a",
        ""
      })
  void aKeyWithAnythingElseIsRefused(String vkey) {
    assertThatThrownBy(() -> VerifierKey.parse(vkey)).isInstanceOf(Refused.class);
  }

  @Test
  void aPrivateKeyIsReadAsItWasWritten() throws Refused {
    SigningKey read = SigningKey.parse(Logs.KEY.text());
    assertThat(read.verifier()).isEqualTo(Logs.KEY.verifier());
    assertThat(signed().checkpoint().sign(read)).isEqualTo(signed());
    assertThat(read.toString()).doesNotContain("PRIVATE");
  }

  @Test
  void aCheckpointIsItsLogsAlone() throws Refused {
    SignedCheckpoint signed = signed();
    assertThat(SignedCheckpoint.open(signed.note(), Logs.KEY.verifier())).isEqualTo(signed);
    assertThatThrownBy(() -> SignedCheckpoint.open(signed.note(), OTHER))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() ->
            SignedCheckpoint.open(
                signed.note(), SigningKey.generate(Logs.KEY.verifier().name()).verifier()))
        .hasMessageContaining("no signature is of the key");
  }

  @Test
  void otherSignaturesAreLetBeAndAFalseOneOfTheLogSinksTheNote() throws Refused {
    String note = signed().note();
    String line = note.substring(note.lastIndexOf("\n— ") + 1);
    String others = line.replace(Logs.KEY.verifier().name(), "witness.example");
    assertThat(SignedCheckpoint.open(note + others, Logs.KEY.verifier()).size()).isEqualTo(5);
    char last = line.charAt(line.length() - 4);
    String falsified =
        line.substring(0, line.length() - 4)
            + (last == 'A' ? 'B' : 'A')
            + line.substring(line.length() - 3);
    assertThatThrownBy(() -> SignedCheckpoint.open(note + falsified, Logs.KEY.verifier()))
        .isInstanceOf(Refused.class);
  }

  @Test
  void everyTurnedBitOfASignedNoteIsFound() {
    byte[] note = signed().note().getBytes(StandardCharsets.UTF_8);
    for (int bit = 0; bit < 8 * note.length; bit++) {
      byte[] turned = note.clone();
      turned[bit / 8] ^= (byte) (1 << bit % 8);
      assertThatThrownBy(
              () -> SignedCheckpoint.open(Text.utf8(turned, "a note"), Logs.KEY.verifier()))
          .isInstanceOf(Refused.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\n05\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "a\n-5\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "a\n9223372036854775808\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "a\n5\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuF==\n",
        "a\n5\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n",
        "a\n0\nbjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=\n",
        "\n5\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
        "a\n5\n"
      })
  void aCheckpointThatIsNotOneIsRefused(String text) {
    assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(Refused.class);
  }

  @Test
  void aReceiptInEitherFormProvesItsEntryAndNothingElse() throws Refused {
    Growth growth = Edge.EMPTY.grow(Logs.entries(0, 5));
    var receipt =
        Receipt.of(
            "R-\"7\"", "2026-03-02T10:00:00Z", Logs.entry(3), growth.inclusionOf(3), signed());
    for (String text : new String[] {receipt.json(), receipt.proof()}) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      Receipt read = Receipt.read(bytes);
      assertThat(read.check(Logs.KEY.verifier())).isEqualTo(signed());
      assertThat(read.index()).isEqualTo(3);
      String moved =
          text.replace("index 3", "index 2").replace("\"logIndex\": 3", "\"logIndex\": 2");
      assertThatThrownBy(
              () -> Receipt.read(moved.getBytes(StandardCharsets.UTF_8)).check(Logs.KEY.verifier()))
          .isInstanceOf(Refused.class);
    }
    assertThat(Receipt.read(receipt.json().getBytes(StandardCharsets.UTF_8)).json())
        .isEqualTo(receipt.json());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "{\"reference\": \"R\"}",
        "{\"logIndex\": 1, \"logIndex\": 2}",
        "{\"logIndex\": 01}",
        "{\"logIndex\": 1.0, \"inclusionProof\": []}",
        "c2sp.org/tlog-proof@v2\nindex 1\n\n",
        "c2sp.org/tlog-proof@v1\nindex 01\n\n"
      })
  void aReceiptThatIsNotOneIsRefused(String text) {
    assertThatThrownBy(
            () -> Receipt.read(text.getBytes(StandardCharsets.UTF_8)).check(Logs.KEY.verifier()))
        .isInstanceOf(Refused.class);
  }
}
