package uk.candour.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The linker on public data with known truth: recall is over all true pairs, those that blocking
/// never proposes included.
class SharedDataTest {

  private static final Pattern FEBRL = Pattern.compile("rec-(\\d+)-.*");
  private static final Pattern DATE = Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2})");

  private record Table(Map<String, Integer> header, List<String[]> rows) {
    String get(int row, String column) {
      String[] cells = rows.get(row);
      Integer at = header.get(column);
      return at == null || at >= cells.length ? "" : cells[at].trim();
    }
  }

  private static Path shared(String file) {
    Path root = Path.of(System.getProperty("candour.root", ".")).toAbsolutePath().normalize();
    for (Path at = root; at != null; at = at.getParent()) {
      Path candidate = at.resolve("shared").resolve("linkage").resolve(file);
      if (Files.exists(candidate)) {
        return candidate;
      }
    }
    assumeTrue(false, file + " is not in ../shared/linkage; this test is skipped");
    throw new IllegalStateException();
  }

  private static Table read(String file) throws IOException {
    List<String> lines = Files.readAllLines(shared(file));
    Map<String, Integer> header = new HashMap<>();
    String[] names = cells(lines.get(0));
    for (int i = 0; i < names.length; i++) {
      header.put(names[i].trim(), i);
    }
    return new Table(header, lines.stream().skip(1).map(SharedDataTest::cells).toList());
  }

  /// The cells of a line, quotes around a cell with commas taken off.
  private static String[] cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells.toArray(String[]::new);
  }

  /// A date that exists; the year or the month alone where the rest does not.
  static String date(String text) {
    Matcher matcher = DATE.matcher(text);
    if (!matcher.matches()) {
      return "";
    }
    int year = Integer.parseInt(matcher.group(1));
    int month = Integer.parseInt(matcher.group(2));
    int day = Integer.parseInt(matcher.group(3));
    if (month < 1 || month > 12 || year == 0) {
      return year == 0 ? "" : matcher.group(1);
    }
    return day < 1 || day > YearMonth.of(year, month).lengthOfMonth()
        ? matcher.group(1) + "-" + matcher.group(2)
        : matcher.group(1) + "-" + matcher.group(2) + "-" + matcher.group(3);
  }

  private static int febrl(String id) {
    Matcher matcher = FEBRL.matcher(id);
    assertThat(matcher.matches()).isTrue();
    return Integer.parseInt(matcher.group(1));
  }

  private static void addFebrl(Table table, Records records, int source) {
    for (int r = 0; r < table.rows().size(); r++) {
      String id = table.get(r, "soc_sec_id");
      records.add(
          "forename", table.get(r, "given_name"),
          "surname", table.get(r, "surname"),
          "born", date(table.get(r, "date_of_birth")),
          "address", (table.get(r, "street_number") + " " + table.get(r, "address_1")).trim(),
          "postcode", table.get(r, "postcode"),
          "area", table.get(r, "suburb"),
          "id", id.isEmpty() ? "" : "ssn:" + id,
          "source", Integer.toString(source));
    }
  }

  private static Accuracy measure(String name, Records records, int[] truth) {
    long start = System.nanoTime();
    Linked linked = Linker.link(records.columns(), 2, done -> {});
    double seconds = (System.nanoTime() - start) / 1e9;
    Accuracy central = Accuracy.of(linked.personOf(Linking.CENTRAL), truth);
    StringBuilder line = new StringBuilder();
    line.append(String.format(Locale.ROOT, "%-12s %5.2f s ", name, seconds));
    for (Linking linking : Linking.values()) {
      line.append(' ').append(linking).append(' ');
      line.append(Accuracy.of(linked.personOf(linking), truth));
    }
    line.append(' ').append(linked.error());
    Measured.print(line.toString());
    return central;
  }

  @Test
  void febrl3() throws IOException {
    Table table = read("febrl3.csv");
    Records records = new Records();
    addFebrl(table, records, 0);
    int[] truth = new int[records.size()];
    for (int r = 0; r < truth.length; r++) {
      truth[r] = febrl(table.get(r, "rec_id"));
    }
    assertThat(measure("febrl3", records, truth).f1()).isGreaterThan(0.99);
  }

  @Test
  void febrl4() throws IOException {
    Table one = read("febrl4a.csv");
    Table two = read("febrl4b.csv");
    Records records = new Records();
    addFebrl(one, records, 0);
    addFebrl(two, records, 1);
    int[] truth = new int[records.size()];
    for (int r = 0; r < truth.length; r++) {
      truth[r] =
          febrl(
              r < one.rows().size()
                  ? one.get(r, "rec_id")
                  : two.get(r - one.rows().size(), "rec_id"));
    }
    assertThat(measure("febrl4", records, truth).f1()).isGreaterThan(0.99);
  }

  @Test
  void fake1000() throws IOException {
    Table table = read("fake_1000.csv");
    int[] truth = new int[table.rows().size()];
    for (int r = 0; r < truth.length; r++) {
      truth[r] = Integer.parseInt(table.get(r, "cluster"));
    }
    assertThat(measure("fake_1000", fakeRecords(), truth).f1()).isGreaterThan(0.7);
  }

  static Records fakeRecords() throws IOException {
    Table table = read("fake_1000.csv");
    Records records = new Records();
    for (int r = 0; r < table.rows().size(); r++) {
      records.add(
          "forename", table.get(r, "first_name"),
          "surname", table.get(r, "surname"),
          "born", date(table.get(r, "dob")),
          "area", table.get(r, "city"),
          "email", table.get(r, "email"));
    }
    return records;
  }

  @Test
  void historical() throws IOException {
    Table table = read("historical_open.csv");
    int[] truth = new int[table.rows().size()];
    Map<String, Integer> clusters = new HashMap<>();
    for (int r = 0; r < truth.length; r++) {
      truth[r] = clusters.computeIfAbsent(table.get(r, "cluster"), c -> clusters.size());
    }
    assertThat(measure("historical", historicalRecords(), truth).f1()).isGreaterThan(0.8);
  }

  static Records historicalRecords() throws IOException {
    Table table = read("historical_open.csv");
    Records records = new Records();
    for (int r = 0; r < table.rows().size(); r++) {
      String[] words = table.get(r, "full_name").split(" ", -1);
      StringBuilder middle = new StringBuilder();
      for (int i = 1; i < words.length - 1; i++) {
        middle.append(words[i]).append(' ');
      }
      records.add(
          "forename", table.get(r, "first_name"),
          "surname", table.get(r, "surname"),
          "middle", middle.toString(),
          "born", date(table.get(r, "dob")),
          "area", table.get(r, "birth_place"),
          "postcode", table.get(r, "postcode_fake"),
          "school", table.get(r, "occupation"),
          "sex", table.get(r, "gender"));
    }
    return records;
  }
}
