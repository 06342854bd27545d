package uk.candour.server.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/// Lets an account in by its password. A name that is not there takes as long as one that is, and
/// is answered alike; after ten failures in a quarter of an hour a name waits.
public final class SignIn implements AuthenticationProvider {

  private static final int FAILURES = 10;
  private static final Duration WITHIN = Duration.ofMinutes(15);
  private static final int NAMES_REMEMBERED = 10_000;

  private final Accounts accounts;
  private final Passwords passwords;
  private final Clock clock;
  private final Map<String, Deque<Instant>> failures = new ConcurrentHashMap<>();
  private final String anyHash;

  public SignIn(Accounts accounts, Passwords passwords, Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.clock = clock;
    this.anyHash = Objects.requireNonNull(passwords.encode(Secrets.code()));
  }

  @Override
  public Authentication authenticate(Authentication asked) {
    String name = asked.getName();
    String password = String.valueOf(asked.getCredentials());
    Optional<Account> account = accounts.account(name).filter(Account::lives);
    String hash = account.map(Account::passwordHash).orElse(anyHash);
    boolean waits = mustWait(name);
    boolean right = passwords.matches(password, hash) && account.isPresent();
    if (!right || waits) {
      failed(name);
      throw new BadCredentialsException("refused");
    }
    failures.remove(name);
    return UsernamePasswordAuthenticationToken.authenticated(name, null, List.of());
  }

  private boolean mustWait(String name) {
    Deque<Instant> times = failures.get(name);
    if (times == null) {
      return false;
    }
    synchronized (times) {
      Instant since = clock.instant().minus(WITHIN);
      while (!times.isEmpty() && times.peekFirst().isBefore(since)) {
        times.removeFirst();
      }
      return times.size() >= FAILURES;
    }
  }

  private void failed(String name) {
    if (failures.size() > NAMES_REMEMBERED) {
      failures.clear();
    }
    Deque<Instant> times = failures.computeIfAbsent(name, _ -> new ArrayDeque<>());
    synchronized (times) {
      times.addLast(clock.instant());
    }
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }
}
