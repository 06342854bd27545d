package uk.candour.cli;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.schema.ColumnSchema;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import uk.candour.intake.RefusedFile;
import uk.candour.intake.Table;

/// The rows of a Parquet file whose columns are plain: texts, numbers, dates, true or false. A
/// number without a fraction reads as a whole one, a date as `1990-02-03`.
final class ParquetTable implements Table {

  private static final Logger READERS_OWN = Logger.getLogger("dev.hardwood");

  static {
    READERS_OWN.setLevel(Level.WARNING);
    // Snappy in plain Java: no library is unpacked into the temporary folder and loaded from there.
    System.setProperty("org.xerial.snappy.purejava", "true");
  }

  private final ParquetFileReader file;
  private final RowReader rows;
  private final int[] places;
  private int row;

  ParquetTable(Path path, List<String> wanted) throws IOException {
    try {
      file = ParquetFileReader.open(InputFile.of(path));
      List<String> names = names(file);
      places = wanted.stream().mapToInt(names::indexOf).toArray();
      rows = file.rowReader();
    } catch (RuntimeException e) {
      throw refused(e);
    }
  }

  /// The names of the columns, trimmed.
  static List<String> columns(Path path) throws IOException {
    try (var file = ParquetFileReader.open(InputFile.of(path))) {
      List<String> names = names(file);
      if (!file.getFileSchema().isFlatSchema()) {
        throw new RefusedFile("its columns are nested; a table has plain columns");
      }
      return names;
    } catch (RefusedFile e) {
      throw e;
    } catch (RuntimeException | IOException e) {
      throw refused(e);
    }
  }

  private static List<String> names(ParquetFileReader file) {
    return file.getFileSchema().getColumns().stream()
        .map(ColumnSchema::name)
        .map(String::strip)
        .toList();
  }

  private static RefusedFile refused(Exception e) {
    String message = String.valueOf(e.getMessage());
    return new RefusedFile(
        message.contains("required library")
            ? "it is compressed in a way that is not read here; write it with Snappy, GZIP or none"
            : "it is no Parquet file that can be read: " + message);
  }

  @Override
  public boolean next() throws IOException {
    try {
      if (!rows.hasNext()) {
        return false;
      }
      rows.next();
    } catch (RuntimeException e) {
      throw refused(e);
    }
    row++;
    return true;
  }

  @Override
  public int row() {
    return row;
  }

  @Override
  public long line() {
    return row;
  }

  @Override
  public @Nullable String value(int column) {
    Object value = rows.isNull(places[column]) ? null : rows.getValue(places[column]);
    String text =
        switch (value) {
          case null -> "";
          case Double number when number == Math.rint(number) && Math.abs(number) < 1e15 ->
              Long.toString(number.longValue());
          case Float number when number == Math.rint(number) && Math.abs(number) < 1e7 ->
              Long.toString(number.longValue());
          case BigDecimal number -> number.stripTrailingZeros().toPlainString();
          default -> value.toString().strip();
        };
    return text.isEmpty() ? null : text;
  }

  @Override
  public @Nullable Malformed malformed() {
    return null;
  }

  @Override
  public void close() throws IOException {
    rows.close();
    file.close();
  }
}
