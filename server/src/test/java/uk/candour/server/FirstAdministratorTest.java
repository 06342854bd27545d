package uk.candour.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.candour.server.Town.Visitor;
import uk.candour.server.accounts.Accounts;

/// A service that starts for the first time has no account that anybody could know: it prints a
/// link, once, by which the first administrator comes.
final class FirstAdministratorTest {

  private static final Pattern LINK = Pattern.compile("(http://\\S+)/welcome#(\\S+)");

  @TempDir private Path data;

  @Test
  void theFirstAdministratorComesByALinkThatWorksOnce() throws Exception {
    var printed = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    var settings =
        new Settings(0, "127.0.0.1", data.resolve("record"), null, false, 1, "area", "", false);
    try (var running = Serve.start(settings)) {
      System.setOut(before);
      Matcher link = LINK.matcher(printed.toString(StandardCharsets.UTF_8));
      assertThat(link.find()).isTrue();
      assertThat(running.context().getBean(Accounts.class).all())
          .noneMatch(account -> account.lives());
      var visitor = new Visitor(link.group(1));
      String password = "four quite unrelated words";

      assertThat(visitor.post("/welcome/code", Map.of("code", link.group(2))).body())
          .contains("First administrator");
      var chosen = visitor.post("/welcome", Map.of("code", link.group(2), "password", password));
      var again = visitor.post("/welcome", Map.of("code", link.group(2), "password", password));
      visitor.post("/sign-in", Map.of("username", "administrator", "password", password));

      assertThat(chosen.statusCode()).isEqualTo(302);
      assertThat(again.statusCode()).isEqualTo(400);
      assertThat(visitor.get("/administration").statusCode()).isEqualTo(200);
    } finally {
      System.setOut(before);
    }
  }
}
