package uk.candour.server.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import uk.candour.server.accounts.Account;
import uk.candour.server.accounts.Accounts;

/// Finds out who asks. The account is looked up at each request, so that one that was disabled or
/// changed a moment ago is so at once.
public final class Viewers {

  private final Accounts accounts;

  public Viewers(Accounts accounts) {
    this.accounts = accounts;
  }

  public Viewer current() {
    return of(SecurityContextHolder.getContext().getAuthentication());
  }

  Viewer of(@Nullable Authentication authentication) {
    if (authentication == null || !authentication.isAuthenticated()) {
      return Viewer.NOBODY;
    }
    return accounts
        .account(authentication.getName())
        .filter(Account::lives)
        .map(Viewer::new)
        .orElse(Viewer.NOBODY);
  }
}
