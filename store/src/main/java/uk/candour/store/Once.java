package uk.candour.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// What makes an act the same act when it is sent again: the sender's key, and a digest of what was
/// sent, so that the same key with another body is refused.
///
/// @param key in hexadecimal, the digest of the sender and the key that was sent
/// @param body in hexadecimal, the digest of the body that was sent
public record Once(String key, String body) {

  public Once {
    if (key.length() != 64 || body.length() != 64) {
      throw new IllegalArgumentException("a key and a body are digests of 64 hexadecimal digits");
    }
  }

  /// Takes the digests.
  ///
  /// @param sender whose keys these are: two senders may use the same
  public static Once of(String sender, String key, byte[] body) {
    return new Once(
        digest((sender.length() + ":" + sender + key).getBytes(StandardCharsets.UTF_8)),
        digest(body));
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return java.util.HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
