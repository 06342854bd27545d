package uk.candour.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import uk.candour.ledger.Refused;
import uk.candour.ledger.SigningKey;

/// The folder of keys, which is never in the database nor in the copy of it: the root key that
/// wraps every record's, the key that signs the log, and the passwords of the database's roles.
/// Each file can be read by its owner alone.
final class Keys {

  static final int ROOT_LENGTH = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path folder;

  private Keys(Path folder) {
    this.folder = folder;
  }

  static Keys in(Path folder) throws IOException {
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    return new Keys(folder);
  }

  Path folder() {
    return folder;
  }

  /// The root key; made where there is none and nothing was encrypted yet.
  byte[] root() throws IOException {
    byte[] key = HexFormat.of().parseHex(secret("root.key", ROOT_LENGTH));
    if (key.length != ROOT_LENGTH) {
      throw new IOException(folder.resolve("root.key") + " should hold 64 hexadecimal digits");
    }
    return key;
  }

  /// The password of a role of the database.
  String password(String role) throws IOException {
    return secret(role + ".password", 24);
  }

  /// The key that signs the log; made where there is none, under a name that no other log has.
  SigningKey signing() throws IOException {
    Path file = folder.resolve("log.key");
    if (!Files.exists(file)) {
      var random = new byte[6];
      RANDOM.nextBytes(random);
      SigningKey key = SigningKey.generate("candour.log/" + HexFormat.of().formatHex(random));
      Postgres.writeSecret(file, key.text().getBytes(StandardCharsets.UTF_8));
    }
    try {
      return SigningKey.parse(Files.readString(file));
    } catch (Refused e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  boolean hasSigning() {
    return Files.exists(folder.resolve("log.key"));
  }

  private String secret(String name, int bytes) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      var random = new byte[bytes];
      RANDOM.nextBytes(random);
      String text = HexFormat.of().formatHex(random) + "\n";
      try {
        Postgres.writeSecret(file, text.getBytes(StandardCharsets.US_ASCII));
      } catch (FileAlreadyExistsException e) {
        // Another command made it at the same moment; that one holds.
        return Files.readString(file).strip();
      }
    }
    return Files.readString(file).strip();
  }
}
