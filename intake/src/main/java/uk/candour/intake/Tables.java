package uk.candour.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Opens what agencies hold: one file, its layout, and the columns that are asked for.
///
/// A file is accepted whole, or with rows and values that are listed, or refused with one plain
/// reason ([RefusedFile]). Refusal may come after rows were read; then none of them is to be kept.
public final class Tables {

  private Tables() {}

  /// The rows of a file.
  ///
  /// @param wanted the columns by their names, which are numbered by their places in this list
  /// @throws RefusedFile where the file cannot be taken, or a header lacks a wanted column or has
  ///   it twice
  public static Table open(Path file, Format format, List<String> wanted, TableNotes notes)
      throws IOException {
    return switch (format) {
      case Format.Csv csv -> new CsvTable(file, csv, wanted, notes);
      case Format.Xlsx xlsx -> new XlsxTable(file, xlsx, wanted, notes);
      case Format.Json json -> new JsonTable(file, json, wanted, notes);
      case Format.Xml xml -> new XmlTable(file, xml, wanted, notes);
      case Format.CinCensus census ->
          throw new IllegalArgumentException("a census has no columns: read it with CinCensus");
    };
  }

  /// The columns that a file has, in its order; the whole of a JSON or XML file is read for them.
  public static Columns columns(Path file, Format format) throws IOException {
    return switch (format) {
      case Format.Csv csv -> {
        try (CsvTable table = new CsvTable(file, csv, List.of(), note -> {})) {
          yield Columns.ofHeader(table.header());
        }
      }
      case Format.Xlsx xlsx -> {
        try (XlsxTable table = new XlsxTable(file, xlsx, List.of(), note -> {})) {
          yield Columns.ofHeader(table.header());
        }
      }
      case Format.Json json -> Columns.ofPaths(JsonTable.paths(file, json));
      case Format.Xml xml -> Columns.ofPaths(XmlTable.paths(file, xml));
      case Format.CinCensus census -> Columns.ofHeader(List.of());
    };
  }
}
