package uk.candour.server.accounts;

import org.jspecify.annotations.Nullable;
import uk.candour.server.access.UserRole;

/// Somebody who may sign in.
///
/// @param name what they sign in with; never changed, since entries name it
/// @param passwordHash null until they have chosen a password
public record Account(
    String name,
    String fullName,
    UserRole role,
    String agency,
    String team,
    @Nullable String passwordHash,
    boolean disabled) {

  /// Whether the account can be signed in to, and so can own a duty.
  public boolean lives() {
    return !disabled && passwordHash != null;
  }
}
