package uk.candour.intake;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// FastCSV is the twin of our scanner wherever a file is well-formed; where rows are spoilt one by
/// one, every other row is what it was.
class CsvTableTwinTest {

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "a",
          "Zoë",
          "O’Brien",
          "12",
          "x y",
          " lead",
          "trail ",
          "=1+1",
          "-5",
          "\"\"",
          "\"a\"",
          "\"a,b\"",
          "\"say \"\"x\"\"\"",
          "\"\"\"\"",
          "\"two\nlines\"",
          "\"two\r\nlines\"",
          "6\" x",
          "'",
          "\"\n\"");

  @TempDir private Path folder;

  @Test
  void readsWhatTheTwinReads() throws IOException {
    Random random = new Random(11);
    for (int file = 0; file < 300; file++) {
      int columns = 1 + random.nextInt(8);
      String end = random.nextBoolean() ? "\n" : "\r\n";
      StringBuilder text = new StringBuilder(row(columns, random, end, true));
      for (int row = random.nextInt(60); row > 0; row--) {
        text.append(random.nextInt(9) == 0 ? end : "").append(row(columns, random, end, false));
      }
      Charset charset = random.nextBoolean() ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16LE;
      Path path = Lines.write(folder, "twin.csv", text.toString(), charset);
      assertThat(ours(path, columns)).as("file %d", file).isEqualTo(twin(text.toString()));
    }
  }

  @Test
  void aSpoiltRowLeavesEveryOtherAsItWas() throws IOException {
    Random random = new Random(12);
    for (int file = 0; file < 300; file++) {
      int columns = 3 + random.nextInt(6);
      List<String> rows = new ArrayList<>();
      for (int row = 0; row < 40; row++) {
        rows.add(plainRow(columns, row, random));
      }
      int spoilt = random.nextInt(rows.size());
      String row = rows.get(spoilt);
      rows.set(
          spoilt,
          switch (random.nextInt(4)) {
            case 0 -> row.replaceFirst(",", ",\"");
            case 1 -> row.replaceFirst(",", "");
            case 2 -> row + ",more";
            default -> row.replaceFirst(",", ",\"x\"y");
          });
      String header = String.join(",", ofNumbers(columns));
      Path path = Lines.write(folder, "s.csv", header + "\n" + String.join("\n", rows) + "\n");
      List<String> read = Lines.of(path, new Format.Csv(',', '"', null, 1), ofNumbers(columns));
      assertThat(read).hasSize(rows.size());
      for (int i = 0; i < rows.size(); i++) {
        String expected =
            i == spoilt
                ? (i + 1) + "@" + (i + 2) + " MALFORMED"
                : (i + 1) + "@" + (i + 2) + " " + rows.get(i).replace("\"", "").replace(',', '|');
        assertThat(read.get(i))
            .as("file %d, spoilt %d: %s", file, spoilt, row)
            .startsWith(expected);
      }
    }
  }

  private static String[] ofNumbers(int columns) {
    String[] names = new String[columns];
    for (int i = 0; i < columns; i++) {
      names[i] = "c" + i;
    }
    return names;
  }

  private static String plainRow(int columns, int row, Random random) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      String value = "r" + row + "c" + i;
      values.add(random.nextInt(4) == 0 ? "\"" + value + "\"" : value);
    }
    return String.join(",", values);
  }

  private static String row(int columns, Random random, String end, boolean header) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      values.add(header ? "c" + i : TEXTS.get(random.nextInt(TEXTS.size())));
    }
    return String.join(",", values) + end;
  }

  private static List<List<String>> ours(Path path, int columns) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (Table table =
        Tables.open(
            path, new Format.Csv(',', '"', null, 1), List.of(ofNumbers(columns)), n -> {})) {
      while (table.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
          row.add(String.valueOf(table.value(i)));
        }
        assertThat(table.malformed()).isNull();
        addUnlessBlank(rows, row);
      }
    }
    return rows;
  }

  private static List<List<String>> twin(String text) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text)) {
      for (CsvRecord row : reader) {
        List<String> values = new ArrayList<>();
        row.getFields().forEach(value -> values.add(String.valueOf(Blank.trimmed(value))));
        addUnlessBlank(rows, values);
      }
    }
    rows.removeFirst();
    return rows;
  }

  /// A line of separators alone is no row of ours, one of empty quotes is; the twin knows no
  /// difference.
  private static void addUnlessBlank(List<List<String>> rows, List<String> row) {
    if (row.stream().anyMatch(value -> !value.equals("null"))) {
      rows.add(row);
    }
  }
}
