package uk.candour.server.duties;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import uk.candour.record.Duty;
import uk.candour.record.DutyClock;
import uk.candour.record.DutyState;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;
import uk.candour.record.Limit;
import uk.candour.server.Acts;
import uk.candour.server.access.UserRole;
import uk.candour.server.access.Viewers;
import uk.candour.server.pages.Page;
import uk.candour.server.pages.Pages;
import uk.candour.server.pages.Table;
import uk.candour.server.picture.LiveReport;
import uk.candour.server.picture.Picture;
import uk.candour.store.Unavailable;

/// The duties with their limits and where these come from, and how they were met. Where no document
/// sets a limit the partnership may; the change is an entry.
@Controller
public final class DutyPages {

  private static final int MOST_DAYS = 30;
  private static final String PREFIX = "limit of ";

  private final Pages pages;
  private final Viewers viewers;
  private final Picture picture;
  private final Duties duties;
  private final Acts acts;
  private final JdbcClient database;
  private final Clock clock;

  public DutyPages(
      Pages pages,
      Viewers viewers,
      Picture picture,
      Duties duties,
      Acts acts,
      JdbcClient database,
      Clock clock) {
    this.pages = pages;
    this.viewers = viewers;
    this.picture = picture;
    this.duties = duties;
    this.acts = acts;
    this.database = database;
    this.clock = clock;
    database
        .sql(LIMITS)
        .param("prefix", PREFIX + "%")
        .query((row, n) -> Map.entry(row.getString("name"), row.getString("value")))
        .list()
        .forEach(one ->
            duties.limit(
                one.getKey().substring(PREFIX.length()),
                new Limit(Integer.parseInt(one.getValue()), Limit.Unit.WORKING_DAYS)));
  }

  private static final String LIMITS =
      """
      select name, value
      from setting
      where name like :prefix
      """;

  private static final String SET =
      """
      insert into setting (name, value)
      values (:name, :value)
      on conflict (name) do update
      set value = excluded.value
      """;

  @GetMapping("/duties")
  View list() throws Unavailable {
    picture.catchUp();
    return page(Map.of());
  }

  private Page page(Map<String, String> problems) {
    var viewer = viewers.current();
    Instant now = clock.instant();
    List<List<Table.Cell>> rows = new ArrayList<>();
    List<String> local = new ArrayList<>();
    for (Duty duty : duties.all()) {
      int open = 0;
      int met = 0;
      int late = 0;
      for (LiveReport report : picture.reports()) {
        boolean mine =
            viewer.role() == UserRole.SCRUTINEER
                || report.agency().equals(viewer.signedIn().agency());
        for (DutyClock one : mine ? duties.of(report) : List.<DutyClock>of()) {
          if (one.duty().name().equals(duty.name())) {
            switch (one.at(now)) {
              case DutyState.Due _ -> open++;
              case DutyState.Met done -> {
                met++;
                late += done.late() ? 1 : 0;
              }
              case DutyState.Missed _, DutyState.Escalated _ -> {
                open++;
                late++;
              }
              case DutyState.Withdrawn _ -> {
                // Not owed.
              }
            }
          }
        }
      }
      if (Duties.isLocal(duty)) {
        local.add(duty.name());
      }
      rows.add(
          List.of(
              Table.cell(duty.name()),
              Table.cell(duty.limit().inWords()),
              Table.cell(String.valueOf(open)),
              Table.cell(String.valueOf(met)),
              new Table.Cell(String.valueOf(late), "", late > 0),
              Table.cell(duty.source())));
    }
    return pages
        .page("work/duties", "Duties")
        .with(
            "table",
            new Table(
                "Duties and how they are met",
                List.of("Duty", "Limit", "Open", "Met", "Late", "Where the limit comes from"),
                rows))
        .with("local", local)
        .with(
            "maySet",
            viewer.role() == UserRole.HEAD_OF_SERVICE || viewer.role() == UserRole.SCRUTINEER)
        .problems(problems)
        .wide();
  }

  @PostMapping("/duties")
  View set(
      @RequestParam(defaultValue = "") String duty, @RequestParam(defaultValue = "") String days)
      throws Unavailable {
    boolean known =
        duties.all().stream().anyMatch(one -> one.name().equals(duty) && Duties.isLocal(one));
    if (!known || !days.matches("\\d{1,2}") || Integer.parseInt(days) < 1) {
      return page(Map.of("days", "Enter working days from 1 to " + MOST_DAYS));
    }
    int number = Math.min(MOST_DAYS, Integer.parseInt(days));
    acts.write(
        viewers.current().signedIn(),
        EntryKind.ACCOUNT_CHANGED,
        what ->
            what.text(EntryAttribute.SUBJECT, PREFIX + duty)
                .text(EntryAttribute.NEW, number + " working days"));
    database.sql(SET).param("name", PREFIX + duty).param("value", String.valueOf(number)).update();
    duties.limit(duty, new Limit(number, Limit.Unit.WORKING_DAYS));
    return new RedirectView("/duties");
  }
}
