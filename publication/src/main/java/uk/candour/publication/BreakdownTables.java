package uk.candour.publication;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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
      groups.computeIfAbsent(caption(finding, row), caption -> new ArrayList<>()).add(row);
    }
    var keys = EvidenceKeys.of(finding.evidence());
    List<Table> tables = new ArrayList<>();
    groups.forEach((caption, rows) -> tables.add(table(finding, caption, rows, keys)));
    return tables;
  }

  /// A column of a table: its head, and the cell of a row.
  private record Part(Column column, Function<Breakdown, Cell> cell) {}

  private static Table table(
      Finding finding, String caption, List<Breakdown> rows, EvidenceKeys keys) {
    String by = rows.getFirst().by();
    boolean counts = rows.stream().anyMatch(row -> row.count() != null);
    boolean ofs = rows.stream().anyMatch(row -> row.of() != null);
    boolean values = rows.stream().anyMatch(row -> row.value() != null);
    boolean shares = rows.stream().anyMatch(BreakdownTables::isShareOfItsCount);
    Set<String> details = new LinkedHashSet<>();
    rows.forEach(row -> row.details().forEach(detail -> details.add(detail.name())));

    List<Part> parts = new ArrayList<>();
    parts.add(new Part(Table.words(head(finding, by)), row -> key(finding, row, keys)));
    if (counts) {
      parts.add(new Part(Table.figures(counted(finding, by)), row -> number(row.count())));
    }
    if (ofs) {
      parts.add(new Part(Table.figures("Out of"), row -> number(row.of())));
    }
    if (values) {
      parts.add(
          new Part(
              Table.figures(shares ? "Share" : valued(finding, by)),
              row -> value(row, finding.unit())));
    }
    if (shares) {
      details.remove("share");
    }
    details.removeIf(name ->
        nothing(name).isEmpty() && rows.stream().allMatch(row -> detailValue(row, name) == null));
    if (caption.equals(STATED) || caption.equals(OBSERVED)) {
      details.remove("basis");
    }
    if (details.contains("low") && details.remove("high")) {
      parts.add(new Part(Table.figures("95% interval"), BreakdownTables::interval));
      details.remove("low");
    }
    for (String detail : details) {
      parts.add(
          new Part(
              new Column(detailHead(detail), isFigure(rows, detail)), row -> detail(row, detail)));
    }
    return Table.of(
        caption,
        parts.stream().map(Part::column).toList(),
        rows.stream()
            .map(row -> parts.stream().map(part -> part.cell.apply(row)).toList())
            .toList());
  }

  private static Cell key(Finding finding, Breakdown row, EvidenceKeys keys) {
    String anchor = keys.anchorOf(row.by(), row.key());
    return new Cell(
        keyWords(finding, row),
        anchor == null ? null : EvidenceFiles.pagePath(finding.id()) + "#" + anchor);
  }

  private static String keyWords(Finding finding, Breakdown row) {
    if (isOfThoseWhoNoLongerWait(finding, row.by())) {
      return row.key().equals("median") ? "Half of them within" : "Nine in ten within";
    }
    if (row.by().equals("serial")) {
      String[] ends = row.key().split("-", -1);
      return ends.length == 2 && ends[0].equals(ends[1]) ? ends[0] : String.join(" to ", ends);
    }
    return OUR_WORDS.contains(row.by()) ? words(row.key()).replace('-', ' ') : words(row.key());
  }

  /// Whether a breakdown is of those whose wait had ended, while the finding's own median counts
  /// those still waiting.
  private static boolean isOfThoseWhoNoLongerWait(Finding finding, String by) {
    return by.equals("statistic")
        && (finding.id().equals("children.to-action")
            || finding.id().equals("reports.days-to-decision"));
  }

  private static final String STATED = "By group, as they stated it themselves";
  private static final String OBSERVED = "By group, as others observed it";

  private static String caption(Finding finding, Breakdown row) {
    return switch (row.by()) {
      case "statistic" ->
          switch (finding.id()) {
            case "children.to-action" ->
                "Only the children who were acted on; those still waiting are not in this table";
            case "reports.days-to-decision" ->
                "Only the reports that were decided; those still waiting are not in this table";
            default -> "In figures";
          };
      case "group" ->
          row.details().contains(new Detail("basis", "self-stated"))
              ? STATED
              : row.details().contains(new Detail("basis", "observed")) ? OBSERVED : "By group";
      case "team" ->
          finding.id().equals("ethnicity.removed")
              ? "By the team whose record it was, not the team of whoever changed it"
              : "By team";
      case "network" -> "Each network";
      case "briefing" -> "Each briefing about exploitation";
      case "agencies" -> "By number of agencies that held a concern";
      case "months" -> "Months without a row, by source";
      case "meetings" -> "Meetings without minutes, by series";
      case "files" -> "Files missing, by source";
      case "serial" -> "Runs of numbers that are absent";
      default -> "By " + row.by().replace('-', ' ');
    };
  }

  private static String head(Finding finding, String by) {
    return switch (by) {
      case "months", "files" -> "Source";
      case "meetings" -> "Series";
      case "serial" -> "Numbers";
      case "statistic" -> isOfThoseWhoNoLongerWait(finding, by) ? "How many" : "Figure";
      case "team" -> finding.id().equals("ethnicity.removed") ? "Team of the record" : "Team";
      default -> capitalised(by);
    };
  }

  /// What a value is where it is no share.
  private static String valued(Finding finding, String by) {
    return by.equals("network") && finding.id().equals("networks.knowable")
        ? "Months waited"
        : capitalised(finding.unit());
  }

  /// The heads of further columns whose names in `findings.json` say too little.
  private static String detailHead(String name) {
    return switch (name) {
      case "joined-on" -> "Could be joined on";
      case "held-alone-on" -> "One agency alone held it on";
      case "held-alone-by" -> "Which agency";
      case "acted-on" -> "First action or conviction";
      case "action" -> "Action dated";
      case "suspects" -> "Suspects";
      case "every" -> "Due every (months)";
      case "missing" -> "Missing";
      case "low" -> "At least (95%)";
      case "lower95" -> "Lower limit (95%)";
      case "share-of-recorded" -> "Share of those with a value";
      case "population-share" -> "Share of residents";
      case "age-matched" -> "Residents of 18 and over";
      case "population-year" -> "Residents counted in";
      default -> capitalised(name);
    };
  }

  /// What stands in a further column where there is nothing.
  private static String nothing(String name) {
    return switch (name) {
      case "held-alone-on", "acted-on" -> "never";
      case "held-alone-by" -> "no agency";
      case "action" -> "none on record";
      default -> "";
    };
  }

  private static Cell interval(Breakdown row) {
    Object low = detailValue(row, "low");
    Object high = detailValue(row, "high");
    if (!(low instanceof Number from)) {
      return Table.cell("");
    }
    String least = inUnitOf(row, from);
    return Table.cell(
        high instanceof Number to ? least + " to " + inUnitOf(row, to) : "at least " + least);
  }

  private static String inUnitOf(Breakdown row, Number number) {
    return isShareOfItsCount(row)
        ? Figures.percent(number.doubleValue())
        : Figures.number(number.doubleValue());
  }

  private static @Nullable Object detailValue(Breakdown row, String name) {
    for (Detail detail : row.details()) {
      if (detail.name().equals(name)) {
        return detail.value();
      }
    }
    return null;
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
    return switch (finding.id()) {
      case "places.recurring", "reports.first-by", "record.mass-removals" -> "Children";
      case "ethnicity.recorded" -> "Rows with a usable value";
      default ->
          switch (finding.unit()) {
            case Figures.SHARE, "days", "months", "years" ->
                finding.id().startsWith("children.")
                    ? "Children"
                    : finding.id().startsWith("reports.") ? "Reports" : "Count";
            default -> capitalised(finding.unit());
          };
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
        return Table.cell(detail.value() == null ? nothing(name) : detailText(detail));
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
    String text = String.valueOf(detail.value());
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
