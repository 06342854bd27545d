package uk.candour.server.accounts;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/// Passwords: Argon2id with 46 MiB, two passes and one lane, which is above the library's default
/// of 16 MiB and OWASP's least of 19 MiB.
///
/// At most two are hashed at once, so that a flood of sign-ins costs no more than 92 MiB.
public final class Passwords implements PasswordEncoder {

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;
  private static final int KIBIBYTES = 46 * 1024;
  private static final int PASSES = 2;
  private static final int AT_ONCE = 2;
  private static final int SHORTEST = 12;
  private static final int LONGEST = 200;
  private static final int LEAST_DIFFERENT_LETTERS = 5;

  private final Argon2PasswordEncoder argon2 =
      new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIBIBYTES, PASSES);
  private final Semaphore turns = new Semaphore(AT_ONCE);

  @Override
  public @Nullable String encode(@Nullable CharSequence password) {
    turns.acquireUninterruptibly();
    try {
      return argon2.encode(password);
    } finally {
      turns.release();
    }
  }

  @Override
  public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
    turns.acquireUninterruptibly();
    try {
      return argon2.matches(password, hash);
    } finally {
      turns.release();
    }
  }

  /// What is wrong with a password that somebody chooses, or nothing. No rule asks for kinds of
  /// letters: length is what counts.
  public static Optional<String> problem(String password, Account account) {
    if (password.length() < SHORTEST) {
      return Optional.of("Password must have " + SHORTEST + " characters or more");
    }
    if (password.length() > LONGEST) {
      return Optional.of("Password must have " + LONGEST + " characters or fewer");
    }
    String lower = password.toLowerCase(Locale.ROOT);
    if (password.chars().distinct().count() < LEAST_DIFFERENT_LETTERS
        || lower.contains(account.name().toLowerCase(Locale.ROOT))
        || lower.contains("password")
        || lower.contains("candour")
        || "0123456789012345678901234567890".contains(lower)
        || "qwertyuiopasdfghjklzxcvbnm".contains(lower)) {
      return Optional.of("Password is one that others would guess. Choose three unrelated words");
    }
    return Optional.empty();
  }
}
