package uk.candour.server.inquiries;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import uk.candour.server.Acts;
import uk.candour.server.access.Viewers;
import uk.candour.server.pages.Day;
import uk.candour.server.pages.Errors;
import uk.candour.server.pages.Page;
import uk.candour.server.pages.Pages;
import uk.candour.store.Unavailable;

/// The inquiry over the record, as at a date, with a purpose and by somebody's leave; its report is
/// read in the browser. It counts children and names none. Who read a report is an entry.
@Controller
public final class InquiryPages {

  private static final int LONGEST_LINE = 200;
  private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);
  private static final LocalDate BEFORE_ALL_RECORDS = LocalDate.of(1997, 1, 1);

  private final Pages pages;
  private final Errors errors;
  private final Viewers viewers;
  private final Inquiries inquiries;
  private final Acts acts;

  public InquiryPages(Pages pages, Errors errors, Viewers viewers, Inquiries inquiries, Acts acts) {
    this.pages = pages;
    this.errors = errors;
    this.viewers = viewers;
    this.inquiries = inquiries;
    this.acts = acts;
  }

  @GetMapping("/inquiries")
  View list() {
    Map<String, String> form = new HashMap<>();
    Day.put(form, "from", BEFORE_ALL_RECORDS);
    Day.put(form, "to", acts.today());
    Day.put(form, "as-at", acts.today());
    return page(form, Map.of());
  }

  private Page page(Map<String, String> form, Map<String, String> problems) {
    return pages
        .page("work/inquiries", "Inquiry over the record")
        .with("runs", inquiries.runs())
        .with("form", form)
        .problems(problems);
  }

  @PostMapping("/inquiries")
  View run(@RequestParam Map<String, String> form) throws IOException {
    Map<String, String> problems = new LinkedHashMap<>();
    LocalDate from = day(form, "from", problems);
    LocalDate to = day(form, "to", problems);
    LocalDate asAt = day(form, "as-at", problems);
    String purpose = form.getOrDefault("purpose", "").strip();
    String approver = form.getOrDefault("approver", "").strip();
    if (from != null && to != null && to.isBefore(from)) {
      problems.put("to-day", "The last day must not be before the first");
    }
    if (asAt != null && asAt.isAfter(acts.today())) {
      problems.put(
          "as-at-day", "Nobody knows yet what will be known then; enter a day up to today");
    }
    if (!isOneLine(purpose)) {
      problems.put("purpose", "Say what the inquiry is run for, in a line");
    }
    if (!isOneLine(approver)) {
      problems.put("approver", "Say by whose leave it is run");
    }
    if (!problems.isEmpty() || from == null || to == null || asAt == null) {
      return page(form, problems);
    }
    var question =
        new Inquiries.Question(
            from, to, asAt, purpose, approver, viewers.current().signedIn().name());
    return inquiries.start(question).isPresent()
        ? new RedirectView("/inquiries")
        : page(form, Map.of("run", "An inquiry runs already; wait until it is done"));
  }

  private static boolean isOneLine(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST_LINE
        && text.chars().noneMatch(Character::isISOControl);
  }

  private static @Nullable LocalDate day(
      Map<String, String> form, String name, Map<String, String> problems) {
    LocalDate day = Day.read(form, name, problems);
    if (day == null) {
      problems.putIfAbsent(name + "-day", "Enter a day");
    }
    return day;
  }

  /// A file of a report, as it was written. A page of it may show its own styles and nothing else:
  /// no script, no picture or font from elsewhere, no form.
  @GetMapping("/inquiries/{number}/{*file}")
  @Nullable View file(
      @PathVariable String number, @PathVariable String file, HttpServletResponse response)
      throws IOException, Unavailable {
    Path folder = inquiries.report(number).orElse(null);
    if (folder == null) {
      return errors.notFound();
    }
    Path asked = folder.resolve(file.substring(1)).normalize();
    if (!asked.startsWith(folder) || !Files.isRegularFile(asked)) {
      return errors.notFound();
    }
    byte[] bytes = Files.readAllBytes(asked);
    boolean isPage = asked.toString().endsWith(".html");
    if (isPage) {
      acts.shown(
          viewers.current().signedIn(), "the report of inquiry " + number + ": " + file, List.of());
    }
    response.setHeader("Content-Security-Policy", policy(isPage ? bytes : new byte[0]));
    response.setContentType(type(asked));
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
    return null;
  }

  private static String type(Path file) {
    String name = file.toString();
    if (name.endsWith(".html")) {
      return "text/html;charset=UTF-8";
    }
    return name.endsWith(".json") ? "application/json" : "text/plain;charset=UTF-8";
  }

  /// What a browser may do with a page: use the styles in it, each named by its hash.
  static String policy(byte[] page) {
    List<String> styles = new ArrayList<>();
    Matcher style = STYLE.matcher(new String(page, StandardCharsets.UTF_8));
    while (style.find()) {
      styles.add("'sha256-" + sha256(style.group(1)) + "'");
    }
    return "default-src 'none'; style-src "
        + (styles.isEmpty() ? "'none'" : String.join(" ", styles))
        + "; base-uri 'none'; frame-ancestors 'none'; form-action 'none'";
  }

  private static String sha256(String text) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
