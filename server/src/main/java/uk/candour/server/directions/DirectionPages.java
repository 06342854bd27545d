package uk.candour.server.directions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;
import uk.candour.record.Written;
import uk.candour.server.Acts;
import uk.candour.server.access.UserRole;
import uk.candour.server.access.Viewer;
import uk.candour.server.access.Viewers;
import uk.candour.server.pages.Moments;
import uk.candour.server.pages.Page;
import uk.candour.server.pages.Pages;
import uk.candour.server.picture.Picture;
import uk.candour.store.Recorded;
import uk.candour.store.Unavailable;

/// "I was told not to record this." What staff put down here the independent scrutineer reads, and
/// whoever wrote it; no manager does, and no list or count that a manager sees has it. Anybody who
/// is signed in may put one down.
@Controller
public final class DirectionPages {

  private static final int LONGEST_LINE = 200;
  private static final int LONGEST = 5000;

  private static final List<String> SUBJECTS =
      List.of("recording", "severity", "ethnicity", "sharing", "other");

  private final Pages pages;
  private final Viewers viewers;
  private final Picture picture;
  private final Acts acts;

  public DirectionPages(Pages pages, Viewers viewers, Picture picture, Acts acts) {
    this.pages = pages;
    this.viewers = viewers;
    this.picture = picture;
    this.acts = acts;
  }

  /// A direction as it was put down.
  public record Line(String when, String subject, String by, String to, String from, String text) {}

  @GetMapping("/directions")
  View list() throws Unavailable {
    picture.catchUp();
    return page(Map.of(), Map.of());
  }

  private Page page(Map<String, String> form, Map<String, String> problems) {
    Viewer viewer = viewers.current();
    boolean scrutineer = viewer.role() == UserRole.SCRUTINEER;
    List<Line> lines = new ArrayList<>();
    for (Recorded act : picture.directions().reversed()) {
      Written.Entry entry = act.written().entries().getFirst();
      String writer = text(entry, EntryAttribute.WORKER);
      if (scrutineer || writer.equals(viewer.signedIn().name())) {
        lines.add(
            new Line(
                Moments.moment(act.receivedAt()),
                text(entry, EntryAttribute.SUBJECT),
                by(entry),
                text(entry, EntryAttribute.TO),
                writer + ", " + act.source().agency(),
                text(entry, EntryAttribute.TEXT)));
      }
    }
    Page page =
        pages
            .page("work/directions", "Directions")
            .with("lines", lines)
            .with("scrutineer", scrutineer)
            .with("form", form)
            .with("subjects", SUBJECTS)
            .problems(problems);
    // The entry names no direction: nobody is to learn from it that there are any.
    return scrutineer ? page.showing(viewer.signedIn(), "the list of directions", List.of()) : page;
  }

  /// Who gave the direction: a post, with a name where one was given.
  private static String by(Written.Entry entry) {
    String name = text(entry, EntryAttribute.BY);
    String post = text(entry, EntryAttribute.POST);
    return name.isEmpty() ? post : name + ", " + post;
  }

  private static String text(Written.Entry entry, EntryAttribute attribute) {
    String text = entry.text(attribute);
    return text == null ? "" : text;
  }

  @PostMapping("/directions")
  View put(@RequestParam Map<String, String> form) throws Unavailable {
    Map<String, String> problems = new LinkedHashMap<>();
    if (!SUBJECTS.contains(form.getOrDefault("subject", ""))) {
      problems.put("subject", "Choose what it was about");
    }
    String post = form.getOrDefault("post", "").strip();
    if (post.isEmpty() || post.length() > LONGEST_LINE) {
      problems.put("post", "Enter the post of whoever told you, such as team manager");
    }
    if (form.getOrDefault("by", "").length() > LONGEST_LINE) {
      problems.put("by", "Enter a name in a line");
    }
    String text = form.getOrDefault("text", "").strip();
    if (text.isEmpty()) {
      problems.put("text", "Say what you were told");
    } else if (text.length() > LONGEST) {
      problems.put("text", "Say it in " + LONGEST + " characters; this has " + text.length());
    }
    if (!problems.isEmpty()) {
      return page(form, problems);
    }
    var account = viewers.current().signedIn();
    acts.write(
        acts.agency(account.agency()),
        EntryKind.DIRECTION_GIVEN,
        what ->
            what.text(EntryAttribute.BY, form.getOrDefault("by", "").strip())
                .text(EntryAttribute.POST, post)
                .text(EntryAttribute.TO, account.role().title())
                .text(EntryAttribute.SUBJECT, form.getOrDefault("subject", ""))
                .text(EntryAttribute.TEXT, text)
                .text(EntryAttribute.WORKER, account.name()));
    return new RedirectView("/directions");
  }
}
