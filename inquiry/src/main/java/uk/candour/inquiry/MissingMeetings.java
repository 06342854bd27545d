package uk.candour.inquiry;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import uk.candour.record.Entries;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryAttribute.Minutes;
import uk.candour.record.EntryKind;
import uk.candour.record.PartialDate;
import uk.candour.record.Source;
import uk.candour.record.Span;

/// The meetings due of which there is no row or no minutes, in each series of each source.
///
/// Meetings are due from the first one held, every so many months, to the end of `covers`; none is
/// due between two spans of it, nor before its month (as far as `covers` goes) had passed by the
/// as-at date. A row stands for the due month nearest to its own; halfway between two, for the
/// earlier one unless a row stands for that already. A cancelled meeting is no gap. A row that does
/// not say whether there are minutes is none either. The interval of a series is the one that most
/// of its rows give.
final class MissingMeetings {

  /// A series that can be judged, with its meetings that are missing.
  ///
  /// @param every the interval in months
  /// @param due how many meetings were due
  /// @param missing the due months of the meetings missing, in order
  /// @param rows for each of them the row without minutes, or the last row before it
  /// @param hasRow for each of them whether its row is there, without minutes
  record OfSeries(
      int source,
      String series,
      int every,
      int due,
      List<YearMonth> missing,
      List<Integer> rows,
      List<Boolean> hasRow) {

    /// The months that the missing meetings leave open.
    long months() {
      return (long) missing.size() * every;
    }
  }

  /// What the rows of a due month say, the better the later.
  private enum State {
    NO_ROW,
    NO_MINUTES,
    IN_ORDER
  }

  private record Meeting(int row, YearMonth month, LocalDate day, State state, boolean held) {}

  /// @param judged one for each series whose interval and first meeting are known
  /// @param unjudged how many series give no interval or no date
  record Found(List<OfSeries> judged, int unjudged) {}

  private MissingMeetings() {}

  /// The series of the inquiry's own area, by source and then by name.
  static Found of(Casebook casebook) {
    var entries = casebook.entries();
    SortedMap<Integer, SortedMap<String, List<Integer>>> bySource = new TreeMap<>();
    for (int entry = 0; entry < entries.size(); entry++) {
      if (entries.kind(entry) == EntryKind.MEETING_HELD && casebook.concerns().ownArea(entry)) {
        bySource
            .computeIfAbsent(entries.sourceIndex(entry), source -> new TreeMap<>(Tally.IN_ORDER))
            .computeIfAbsent(
                Keys.orNotRecorded(entries.text(EntryAttribute.SERIES, entry)),
                series -> new ArrayList<>())
            .add(entry);
      }
    }
    List<OfSeries> judged = new ArrayList<>();
    int[] unjudged = {0};
    bySource.forEach((source, bySeries) ->
        bySeries.forEach((series, meetings) -> {
          int every = every(entries, meetings);
          List<Meeting> dated = dated(entries, meetings);
          if (every == 0 || dated.stream().noneMatch(Meeting::held)) {
            unjudged[0]++;
          } else {
            judged.add(judge(entries, source, series, every, dated));
          }
        }));
    return new Found(judged, unjudged[0]);
  }

  private static int every(Entries entries, List<Integer> meetings) {
    SortedMap<Integer, Integer> votes = new TreeMap<>();
    for (int meeting : meetings) {
      int every = entries.number(EntryAttribute.EVERY, meeting);
      if (every > 0) {
        votes.merge(every, 1, Integer::sum);
      }
    }
    int best = 0;
    for (var vote : votes.entrySet()) {
      if (best == 0 || vote.getValue() > votes.getOrDefault(best, 0)) {
        best = vote.getKey();
      }
    }
    return best;
  }

