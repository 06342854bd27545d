package uk.candour.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The separated-values sources of a remit as plain maps, so that a test can change an agency's
/// rows as the agency would have: by the columns of its own file.
final class SourcesOfRemit {

  private SourcesOfRemit() {}

  static Map<String, Object> remit(Path folder) {
    try {
      return Product.object(
          new Load(LoadSettings.builder().build())
              .loadFromString(Files.readString(folder.resolve("remit.yaml"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Every source of separated values in a folder.
  static List<CsvSource> csv(Path folder) {
    List<CsvSource> sources = new ArrayList<>();
    for (Object one : Product.list(remit(folder).get("sources"))) {
      Map<String, Object> source = Product.object(one);
      Map<String, Object> format =
          source.get("format") == null ? Map.of() : Product.object(source.get("format"));
      if (format.getOrDefault("type", "csv").equals("csv")) {
        sources.add(
            new CsvSource(
                source,
                folder.resolve(String.valueOf(source.get("file"))),
                Charset.forName(String.valueOf(format.getOrDefault("encoding", "utf-8"))),
                String.valueOf(format.getOrDefault("separator", ",")).charAt(0)));
      }
    }
    return sources;
  }

  /// A source and how its file is written.
  record CsvSource(Map<String, Object> source, Path file, Charset charset, char separator) {

    String name() {
      return String.valueOf(source.get("name"));
    }

    List<List<String>> rows() {
      return Csv.read(file, charset, separator);
    }

    void write(List<List<String>> rows) {
      Csv.write(file, charset, separator, rows);
    }

    /// The columns that are mapped to a target that ends so, in the source's map and in those of
    /// its entries.
    Set<String> columnsOf(String... ends) {
      Set<String> columns = new LinkedHashSet<>();
      collect(source.get("map"), columns, ends);
      if (source.get("entries") instanceof List<?> entries) {
        for (Object entry : entries) {
          collect(Product.object(Objects.requireNonNull(entry)).get("map"), columns, ends);
        }
      }
      return columns;
    }

    private static void collect(@Nullable Object map, Set<String> columns, String... ends) {
      if (map == null) {
        return;
      }
      Product.object(map)
          .forEach((target, spec) -> {
            for (String end : ends) {
              if (target.endsWith(end)) {
                columns.add(
                    spec instanceof Map<?, ?> of
                        ? String.valueOf(of.get("column"))
                        : String.valueOf(spec));
              }
            }
          });
    }
  }
}
