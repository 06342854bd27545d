package uk.candour.inquiry;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/// How many rows each source of the inquiry's own area has in each month that it covers and that
/// had passed by the as-at date ([MissingMonths] says how).
///
/// @param sources the sources in the order of the remit
public record RowsByMonth(List<SourceMonths> sources) {

  public RowsByMonth {
    sources = List.copyOf(sources);
  }

  /// One source.
  ///
  /// @param gapsShow whether the source has so many rows that a month without any is a gap
  /// @param months the months it covers, in order
  public record SourceMonths(String source, boolean gapsShow, List<Month> months) {

    public SourceMonths {
      months = List.copyOf(months);
    }

    /// The months without a row, where they are gaps.
    public List<YearMonth> gaps() {
      return gapsShow
          ? months.stream().filter(month -> month.rows() == 0).map(Month::month).toList()
          : List.of();
    }
  }

  public record Month(YearMonth month, long rows) {}

  public static RowsByMonth of(Casebook casebook) {
    List<SourceMonths> sources = new ArrayList<>();
    for (MissingMonths source : MissingMonths.of(casebook)) {
      List<Month> months =
          source.months().stream().map(month -> new Month(month, source.rows(month))).toList();
      if (!months.isEmpty()) {
        String name = casebook.entries().sources().get(source.source()).name();
        sources.add(new SourceMonths(name, source.canBeJudged(), months));
      }
    }
    return new RowsByMonth(sources);
  }
}