  private static List<Meeting> dated(Entries entries, List<Integer> meetings) {
    List<Meeting> dated = new ArrayList<>();
    for (int meeting : meetings) {
      int held = entries.happened(meeting);
      if (PartialDate.month(held) > 0) {
        Minutes minutes = entries.code(EntryAttribute.MINUTES, Minutes.class, meeting);
        LocalDate day = PartialDate.firstDay(held);
        dated.add(
            new Meeting(
                entries.row(meeting),
                YearMonth.from(day),
                day,
                minutes == Minutes.MISSING ? State.NO_MINUTES : State.IN_ORDER,
                minutes != Minutes.CANCELLED));
      }
    }
    dated.sort(Comparator.comparing(Meeting::day).thenComparingInt(Meeting::row));
    return dated;
  }

  private static OfSeries judge(
      Entries entries, int source, String series, int every, List<Meeting> meetings) {
    LocalDate first = meetings.stream().filter(Meeting::held).findFirst().orElseThrow().day();
    List<LocalDate> due = due(entries, source, first, every);
    State[] states = new State[due.size()];
    int[] rows = new int[due.size()];
    for (Meeting meeting : meetings) {
      int slot = slot(months(YearMonth.from(first), meeting.month()), every, states);
      if (slot >= 0
          && slot < states.length
          && (states[slot] == null || meeting.state().compareTo(states[slot]) > 0)) {
        states[slot] = meeting.state();
        rows[slot] = meeting.row();
      }
    }
    List<YearMonth> missing = new ArrayList<>();
    List<Integer> missingRows = new ArrayList<>();
    List<Boolean> hasRow = new ArrayList<>();
    int looked = 0;
    int before = meetings.getFirst().row();
    for (int slot = 0; slot < states.length; slot++) {
      State state = states[slot] == null ? State.NO_ROW : states[slot];
      YearMonth month = YearMonth.from(due.get(slot));
      if (isDue(entries, source, due.get(slot))) {
        looked++;
        if (state != State.IN_ORDER) {
          missing.add(month);
          missingRows.add(state == State.NO_ROW ? before : rows[slot]);
          hasRow.add(state != State.NO_ROW);
        }
      }
      before = state == State.NO_ROW ? before : rows[slot];
    }
    return new OfSeries(source, series, every, looked, missing, missingRows, hasRow);
  }

  /// The days on which meetings fall due from the first to the end of `covers`.
  private static List<LocalDate> due(Entries entries, int source, LocalDate first, int every) {
    LocalDate end =
        entries.sources().get(source).covers().stream()
            .map(Span::to)
            .max(LocalDate::compareTo)
            .orElse(first);
    List<LocalDate> due = new ArrayList<>();
    for (LocalDate day = first; !day.isAfter(end); ) {
      due.add(day);
      day = first.plusMonths((long) every * due.size());
    }
    return due;
  }

  /// Whether a due day lies not between two spans and its month had passed by the as-at date.
  private static boolean isDue(Entries entries, int source, LocalDate day) {
    Source of = entries.sources().get(source);
    LocalDate start = of.covers().stream().map(Span::from).min(LocalDate::compareTo).orElse(day);
    if (day.isBefore(start)) {
      return !day.isAfter(entries.scope().asAt());
    }
    return of.covers().stream()
        .anyMatch(span ->
            span.contains(day)
                && MissingMonths.hasPassed(YearMonth.from(day), span.to(), entries.scope().asAt()));
  }

  private static int months(YearMonth from, YearMonth to) {
    return (to.getYear() - from.getYear()) * 12 + to.getMonthValue() - from.getMonthValue();
  }

  private static int slot(int months, int every, State[] states) {
    int earlier = Math.floorDiv(months, every);
    int past = Math.floorMod(months, every);
    if (past * 2 < every) {
      return earlier;
    }
    boolean halfway = past * 2 == every;
    boolean earlierIsFree = earlier >= 0 && earlier < states.length && states[earlier] == null;
    return halfway && earlierIsFree ? earlier : earlier + 1;
  }
}
