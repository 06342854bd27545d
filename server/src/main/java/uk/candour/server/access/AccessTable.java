package uk.candour.server.access;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/// Who may do what: the one table, `access.csv`, a line a method and route, a column a role.
///
/// A cell is `-` (may not) or a [Relation]. The column `shows` is `child` where the answer may show
/// a child. What no line allows is denied; a route without a line fails the build.
public final class AccessTable {

  private static final String FILE = "/uk/candour/server/access.csv";
  private static final UserRole[] ROLES = UserRole.values();
  private static final int FIRST_ROLE = 2;

  private final List<AccessRule> rules;

  private AccessTable(List<AccessRule> rules) {
    this.rules = List.copyOf(rules);
  }

  /// The table that ships with the product.
  public static AccessTable read() {
    try (InputStream file = AccessTable.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException(FILE + " is not on the class path");
      }
      return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static AccessTable parse(String csv) {
    var parser = new PathPatternParser();
    List<AccessRule> rules = new ArrayList<>();
    List<String> lines = csv.lines().toList();
    for (int i = 1; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank()) {
        continue;
      }
      String[] cells = line.split(",", FIRST_ROLE + ROLES.length + 2);
      if (cells.length != FIRST_ROLE + ROLES.length + 2) {
        throw new IllegalArgumentException(
            FILE + " line " + (i + 1) + " has " + cells.length + " cells: " + line);
      }
      Map<UserRole, Relation> allowed = new EnumMap<>(UserRole.class);
      for (UserRole role : ROLES) {
        String cell = cells[FIRST_ROLE + role.ordinal()].strip();
        if (!cell.equals("-")) {
          allowed.put(role, Relation.valueOf(cell.toUpperCase(Locale.ROOT)));
        }
      }
      String route = cells[1].strip();
      rules.add(
          new AccessRule(
              cells[0].strip(),
              route,
              parser.parse(route),
              allowed,
              cells[FIRST_ROLE + ROLES.length].strip().equals("child"),
              cells[FIRST_ROLE + ROLES.length + 1].strip()));
    }
    rules.sort((a, b) -> a.pattern().compareTo(b.pattern()));
    return new AccessTable(rules);
  }

  public List<AccessRule> rules() {
    return rules;
  }

  /// The rule for a request: that of the most specific route that matches, or nothing. `HEAD` is
  /// asked as `GET`.
  public Optional<AccessRule> rule(HttpServletRequest request) {
    String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
    PathContainer path = PathContainer.parsePath(request.getRequestURI());
    for (AccessRule rule : rules) {
      if (rule.method().equals(method) && rule.pattern().matches(path)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }

  /// The methods that the routes of a path have; `HEAD` wherever there is `GET`.
  Set<String> methods(HttpServletRequest request) {
    PathContainer path = PathContainer.parsePath(request.getRequestURI());
    Set<String> methods = new TreeSet<>();
    for (AccessRule rule : rules) {
      if (rule.pattern().matches(path)) {
        methods.add(rule.method());
        if (rule.method().equals("GET")) {
          methods.add("HEAD");
        }
      }
    }
    return methods;
  }

  /// Whether some method of a route matches the path.
  public boolean knows(HttpServletRequest request) {
    return !methods(request).isEmpty();
  }
}
