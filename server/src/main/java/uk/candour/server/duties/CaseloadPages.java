package uk.candour.server.duties;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;
import uk.candour.record.PartialDate;
import uk.candour.record.Role;
import uk.candour.record.Written;
import uk.candour.server.access.Viewers;
import uk.candour.server.accounts.Account;
import uk.candour.server.accounts.Accounts;
import uk.candour.server.pages.Moments;
import uk.candour.server.pages.Pages;
import uk.candour.server.pages.Table;
import uk.candour.server.picture.LiveReport;
import uk.candour.server.picture.People;
import uk.candour.server.picture.Picture;
import uk.candour.server.picture.WhoIsWhoNow;
import uk.candour.store.Unavailable;

/// How much lies with whom in the viewer's agency: children allocated to a team and a worker, and
/// live reports with an open duty. It counts children and names none.
///
/// A child lies with whom the latest allocation names, until one that has ended; a child who is
/// mentioned twice counts once.
@Controller
public final class CaseloadPages {

  private static final String NO_TEAM = "No team";
  private static final String NOBODY = "Nobody yet";

  private final Pages pages;
  private final Viewers viewers;
  private final Accounts accounts;
  private final Picture picture;
  private final WhoIsWhoNow whoIsWho;
  private final Duties duties;
  private final Clock clock;

  public CaseloadPages(
      Pages pages,
      Viewers viewers,
      Accounts accounts,
      Picture picture,
      WhoIsWhoNow whoIsWho,
      Duties duties,
      Clock clock) {
    this.pages = pages;
    this.viewers = viewers;
    this.accounts = accounts;
    this.picture = picture;
    this.whoIsWho = whoIsWho;
    this.duties = duties;
    this.clock = clock;
  }

  /// What lies with a worker of a team.
  private static final class Load {
    private final Set<Integer> children = new HashSet<>();
    private int reports;
    private int late;
  }

  @GetMapping("/caseload")
  View caseload() throws Unavailable {
    picture.catchUp();
    String agency = viewers.current().signedIn().agency();
    Instant now = clock.instant();
    Map<String, Map<String, Load>> teams = new TreeMap<>();
    allocated(agency, now, teams);
    reported(agency, now, teams);
    return pages
        .page("work/caseload", "Caseload")
        .with("agency", agency)
        .with("teams", teams.entrySet().stream().map(CaseloadPages::table).toList());
  }

  private static Load load(Map<String, Map<String, Load>> teams, String team, String worker) {
    return teams
        .computeIfAbsent(team.isEmpty() ? NO_TEAM : team, _ -> new TreeMap<>())
        .computeIfAbsent(worker.isEmpty() ? NOBODY : worker, _ -> new Load());
  }

  /// An allocation of a child, with the day on which it was made.
  private record Allocation(int made, int ended, String team, String worker) {}

  private void allocated(String agency, Instant now, Map<String, Map<String, Load>> teams) {
    int today = PartialDate.of(now.atZone(Moments.ZONE).toLocalDate());
    People people = whoIsWho.people();
    Map<Integer, Allocation> latest = new HashMap<>();
    for (People.Told told : people.mentions()) {
      if (told.mention().role() == Role.CHILD && told.act().source().agency().equals(agency)) {
        for (Written.Entry entry : told.act().written().entries()) {
          if (entry.kind() == EntryKind.CASE_ALLOCATED && entry.happened() <= today) {
            latest.merge(
                people.personOf(told),
                new Allocation(
                    entry.happened(),
                    entry.number(EntryAttribute.ENDED),
                    text(entry, EntryAttribute.TEAM),
                    text(entry, EntryAttribute.WORKER)),
                (one, other) -> other.made() >= one.made() ? other : one);
          }
        }
      }
    }
    latest.forEach((child, allocation) -> {
      if (allocation.ended() == 0 || allocation.ended() > today) {
        load(teams, allocation.team(), allocation.worker()).children.add(child);
      }
    });
  }

  private static String text(Written.Entry entry, EntryAttribute attribute) {
    String text = entry.text(attribute);
    return text == null ? "" : text;
  }

  private void reported(String agency, Instant now, Map<String, Map<String, Load>> teams) {
    for (LiveReport report : picture.reports()) {
      var next = duties.next(report, now);
      if (report.agency().equals(agency) && next.isPresent()) {
        var worker = accounts.account(report.assignedTo());
        Load load =
            load(
                teams,
                worker.map(Account::team).orElse(report.text(EntryAttribute.TEAM)),
                worker.map(Account::fullName).orElse(report.assignedTo()));
        load.reports++;
        load.late += now.isAfter(next.get().due()) ? 1 : 0;
      }
    }
  }

  private static Table table(Map.Entry<String, Map<String, Load>> team) {
    return new Table(
        team.getKey(),
        List.of("With", "Children allocated", "Open reports", "Late"),
        team.getValue().entrySet().stream()
            .map(one ->
                List.of(
                    Table.cell(one.getKey()),
                    Table.cell(String.valueOf(one.getValue().children.size())),
                    Table.cell(String.valueOf(one.getValue().reports)),
                    new Table.Cell(
                        String.valueOf(one.getValue().late), "", one.getValue().late > 0)))
            .toList());
  }
}
