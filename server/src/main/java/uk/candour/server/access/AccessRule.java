package uk.candour.server.access;

import java.util.Map;
import org.springframework.web.util.pattern.PathPattern;

/// One line of the access table: a method of a route, and for each role that may use it what must
/// hold between the viewer and the record.
///
/// @param allowed the roles that may, each with the relation; a role that is absent may not
/// @param showsChildren whether the answer may show a child, and so is preceded by an entry
public record AccessRule(
    String method,
    String route,
    PathPattern pattern,
    Map<UserRole, Relation> allowed,
    boolean showsChildren,
    String what) {

  public AccessRule {
    allowed = Map.copyOf(allowed);
  }

  public boolean allows(UserRole role) {
    return allowed.containsKey(role);
  }
}
