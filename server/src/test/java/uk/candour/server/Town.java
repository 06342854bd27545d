package uk.candour.server;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.candour.record.AgencyKind;
import uk.candour.server.access.UserRole;
import uk.candour.server.accounts.Account;
import uk.candour.server.accounts.Accounts;
import uk.candour.server.accounts.Agency;
import uk.candour.server.accounts.Passwords;
import uk.candour.server.picture.Picture;
import uk.candour.server.picture.WhoIsWhoNow;
import uk.candour.store.RefusesToSign;
import uk.candour.store.Unavailable;

/// A running service over a real database with somebody in each role, started once for all tests of
/// a run, and those who ask it things.
final class Town {

  static final String PASSWORD = "three unrelated words";
  static final String SOCIAL = "Ridley children's services";
  static final String HEALTH = "Ridley clinic";

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Pattern REFERENCE = Pattern.compile("\"reference\":\"([^\"]+)\"");
  private static final AtomicInteger KEYS = new AtomicInteger();
  private static @Nullable Town town;
  private static boolean began;

  final Serve.Running running;
  private final String address;
  private final Map<String, Visitor> visitors = new HashMap<>();

  private Town(Serve.Running running) {
    this.running = running;
    this.address = "http://127.0.0.1:" + running.port();
  }

  static synchronized Town get() {
    Town there = town;
    if (there == null) {
      if (began) {
        throw new IllegalStateException("the service did not start; see the first failure");
      }
      began = true;
      there = start();
      town = there;
    }
    return there;
  }

  private static Town start() {
    try {
      Path data = Files.createTempDirectory("candour-server");
      var running =
          Serve.start(new Settings(0, "127.0.0.1", data, null, false, 1, "X08000002", "", false));
      var accounts = running.context().getBean(Accounts.class);
      var passwords = running.context().getBean(Passwords.class);
      String hash = Objects.requireNonNull(passwords.encode(PASSWORD));
      accounts.add(new Agency(SOCIAL, AgencyKind.SOCIAL_CARE, "X08000002"));
      accounts.add(new Agency(HEALTH, AgencyKind.HEALTH, "X08000002"));
      for (UserRole role : UserRole.values()) {
        if (role != UserRole.PUBLIC) {
          add(accounts, role, name(role), SOCIAL, hash);
          add(accounts, role, name(role) + ".matrix", SOCIAL, hash);
          add(accounts, role, name(role) + ".browser", SOCIAL, hash);
          add(accounts, role, name(role) + ".elsewhere", HEALTH, hash);
        }
      }
      return new Town(running);
    } catch (IOException | Unavailable | RefusesToSign e) {
      throw new IllegalStateException(e);
    }
  }

  private static void add(
      Accounts accounts, UserRole role, String name, String agency, String hash) {
    accounts.add(new Account(name, role.title(), role, agency, "", hash, false));
  }

  /// The name of an account in a role; the service has made the first administrator's itself.
  static String name(UserRole role) {
    return role == UserRole.ADMINISTRATOR ? "an.administrator" : role.word();
  }

  String address() {
    return address;
  }

  /// Somebody nobody knows, with no cookie yet.
  Visitor stranger() {
    return new Visitor(address);
  }

  /// Somebody who asks: an account's name, or `public`.
  synchronized Visitor visitor(String name) {
    return visitors.computeIfAbsent(name, this::arrive);
  }

  private Visitor arrive(String name) {
    var visitor = new Visitor(address);
    if (!name.equals("public")) {
      var answer = visitor.post("/sign-in", Map.of("username", name, "password", PASSWORD));
      if (!answer.headers().firstValue("location").orElse("").endsWith("/")) {
        throw new IllegalStateException(name + " was not let in: " + answer.statusCode());
      }
    }
    return visitor;
  }

  /// Reports a child through the API and gives the reference.
  String report(String child) {
    return report(child, "social-care");
  }

  String report(String child, String to) {
    int key = KEYS.incrementAndGet();
    String body =
        """
        {"concern": "exploitation", "text": "Seen at the arcade.", "severity": 3, "to": "%s",
         "children": [{"forename": "%s", "surname": "%sworth", "born": "2012-02-%02d"}]}
        """
            .formatted(to, child, child, 1 + key % 28);
    var answer = visitor("public").json("key-" + key, body);
    Matcher reference = REFERENCE.matcher(answer.body());
    if (!reference.find()) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return reference.group(1);
  }

  /// Waits until the picture of who is who knows whoever was reported so far.
  void whoIsWhoIsKnown() {
    var whoIsWho = running.context().getBean(WhoIsWhoNow.class);
    var picture = running.context().getBean(Picture.class);
    try {
      picture.catchUp();
      while (whoIsWho.isBehind()) {
        Thread.sleep(50);
      }
    } catch (Unavailable e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// A browser of somebody, without the browser.
  static final class Visitor {

    private final String address;
    private final HttpClient client =
        HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    Visitor(String address) {
      this.address = address;
    }

    HttpResponse<String> get(String path) {
      return send(HttpRequest.newBuilder(URI.create(address + path)).build());
    }

    /// Sends a form with the secret that the pages of this visitor carry.
    HttpResponse<String> post(String path, Map<String, String> form) {
      Matcher csrf = CSRF.matcher(get("/report").body());
      Map<String, String> all = new HashMap<>(form);
      if (csrf.find()) {
        all.put("_csrf", csrf.group(1));
      }
      String body =
          all.entrySet().stream()
              .map(one ->
                  one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
              .collect(Collectors.joining("&"));
      return send(
          HttpRequest.newBuilder(URI.create(address + path))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(body))
              .build());
    }

    /// Sends a report as JSON under a key; an empty key is not sent.
    HttpResponse<String> json(String key, String json) {
      var request =
          HttpRequest.newBuilder(URI.create(address + "/api/v1/reports"))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(json));
      if (!key.isEmpty()) {
        request.header("Idempotency-Key", key);
      }
      return send(request.build());
    }

    HttpResponse<String> send(HttpRequest request) {
      try {
        return client.send(request, BodyHandlers.ofString());
      } catch (IOException e) {
        throw new IllegalStateException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
