package uk.candour.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uk.candour.record.EntryAttribute;
import uk.candour.record.Written;
import uk.candour.server.Town.Visitor;
import uk.candour.server.access.UserRole;
import uk.candour.server.accounts.Account;
import uk.candour.server.accounts.Accounts;
import uk.candour.server.picture.Picture;

/// Users, agencies and tokens, changed by an administrator over HTTP.
final class AdministrationTest {

  private static final Pattern SECRET = Pattern.compile("candour-code candour-big\">([^<]+)</p>");
  private static final String PASSWORD = "four quite unrelated words";

  private final Town town = Town.get();
  private final Visitor administrator = town.visitor(Town.name(UserRole.ADMINISTRATOR));

  private static String secret(String page) {
    Matcher secret = SECRET.matcher(page);
    assertThat(secret.find()).as(page).isTrue();
    return secret.group(1);
  }

  private String invited(String name, UserRole role) {
    return secret(
        administrator
            .post(
                "/administration/users",
                Map.of(
                    "name",
                    name,
                    "full-name",
                    "Somebody New",
                    "role",
                    role.word(),
                    "agency",
                    Town.SOCIAL,
                    "team",
                    "Front door"))
            .body());
  }

  private Visitor arrived(String name, UserRole role) {
    var visitor = new Visitor(town.address());
    visitor.post("/welcome", Map.of("code", invited(name, role), "password", PASSWORD));
    assertThat(signIn(visitor, name)).isTrue();
    return visitor;
  }

  private static boolean signIn(Visitor visitor, String name) {
    return !visitor
        .post("/sign-in", Map.of("username", name, "password", PASSWORD))
        .headers()
        .firstValue("location")
        .orElse("/sign-in")
        .contains("/sign-in");
  }

  private List<String> changes(String subject) {
    return town.running.context().getBean(Picture.class).administration().stream()
        .map(act -> act.written().entries().getFirst())
        .filter(entry -> subject.equals(entry.text(EntryAttribute.SUBJECT)))
        .map(AdministrationTest::change)
        .toList();
  }

  private static String change(Written.Entry entry) {
    return entry.text(EntryAttribute.BY) + ": " + entry.text(EntryAttribute.NEW);
  }

  @Test
  void aUserIsAddedChoosesAPasswordOnceAndBothAreEntries() {
    String code = invited("added", UserRole.REPORTER);
    var visitor = new Visitor(town.address());

    var chosen = visitor.post("/welcome", Map.of("code", code, "password", PASSWORD));
    var again = new Visitor(town.address()).post("/welcome/code", Map.of("code", code));

    assertThat(chosen.headers().firstValue("location").orElse("")).endsWith("/sign-in");
    assertThat(signIn(visitor, "added")).isTrue();
    assertThat(again.statusCode()).isEqualTo(400);
    assertThat(changes("account added"))
        .containsExactly(
            "an.administrator: Somebody New, Reporter, " + Town.SOCIAL + ", Front door",
            "added: password chosen by a one-time code");
  }

  @Test
  void aNewCodeMakesTheEarlierOneWorthless() {
    String first = invited("asked-twice", UserRole.REPORTER);
    String second =
        secret(
            administrator
                .post("/administration/users/asked-twice", Map.of("change", "invite"))
                .body());
    var visitor = new Visitor(town.address());

    assertThat(visitor.post("/welcome/code", Map.of("code", first)).statusCode()).isEqualTo(400);
    assertThat(visitor.post("/welcome/code", Map.of("code", second)).statusCode()).isEqualTo(200);
  }

  @Test
  void aResetLeavesThePresentPasswordUntilTheCodeIsUsedAndThenEndsEverySession() {
    Visitor visitor = arrived("forgetful", UserRole.REPORTER);
    String code =
        secret(
            administrator
                .post("/administration/users/forgetful", Map.of("change", "invite"))
                .body());

    assertThat(visitor.get("/my-reports").statusCode()).isEqualTo(200);

    new Visitor(town.address())
        .post("/welcome", Map.of("code", code, "password", "another set of words"));

    assertThat(visitor.get("/my-reports").statusCode()).isEqualTo(302);
  }

  @Test
  void whoeverIsShutOutIsSignedOutAtOnceAndStaysOutWhenLetInAgainUntilTheySignIn() {
    Visitor visitor = arrived("leaver", UserRole.DECISION_MAKER);
    assertThat(visitor.get("/queue").statusCode()).isEqualTo(200);

    administrator.post("/administration/users/leaver", Map.of("change", "disable"));

    assertThat(visitor.get("/queue").statusCode()).isEqualTo(302);
    assertThat(signIn(new Visitor(town.address()), "leaver")).isFalse();

    administrator.post("/administration/users/leaver", Map.of("change", "enable"));

    assertThat(visitor.get("/queue").statusCode()).isEqualTo(302);
    assertThat(signIn(visitor, "leaver")).isTrue();
  }

