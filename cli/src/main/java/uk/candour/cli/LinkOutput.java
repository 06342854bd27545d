package uk.candour.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import uk.candour.linkage.LinkedTable;

/// Writes `clusters.csv` and `pairs.csv`. A file appears whole or not at all.
final class LinkOutput {

  private LinkOutput() {}

  /// `source,id,cluster`: every record once, in the order of the files and rows.
  static void clusters(Path out, LinkInput.Tables tables, LinkedTable linked) throws IOException {
    write(
        out,
        lines -> {
          lines.accept(List.of("source", "id", "cluster"));
          for (int r = 0; r < tables.linkable().size(); r++) {
            lines.accept(
                List.of(tables.source(r), tables.id(r), Integer.toString(linked.cluster(r))));
          }
        });
  }

  /// Every compared pair of a probability of 0.01 or more, with the outcome of each comparison.
  static void pairs(Path out, LinkInput.Tables tables, LinkedTable linked) throws IOException {
    boolean withSources = !tables.idsAreUnique();
    write(
        out,
        lines -> {
          List<String> header = new ArrayList<>(List.of("id_l", "id_r", "weight", "probability"));
          if (withSources) {
            header.addAll(List.of("source_l", "source_r"));
          }
          header.addAll(linked.comparisons());
          lines.accept(header);
          linked.pairs((left, right, weight, probability, levels) -> {
            List<String> line = new ArrayList<>();
            line.add(tables.id(left));
            line.add(tables.id(right));
            line.add(String.format(Locale.ROOT, "%.6f", weight));
            line.add(String.format(Locale.ROOT, "%.6f", probability));
            if (withSources) {
              line.add(tables.source(left));
              line.add(tables.source(right));
            }
            line.addAll(levels);
            lines.accept(line);
          });
        });
  }

  private static void write(Path out, Consumer<Consumer<List<String>>> content) throws IOException {
    Path folder = out.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path part = out.resolveSibling(out.getFileName() + ".part");
    try {
      try (BufferedWriter writer = Files.newBufferedWriter(part)) {
        content.accept(line -> append(writer, line));
      } catch (UncheckedIOException e) {
        throw new IOException(out + " could not be written", e.getCause());
      }
      Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void append(BufferedWriter writer, List<String> line) {
    try {
      for (int i = 0; i < line.size(); i++) {
        writer.append(i == 0 ? "" : ",").append(quoted(line.get(i)));
      }
      writer.append('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String quoted(String text) {
    return text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
        ? text
        : '"' + text.replace("\"", "\"\"") + '"';
  }
}
