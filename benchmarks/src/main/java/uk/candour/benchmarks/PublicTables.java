package uk.candour.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.candour.linkage.Linked;
import uk.candour.linkage.Linker;
import uk.candour.linkage.Linking;
import uk.candour.record.PartialDate;

/// Links public tables of people with no settings and writes `source,id,cluster`, one line a
/// record, for `beside_splink.py` to judge.
///
/// Which column says what is all that is told: forename, surname, date of birth and so on. No rule,
/// comparison or threshold is.
///
/// Run it as `java -cp "benchmarks/target/classes:cli/target/lib/*" \
/// uk.candour.benchmarks.PublicTables ID CLUSTERS.csv TABLE.csv...`
final class PublicTables {

  private static final Pattern DATE = Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2})");

  private PublicTables() {}

  public static void main(String[] arguments) throws IOException {
    List<BoroughRow> rows = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (int i = 2; i < arguments.length; i++) {
      Path file = Path.of(arguments[i]);
      String source = String.valueOf(file.getFileName()).replaceFirst("\\.csv$", "");
      List<String> text = Files.readAllLines(file);
      List<String> header = cells(text.getFirst());
      for (String line : text.subList(1, text.size())) {
        Map<String, String> row = new HashMap<>();
        List<String> cells = cells(line);
        for (int c = 0; c < header.size(); c++) {
          row.put(header.get(c), cells.get(c));
        }
        lines.add(source + "," + row.get(arguments[0]));
        rows.add(person(row, i - 2, rows.size()));
      }
    }
    Linked linked =
        Linker.link(
            BoroughColumns.of(rows), Runtime.getRuntime().availableProcessors(), percent -> {});
    int[] cluster = linked.personOf(Linking.CENTRAL);
    var out = new StringBuilder("source,id,cluster\n");
    for (int record = 0; record < cluster.length; record++) {
      out.append(lines.get(record)).append(',').append(cluster[record]).append('\n');
    }
    Files.writeString(Path.of(arguments[1]), out);
  }

  private static BoroughRow person(Map<String, String> row, int source, int record) {
    String number = first(row, "soc_sec_id");
    String[] names = first(row, "full_name").split(" ", -1);
    String middle =
        names.length > 2 ? String.join(" ", List.of(names).subList(1, names.length - 1)) : "";
    return new BoroughRow(
        0,
        false,
        NameOrigin.values()[0],
        source,
        record,
        first(row, "given_name", "first_name"),
        middle,
        first(row, "surname"),
        List.of(),
        date(first(row, "date_of_birth", "dob")),
        -1,
        -1,
        0,
        switch (first(row, "gender")) {
          case "female" -> 1;
          case "male" -> 2;
          default -> 0;
        },
        (first(row, "street_number") + " " + first(row, "address_1")).strip(),
        first(row, "postcode", "postcode_fake"),
        first(row, "suburb", "birth_place", "city"),
        first(row, "occupation"),
        number.isEmpty() ? List.of() : List.of("ssn:" + number),
        List.of(),
        first(row, "email").isEmpty() ? List.of() : List.of(first(row, "email")),
        List.of());
  }

  private static String first(Map<String, String> row, String... columns) {
    for (String column : columns) {
      String value = row.get(column);
      if (value != null) {
        return value;
      }
    }
    return "";
  }

  private static int date(String text) {
    Matcher date = DATE.matcher(text);
    if (!date.matches()) {
      return PartialDate.NOT_RECORDED;
    }
    int year = Integer.parseInt(date.group(1));
    try {
      return PartialDate.of(year, Integer.parseInt(date.group(2)), Integer.parseInt(date.group(3)));
    } catch (DateTimeException e) {
      return PartialDate.of(year);
    }
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    var cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString().strip());
    return cells;
  }
}
