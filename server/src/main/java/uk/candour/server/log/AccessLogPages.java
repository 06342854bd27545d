package uk.candour.server.log;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import uk.candour.server.access.UserRole;
import uk.candour.server.access.Viewer;
import uk.candour.server.access.Viewers;
import uk.candour.server.pages.Day;
import uk.candour.server.pages.Moments;
import uk.candour.server.pages.Pages;
import uk.candour.server.pages.Table;
import uk.candour.server.picture.Picture;
import uk.candour.server.picture.Reading;
import uk.candour.store.LiveRecord;
import uk.candour.store.Unavailable;

/// Who was shown what and why, by reference and never by name; and the page that tells of the log.
///
/// A head of service sees who was shown the records that the agency holds, by whomever, and cannot
/// turn that off. What is looked for is posted, so that no reference comes to stand in an address
/// that somebody logs.
@Controller
public final class AccessLogPages {

  private static final int A_PAGE = 50;
  private static final int MENTIONS_IN_A_LINE = 3;

  private final Pages pages;
  private final Viewers viewers;
  private final Picture picture;
  private final LiveRecord record;

  public AccessLogPages(Pages pages, Viewers viewers, Picture picture, LiveRecord record) {
    this.pages = pages;
    this.viewers = viewers;
    this.picture = picture;
    this.record = record;
  }

  @GetMapping("/access-log")
  View log() throws Unavailable {
    return page(Map.of());
  }

  @PostMapping("/access-log")
  View asked(@RequestParam Map<String, String> form) throws Unavailable {
    return page(form);
  }

  private View page(Map<String, String> form) throws Unavailable {
    picture.catchUp();
    Map<String, String> problems = new LinkedHashMap<>();
    LocalDate from = Day.read(form, "from", problems);
    LocalDate to = Day.read(form, "to", problems);
    Viewer viewer = viewers.current();
    boolean all = viewer.role() != UserRole.HEAD_OF_SERVICE;
    List<Reading> found =
        problems.isEmpty()
            ? picture.readings(
                isBy(form).and(isOf(form)).and(isWithin(from, to)).and(isFor(viewer, all)))
            : List.of();
    int last = Math.max(0, (found.size() - 1) / A_PAGE);
    int page = Math.min(number(form.getOrDefault("page", "0")), last);
    List<Reading> shown = found.subList(page * A_PAGE, Math.min(found.size(), (page + 1) * A_PAGE));
    return pages
        .page("work/access-log", "Access log")
        .with("all", all)
        .with("form", form)
        .with("found", found.size())
        .with("page", page)
        .with("last", last)
        .with(
            "table",
            new Table(
                "Readings, the latest first",
                List.of("When", "Who", "What for", "Of"),
                shown.stream().map(one -> line(one, viewer, all)).toList()))
        .problems(problems)
        .wide();
  }

  private static int number(String page) {
    return page.matches("\\d{1,5}") ? Integer.parseInt(page) : 0;
  }

  private List<Table.Cell> line(Reading reading, Viewer viewer, boolean all) {
    List<String> mentions =
        reading.mentions().stream().filter(one -> all || isHeldBy(viewer, one)).toList();
    return List.of(
        Table.cell(Moments.moment(reading.at())),
        Table.cell(reading.account() + ", " + reading.post() + ", " + reading.agency()),
        new Table.Cell(reading.purpose(), "", reading.purpose().startsWith("broke the glass")),
        Table.cell(
            mentions.size() > MENTIONS_IN_A_LINE
                ? String.join(", ", mentions.subList(0, MENTIONS_IN_A_LINE))
                    + " and "
                    + (mentions.size() - MENTIONS_IN_A_LINE)
                    + " more"
                : String.join(", ", mentions)));
  }

  private static Predicate<Reading> isBy(Map<String, String> form) {
    String account = form.getOrDefault("account", "").strip().toLowerCase(Locale.ROOT);
    return reading -> account.isEmpty() || reading.account().equals(account);
  }

  /// Whether a reading was of what was entered: a whole mention, or a reference for all that it
  /// mentions.
  private static Predicate<Reading> isOf(Map<String, String> form) {
    String mention = form.getOrDefault("mention", "").strip();
    int slash = mention.indexOf('/');
    String reference = (slash < 0 ? mention : mention.substring(0, slash)).toUpperCase(Locale.ROOT);
    String asked = slash < 0 ? reference : reference + mention.substring(slash);
    return reading ->
        asked.isEmpty()
            || reading.mentions().stream()
                .anyMatch(
                    one -> one.equals(asked) || (slash < 0 && one.startsWith(reference + "/")));
  }

  private static Predicate<Reading> isWithin(@Nullable LocalDate from, @Nullable LocalDate to) {
    return reading -> {
      LocalDate day = LocalDate.ofInstant(reading.at(), Moments.ZONE);
      return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    };
  }

  private Predicate<Reading> isFor(Viewer viewer, boolean all) {
    return reading -> all || reading.mentions().stream().anyMatch(one -> isHeldBy(viewer, one));
  }

  /// Whether a mention stands in a record that the viewer's agency holds.
  private boolean isHeldBy(Viewer viewer, String mention) {
    return picture
        .act(mention.split("/", 2)[0])
        .filter(act -> act.source().agency().equals(viewer.signedIn().agency()))
        .isPresent();
  }

  @GetMapping("/about-the-log")
  View about() throws Unavailable {
    return pages
        .page("stats/log", "The log")
        .with("size", record.logSize())
        .with("key", record.logKey());
  }
}
