package uk.candour.publication;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.candour.inquiry.Finding;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.inquiry.Finding.Detail;
import uk.candour.publication.Table.Cell;
import uk.candour.publication.Table.Column;

/// Turns the breakdown of a finding into tables, one for each thing it is broken down by, with the
/// columns that hold anything. A row leads to its own records where the evidence keeps them under
/// the same key.
final class BreakdownTables {

  private static final Pattern MONTHS = Pattern.compile("([0-9]{4}-[0-9]{2} ?)+");

  /// Breakdowns whose keys are words of ours, written with hyphens.
  private static final Set<String> OUR_WORDS =
      Set.of("answer", "outcome", "statistic", "name", "harm", "standing", "concern", "category");

  private BreakdownTables() {}

  static List<Table> of(Finding finding) {
    Map<String, List<Breakdown>> groups = new LinkedHashMap<>();
    for (Breakdown row : finding.breakdown()) {
      groups.computeIfAbsent(row.by(), by -> new ArrayList<>()).add(row);
    }
    var keys = EvidenceKeys.of(finding.evidence());
    List<Table> tables = new ArrayList<>();
    groups.forEach((by, rows) -> tables.add(table(finding, by, rows, keys)));
    return tables;
  }

  private static Table table(Finding finding, String by, List<Breakdown> rows, EvidenceKeys keys) {
    boolean counts = rows.stream().anyMatch(row -> row.count() != null);
    boolean ofs = rows.stream().anyMatch(row -> row.of() != null);
    boolean values = rows.stream().anyMatch(row -> row.value() != null);
    Set<String> details = new LinkedHashSet<>();
    rows.forEach(row -> row.details().forEach(detail -> details.add(detail.name())));

    List<Column> columns = new ArrayList<>();
    columns.add(Table.words(head(by)));
    if (counts) {
      columns.add(Table.figures(ofs ? "Count" : counted(finding, by)));
    }
    if (ofs) {
      columns.add(Table.figures("Of"));
    }
    if (values) {
      boolean shares = rows.stream().anyMatch(BreakdownTables::isShareOfItsCount);
      columns.add(Table.figures(shares ? "Share" : capitalised(finding.unit())));
    }
    for (String detail : details) {
      columns.add(new Column(capitalised(detail), isFigure(rows, detail)));
    }
    List<List<Cell>> cells = new ArrayList<>();
    for (Breakdown row : rows) {
      List<Cell> line = new ArrayList<>();
      String anchor = keys.anchorOf(by, row.key());
      line.add(
          new Cell(
              OUR_WORDS.contains(by) ? words(row.key()).replace('-', ' ') : words(row.key()),
              anchor == null ? null : EvidenceFiles.pagePath(finding.id()) + "#" + anchor));
      if (counts) {
        line.add(number(row.count()));
      }
      if (ofs) {
        line.add(number(row.of()));
      }
      if (values) {
        line.add(value(row, finding.unit()));
      }
      for (String detail : details) {
        line.add(detail(row, detail));
      }
      cells.add(line);
    }
    return Table.of(caption(by), columns, cells);
  }

  private static String caption(String by) {
    return switch (by) {
      case "statistic" -> "In figures";
      case "agencies" -> "By number of agencies";
      case "months" -> "Months without a row, by source";
      case "meetings" -> "Meetings without minutes, by series";
      case "files" -> "Files missing, by source";
      case "serial" -> "Runs of numbers that are absent";
      default -> "By " + by.replace('-', ' ');
    };
  }

  private static String head(String by) {
    return switch (by) {
      case "months", "files" -> "Source";
      case "meetings" -> "Series";
      case "serial" -> "From, to";
      default -> capitalised(by);
    };
  }

  /// What the counts of a breakdown count: the finding's unit where that is something to be
  /// counted, else what the finding is about.
  private static String counted(Finding finding, String by) {
    if (by.equals("serial")) {
      return "Numbers absent";
    }
    if (by.equals("files")) {
      return "Files";
    }
    if (finding.id().equals("record.gaps")) {
      return "Months";
    }
    if (by.equals("network")) {
      return "People";
    }
    return switch (finding.unit()) {
      case Figures.SHARE, "days", "months", "years" ->
          finding.id().startsWith("children.") ? "Children" : "Count";
      default -> capitalised(finding.unit());
    };
  }

  private static Cell number(@Nullable Long number) {
    return Table.cell(number == null ? "" : Figures.number(number));
  }

  private static Cell value(Breakdown row, String unit) {
    Double value = row.value();
    if (value == null) {
      return Table.cell("");
    }
    return Table.cell(
        isShareOfItsCount(row) || unit.equals(Figures.SHARE)
            ? Figures.percent(value)
            : value > 0 && value < 1 ? Figures.proportion(value) : Figures.number(value));
  }

  /// Whether a row's value is the share that its count is of another number; a rate or a limit
  /// beside such a pair is none.
  private static boolean isShareOfItsCount(Breakdown row) {
    return row.value() != null
        && row.count() != null
        && row.of() != null
        && row.of() != 0
        && Math.abs(row.value() - (double) row.count() / row.of()) < 1e-9;
  }

  private static Cell detail(Breakdown row, String name) {
    for (Detail detail : row.details()) {
      if (detail.name().equals(name)) {
        return Table.cell(detailText(detail));
      }
    }
    return Table.cell("");
  }

  private static String detailText(Detail detail) {
    if (detail.value() instanceof Number number) {
      return isShare(detail.name())
          ? Figures.percent(number.doubleValue())
          : Figures.number(number.doubleValue());
    }
    if (detail.value() instanceof Boolean flag) {
      return flag ? "yes" : "no";
    }
    if (detail.value() == null) {
      return "";
    }
    String text = detail.value().toString();
    return MONTHS.matcher(text).matches() ? runs(text) : words(text);
  }

  /// Months with runs put together: `1999-11 to 2001-03, 2001-05`.
  static String runs(String months) {
    List<String> runs = new ArrayList<>();
    YearMonth first = null;
    YearMonth last = null;
    for (String word : months.split(" ", -1)) {
      YearMonth month = YearMonth.parse(word);
      if (first != null && last != null && !month.equals(last.plusMonths(1))) {
        runs.add(first.equals(last) ? first.toString() : first + " to " + last);
        first = month;
      } else if (first == null) {
        first = month;
      }
      last = month;
    }
    if (first != null) {
      runs.add(first.equals(last) ? first.toString() : first + " to " + last);
    }
    return String.join(", ", runs);
  }

  private static boolean isShare(String name) {
    return name.contains("share");
  }

  private static boolean isFigure(List<Breakdown> rows, String name) {
    return rows.stream()
        .flatMap(row -> row.details().stream())
        .filter(detail -> detail.name().equals(name) && detail.value() != null)
        .allMatch(detail -> detail.value() instanceof Number);
  }

  /// A key as people read it.
  static String words(String key) {
    return switch (key) {
      case "not-recorded" -> "not recorded";
      case "percentile-90" -> "90th percentile";
      case "" -> "without a key";
      default -> key;
    };
  }

  static String capitalised(String word) {
    String spaced = word.replace('-', ' ');
    return spaced.isEmpty()
        ? spaced
        : spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
  }
}
