package uk.candour.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import uk.candour.server.access.AccessTable;
import uk.candour.server.access.UserRole;

/// Who may do what, asked of the running service and compared with a table that people wrote.
final class AccessTest {

  /// What Spring Security answers before any page is asked.
  private static final Set<String> ANSWERED_BEFORE = Set.of("POST /sign-in", "POST /sign-out");

  @Test
  void everyRouteHasARuleAndEveryRuleARoute() {
    Set<String> routes = new TreeSet<>(ANSWERED_BEFORE);
    Town.get()
        .running
        .context()
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach((mapping, handler) -> {
          for (String pattern : mapping.getPatternValues()) {
            Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
            if (methods.isEmpty()) {
              routes.add("GET " + pattern);
            }
            methods.forEach(method -> routes.add(method + " " + pattern));
          }
        });
    Set<String> rules = new TreeSet<>();
    AccessTable.read().rules().forEach(rule -> rules.add(rule.method() + " " + rule.route()));

    assertThat(rules).isEqualTo(routes);
  }

  /// Every cell of the written matrix: a role asks a route about a record with which it has the
  /// relation. `{decided}` and the like stand for records made for the test.
  @Test
  void everyCellOfTheWrittenMatrixIsAnsweredAsItSays() throws IOException {
    Town town = Town.get();
    Map<String, String> records =
        Map.of(
            "{ours}", town.report("Ottilie"),
            "{theirs}", town.report("Tamsin", Town.HEALTH),
            "{absent}", "0000-0000-0000");
    town.whoIsWhoIsKnown();
    List<String> wrong = new ArrayList<>();
    Town.Visitor stranger = town.stranger();
    int cells = 0;
    for (String[] row : matrix()) {
      String path = row[1];
      for (Map.Entry<String, String> record : records.entrySet()) {
        path = path.replace(record.getKey(), record.getValue());
      }
      for (UserRole role : UserRole.values()) {
        String expected = row[3 + role.ordinal()].strip();
        var visitor =
            role == UserRole.PUBLIC ? stranger : town.visitor(Town.name(role) + ".matrix");
        var answer = row[0].equals("GET") ? visitor.get(path) : visitor.post(path, Map.of());
        cells++;
        if (!String.valueOf(answer.statusCode()).equals(expected)) {
          wrong.add(
              "%s %s (%s) as %s: %d, written %s"
                  .formatted(row[0], row[1], row[2], role.word(), answer.statusCode(), expected));
        }
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(cells).isGreaterThan(400);
  }

  private static List<String[]> matrix() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(AccessTest.class.getResourceAsStream("access-matrix.csv"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .filter(line -> !line.isBlank())
          .map(line -> line.split(",", -1))
          .toList();
    }
  }

  @Test
  void anAbsentReportAndOneThatIsNotForTheViewerAreAnsweredAlike() {
    Town town = Town.get();
    String theirs = town.report("Perpetua", Town.HEALTH);
    var visitor = town.visitor("decision-maker");

    String absent = visitor.get("/reports/0000-0000-0000").body();
    String closed = visitor.get("/reports/" + theirs).body();

    assertThat(plain(closed)).isEqualTo(plain(absent));
  }

  @Test
  void anAbsentChildAndOneThatIsNotForTheViewerAreAnsweredAlike() {
    Town town = Town.get();
    String theirs = town.report("Philippa", Town.HEALTH);
    var visitor = town.visitor("decision-maker");

    town.whoIsWhoIsKnown();
    var absent = visitor.get("/children/0000-0000-0000/1");
    var closed = visitor.get("/children/" + theirs + "/1");

    assertThat(closed.statusCode()).isEqualTo(absent.statusCode()).isEqualTo(404);
    assertThat(plain(closed.body()).replace(theirs, ""))
        .isEqualTo(plain(absent.body()).replace("0000-0000-0000", ""));
  }

  /// A page without what is new in every response: nonces and the form's secret.
  private static String plain(String html) {
    return html.replaceAll("nonce=\"[^\"]*\"", "").replaceAll("value=\"[^\"]*\"", "");
  }
}
