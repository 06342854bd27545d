package uk.candour.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
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

/// The pages of administration, inquiry, directions and the access log in Chromium, in the states
/// that come of using them.
final class OfficePagesInBrowserTest {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
  private static final int[] WIDTHS = {1280, 390};

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

  private static Page signedIn(BrowserContext context, String who) {
    Page page = context.newPage();
    page.navigate(Town.get().address() + "/sign-in");
    page.locator("#username").fill(who + ".browser");
    page.locator("#password").fill(Town.PASSWORD);
    page.locator("main button").click();
    return page;
  }

  private static BrowserContext context() {
    if (browser == null) {
      throw new IllegalStateException("the browser was not opened");
    }
    return browser.newContext();
  }

  private static void isReadableAtTwoWidths(Page page) {
    for (int width : WIDTHS) {
      page.setViewportSize(width, 900);
      assertThat(
              new AxeBuilder(page)
                  .withTags(WCAG).analyze().getViolations().stream()
                      .map(rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml()))
          .as(page.url())
          .isEmpty();
      assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
    }
  }

  @ParameterizedTest(name = "a mistake at {1} as {0}")
  @CsvSource({
    "an.administrator, /administration, /administration/users",
    "an.administrator, /administration, /administration/agencies",
    "an.administrator, /administration, /administration/tokens",
    "analyst, /inquiries, /inquiries",
    "reporter, /directions, /directions"
  })
  void everybodyCanReadWhatIsWrong(String who, String path, String action) {
    try (BrowserContext context = context()) {
      Page page = signedIn(context, who);
      page.navigate(Town.get().address() + path);
      page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
      String form = "form[action='" + action + "'] ";
      page.locator(form + "input:not([type=hidden])").all().forEach(one -> one.fill(""));
      page.locator(form + "button[type=submit]").click();

      assertThat(page.locator(".govuk-error-summary").count()).isEqualTo(1);
      page.locator(".govuk-error-summary a")
          .all()
          .forEach(link ->
              assertThat(page.locator(link.getAttribute("href")).isVisible())
                  .as(link.textContent())
                  .isTrue());
      isReadableAtTwoWidths(page);
    }
  }

  @Test
  void aUserIsAddedAndTheirPageIsRead() {
    try (BrowserContext context = context()) {
      Page page = signedIn(context, "an.administrator");
      page.navigate(Town.get().address() + "/administration");
      page.getByText("Add a user").click();
      page.locator("#name").fill("browsed");
      page.locator("#full-name").fill("Bryony Vale");
      page.getByText("Add the user").click();
      assertThat(page.locator(".candour-big").textContent()).matches("(\\w{5}-){4}\\w{5}");
      isReadableAtTwoWidths(page);

      page.navigate(Town.get().address() + "/administration/users/browsed");
      isReadableAtTwoWidths(page);
    }
  }

  @Test
  void theScrutineersDirectionsAndTheAuditorsLogAreRead() {
    Town.get()
        .visitor("reporter")
        .post(
            "/directions",
            Map.of("subject", "recording", "post", "Team manager", "text", "Leave it out."));
    try (BrowserContext context = context()) {
      Page page = signedIn(context, "scrutineer");
      page.navigate(Town.get().address() + "/directions");
      isReadableAtTwoWidths(page);
    }
    try (BrowserContext context = context()) {
      Page page = signedIn(context, "auditor");
      page.navigate(Town.get().address() + "/access-log");
      page.getByText("Look for a user").click();
      page.locator("#account").fill("scrutineer.browser");
      page.locator("main").getByText("Show", new Locator.GetByTextOptions().setExact(true)).click();
      assertThat(page.locator("tbody").textContent()).contains("the list of directions");
      isReadableAtTwoWidths(page);
    }
  }

  @Test
  void theReportKeepsItsStylesUnderItsOwnPolicy() throws InterruptedException {
    List<String> refused = new ArrayList<>();
    try (BrowserContext context = context()) {
      Page page = signedIn(context, "analyst");
      page.navigate(Town.get().address() + "/inquiries");
      page.locator("#purpose").fill("To look at the report");
      page.locator("#approver").fill("The board's chair");
      page.locator("#run").click();
      for (int i = 0; i < 600 && page.getByText("Read the report").count() == 0; i++) {
        Thread.sleep(200);
        page.navigate(Town.get().address() + "/inquiries");
      }
      isReadableAtTwoWidths(page);
      page.onConsoleMessage(message -> refused.add(message.text()));
      page.getByText("Read the report").first().click();

      assertThat(page.title()).startsWith("SEALED");
      assertThat(refused).isEmpty();
      assertThat(page.evaluate("document.styleSheets.length")).isEqualTo(2);
    }
  }
}
