package uk.candour.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// What makes an act the same act when it is sent again: the sender's key, and a digest of what was
/// sent, so that the same key with another body is refused.
///
/// The digest of the body is taken together with the key, which the database never sees: whoever
/// has the database, or may select this and not what is protected, cannot try out what a body said.
///
/// @param key in hexadecimal, the digest of the sender and the key that was sent
/// @param body in hexadecimal, the digest of the sender, the key and the body that were sent
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
    String whose = sender.length() + ":" + sender;
    return new Once(
        digest((whose + key).getBytes(StandardCharsets.UTF_8), new byte[0]),
        digest((whose + key.length() + ":" + key).getBytes(StandardCharsets.UTF_8), body));
  }

  private static String digest(byte[] first, byte[] then) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(first);
      return java.util.HexFormat.of().formatHex(digest.digest(then));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
