package uk.candour.server.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import uk.candour.record.AgencyKind;
import uk.candour.record.DutyState.Rung;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;
import uk.candour.server.accounts.Account;
import uk.candour.server.picture.LiveReport;
import uk.candour.server.picture.People;
import uk.candour.server.picture.Picture;
import uk.candour.store.Recorded;

/// What must hold between a viewer and a record: the one place that says so, asked by every page
/// that shows a record or acts on one. A role comes first ([AccessGate]); this is the rest.
public final class Access {

  /// How long broken glass stays broken.
  public static final Duration GLASS_STAYS_BROKEN = Duration.ofMinutes(30);

  /// What health and voluntary bodies write is in confidence: counted, and read with a reason.
  private static final Set<AgencyKind> IN_CONFIDENCE =
      Set.of(AgencyKind.HEALTH, AgencyKind.VOLUNTARY);

  private final Picture picture;
  private final Clock clock;
  private final Map<String, Instant> broken = new ConcurrentHashMap<>();

  public Access(Picture picture, Clock clock) {
    this.picture = picture;
    this.clock = clock;
  }

  /// Whether a viewer may open a report: it lies with their agency, or that agency was asked to
  /// take it over; a scrutineer, where a clock or a disagreement of it has come that far.
  public boolean mayOpen(Viewer viewer, LiveReport report) {
    if (!viewer.isSignedIn()) {
      return false;
    }
    Account account = viewer.signedIn();
    return switch (account.role()) {
      case DECISION_MAKER, MANAGER, HEAD_OF_SERVICE ->
          report.agency().equals(account.agency())
              || report
                  .transfer()
                  .filter(one -> one.answer() == null && one.to().equals(account.agency()))
                  .isPresent();
      case SCRUTINEER -> reached(report, Rung.SCRUTINEER) || disagreed(report);
      case PUBLIC, REPORTER, ANALYST, AUDITOR, ADMINISTRATOR -> false;
    };
  }

  /// Whether a missed clock of the report was told to a rung.
  public static boolean reached(LiveReport report, Rung rung) {
    return report.all(EntryKind.CLOCK_MISSED).stream()
        .anyMatch(act ->
            rung.name().equals(act.written().entries().getFirst().text(EntryAttribute.SUBJECT)));
  }

  private static boolean disagreed(LiveReport report) {
    return !report.all(EntryKind.DISAGREEMENT_RAISED).isEmpty();
  }

  /// Whether a viewer wrote a report.
  public boolean isOwn(Viewer viewer, LiveReport report) {
    return viewer.isSignedIn() && viewer.signedIn().name().equals(report.account());
  }

  /// Whether a viewer may open a child: their agency holds something of the child, or a report
  /// about the child that they may open does, or they have broken the glass.
  public boolean mayOpen(Viewer viewer, List<People.Told> child) {
    if (!viewer.isSignedIn() || child.isEmpty()) {
      return false;
    }
    return hasRelation(viewer, child) || hasBroken(viewer.signedIn(), child);
  }

  private boolean hasRelation(Viewer viewer, List<People.Told> child) {
    Account account = viewer.signedIn();
    return child.stream()
        .anyMatch(told ->
            (account.role() != UserRole.SCRUTINEER
                    && told.act().source().agency().equals(account.agency()))
                || picture
                    .report(told.mention().reference())
                    .filter(report -> mayOpen(viewer, report))
                    .isPresent());
  }

  /// Whether a viewer who may open a child may read one act about the child; the others are
  /// counted.
  public boolean mayRead(Viewer viewer, Recorded act, List<People.Told> child) {
    return act.source().agency().equals(viewer.signedIn().agency())
        || !IN_CONFIDENCE.contains(act.source().kind())
        || hasBroken(viewer.signedIn(), child);
  }

  public boolean hasBroken(Account account, List<People.Told> child) {
    Instant now = clock.instant();
    return child.stream()
        .map(told -> broken.get(key(account, told)))
        .anyMatch(until -> until != null && now.isBefore(until));
  }

  /// Breaks the glass before a child for a while. Whoever does so has given a reason, and that is
  /// an entry already.
  public void breakGlass(Account account, List<People.Told> child) {
    Instant until = clock.instant().plus(GLASS_STAYS_BROKEN);
    child.forEach(told -> broken.put(key(account, told), until));
  }

  private static String key(Account account, People.Told told) {
    return account.name() + " " + told.mention();
  }
}
