package uk.candour.server.accounts;

import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;

/// Ends what an account is signed in to, everywhere and at once.
public final class Sessions {

  private final SessionRegistry registry;

  public Sessions(SessionRegistry registry) {
    this.registry = registry;
  }

  public void end(String account) {
    registry.getAllSessions(account, false).forEach(SessionInformation::expireNow);
  }
}
