package uk.candour.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// A log's public key with its name, as its holder keeps it: `name+id+key`, the "vkey" of C2SP
/// signed-note. Ed25519 alone.
public final class VerifierKey {

  static final byte ED25519 = 1;
  private static final int KEY_LENGTH = 32;
  private static final int LONGEST = 4096;
  private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");
  private static final Pattern NAME = Pattern.compile("[^+\\p{Z}\\p{C}]{1,255}");
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}");

  private final String name;
  private final byte[] key;
  private final int id;
  private final PublicKey publicKey;

  private VerifierKey(String name, byte[] key) throws Refused {
    this.name = name;
    this.key = key;
    this.id = id(name, key);
    this.publicKey = publicKey(key);
  }

  /// @param key the 32 bytes of RFC 8032
  static VerifierKey of(String name, byte[] key) throws Refused {
    if (!isName(name)) {
      throw new Refused(
          "a key's name has no spaces and no plus signs, and this one is " + Text.quoted(name));
    }
    if (key.length != KEY_LENGTH) {
      throw new Refused("an Ed25519 key has 32 bytes, not " + key.length);
    }
    return new VerifierKey(name, key.clone());
  }

  /// Reads a vkey; white space around it is let be.
  public static VerifierKey parse(String vkey) throws Refused {
    String text = vkey.strip();
    int second = text.length() > LONGEST ? -1 : text.indexOf('+', text.indexOf('+') + 1);
    if (second < 0) {
      throw new Refused("a public key is name+id+key, and this is " + Text.quoted(text));
    }
    int first = text.indexOf('+');
    String id = text.substring(first + 1, second);
    byte[] typed = Text.base64(text.substring(second + 1), "a public key's third part");
    if (typed.length != 1 + KEY_LENGTH || typed[0] != ED25519) {
      throw new Refused(
          "a public key should be an Ed25519 key (33 bytes, the first 1), and has %d bytes, the first %s"
              .formatted(typed.length, typed.length == 0 ? "none" : Byte.toString(typed[0])));
    }
    VerifierKey read = of(text.substring(0, first), Arrays.copyOfRange(typed, 1, typed.length));
    if (!ID.matcher(id).matches() || HexFormat.fromHexDigits(id) != read.id) {
      throw new Refused(
          "the id of this public key should be %08x and is %s".formatted(read.id, Text.quoted(id)));
    }
    return read;
  }

  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  private static int id(String name, byte[] key) {
    MessageDigest sha256 = TreeHasher.sha256();
    sha256.update(name.getBytes(StandardCharsets.UTF_8));
    sha256.update((byte) '\n');
    sha256.update(ED25519);
    byte[] digest = sha256.digest(key);
    return ByteBuffer.wrap(digest).getInt();
  }

  private static PublicKey publicKey(byte[] key) throws Refused {
    byte[] encoded = Arrays.copyOf(X509, X509.length + KEY_LENGTH);
    System.arraycopy(key, 0, encoded, X509.length, KEY_LENGTH);
    try {
      return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    } catch (InvalidKeySpecException e) {
      throw new Refused("this Ed25519 key is no point of the curve: " + e.getMessage());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no Ed25519", e);
    }
  }

  /// The log's name, which is the origin of its checkpoints too.
  public String name() {
    return name;
  }

  int id() {
    return id;
  }

  boolean verifies(byte[] text, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(publicKey);
      verifier.update(text);
      return verifier.verify(signature);
    } catch (SignatureException | InvalidKeyException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no Ed25519", e);
    }
  }

  /// The vkey.
  public String text() {
    var typed = new byte[1 + KEY_LENGTH];
    typed[0] = ED25519;
    System.arraycopy(key, 0, typed, 1, KEY_LENGTH);
    return "%s+%08x+%s".formatted(name, id, Base64.getEncoder().encodeToString(typed));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey that && text().equals(that.text());
  }

  @Override
  public int hashCode() {
    return id;
  }

  @Override
  public String toString() {
    return text();
  }
}
