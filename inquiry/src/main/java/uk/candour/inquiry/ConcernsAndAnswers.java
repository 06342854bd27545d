package uk.candour.inquiry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.candour.record.Concern;
import uk.candour.record.Entries;
import uk.candour.record.EntryKind;
import uk.candour.record.PartialDate;

/// Year by year, how many exploitation reports were made to somebody in the inquiry's own area and
/// what became of them by the as-at date, with the days on which leaders were briefed about
/// exploitation.
///
/// @param years every year of the period, in order, those without a report too
/// @param undated reports of which no year is recorded
/// @param briefings the dated briefings to leaders about exploitation, in order
/// @param allReports the reports made to somebody, whatever their concern: those that
///   `reports.unanswered` is out of
/// @param allUnanswered how many of those were never answered
public record ConcernsAndAnswers(
    List<Year> years,
    long undated,
    List<LocalDate> briefings,
    long allReports,
    long allUnanswered) {

  public ConcernsAndAnswers {
    years = List.copyOf(years);
    briefings = List.copyOf(briefings);
  }

  /// The reports recorded in one year.
  ///
  /// @param reports how many
  /// @param answered those with a decision or an answer, whenever it came
  /// @param actedOn those with an action among the decisions
  public record Year(int year, long reports, long answered, long actedOn) {}

  public static ConcernsAndAnswers of(Casebook casebook) {
    Entries entries = casebook.entries();
    Map<Integer, long[]> counts = new TreeMap<>();
    var period = casebook.scope().period();
    for (int year = period.from().getYear(); year <= period.to().getYear(); year++) {
      counts.put(year, new long[3]);
    }
    long undated = 0;
    long allReports = 0;
    long allUnanswered = 0;
    List<LocalDate> briefings = new ArrayList<>();
    for (int entry = 0; entry < entries.size(); entry++) {
      if (!casebook.concerns().ownArea(entry) || !casebook.concerns().inPeriod(entry)) {
        continue;
      }
      if (isMadeToSomebody(casebook, entry)) {
        allReports++;
        allUnanswered += casebook.reports().answered(entry) ? 0 : 1;
      }
      if (isMadeToSomebody(casebook, entry) && casebook.concerns().holds(entry)) {
        long[] count = counts.get(PartialDate.year(entries.recorded(entry)));
        if (count == null) {
          undated++;
        } else {
          count[0]++;
          count[1] += casebook.reports().answered(entry) ? 1 : 0;
          count[2] += isActedOn(casebook, entry) ? 1 : 0;
        }
      } else if (isBriefing(casebook, entry)) {
        briefings.add(PartialDate.firstDay(entries.happened(entry)));
      }
    }
    briefings.sort(LocalDate::compareTo);
    List<Year> years = new ArrayList<>();
    counts.forEach((year, count) -> years.add(new Year(year, count[0], count[1], count[2])));
    return new ConcernsAndAnswers(years, undated, briefings, allReports, allUnanswered);
  }

  private static boolean isMadeToSomebody(Casebook casebook, int entry) {
    return casebook.entries().kind(entry) == EntryKind.REPORT_MADE
        && casebook.reports().madeToSomebody(entry);
  }

  private static boolean isActedOn(Casebook casebook, int report) {
    for (int decision : casebook.reports().decisions(report)) {
      if (casebook.reports().isAction(decision)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBriefing(Casebook casebook, int entry) {
    Entries entries = casebook.entries();
    Concern concern = entries.concern(entry);
    return entries.kind(entry) == EntryKind.LEADERS_BRIEFED
        && casebook
            .scope()
            .exploitationConcerns()
            .contains(concern == null ? Concern.EXPLOITATION : concern)
        && PartialDate.isFull(entries.happened(entry));
  }
}
