package uk.candour.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The pages in Chromium: by somebody with a screen reader, on a phone and at a desk, by keyboard
/// alone, and without a script.
final class PagesInBrowserTest {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
  private static final int[] WIDTHS = {1280, 390};
  private static final int MOST_TABS = 80;

  private static @Nullable Playwright playwright;
  private static @Nullable Browser browser;

  @BeforeAll
  static void openTheBrowser() {
    boolean hasChromium = Files.isExecutable(CHROMIUM);
    if (!hasChromium && "true".equals(System.getenv("CI"))) {
      throw new AssertionError(CHROMIUM + " is absent, and in CI it must be there");
    }
    assumeTrue(hasChromium, CHROMIUM + " is absent: the pages were not looked at");
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setHeadless(true));
  }

  @AfterAll
  static void close() {
    if (playwright != null) {
      playwright.close();
    }
  }

  @ParameterizedTest(name = "{1} as {0}")
  @CsvSource({
    "public, /",
    "public, /nowhere",
    "public, /sign-in",
    "public, /welcome",
    "public, /report",
    "public, /report/who",
    "public, /report/children",
    "public, /report/concern",
    "public, /report/when",
    "public, /report/childs-words",
    "public, /report/what-happened",
    "public, /report/opinion",
    "public, /report/harm",
    "public, /report/people",
    "public, /report/people/1",
    "public, /report/places",
    "public, /report/places/1",
    "public, /report/vehicles/1",
    "public, /report/severity",
    "public, /report/check",
    "public, /report-come-back",
    "public, /follow",
    "public, /statistics",
    "public, /about-the-log",
    "reporter, /my-reports",
    "decision-maker, /queue",
    "decision-maker, /reports/{report}",
    "decision-maker, /children/{report}/1",
    "decision-maker, /children/0000-0000-0000/1",
    "decision-maker, /search",
    "decision-maker, /directions",
    "decision-maker, /duties",
    "decision-maker, /caseload",
    "manager, /escalations",
    "head-of-service, /duties",
    "head-of-service, /access-log",
    "analyst, /inquiries",
    "auditor, /access-log",
    "an.administrator, /administration"
  })
  void everybodyCanReadThePageAtTwoWidths(String who, String path) {
    String report = Town.get().report("Araminta");
    Town.get().whoIsWhoIsKnown();
    try (BrowserContext context = browser().newContext()) {
      Page page = signedIn(context, who);
      for (int width : WIDTHS) {
        page.setViewportSize(width, width < 500 ? 844 : 900);
        page.navigate(Town.get().address() + path.replace("{report}", report));

        assertThat(violations(page)).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
      }
    }
  }

  @ParameterizedTest(name = "a mistake at {0}")
  @CsvSource({"/report/who", "/report/concern", "/report/what-happened", "/follow"})
  void everybodyCanReadWhatIsWrong(String path) {
    try (BrowserContext context = browser().newContext()) {
      Page page = signedIn(context, "public");
      page.navigate(Town.get().address() + path);
      page.locator("main button[type=submit]").first().click();

      assertThat(page.locator(".govuk-error-summary").count()).isEqualTo(1);
      assertThat(page.title()).startsWith("Error: ");
      assertThat(violations(page)).isEmpty();
    }
  }

  @Test
  void aConcernIsReportedByKeyboardAlone() {
    try (BrowserContext context = browser().newContext()) {
      Page page = context.newPage();
      page.navigate(Town.get().address() + "/report");
      press(page, "Start now");
      choose(page, "anonymous");
      press(page, "Continue");
      reach(page, "[name='children.1.forename']");
      page.keyboard().type("Cordelia");
      press(page, "Continue");
      press(page, "Continue");
      choose(page, "exploitation");
      press(page, "Continue");
      press(page, "Continue");
      press(page, "Continue");
      reach(page, "textarea");
      page.keyboard().type("Seen with men at the arcade.");
      press(page, "Continue");
      press(page, "Continue");
      press(page, "Continue");
      press(page, "I know of none");
      press(page, "I know of none");
      press(page, "I know of none");
      choose(page, "4");
      press(page, "Continue");
      press(page, "Send the report");

      assertThat(page.locator("h1").textContent()).isEqualTo("Report received");
      assertThat(violations(page)).isEmpty();
    }
  }

  @Test
  void aReportIsDecidedByKeyboardAlone() {
    String report = Town.get().report("Dorothea");
    try (BrowserContext context = browser().newContext()) {
      Page page = signedIn(context, "decision-maker");
      page.navigate(Town.get().address() + "/reports/" + report);
      choose(page, "accepted");
      press(page, "Decide");

      assertThat(page.locator(".candour-tag").first().textContent()).isEqualTo("Decided");
      assertThat(violations(page)).isEmpty();
    }
  }

  @Test
  void aConcernIsReportedWithoutAScript() {
    try (BrowserContext context =
        browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      Page page = context.newPage();
      page.navigate(Town.get().address() + "/report");
      page.locator("main button").first().click();
      page.locator("[value=anonymous]").check();
      page.locator("main button").first().click();

      assertThat(page.url()).endsWith("/report/children");
    }
  }

  @Test
  void noPageAsksForAnythingElsewhereAndNoScriptIsRefused() {
    List<String> elsewhere = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    try (BrowserContext context = browser().newContext()) {
      Page page = context.newPage();
      page.onRequest(request -> {
        if (!request.url().startsWith(Town.get().address())) {
          elsewhere.add(request.url());
        }
      });
      page.onConsoleMessage(message -> refused.add(message.text()));
      page.navigate(Town.get().address() + "/report");

      assertThat(elsewhere).isEmpty();
      assertThat(refused).isEmpty();
      assertThat(page.evaluate("document.body.classList.contains('js-enabled')")).isEqualTo(true);
    }
  }

  /// Tabs on until a part of the page has the focus.
  private static void reach(Page page, String part) {
    for (int tabs = 0; tabs < MOST_TABS; tabs++) {
      if (Boolean.TRUE.equals(
          page.evaluate(
              "part => document.activeElement !== null && document.activeElement.matches(part)",
              part))) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError(part + " is not reached by the Tab key on " + page.url());
  }

  private static void press(Page page, String button) {
    for (int tabs = 0; tabs < MOST_TABS; tabs++) {
      if (button.equals(
          page.evaluate(
              "document.activeElement.tagName === 'BUTTON'"
                  + " ? document.activeElement.textContent.trim() : ''"))) {
        page.evaluate("window.before = true");
        page.keyboard().press("Enter");
        awaitNextPage(page);
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("'" + button + "' is not reached by the Tab key on " + page.url());
  }

  /// Waits for the page after this one, by asking again and again: the pages' own policy forbids
  /// what a wait inside the page would need.
  private static void awaitNextPage(Page page) {
    for (int waited = 0; waited < 300; waited++) {
      try {
        if (Boolean.TRUE.equals(
            page.evaluate("window.before === undefined && document.readyState === 'complete'"))) {
          return;
        }
      } catch (PlaywrightException e) {
        // The page went away while it was asked.
      }
      page.waitForTimeout(50);
    }
    throw new AssertionError("nothing came after " + page.url());
  }

  /// Chooses one of several by the arrow keys.
  private static void choose(Page page, String value) {
    reach(page, "input[type=radio]");
    page.keyboard().press("Space");
    for (int steps = 0; steps < MOST_TABS; steps++) {
      if (value.equals(page.evaluate("document.activeElement.value"))) {
        return;
      }
      page.keyboard().press("ArrowDown");
    }
    throw new AssertionError(value + " is not reached by the arrow keys on " + page.url());
  }

  private static List<String> violations(Page page) {
    return new AxeBuilder(page)
        .withTags(WCAG).analyze().getViolations().stream()
            .map(rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml())
            .toList();
  }

  private static Page signedIn(BrowserContext context, String who) {
    Page page = context.newPage();
    if (!who.equals("public")) {
      page.navigate(Town.get().address() + "/sign-in");
      page.locator("#username").fill(who + ".browser");
      page.locator("#password").fill(Town.PASSWORD);
      page.locator("main button").click();
    }
    return page;
  }

  private static Browser browser() {
    if (browser == null) {
      throw new IllegalStateException("the browser was not opened");
    }
    return browser;
  }
}
