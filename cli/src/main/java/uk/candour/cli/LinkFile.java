package uk.candour.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.candour.intake.Format;
import uk.candour.intake.Table;
import uk.candour.intake.Tables;

/// A table to be linked: CSV, or Parquet by its ending.
final class LinkFile {

  private final Path path;
  private @Nullable List<String> columns;

  LinkFile(Path path) {
    this.path = path;
  }

  Path path() {
    return path;
  }

  /// The file's name without its ending.
  String source() {
    String name = String.valueOf(path.getFileName());
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? name : name.substring(0, dot);
  }

  private String ending() {
    String name = String.valueOf(path.getFileName());
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private boolean isParquet() {
    return ending().equals("parquet") || ending().equals("pq");
  }

  private Format csv() {
    return new Format.Csv(ending().equals("tsv") ? '\t' : ',', '"', null, 1);
  }

  /// The names of its columns, trimmed, in its order.
  List<String> columns() throws IOException {
    if (columns == null) {
      columns = isParquet() ? ParquetTable.columns(path) : Tables.columns(path, csv()).names();
    }
    return columns;
  }

  Table open(List<String> wanted) throws IOException {
    return isParquet()
        ? new ParquetTable(path, wanted)
        : Tables.open(path, csv(), wanted, note -> {});
  }
}
