package uk.candour.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The same borough in other words: every column of its separated-values files renamed, every coded
/// value given another code, and the remit rewritten to say so. An inquiry that finds anything else
/// in it has looked at the words instead of at what the remit says they mean.
final class RenamedBorough {

  private static final Set<String> WORDS_OF_WHEN = Set.of("present", "absent");

  private final Path from;
  private final Path to;
  private int renamedColumns;
  private int recodedColumns;

  private RenamedBorough(Path from, Path to) {
    this.from = from;
    this.to = to;
  }

  /// How much was changed: a test of nothing shows nothing.
  record Changed(int columns, int recoded) {}

  static Changed write(Path from, Path to) {
    var borough = new RenamedBorough(from, to);
    borough.write();
    return new Changed(borough.renamedColumns, borough.recodedColumns);
  }

  private void write() {
    try {
      copy();
      Path file = to.resolve("remit.yaml");
      Map<String, Object> remit =
          Product.object(
              new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file)));
      Object usual = remit.get("unknown");
      for (Object one : Product.list(remit.get("sources"))) {
        Map<String, Object> source = Product.object(one);
        Map<String, Object> format = format(source);
        if (format.getOrDefault("type", "csv").equals("csv")) {
          rename(source, format, usual);
        }
      }
      Files.writeString(file, new Dump(DumpSettings.builder().build()).dumpToString(remit));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void copy() throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(Objects.requireNonNull(copy.getParent()));
        Files.copy(file, copy);
      }
    }
  }

  private static Map<String, Object> format(Map<String, Object> source) {
    Object format = source.get("format");
    return format == null ? Map.of() : Product.object(format);
  }

  private void rename(
      Map<String, Object> source, Map<String, Object> format, @Nullable Object usualUnknown) {
    char separator = String.valueOf(format.getOrDefault("separator", ",")).charAt(0);
    Charset charset = Charset.forName(String.valueOf(format.getOrDefault("encoding", "utf-8")));
    Path file = to.resolve(String.valueOf(source.get("file")));
    List<List<String>> rows = Csv.read(file, charset, separator);
    List<String> header = rows.getFirst().stream().map(String::strip).toList();

    Map<String, String> names = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      names.put(header.get(i), "field_" + (header.size() - i));
    }
    renamedColumns += names.size();

    Set<String> unknown = new HashSet<>(Set.of(""));
    words(source.getOrDefault("unknown", usualUnknown)).forEach(word -> unknown.add(lower(word)));
    Map<String, Map<String, String>> codes = codes(source, header, rows, unknown);
    recodedColumns += codes.size();

    List<List<String>> written = new ArrayList<>();
    written.add(header.stream().map(names::get).toList());
    for (List<String> row : rows.subList(1, rows.size())) {
      List<String> cells = new ArrayList<>(row);
      for (int i = 0; i < Math.min(cells.size(), header.size()); i++) {
        Map<String, String> ofColumn = codes.get(header.get(i));
        if (ofColumn != null && cells.size() == header.size()) {
          cells.set(i, ofColumn.getOrDefault(cells.get(i).strip(), cells.get(i)));
        }
      }
      written.add(cells);
    }
    Csv.write(file, charset, separator, written);

    new Rewritten(names, codes).source(source);
  }

  /// The columns whose every use in the source is by `values` or `when`, each with a new code for
  /// every value that the file or the remit has.
  private static Map<String, Map<String, String>> codes(
      Map<String, Object> source,
      List<String> header,
      List<List<String>> rows,
      Set<String> unknown) {
    Map<String, Set<String>> named = new HashMap<>();
    Set<String> otherwise = new HashSet<>();
    new Uses(named, otherwise).source(source);
    Map<String, Map<String, String>> codes = new HashMap<>();
    for (String column : named.keySet()) {
      if (otherwise.contains(column)) {
        continue;
      }
      Set<String> values = new TreeSet<>(named.get(column));
      int at = header.indexOf(column);
      for (List<String> row : rows.subList(1, rows.size())) {
        if (row.size() == header.size()) {
          values.add(row.get(at).strip());
        }
      }
      values.removeIf(value -> unknown.contains(lower(value)));
      Map<String, String> ofColumn = new LinkedHashMap<>();
      for (String value : values) {
        ofColumn.put(value, "code" + (values.size() - ofColumn.size()));
      }
      codes.put(column, ofColumn);
    }
    return codes;
  }

  private static List<String> words(@Nullable Object value) {
    if (value == null) {
      return List.of();
    }
    return value instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of(String.valueOf(value));
  }

  private static String lower(String value) {
    return value.toLowerCase(Locale.ROOT);
  }

  /// Finds which columns a source uses by their codes, with the codes it names, and which it also
  /// uses in any other way.
  private record Uses(Map<String, Set<String>> named, Set<String> otherwise) {

    void source(Map<String, Object> source) {
      mapping(source.get("map"));
      when(source.get("when"));
      for (Object entry : source.get("entries") instanceof List<?> list ? list : List.of()) {
        mapping(Product.object(entry).get("map"));
        when(Product.object(entry).get("when"));
      }
      if (source.get("test") instanceof Map<?, ?> test) {
        otherwise.add(String.valueOf(test.get("column")));
      }
    }

    private void mapping(@Nullable Object map) {
      if (map != null) {
        Product.object(map).values().forEach(this::value);
      }
    }

    private void value(Object spec) {
      switch (spec) {
        case List<?> list -> list.forEach(one -> value(Objects.requireNonNull(one)));
        case Map<?, ?> of -> {
          if (of.get("values") instanceof Map<?, ?> values
              && of.get("column") != null
              && of.get("codes") == null
              && of.get("split") == null
              && of.get("pattern") == null) {
            var codes =
                named.computeIfAbsent(String.valueOf(of.get("column")), c -> new HashSet<>());
            values.keySet().forEach(code -> codes.add(String.valueOf(code)));
          } else {
            otherwise.addAll(words(of.get("column")));
            otherwise.addAll(words(of.get("columns")));
          }
        }
        default -> otherwise.add(String.valueOf(spec));
      }
    }

    private void when(@Nullable Object when) {
      if (when == null) {
        return;
      }
      Product.object(when)
          .forEach((column, wanted) -> {
            var codes = named.computeIfAbsent(column, c -> new HashSet<>());
            Object list = wanted instanceof Map<?, ?> not ? not.get("not") : wanted;
            for (String word : words(list)) {
              if (!WORDS_OF_WHEN.contains(word)) {
                codes.add(word);
              }
            }
          });
    }
  }

  /// Rewrites a source of the remit in the new names and codes.
  private record Rewritten(Map<String, String> names, Map<String, Map<String, String>> codes) {

    void source(Map<String, Object> source) {
      mapping(source);
      for (Object entry : source.get("entries") instanceof List<?> list ? list : List.of()) {
        mapping(Product.object(entry));
      }
      if (source.get("test") instanceof Map<?, ?>) {
        Map<String, Object> test = Product.object(source.get("test"));
        test.put("column", name(String.valueOf(test.get("column"))));
      }
    }

    private void mapping(Map<String, Object> holder) {
      if (holder.get("map") != null) {
        Product.object(holder.get("map")).replaceAll((target, spec) -> value(spec));
      }
      if (holder.get("when") != null) {
        Map<String, Object> rewritten = new LinkedHashMap<>();
        Product.object(holder.get("when"))
            .forEach((column, wanted) -> rewritten.put(name(column), wanted(column, wanted)));
        holder.put("when", rewritten);
      }
    }

    private Object value(Object spec) {
      if (spec instanceof List<?> list) {
        return list.stream().map(one -> value(Objects.requireNonNull(one))).toList();
      }
      if (!(spec instanceof Map<?, ?>)) {
        return name(String.valueOf(spec));
      }
      Map<String, Object> of = new LinkedHashMap<>(Product.object(spec));
      if (of.get("values") != null && of.get("column") != null) {
        var ofColumn = codes.getOrDefault(String.valueOf(of.get("column")), Map.of());
        Map<String, Object> values = new LinkedHashMap<>();
        Product.object(of.get("values"))
            .forEach((code, value) -> values.put(code(ofColumn, code), value));
        of.put("values", values);
      }
      of.computeIfPresent("column", (key, column) -> name(String.valueOf(column)));
      of.computeIfPresent(
          "columns", (key, columns) -> words(columns).stream().map(this::name).toList());
      return of;
    }

    private Object wanted(String column, Object wanted) {
      var ofColumn = codes.getOrDefault(column, Map.of());
      return switch (wanted) {
        case Map<?, ?> not ->
            Map.of(
                "not", words(not.get("not")).stream().map(word -> code(ofColumn, word)).toList());
        case List<?> list ->
            list.stream().map(word -> code(ofColumn, String.valueOf(word))).toList();
        default -> code(ofColumn, String.valueOf(wanted));
      };
    }

    private String name(String column) {
      return names.getOrDefault(column, column);
    }

    private static String code(Map<String, String> ofColumn, Object code) {
      String word = String.valueOf(code);
      return WORDS_OF_WHEN.contains(word) ? word : ofColumn.getOrDefault(word, word);
    }
  }
}
