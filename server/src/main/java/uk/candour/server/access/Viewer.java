package uk.candour.server.access;

import org.jspecify.annotations.Nullable;
import uk.candour.server.accounts.Account;

/// Who asks: an account that is signed in, or nobody.
///
/// @param account null for nobody
public record Viewer(@Nullable Account account) {

  public static final Viewer NOBODY = new Viewer(null);

  public UserRole role() {
    return account == null ? UserRole.PUBLIC : account.role();
  }

  public boolean isSignedIn() {
    return account != null;
  }

  /// The account, where the route lets nobody in without one.
  public Account signedIn() {
    if (account == null) {
      throw new IllegalStateException("a route that needs a sign-in was reached without one");
    }
    return account;
  }
}
