package uk.candour.publication;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.candour.inquiry.Finding;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.inquiry.RowsByMonth;
import uk.candour.inquiry.RowsByMonth.SourceMonths;

/// What the records cannot tell: months that are missing, whole years without a row, what was not
/// recorded, and the questions that have no answer.
final class Unknowns {

  private static final int MOST_NAMED = 3;

  private Unknowns() {}

  /// One thing that cannot be told.
  ///
  /// @param finding the finding that says more
  record Unknown(String text, String finding) {

    /// What it is about: the finding's name up to the first full stop.
    String about() {
      return finding.substring(0, finding.indexOf('.'));
    }
  }

  static List<Unknown> of(Findings findings, List<Finding> all, RowsByMonth months) {
    List<Unknown> unknowns = new ArrayList<>();
    addGaps(unknowns, findings);
    addMissingYears(unknowns, months);
    addEthnicity(unknowns, findings);
    addUnanswered(unknowns, all);
    return unknowns;
  }

  private static void addGaps(List<Unknown> unknowns, Findings findings) {
    Double gaps = findings.value("record.gaps");
    if (gaps == null || gaps == 0) {
      return;
    }
    List<String> where = new ArrayList<>();
    for (String by : List.of("months", "meetings")) {
      for (Breakdown row : findings.breakdown("record.gaps", by)) {
        Long count = row.count();
        Double value = row.value();
        double missing = count != null ? count : value != null ? value : 0;
        if (missing > 0) {
          where.add(row.key() + " " + Figures.number(missing));
        }
      }
    }
    unknowns.add(
        new Unknown(
            "%s months of records or meetings are missing%s"
                .formatted(Figures.number(gaps), where.isEmpty() ? "." : ": " + named(where) + "."),
            "record.gaps"));
  }

  private static void addMissingYears(List<Unknown> unknowns, RowsByMonth months) {
    Map<String, List<Integer>> missing = new LinkedHashMap<>();
    for (SourceMonths source : months.sources()) {
      Map<Integer, Integer> empty = new TreeMap<>();
      for (YearMonth month : source.gaps()) {
        empty.merge(month.getYear(), 1, Integer::sum);
      }
      empty.forEach((year, count) -> {
        if (count == 12) {
          missing.computeIfAbsent(source.source(), name -> new ArrayList<>()).add(year);
        }
      });
    }
    if (missing.isEmpty()) {
      return;
    }
    List<String> where = new ArrayList<>();
    missing.forEach((source, years) -> where.add(source + " " + years(years)));
    unknowns.add(new Unknown("Whole years without a row: " + named(where) + ".", "record.gaps"));
  }

  /// Years with runs put together: `1999, 2001 to 2003`.
  static String years(List<Integer> years) {
    List<String> runs = new ArrayList<>();
    for (int from = 0, to; from < years.size(); from = to) {
      to = from + 1;
      while (to < years.size() && years.get(to) == years.get(to - 1) + 1) {
        to++;
      }
      runs.add(
          to - from == 1
              ? Integer.toString(years.get(from))
              : years.get(from) + " to " + years.get(to - 1));
    }
    return String.join(", ", runs);
  }

  private static void addEthnicity(List<Unknown> unknowns, Findings findings) {
    Double recorded = findings.value("ethnicity.recorded");
    if (recorded != null && recorded < 1) {
      unknowns.add(
          new Unknown(
              "For %s of identified suspects no usable ethnicity is recorded."
                  .formatted(Figures.percent(1 - recorded)),
              "ethnicity.recorded"));
    }
  }

  private static void addUnanswered(List<Unknown> unknowns, List<Finding> all) {
    for (Finding finding : all) {
      if (finding.value() == null && !finding.id().startsWith("ethnicity.")) {
        unknowns.add(
            new Unknown(finding.question() + " " + finding.caveats().getFirst(), finding.id()));
      }
    }
  }

  private static String named(List<String> where) {
    return where.size() <= MOST_NAMED
        ? String.join(", ", where)
        : String.join(", ", where.subList(0, MOST_NAMED))
            + " and %d more".formatted(where.size() - MOST_NAMED);
  }
}
