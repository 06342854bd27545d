package uk.candour.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.candour.publication.Publication;
import uk.candour.publication.SampleFindings;

/// The written pages in Chromium: read by somebody with a screen reader, on a phone, at a desk, on
/// paper, and without a script.
///
/// Those of the example borough, and those of made-up findings that are awkward: every published
/// name, values that are absent, zero and huge, words without end, text that would be markup.
final class PagesInBrowserTest {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  @TempDir static Path temp;
  private static @Nullable Playwright playwright;
  private static @Nullable Browser browser;

  @BeforeAll
  static void writeAndOpenTheBrowser() throws IOException {
    boolean hasChromium = Files.isExecutable(CHROMIUM);
    if (!hasChromium && "true".equals(System.getenv("CI"))) {
      throw new AssertionError(CHROMIUM + " is absent, and in CI it must be there");
    }
    assumeTrue(hasChromium, CHROMIUM + " is absent: the pages were not looked at");
    Publication.write(temp.resolve("awkward"), SampleFindings.input(temp));
    Product.inquiry(Product.EASTMOOR.resolve("remit.yaml"), temp.resolve("eastmoor"));
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

  @ParameterizedTest(name = "{0} at {1} pixels")
  @CsvSource({
    "eastmoor/report.html, 1280",
    "eastmoor/report.html, 390",
    "awkward/report.html, 1280",
    "awkward/report.html, 390",
    "awkward/evidence/children.boys.html, 1280",
    "awkward/evidence/children.boys.html, 390",
    "awkward/evidence/children.likely.html, 390",
    "awkward/public/index.html, 1280",
    "awkward/public/index.html, 390",
  })
  void everybodyCanReadThePage(String name, int width) {
    try (Page page = open(name, width)) {
      // Folded parts are read too.
      page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
      var violations =
          new AxeBuilder(page)
              .withTags(WCAG).analyze().getViolations().stream()
                  .map(rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml())
                  .toList();

      assertThat(violations).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0} at {1} pixels")
  @CsvSource({
    "eastmoor/report.html, 390",
    "eastmoor/evidence/networks.knowable.html, 500",
    "awkward/report.html, 1280",
    "awkward/report.html, 500",
    "awkward/report.html, 390",
    "awkward/report.html, 320",
    "awkward/evidence/reports.unanswered.html, 390",
    "awkward/public/index.html, 390",
  })
  void thePageIsNoWiderThanTheScreen(String name, int width) {
    try (Page page = open(name, width)) {
      assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
    }
  }

  @ParameterizedTest(name = "{0} at {1} pixels")
  @CsvSource({
    "eastmoor/report.html, 500",
    "eastmoor/report.html, 390",
    "eastmoor/evidence/networks.knowable.html, 500",
    "awkward/report.html, 500",
    "awkward/report.html, 390",
    "awkward/evidence/reports.unanswered.html, 390",
  })
  void noTableIsCutOnANarrowScreen(String name, int width) {
    try (Page page = open(name, width)) {
      page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");

      assertThat((List<?>) page.evaluate(CUT_TABLES)).isEmpty();
    }
  }

  /// The tables that are wider than the room they have.
  private static final String CUT_TABLES =
      """
      [...document.querySelectorAll('.scroll')]
        .filter(one => one.scrollWidth > one.clientWidth + 1)
        .map(one => one.getAttribute('aria-label') + ' ' + one.scrollWidth)
      """;

  @ParameterizedTest(name = "{0} at {1} pixels")
  @CsvSource({
    "eastmoor/report.html, 1280",
    "eastmoor/report.html, 390",
    "awkward/report.html, 1280",
    "awkward/report.html, 390",
  })
  void noTextOfAPictureIsCutOrRunsIntoAnother(String name, int width) {
    try (Page page = open(name, width)) {
      assertThat((List<?>) page.evaluate(CUT_TEXT)).isEmpty();
      assertThat((List<?>) page.evaluate(TEXT_ON_TEXT)).isEmpty();
    }
  }

  /// The texts of the drawings shown that reach over the edge of their drawing.
  private static final String CUT_TEXT =
      """
      [...document.querySelectorAll('svg')].filter(svg => svg.getClientRects().length).flatMap(svg => {
        const edge = svg.getBoundingClientRect();
        return [...svg.querySelectorAll('text')].filter(text => {
          const box = text.getBoundingClientRect();
          return box.left < edge.left - 1 || box.right > edge.right + 1
              || box.top < edge.top - 1 || box.bottom > edge.bottom + 1;
        }).map(text => svg.querySelector('title').textContent + ': ' + text.textContent);
      })
      """;

  /// The pairs of texts of one drawing that lie on one another by more than a hair.
  private static final String TEXT_ON_TEXT =
      """
      [...document.querySelectorAll('svg')].filter(svg => svg.getClientRects().length).flatMap(svg => {
        const texts = [...svg.querySelectorAll('text')].map(text => [text, text.getBoundingClientRect()]);
        const hits = [];
        texts.forEach(([one, a], i) => texts.slice(0, i).forEach(([other, b]) => {
          const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          if (across > 1 && down > 4) hits.push(one.textContent + ' on ' + other.textContent);
        }));
        return hits;
      })
      """;

  @Test
  void thePageIsWholeWithoutAScriptAndAsksForNothing() {
    List<String> requests = new ArrayList<>();
    try (var context =
            browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        Page page = context.newPage()) {
      page.onRequest(request -> requests.add(request.url()));
      page.navigate(address("awkward/report.html"));

      assertThat(page.content()).doesNotContain("<script");
      assertThat(page.locator("h2").first().textContent()).isEqualTo("At least 1,462 children");
      page.locator("summary").first().click();
      assertThat(page.locator("details[open]").count()).isEqualTo(1);
      assertThat(requests).containsExactly(address("awkward/report.html"));
    }
  }

  @Test
  void twoClicksLeadFromAFigureToItsRows() {
    try (Page page = open("awkward/report.html", 1280)) {
      page.getByText("518 of 1,407").click();

      assertThat(page.url()).endsWith("evidence/children.never-acted.html");
      assertThat(page.locator("tbody tr").first().textContent())
          .contains("social-care", "sc_1.csv");
    }
  }

  @Test
  void onPaperEveryPageIsMarkedAndWhatIsFoldedIsOpen() throws IOException {
    try (Page page = open("awkward/report.html", 1280)) {
      byte[] pdf = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true).setTagged(true));
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

      assertThat(new String(pdf, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
      assertThat(pdf.length).isGreaterThan(100_000);
      assertThat(page.locator(".method p").first().isVisible()).isTrue();
      assertThat(page.content()).contains("@top-center{content:\"SEALED");
    }
  }

  private static Page open(String name, int width) {
    Page page =
        browser()
            .newPage(new Browser.NewPageOptions().setViewportSize(width, width < 500 ? 844 : 900));
    page.navigate(address(name));
    return page;
  }

  private static String address(String name) {
    return temp.resolve(name).toUri().toString();
  }

  private static Browser browser() {
    if (browser == null) {
      throw new IllegalStateException("the browser was not opened");
    }
    return browser;
  }
}
