package uk.candour.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import uk.candour.ledger.Hash;

/// The content of acts, encrypted part by part under a key an act, and committed to part by part.
///
/// A **ciphertext** is an algorithm's number (1: AES-256-GCM), 12 random bytes, and what the
/// algorithm gives. Its associated data names the act and the part, so that it opens nowhere else.
/// A part is encrypted together with the 32 random bytes that salt its commitment: whoever destroys
/// the act's key, or the part's bytes, destroys both. The act's key is itself a ciphertext, under
/// the root key.
///
/// A **commitment** to a part is `SHA-256("candour part 1" 0 word 0 salt content)`; the entry in
/// the log is the byte 1 and the root of the tree (RFC 6962) whose leaves are the commitments in
/// the order of [Part]. Every part is committed to, an empty one too, so that nobody sees which are
/// empty.
final class Contents {

  private static final byte AES_256_GCM = 1;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final int SALT = 32;
  private static final byte ENTRY_VERSION = 1;
  private static final String KEY = "key";

  private final SecureRandom random = new SecureRandom();
  private final SecretKey root;

  Contents(byte[] rootKey) {
    this.root = new SecretKeySpec(rootKey, "AES");
  }

  /// An act as the database takes it.
  ///
  /// @param entry what the log will hold
  /// @param commitments those to the parts, in their order, one after the other
  /// @param key the act's key, wrapped
  @SuppressWarnings("ArrayRecordComponent") // handed to the database, never compared
  record Sealed(byte[] entry, byte[] commitments, byte[] key, Map<Part, byte[]> parts) {}

  /// A part opened: its content, and the salt that its commitment was made with.
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  record Opened(byte[] salt, byte[] content) {}

  Sealed seal(UUID act, Map<Part, byte[]> contents) {
    // All that has to be random is drawn at once.
    var drawn = new byte[Keys.ROOT_LENGTH + NONCE + contents.size() * (SALT + NONCE)];
    random.nextBytes(drawn);
    ByteBuffer chance = ByteBuffer.wrap(drawn);
    byte[] key = taken(chance, Keys.ROOT_LENGTH);
    var recordKey = new SecretKeySpec(key, "AES");
    Cipher cipher = cipher();
    byte[] wrapped = encrypt(cipher, root, taken(chance, NONCE), act, KEY, key);
    Map<Part, byte[]> parts = new EnumMap<>(Part.class);
    List<byte[]> commitments = new ArrayList<>();
    contents.forEach((part, content) -> {
      byte[] salt = taken(chance, SALT);
      byte[] salted = Arrays.copyOf(salt, SALT + content.length);
      System.arraycopy(content, 0, salted, SALT, content.length);
      commitments.add(commitment(part, salt, content));
      parts.put(part, encrypt(cipher, recordKey, taken(chance, NONCE), act, part.word(), salted));
    });
    ByteBuffer joined = ByteBuffer.allocate(commitments.size() * Hash.LENGTH);
    commitments.forEach(joined::put);
    return new Sealed(entry(commitments), joined.array(), wrapped, parts);
  }

  private static byte[] taken(ByteBuffer from, int length) {
    var bytes = new byte[length];
    from.get(bytes);
    return bytes;
  }

  Opened open(UUID act, byte[] wrapped, Part part, byte[] ciphertext) {
    var key = new SecretKeySpec(decrypt(root, act, KEY, wrapped), "AES");
    return open(act, key, part, ciphertext);
  }

  /// The key of an act, to open several of its parts.
  SecretKey key(UUID act, byte[] wrapped) {
    return new SecretKeySpec(decrypt(root, act, KEY, wrapped), "AES");
  }

  Opened open(UUID act, SecretKey key, Part part, byte[] ciphertext) {
    byte[] salted = decrypt(key, act, part.word(), ciphertext);
    var salt = new byte[SALT];
    var content = new byte[salted.length - SALT];
    System.arraycopy(salted, 0, salt, 0, SALT);
    System.arraycopy(salted, SALT, content, 0, content.length);
    return new Opened(salt, content);
  }

  static byte[] commitment(Part part, byte[] salt, byte[] content) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update("candour part 1\0".getBytes(StandardCharsets.US_ASCII));
      sha.update((part.word() + "\0").getBytes(StandardCharsets.US_ASCII));
      sha.update(salt);
      return sha.digest(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  /// The log's entry over the commitments to all parts, in their order.
  static byte[] entry(List<byte[]> commitments) {
    var entry = new byte[1 + Hash.LENGTH];
    entry[0] = ENTRY_VERSION;
    System.arraycopy(
        over(commitments.stream().map(Hash::ofLeaf).toList()).bytes(), 0, entry, 1, Hash.LENGTH);
    return entry;
  }

  private static Hash over(List<Hash> leaves) {
    if (leaves.size() == 1) {
      return leaves.getFirst();
    }
    int left = Integer.highestOneBit(leaves.size() - 1);
    return Hash.ofNode(over(leaves.subList(0, left)), over(leaves.subList(left, leaves.size())));
  }

  private static Cipher cipher() {
    try {
      return Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no AES in Galois/Counter Mode", e);
    }
  }

  private static byte[] encrypt(
      Cipher cipher, SecretKey key, byte[] nonce, UUID act, String field, byte[] plain) {
    try {
      cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(associated(act, field));
      byte[] secret = cipher.doFinal(plain);
      return ByteBuffer.allocate(1 + NONCE + secret.length)
          .put(AES_256_GCM)
          .put(nonce)
          .put(secret)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot encrypt", e);
    }
  }

  private static byte[] decrypt(SecretKey key, UUID act, String field, byte[] ciphertext) {
    if (ciphertext.length < 1 + NONCE || ciphertext[0] != AES_256_GCM) {
      throw new IllegalStateException(
          "the " + field + " of act " + act + " is encrypted in a way that is not known here");
    }
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, ciphertext, 1, NONCE));
      cipher.updateAAD(associated(act, field));
      return cipher.doFinal(ciphertext, 1 + NONCE, ciphertext.length - 1 - NONCE);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "the "
              + field
              + " of act "
              + act
              + " does not open: another key, or not what was written",
          e);
    }
  }

  private static byte[] associated(UUID act, String field) {
    return ("candour 1 " + act + " " + field).getBytes(StandardCharsets.US_ASCII);
  }
}
