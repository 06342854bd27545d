package uk.candour.server.children;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import uk.candour.record.Role;
import uk.candour.server.Acts;
import uk.candour.server.access.Access;
import uk.candour.server.access.Viewer;
import uk.candour.server.access.Viewers;
import uk.candour.server.accounts.Account;
import uk.candour.server.decisions.Lines;
import uk.candour.server.duties.Duties;
import uk.candour.server.pages.Moments;
import uk.candour.server.pages.Page;
import uk.candour.server.pages.Pages;
import uk.candour.server.picture.Mention;
import uk.candour.server.picture.People;
import uk.candour.server.picture.Picture;
import uk.candour.server.picture.Reading;
import uk.candour.server.picture.WhoIsWhoNow;
import uk.candour.store.Recorded;
import uk.candour.store.Unavailable;

/// A child as the agencies together hold it: who that is thought to be, what happened, what is due,
/// and who looked and why. What the viewer may not read is counted.
///
/// A child who is not there and one whom the viewer may not open are answered alike, and before
/// either the glass can be broken with a reason, which is an entry before anything is shown.
@Controller
public final class ChildPages {

  private static final int SHORTEST_REASON = 10;
  private static final Map<String, String> GROUNDS =
      new TreeMap<>(
          Map.of(
              "danger", "A child is in danger and cannot wait",
              "duty", "The law requires me to know this",
              "consent", "The child, or who answers for the child, agrees"));

  private final Pages pages;
  private final Viewers viewers;
  private final Access access;
  private final Picture picture;
  private final WhoIsWhoNow whoIsWho;
  private final Duties duties;
  private final Acts acts;
  private final Clock clock;

  public ChildPages(
      Pages pages,
      Viewers viewers,
      Access access,
      Picture picture,
      WhoIsWhoNow whoIsWho,
      Duties duties,
      Acts acts,
      Clock clock) {
    this.pages = pages;
    this.viewers = viewers;
    this.access = access;
    this.picture = picture;
    this.whoIsWho = whoIsWho;
    this.duties = duties;
    this.acts = acts;
    this.clock = clock;
  }

  /// A duty on a report about the child.
  public record DutyLine(String reference, Lines.ClockLine clock) {}

  @GetMapping("/children/{reference}/{nth}")
  View child(@PathVariable String reference, @PathVariable String nth) throws Unavailable {
    picture.catchUp();
    Viewer viewer = viewers.current();
    List<People.Told> child = same(reference, nth);
    if (!access.mayOpen(viewer, child)) {
      return closed(reference, nth, Map.of());
    }
    Collection<Recorded> all = Chronology.acts(child, picture);
    List<Recorded> readable =
        all.stream().filter(act -> access.mayRead(viewer, act, child)).toList();
    Map<String, Integer> hidden = new TreeMap<>();
    for (Recorded act : all) {
      if (!readable.contains(act)) {
        hidden.merge(act.source().agency(), 1, Integer::sum);
      }
    }
    List<People.Told> named = child.stream().filter(told -> readable.contains(told.act())).toList();
    List<String> shown = new ArrayList<>();
    named.forEach(told -> shown.add(told.mention().toString()));
    Instant now = clock.instant();
    List<DutyLine> due = new ArrayList<>();
    List<Reading> looked = new ArrayList<>();
    for (Recorded act : all) {
      picture
          .report(act.reference())
          .ifPresent(report ->
              duties
                  .of(report)
                  .forEach(
                      one -> due.add(new DutyLine(report.reference(), Lines.clock(one, now)))));
      looked.addAll(picture.readingsOf(act.reference()));
    }
    TreeSet<String> names = new TreeSet<>();
    TreeSet<String> details = new TreeSet<>();
    for (People.Told told : named) {
      names.add(Lines.person(told.person()));
      details.addAll(Lines.details(told.person()));
    }
    return pages
        .page("children/child", names.isEmpty() ? "A child" : names.first())
        .with("names", List.copyOf(names))
        .with("details", List.copyOf(details))
        .with("events", Chronology.of(readable, named))
        .with("hidden", hidden)
        .with("due", due)
        .with("looked", lines(looked))
        .with("agencies", List.copyOf(People.agencies(child)))
        .with("address", "/children/" + reference + "/" + nth)
        .with("grounds", GROUNDS)
        .with("broken", access.hasBroken(viewer.signedIn(), child))
        .back("/search")
        .wide()
        .showing(viewer.signedIn(), "the child's page", shown);
  }

  private static List<String> lines(List<Reading> looked) {
    return looked.stream()
        .distinct()
        .sorted((a, b) -> b.at().compareTo(a.at()))
        .map(one ->
            Moments.moment(one.at())
                + ": "
                + one.account()
                + ", "
                + one.post()
                + ", "
                + one.agency()
                + ", "
                + one.purpose())
        .toList();
  }

  private List<People.Told> same(String reference, String nth) {
    return nth.matches("[1-9]\\d{0,2}")
        ? whoIsWho.people().same(new Mention(reference, Role.CHILD, Integer.parseInt(nth)))
        : List.of();
  }

  private Page closed(String reference, String nth, Map<String, String> problems) {
    Page page =
        pages
            .page("children/closed", "There is nothing here for you")
            .with("address", "/children/" + reference + "/" + nth)
            .with("grounds", GROUNDS)
            .problems(problems);
    return problems.isEmpty() ? page.status(404) : page;
  }

  @PostMapping("/children/{reference}/{nth}/break-glass")
  View breakGlass(
      @PathVariable String reference,
      @PathVariable String nth,
      @RequestParam(defaultValue = "") String ground,
      @RequestParam(defaultValue = "") String reason)
      throws Unavailable {
    if (!GROUNDS.containsKey(ground)) {
      return closed(reference, nth, Map.of("ground", "Choose one of the three grounds"));
    }
    if (reason.strip().length() < SHORTEST_REASON) {
      return closed(
          reference, nth, Map.of("reason", "Say why, in a sentence. Others will read it"));
    }
    Account account = viewers.current().signedIn();
    List<People.Told> child = same(reference, nth);
    List<String> mentions =
        child.isEmpty()
            ? List.of("none")
            : child.stream().map(told -> told.mention().toString()).toList();
    acts.shown(
        account, "broke the glass (" + GROUNDS.get(ground) + "): " + reason.strip(), mentions);
    access.breakGlass(account, child);
    return new RedirectView("/children/" + reference + "/" + nth);
  }
}
