package uk.candour.server.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import uk.candour.record.Role;
import uk.candour.server.access.Access;
import uk.candour.server.access.Viewer;
import uk.candour.server.access.Viewers;
import uk.candour.server.decisions.Lines;
import uk.candour.server.pages.Pages;
import uk.candour.server.picture.People;
import uk.candour.server.picture.Picture;
import uk.candour.server.picture.WhoIsWhoNow;
import uk.candour.store.Unavailable;

/// Looking for somebody by what little is known: a name as it sounds, a nickname, a number plate, a
/// phone number, an NHS number. What is looked for is in no address and in no log; who was found is
/// an entry.
@Controller
public final class SearchPages {

  private static final int MOST = 50;

  private final Pages pages;
  private final Viewers viewers;
  private final Access access;
  private final Picture picture;
  private final WhoIsWhoNow whoIsWho;

  public SearchPages(
      Pages pages, Viewers viewers, Access access, Picture picture, WhoIsWhoNow whoIsWho) {
    this.pages = pages;
    this.viewers = viewers;
    this.access = access;
    this.picture = picture;
    this.whoIsWho = whoIsWho;
  }

  /// Somebody who was found.
  ///
  /// @param address the child's page; empty where no record mentions the person as a child
  /// @param as how records mention the person
  public record Found(String names, String address, String as, String agencies, String why) {}

  @GetMapping("/search")
  View ask() {
    return pages
        .page("search/search", "Search")
        .with("query", "")
        .with("found", List.of())
        .with("elsewhere", 0)
        .with("asked", false)
        .showing(viewers.current().signedIn(), "the search page", List.of())
        .wide();
  }

  @PostMapping("/search")
  View search(@RequestParam(defaultValue = "") String query) throws Unavailable {
    picture.catchUp();
    Viewer viewer = viewers.current();
    List<Found> found = new ArrayList<>();
    List<String> shown = new ArrayList<>();
    int elsewhere = 0;
    People people = whoIsWho.people();
    for (Search.Hit hit : Search.of(people).find(query)) {
      List<People.Told> person = people.person(hit.person());
      List<People.Told> readable =
          access.mayOpen(viewer, person)
              ? person.stream().filter(told -> access.mayRead(viewer, told.act(), person)).toList()
              : List.of();
      if (readable.isEmpty()) {
        elsewhere++;
      } else if (found.size() < MOST) {
        found.add(found(readable, hit));
        readable.forEach(told -> shown.add(told.mention().toString()));
      }
    }
    return pages
        .page("search/search", "Search")
        .with("query", query)
        .with("found", found)
        .with("elsewhere", elsewhere)
        .with("asked", true)
        .problems(query.isBlank() ? Map.of("query", "Enter what you know of the person") : Map.of())
        .showing(viewer.signedIn(), "a search", shown)
        .wide();
  }

  private static Found found(List<People.Told> person, Search.Hit hit) {
    TreeSet<String> names = new TreeSet<>();
    TreeSet<String> roles = new TreeSet<>();
    String address = "";
    for (People.Told told : person) {
      names.add(Lines.person(told.person()));
      roles.add(
          told.mention().role() == Role.SUSPECT
              ? "named as a suspect"
              : told.mention().role().word());
      if (told.mention().role() == Role.CHILD && address.isEmpty()) {
        address = "/children/" + told.mention().reference() + "/" + told.mention().nth();
      }
    }
    return new Found(
        String.join("; ", names),
        address,
        String.join(", ", roles),
        String.join(", ", People.agencies(person)),
        hit.why());
  }
}
