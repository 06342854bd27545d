package uk.candour.ledger;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/// A log's private key (Ed25519) with its name. It is kept apart from the record and its backups:
/// whoever holds it can sign another history.
public final class SigningKey {

  private static final String PREFIX = "PRIVATE+KEY+";
  private static final int SEED_LENGTH = 32;

  private final VerifierKey verifier;
  private final byte[] seed;
  private final PrivateKey privateKey;

  private SigningKey(VerifierKey verifier, byte[] seed, PrivateKey privateKey) {
    this.verifier = verifier;
    this.seed = seed;
    this.privateKey = privateKey;
  }

  /// Makes a new key by the platform's own randomness.
  ///
  /// @param name the log's, best its address without the scheme: `log.eastmoor.example`
  public static SigningKey generate(String name) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      byte[] encoded = pair.getPublic().getEncoded();
      byte[] seed =
          ((EdECPrivateKey) pair.getPrivate())
              .getBytes()
              .orElseThrow(() -> new IllegalStateException("the private key cannot be kept"));
      return new SigningKey(
          VerifierKey.of(
              name, Arrays.copyOfRange(encoded, encoded.length - Hash.LENGTH, encoded.length)),
          seed,
          pair.getPrivate());
    } catch (Refused e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no Ed25519", e);
    }
  }

  /// Reads what [#text] wrote: a private and a public line that belong together.
  public static SigningKey parse(String text) throws Refused {
    String[] lines = text.strip().split("\\R", -1);
    if (lines.length != 2 || !lines[0].startsWith(PREFIX)) {
      throw new Refused("a log's private key is a line PRIVATE+KEY+... and its public key's line");
    }
    VerifierKey verifier = VerifierKey.parse(lines[1]);
    String start = PREFIX + verifier.name() + "+%08x+".formatted(verifier.id());
    if (!lines[0].startsWith(start)) {
      throw new Refused("the private key and the public key beside it differ in name or id");
    }
    byte[] typed = Text.base64(lines[0].substring(start.length()), "a private key's last part");
    if (typed.length != 1 + SEED_LENGTH || typed[0] != VerifierKey.ED25519) {
      throw new Refused("the private key should be an Ed25519 key of 33 bytes, the first 1");
    }
    byte[] seed = Arrays.copyOfRange(typed, 1, typed.length);
    var key = new SigningKey(verifier, seed, privateKey(seed));
    if (!verifier.verifies(seed, key.sign(seed))) {
      throw new Refused("the private key and the public key beside it do not belong together");
    }
    return key;
  }

  private static PrivateKey privateKey(byte[] seed) {
    try {
      return KeyFactory.getInstance("Ed25519")
          .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no Ed25519", e);
    }
  }

  public VerifierKey verifier() {
    return verifier;
  }

  /// Two lines to keep secret: the key in the form that Go's note package reads, and its vkey.
  public String text() {
    var typed = new byte[1 + SEED_LENGTH];
    typed[0] = VerifierKey.ED25519;
    System.arraycopy(seed, 0, typed, 1, SEED_LENGTH);
    return "%s%s+%08x+%s\n%s\n"
        .formatted(
            PREFIX,
            verifier.name(),
            verifier.id(),
            Base64.getEncoder().encodeToString(typed),
            verifier.text());
  }

  byte[] sign(byte[] text) {
    try {
      Signature signer = Signature.getInstance("Ed25519");
      signer.initSign(privateKey);
      signer.update(text);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key of " + verifier.name() + " does not sign", e);
    }
  }

  @Override
  public String toString() {
    return "the private key of " + verifier.name();
  }
}
