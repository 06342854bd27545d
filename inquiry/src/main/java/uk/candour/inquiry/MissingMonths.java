package uk.candour.inquiry;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import uk.candour.record.Entries;
import uk.candour.record.PartialDate;
import uk.candour.record.Source;
import uk.candour.record.Span;

/// The calendar months of a source's `covers`, with the rows of each; those without a row are
/// missing where the median month has ten rows or more.
///
/// A row counts once, in the month in which it was recorded; of several entries of a row the
/// earliest says when. A recorded date without a day still gives its month. A month is of `covers`
/// where any of its days is, and takes part only when those days had passed by the as-at date. The
/// median of an even number of months is the mean of the middle two.
final class MissingMonths {

  private static final int LEAST_MEDIAN = 10;
  private static final int NO_ROW = -1;

  private final int source;
  private final YearMonth first;
  private final boolean[] covered;
  private final int[] rows;
  private final int[] lastRow;

  private MissingMonths(int number, Source source, LocalDate asAt) {
    this.source = number;
    List<Span> covers = source.covers();
    LocalDate from = covers.stream().map(Span::from).min(LocalDate::compareTo).orElse(asAt);
    LocalDate to = covers.stream().map(Span::to).max(LocalDate::compareTo).orElse(from);
    this.first = YearMonth.from(from);
    int size = at(YearMonth.from(to)) + 1;
    this.covered = new boolean[size];
    this.rows = new int[size];
    this.lastRow = new int[size];
    for (Span span : covers) {
      YearMonth last = YearMonth.from(span.to());
      for (var month = YearMonth.from(span.from()); !month.isAfter(last); ) {
        covered[at(month)] |= hasPassed(month, span.to(), asAt);
        month = month.plusMonths(1);
      }
    }
  }

  /// One for each source of the inquiry's own area, in the order of sources.
  static List<MissingMonths> of(Casebook casebook) {
    var entries = casebook.entries();
    List<MissingMonths> bySource = new ArrayList<>();
    for (int source = 0; source < entries.sources().size(); source++) {
      bySource.add(
          new MissingMonths(source, entries.sources().get(source), casebook.scope().asAt()));
    }
    for (int from = 0, to; from < entries.size(); from = to) {
      int row = entries.row(from);
      int recorded = 0;
      for (to = from; to < entries.size() && entries.row(to) == row; to++) {
        recorded = earlier(recorded, entries.recorded(to));
      }
      bySource.get(entries.sourceIndex(from)).add(recorded, row);
    }
    bySource.removeIf(months -> !isOwnArea(entries, months.source));
    return bySource;
  }

  private static boolean isOwnArea(Entries entries, int source) {
    return entries.sources().get(source).area().equals(entries.scope().area().code());
  }

  private static int earlier(int date, int other) {
    if (PartialDate.month(other) == 0) {
      return date;
    }
    return date == 0 || other < date ? other : date;
  }

  private void add(int recorded, int row) {
    if (recorded == 0) {
      return;
    }
    int month =
        (PartialDate.year(recorded) - first.getYear()) * 12
            + PartialDate.month(recorded)
            - first.getMonthValue();
    if (month >= 0 && month < rows.length) {
      rows[month]++;
      lastRow[month] = row;
    }
  }

  /// The number of the source.
  int source() {
    return source;
  }

  /// The months of `covers` that had passed, in order.
  List<YearMonth> months() {
    return covered().mapToObj(first::plusMonths).toList();
  }

  /// How many rows were recorded in a month of `covers`.
  int rows(YearMonth month) {
    return rows[at(month)];
  }

  /// Whether the source has so many rows that a month without any is missing.
  boolean canBeJudged() {
    int[] counts = covered().map(month -> rows[month]).sorted().toArray();
    int size = counts.length;
    return size > 0 && counts[size / 2] + counts[(size - 1) / 2] >= 2 * LEAST_MEDIAN;
  }

  /// The months without a row, in order; none where the source cannot be judged.
  List<YearMonth> missing() {
    return canBeJudged()
        ? covered().filter(month -> rows[month] == 0).mapToObj(first::plusMonths).toList()
        : List.of();
  }

  /// A row of the last month before this one that has any, or -1.
  int rowBefore(YearMonth month) {
    for (int before = at(month) - 1; before >= 0; before--) {
      if (rows[before] > 0) {
        return lastRow[before];
      }
    }
    return NO_ROW;
  }

  private IntStream covered() {
    return IntStream.range(0, covered.length).filter(month -> covered[month]);
  }

  private int at(YearMonth month) {
    return (month.getYear() - first.getYear()) * 12 + month.getMonthValue() - first.getMonthValue();
  }

  /// Whether the days of a month up to the end of a span had passed by the as-at date.
  static boolean hasPassed(YearMonth month, LocalDate endOfSpan, LocalDate asAt) {
    LocalDate end = month.atEndOfMonth();
    return !(end.isBefore(endOfSpan) ? end : endOfSpan).isAfter(asAt);
  }
}
