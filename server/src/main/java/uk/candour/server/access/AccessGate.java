package uk.candour.server.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/// Lets a request through where the access table has a line for it that allows the viewer's role.
/// What else must hold, the record's own relation to the viewer, the page asks of [Access].
public final class AccessGate implements AuthorizationManager<RequestAuthorizationContext> {

  /// The request attribute that holds the rule which let the request in.
  public static final String RULE = AccessGate.class.getName() + ".rule";

  private final AccessTable table;
  private final Viewers viewers;

  public AccessGate(AccessTable table, Viewers viewers) {
    this.table = table;
    this.viewers = viewers;
  }

  @Override
  public AuthorizationResult authorize(
      Supplier<? extends @Nullable Authentication> authentication,
      RequestAuthorizationContext context) {
    HttpServletRequest request = context.getRequest();
    Optional<AccessRule> rule = table.rule(request);
    rule.ifPresent(found -> request.setAttribute(RULE, found));
    boolean allowed =
        rule.filter(found -> found.allows(viewers.of(authentication.get()).role())).isPresent();
    return new AuthorizationDecision(allowed);
  }
}
