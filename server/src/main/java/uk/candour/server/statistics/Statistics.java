package uk.candour.server.statistics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.candour.publication.Disclosure;
import uk.candour.record.Concern;
import uk.candour.record.DutyClock;
import uk.candour.record.DutyState;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;
import uk.candour.record.Outcome;
import uk.candour.record.Role;
import uk.candour.record.Written;
import uk.candour.server.duties.Duties;
import uk.candour.server.pages.Moments;
import uk.candour.server.picture.LiveReport;
import uk.candour.server.picture.People;
import uk.candour.server.picture.Picture;
import uk.candour.server.picture.WhoIsWhoNow;

/// What the public may count. It is worked out once a day, of the record as it stood at the end of
/// the day before, so that no two readings of a day can be taken from each other.
///
/// The set of figures is fixed and planned as a whole, as a publication's is ([Disclosure]): totals
/// of the borough rounded to ten, nothing under ten, and of two counts that add up to a third that
/// is shown only one. There are no breakdowns.
public final class Statistics {

  /// The fewest decided reports of which a median waiting time is given.
  private static final int LEAST_OF_A_MEDIAN = 50;

  private final Picture picture;
  private final WhoIsWhoNow whoIsWho;
  private final Duties duties;
  private final Clock clock;
  private @Nullable Release release;

  public Statistics(Picture picture, WhoIsWhoNow whoIsWho, Duties duties, Clock clock) {
    this.picture = picture;
    this.whoIsWho = whoIsWho;
    this.duties = duties;
    this.clock = clock;
  }

  /// The figures of a day.
  ///
  /// @param upTo the last day that they speak of
  public record Release(LocalDate upTo, List<Figure> figures) {

    public Release {
      figures = List.copyOf(figures);
    }

    /// Whether every figure is kept back.
    public boolean saysNothing() {
      return figures.stream().allMatch(one -> one.shown() == null);
    }
  }

  /// A figure.
  ///
  /// @param shown as it is published, or null where it is kept back
  public record Figure(String what, @Nullable String shown) {}

  /// The figures that stand today, or nothing while they cannot be worked out yet.
  public synchronized Optional<Release> today() {
    LocalDate yesterday = LocalDate.ofInstant(clock.instant(), Moments.ZONE).minusDays(1);
    Release standing = release;
    if (standing != null && standing.upTo().equals(yesterday)) {
      return Optional.of(standing);
    }
    if (whoIsWho.isBehind()) {
      return Optional.ofNullable(standing);
    }
    Release made = of(yesterday);
    release = made;
    return Optional.of(made);
  }

  private Release of(LocalDate upTo) {
    Instant end = upTo.plusDays(1).atStartOfDay(Moments.ZONE).toInstant();
    int received = 0;
    int decided = 0;
    int late = 0;
    int nothing = 0;
    List<Long> waits = new ArrayList<>();
    for (LiveReport now : picture.reports()) {
      if (now.act().receivedAt().isBefore(end)) {
        LiveReport report = asAt(now, end);
        received++;
        late += isLate(report, end) ? 1 : 0;
        Optional<LiveReport.Decided> standing = report.standing();
        if (standing.isPresent()) {
          decided++;
          nothing += standing.get().outcome() == Outcome.NO_FURTHER_ACTION ? 1 : 0;
          waits.add(
              Duration.between(
                      report.act().receivedAt(), report.answers().getFirst().act().receivedAt())
                  .toDays());
        }
      }
    }
    return new Release(
        upTo,
        List.of(
            new Figure("Children with an exploitation concern on record", total(children(end))),
            new Figure("Reports received by this service", total(received)),
            new Figure("Reports that have been decided", part(decided, received)),
            new Figure(
                "Reports answered late, or late and still not answered", part(late, received)),
            new Figure("Reports that ended in no further action", part(nothing, decided)),
            new Figure("Median time from report to decision", median(waits))));
  }

  /// A report as it stood at a moment.
  private static LiveReport asAt(LiveReport report, Instant end) {
    return new LiveReport(
        report.act(),
        report.later().stream().filter(act -> act.receivedAt().isBefore(end)).toList(),
        null);
  }

  private boolean isLate(LiveReport report, Instant end) {
    for (DutyClock one : duties.of(report)) {
      if (one.duty().isToAnswerReports()) {
        return one.at(end) instanceof DutyState.Met met ? met.late() : end.isAfter(one.due());
      }
    }
    return false;
  }

  /// How many children there are of whom something says exploitation, in the record of any agency.
  /// What was loaded from an agency's files counts from the day on which it was loaded.
  private int children(Instant end) {
    People people = whoIsWho.people();
    Set<Integer> children = new HashSet<>();
    for (People.Told told : people.mentions()) {
      if (told.mention().role() == Role.CHILD
          && told.act().receivedAt().isBefore(end)
          && isAboutExploitation(told.act().written())) {
        children.add(people.personOf(told));
      }
    }
    return children.size();
  }

  private static boolean isAboutExploitation(Written written) {
    return written.entries().stream()
        .anyMatch(entry ->
            entry.kind() == EntryKind.REPORT_MADE
                && entry.number(EntryAttribute.CONCERN) == Concern.EXPLOITATION.ordinal());
  }

  private static @Nullable String total(int count) {
    return words(Disclosure.total(count));
  }

  private static @Nullable String part(int count, int total) {
    return words(Disclosure.part(count, total));
  }

  private static @Nullable String words(@Nullable Long count) {
    return count == null ? null : "%,d".formatted(count);
  }

  private static @Nullable String median(List<Long> waits) {
    if (waits.size() < LEAST_OF_A_MEDIAN) {
      return null;
    }
    long days = waits.stream().sorted().skip(waits.size() / 2).findFirst().orElseThrow();
    return days == 0 ? "Less than a day" : days == 1 ? "1 day" : days + " days";
  }
}
