package uk.candour.server.escalations;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;
import uk.candour.record.DutyState;
import uk.candour.record.DutyState.Rung;
import uk.candour.server.access.Access;
import uk.candour.server.access.Viewer;
import uk.candour.server.access.Viewers;
import uk.candour.server.decisions.Lines;
import uk.candour.server.duties.Duties;
import uk.candour.server.duties.Owners;
import uk.candour.server.pages.Pages;
import uk.candour.server.picture.LiveReport;
import uk.candour.server.picture.Picture;
import uk.candour.store.Unavailable;

/// What has reached a manager, a head of service or the scrutineer because nobody answered in time,
/// and still has no answer.
@Controller
public final class EscalationPages {

  private final Pages pages;
  private final Viewers viewers;
  private final Access access;
  private final Picture picture;
  private final Duties duties;
  private final Owners owners;
  private final Clock clock;

  public EscalationPages(
      Pages pages,
      Viewers viewers,
      Access access,
      Picture picture,
      Duties duties,
      Owners owners,
      Clock clock) {
    this.pages = pages;
    this.viewers = viewers;
    this.access = access;
    this.picture = picture;
    this.duties = duties;
    this.owners = owners;
    this.clock = clock;
  }

  @GetMapping("/escalations")
  View list() throws Unavailable {
    picture.catchUp();
    Viewer viewer = viewers.current();
    Instant now = clock.instant();
    List<Lines.ReportLine> lines = new ArrayList<>();
    List<String> shown = new ArrayList<>();
    for (LiveReport report : picture.reports()) {
      if (access.mayOpen(viewer, report) && hasReached(viewer, report, now)) {
        lines.add(Lines.report(report, duties, now, owners.owner(report)));
        shown.addAll(Lines.shown(report));
      }
    }
    return pages
        .page("work/escalations", "Escalations")
        .with("lines", lines)
        .wide()
        .showing(viewer.signedIn(), "the list of escalations", shown);
  }

  private boolean hasReached(Viewer viewer, LiveReport report, Instant now) {
    Rung rung =
        switch (viewer.role()) {
          case MANAGER -> Rung.MANAGER;
          case HEAD_OF_SERVICE -> Rung.HEAD_OF_SERVICE;
          default -> Rung.SCRUTINEER;
        };
    return duties.of(report).stream()
        .anyMatch(one ->
            one.at(now) instanceof DutyState.Escalated told && told.told().compareTo(rung) >= 0);
  }
}
