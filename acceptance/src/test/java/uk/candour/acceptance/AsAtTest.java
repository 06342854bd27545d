package uk.candour.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.ParsePosition;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was not yet known on a day takes no part in anything: deleting from the files every row
/// that was recorded later leaves the findings as at that day as they were.
final class AsAtTest {

  private static final LocalDate DAY = LocalDate.of(2007, 6, 30);

  @Test
  void deletingEveryLaterRowLeavesTheFindingsAsTheyWere(@TempDir Path folder) {
    Path whole =
        Product.inquiry(
            Product.EASTMOOR.resolve("remit.yaml"),
            folder.resolve("whole"),
            "--as-at",
            DAY.toString());
    Path cut = Folders.copy(Product.EASTMOOR, folder.resolve("eastmoor"));
    int deleted = 0;
    for (var source : SourcesOfRemit.csv(cut)) {
      deleted += delete(source);
    }
    assertThat(deleted).as("deleted rows").isGreaterThan(2000);
    Path later =
        Product.inquiry(
            cut.resolve("remit.yaml"), folder.resolve("cut"), "--as-at", DAY.toString());
    assertThat(Product.findings(later)).isEqualTo(Product.findings(whole));
  }

  /// Deletes the rows of which every entry was recorded after the day. A row with a date that
  /// cannot be read stays.
  private static int delete(SourcesOfRemit.CsvSource source) {
    List<Map<String, String>> entries = dateColumns(source);
    if (entries.isEmpty()) {
      return 0;
    }
    List<List<String>> rows = source.rows();
    List<String> header = rows.getFirst().stream().map(String::strip).toList();
    List<List<String>> kept = new ArrayList<>(List.of(rows.getFirst()));
    for (List<String> row : rows.subList(1, rows.size())) {
      boolean later =
          row.size() == header.size()
              && entries.stream().allMatch(columns -> isLater(source, columns, header, row));
      if (!later) {
        kept.add(row);
      }
    }
    source.write(kept);
    return rows.size() - kept.size();
  }

  private static boolean isLater(
      SourcesOfRemit.CsvSource source,
      Map<String, String> columns,
      List<String> header,
      List<String> row) {
    for (String which : List.of("recorded", "own")) {
      String column = columns.get(which);
      String value = column == null ? "" : row.get(header.indexOf(column)).strip();
      if (!value.isEmpty()) {
        LocalDate date = date(source, value);
        return date != null && date.isAfter(DAY);
      }
    }
    return columns.isEmpty();
  }

  /// For each entry of the source the column of its recorded date and that of its own date.
  private static List<Map<String, String>> dateColumns(SourcesOfRemit.CsvSource source) {
    List<Map<String, Object>> maps = new ArrayList<>();
    Map<String, Object> common =
        source.source().get("map") == null ? Map.of() : Product.object(source.source().get("map"));
    if (source.source().get("entries") instanceof List<?> entries) {
      for (Object entry : entries) {
        Map<String, Object> joined = new LinkedHashMap<>(common);
        joined.putAll(Product.object(Product.object(Objects.requireNonNull(entry)).get("map")));
        maps.add(joined);
      }
    } else {
      maps.add(common);
    }
    List<Map<String, String>> columns = new ArrayList<>();
    for (Map<String, Object> map : maps) {
      Map<String, String> ofEntry = new LinkedHashMap<>();
      map.forEach((target, spec) -> {
        String column =
            spec instanceof Map<?, ?> of ? String.valueOf(of.get("column")) : String.valueOf(spec);
        if (target.endsWith(".recorded")) {
          ofEntry.put("recorded", column);
        } else if (target.matches("[a-z]+\\.(happened|made|held)")) {
          ofEntry.put("own", column);
        }
      });
      columns.add(ofEntry);
    }
    return columns;
  }

  private static @Nullable LocalDate date(SourcesOfRemit.CsvSource source, String value) {
    Object dates = source.source().get("dates");
    for (Object pattern : dates instanceof List<?> list ? list : List.of(String.valueOf(dates))) {
      var position = new ParsePosition(0);
      var parsed = formatter(String.valueOf(pattern)).parseUnresolved(value, position);
      if (parsed != null && position.getIndex() == value.length()) {
        return LocalDate.parse(value, formatter(String.valueOf(pattern)));
      }
    }
    return null;
  }

  private static DateTimeFormatter formatter(String pattern) {
    var builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
    if (pattern.endsWith("yy") && !pattern.endsWith("yyyy")) {
      builder
          .appendPattern(pattern.substring(0, pattern.length() - 2))
          .appendValueReduced(ChronoField.YEAR, 2, 2, 1915);
    } else {
      builder.appendPattern(pattern);
    }
    return builder.toFormatter(Locale.ENGLISH);
  }
}
