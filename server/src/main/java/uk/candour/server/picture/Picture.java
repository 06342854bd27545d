package uk.candour.server.picture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;
import uk.candour.record.Written;
import uk.candour.store.LiveRecord;
import uk.candour.store.Recorded;
import uk.candour.store.Unavailable;

/// The record in memory: every act that mentions somebody, the live reports with what was done on
/// them, and what was read. It is read from the log's beginning when the service starts and follows
/// the log from then on; nothing of it is stored.
///
/// Pages are made from it, and none of them leaves before [LiveRecord#shown] has put down whom it
/// shows.
public final class Picture {

  private static final int READINGS_KEPT = 200_000;

  private final LiveRecord record;
  private final Map<String, LiveReport> reports = new ConcurrentHashMap<>();
  private final Map<String, Recorded> acts = new ConcurrentHashMap<>();
  private final Map<String, List<Reading>> readingsOf = new ConcurrentHashMap<>();
  private final Deque<Reading> readings = new ArrayDeque<>();
  private final Map<String, List<Recorded>> onReport = new ConcurrentHashMap<>();
  private final List<Recorded> directions = new CopyOnWriteArrayList<>();
  private final List<Recorded> administration = new CopyOnWriteArrayList<>();
  private final List<Recorded> inquiries = new CopyOnWriteArrayList<>();

  /// The acts that mention people, by source and row: what linkage reads.
  private final Map<String, TreeMap<Integer, Recorded>> rows = new TreeMap<>();

  private long next;
  private long peopleChanged;

  public Picture(LiveRecord record) {
    this.record = record;
  }

  /// Takes in what the log holds more than the picture.
  public synchronized void catchUp() throws Unavailable {
    next = record.stream(next, this::take);
  }

  /// Changes with every act that mentions somebody.
  synchronized long peopleChanged() {
    return peopleChanged;
  }

  /// The acts that mention people, source by source and row by row.
  synchronized List<List<Recorded>> rows() {
    return rows.values().stream().map(one -> List.copyOf(one.values())).toList();
  }

  private void take(Recorded act) {
    Written.Entry entry = act.written().entries().isEmpty() ? null : LiveReport.entry(act);
    if (entry == null) {
      return;
    }
    if (entry.kind() == EntryKind.RECORD_READ) {
      read(act, entry);
      return;
    }
    acts.put(act.reference(), act);
    if (!act.written().people().isEmpty()) {
      rows.computeIfAbsent(act.source().name(), _ -> new TreeMap<>()).put(act.row(), act);
      peopleChanged++;
    }
    for (Written.Entry one : act.written().entries()) {
      String report = one.text(EntryAttribute.REPORT);
      if (report != null) {
        String source = one.text(EntryAttribute.REPORT_SOURCE);
        onReport
            .computeIfAbsent(
                (source == null ? act.source().name() : source) + " " + report,
                _ -> new CopyOnWriteArrayList<>())
            .add(act);
      }
    }
    if (act.written().shape() != Written.Shape.ACT) {
      return;
    }
    switch (entry.kind()) {
      case REPORT_MADE -> reports.put(act.reference(), new LiveReport(act, List.of(), null));
      case DIRECTION_GIVEN -> directions.add(act);
      case ACCOUNT_CHANGED -> administration.add(act);
      case INQUIRY_RUN -> inquiries.add(act);
      default -> {
        String report = entry.text(EntryAttribute.REPORT);
        if (report != null) {
          reports.computeIfPresent(report, (reference, before) -> before.with(act));
        }
      }
    }
  }

  private void read(Recorded act, Written.Entry entry) {
    var reading =
        new Reading(
            act.reference(),
            act.receivedAt(),
            LiveReport.or(entry.text(EntryAttribute.BY)),
            LiveReport.or(entry.text(EntryAttribute.POST)),
            act.source().agency(),
            LiveReport.or(entry.text(EntryAttribute.PURPOSE)),
            mentions(entry.text(EntryAttribute.MENTIONS)));
    readings.addFirst(reading);
    if (readings.size() > READINGS_KEPT) {
      readings.removeLast();
    }
    for (String mention : reading.mentions()) {
      String reference = Mention.referenceOf(mention);
      readingsOf.computeIfAbsent(reference, name -> new CopyOnWriteArrayList<>()).add(reading);
      // The list of reports shows a line of each; only who opens one has read it.
      if (reading.purpose().startsWith("to decide")) {
        reports.computeIfPresent(reference, (name, before) -> before.readAt(act.receivedAt()));
      }
    }
  }

  private static List<String> mentions(@Nullable String joined) {
    return joined == null || joined.isEmpty() ? List.of() : Arrays.asList(joined.split(" ", -1));
  }

  public Optional<LiveReport> report(String reference) {
    return Optional.ofNullable(reports.get(reference));
  }

  /// Every live report as it stands now, in no order.
  public Collection<LiveReport> unordered() {
    return reports.values();
  }

  /// Every live report, the oldest first.
  public List<LiveReport> reports() {
    return sorted(reports.values());
  }

  private static List<LiveReport> sorted(Collection<LiveReport> reports) {
    return reports.stream().sorted(Comparator.comparingLong(one -> one.act().logIndex())).toList();
  }

  public Optional<Recorded> act(String reference) {
    return Optional.ofNullable(acts.get(reference));
  }

  /// The acts on the reports that an act made: decisions, assessments, missed clocks.
  public List<Recorded> onReportsOf(Recorded act) {
    List<Recorded> all = new ArrayList<>();
    for (Written.Entry entry : act.written().entries()) {
      String id = entry.text(EntryAttribute.ID);
      if (entry.kind() == EntryKind.REPORT_MADE && id != null) {
        all.addAll(onReport.getOrDefault(act.source().name() + " " + id, List.of()));
      }
    }
    return all;
  }

  /// The directions that staff put down, the oldest first.
  public List<Recorded> directions() {
    return List.copyOf(directions);
  }

  /// What was changed under administration, the oldest first.
  public List<Recorded> administration() {
    return List.copyOf(administration);
  }

  /// The inquiries that were run over the record, the oldest first.
  public List<Recorded> inquiries() {
    return List.copyOf(inquiries);
  }

  /// Who was shown a record, the oldest first.
  public List<Reading> readingsOf(String reference) {
    return List.copyOf(readingsOf.getOrDefault(reference, List.of()));
  }

  /// Those of the latest readings of all that are asked for, the newest first.
  public synchronized List<Reading> readings(Predicate<Reading> asked) {
    return readings.stream().filter(asked).toList();
  }
}