  @Test
  void aCodeIsWorthNothingOnceItsHolderIsShutOut() {
    String code = invited("never-came", UserRole.REPORTER);

    administrator.post("/administration/users/never-came", Map.of("change", "disable"));

    assertThat(
            new Visitor(town.address())
                .post("/welcome", Map.of("code", code, "password", PASSWORD))
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void anotherRoleHoldsAtOnceAndIsAnEntry() {
    Visitor visitor = arrived("promoted", UserRole.DECISION_MAKER);
    assertThat(visitor.get("/queue").statusCode()).isEqualTo(200);

    administrator.post(
        "/administration/users/promoted",
        Map.of(
            "change", "save",
            "full-name", "Somebody New",
            "role", "auditor",
            "agency", Town.SOCIAL,
            "team", ""));

    assertThat(visitor.get("/queue").statusCode()).isIn(302, 404);
    assertThat(signIn(visitor, "promoted")).isTrue();
    assertThat(visitor.get("/queue").statusCode()).isEqualTo(404);
    assertThat(visitor.get("/access-log").statusCode()).isEqualTo(200);
    assertThat(changes("account promoted"))
        .endsWith("an.administrator: Somebody New, Auditor, " + Town.SOCIAL);
  }

  @Test
  void anAdministratorTakesNoOtherRoleAndDoesNotShutThemselvesOut() {
    Account before =
        town.running.context().getBean(Accounts.class).account("an.administrator").orElseThrow();

    var role =
        administrator.post(
            "/administration/users/an.administrator",
            Map.of(
                "change",
                "save",
                "full-name",
                before.fullName(),
                "role",
                "decision-maker",
                "agency",
                before.agency()));
    var out =
        administrator.post("/administration/users/an.administrator", Map.of("change", "disable"));

    assertThat(List.of(role.statusCode(), out.statusCode())).containsExactly(400, 400);
    assertThat(town.running.context().getBean(Accounts.class).account("an.administrator"))
        .contains(before);
  }

  @Test
  void aTokenIsShownOnceLetsAnAgencysSystemReportAndIsRevoked() {
    String token =
        secret(
            administrator
                .post(
                    "/administration/tokens",
                    Map.of("label", "Case system", "token-agency", Town.HEALTH))
                .body());

    assertThat(reportWith(token, "token-1")).isEqualTo(201);
    String overview = administrator.get("/administration").body();
    assertThat(overview).contains("Case system").doesNotContain(token);

    Matcher id = Pattern.compile("/administration/tokens/([^/]+)/revoke").matcher(overview);
    assertThat(id.find()).isTrue();
    administrator.post("/administration/tokens/" + id.group(1) + "/revoke", Map.of());

    assertThat(reportWith(token, "token-2")).isEqualTo(401);
    assertThat(changes("token of " + Town.HEALTH))
        .containsExactly("an.administrator: Case system", "an.administrator: revoked");
  }

  private int reportWith(String token, String key) {
    return town.visitor("public")
        .send(
            HttpRequest.newBuilder(URI.create(town.address() + "/api/v1/reports"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key)
                .POST(
                    BodyPublishers.ofString(
                        "{\"concern\": \"neglect\", \"text\": \"Comes hungry.\"}"))
                .build())
        .statusCode();
  }

  @Test
  void anAgencyIsAddedAndIsAnEntry() {
    administrator.post(
        "/administration/agencies",
        Map.of("agency-name", "Ridley youth club", "kind", "youth", "area", "X08000002"));

    assertThat(town.running.context().getBean(Accounts.class).agency("Ridley youth club"))
        .isPresent();
    assertThat(changes("agency Ridley youth club"))
        .containsExactly("an.administrator: youth, X08000002");
  }

  @Test
  void whatIsWrongIsSaidAndNothingIsChanged() {
    var answer =
        administrator.post(
            "/administration/users",
            Map.of("name", "Not A Name", "role", "public", "agency", "nobody's"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("User name must be")
        .contains("Choose a role")
        .contains("Choose an agency");
    assertThat(changes("account Not A Name")).isEmpty();
  }

  @Test
  void anAdministratorSeesNoChild() {
    String report = town.report("Lavinia");
    town.whoIsWhoIsKnown();

    for (String path :
        List.of("/queue", "/reports/" + report, "/children/" + report + "/1", "/search")) {
      assertThat(administrator.get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(administrator.get("/administration").body()).doesNotContain("Lavinia");
  }
}
