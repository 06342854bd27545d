package uk.candour.server.reports;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.candour.server.accounts.Secrets;

/// Drafts that were put aside. A draft is encrypted under a key that is made of its code, and the
/// code is kept nowhere: whoever has the database has no draft, and whoever loses the code has lost
/// it.
public final class Drafts {

  private static final Duration KEPT = Duration.ofDays(14);
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient database;
  private final Clock clock;

  public Drafts(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  private static final String SAVE =
      """
      insert into draft (code_hash, sealed, expires)
      values (:hash, :sealed, :expires)
      """;

  private static final String FORGET_OLD =
      """
      delete from draft
      where expires < :now
      """;

  /// Puts a draft aside and gives the code by which it comes back, once.
  public String save(Draft draft) {
    String code = Secrets.code();
    var nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    byte[] secret =
        crypt(Cipher.ENCRYPT_MODE, code, nonce, draft.written().getBytes(StandardCharsets.UTF_8));
    database.sql(FORGET_OLD).param("now", Timestamp.from(clock.instant())).update();
    database
        .sql(SAVE)
        .param("hash", Secrets.hash(code))
        .param("sealed", ByteBuffer.allocate(NONCE + secret.length).put(nonce).put(secret).array())
        .param("expires", Timestamp.from(clock.instant().plus(KEPT)))
        .update();
    return code;
  }

  private static final String TAKE =
      """
      delete from draft
      where code_hash = :hash and expires > :now
      returning sealed
      """;

  /// Brings a draft back; afterwards the code opens nothing more.
  public Optional<Draft> take(String code) {
    return database
        .sql(TAKE)
        .param("hash", Secrets.hash(code))
        .param("now", Timestamp.from(clock.instant()))
        .query(byte[].class)
        .optional()
        .map(sealed ->
            Draft.read(
                new String(
                    crypt(
                        Cipher.DECRYPT_MODE,
                        code,
                        Arrays.copyOf(sealed, NONCE),
                        Arrays.copyOfRange(sealed, NONCE, sealed.length)),
                    StandardCharsets.UTF_8)));
  }

  private static byte[] crypt(int mode, String code, byte[] nonce, byte[] bytes) {
    try {
      SecretKey key =
          KDF.getInstance("HKDF-SHA256")
              .deriveKey(
                  "AES",
                  HKDFParameterSpec.ofExtract()
                      .addIKM(Secrets.plain(code).getBytes(StandardCharsets.UTF_8))
                      .thenExpand("candour draft 1".getBytes(StandardCharsets.UTF_8), KEY_BYTES));
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a draft could not be sealed or opened", e);
    }
  }
}
