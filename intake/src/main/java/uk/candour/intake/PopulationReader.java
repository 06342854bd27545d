package uk.candour.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import uk.candour.intake.SourcePlan.Cell;

/// Reads one item of a remit's `population`: a file, its year, and which columns hold the area, the
/// ages, the sex, the group and the count.
final class PopulationReader {

  private static final List<String> KEYS = List.of("file", "format", "year", "unknown", "map");

  private final SourceReader.Frame frame;
  private final Section.Sheet sheet;

  PopulationReader(SourceReader.Frame frame, Section.Sheet sheet) {
    this.frame = frame;
    this.sheet = sheet;
  }

  @Nullable PopulationPlan read(Node node) throws IOException {
    Section section = Section.of(node, "a population: file, year, map", KEYS, sheet);
    if (section == null) {
      return null;
    }
    int problems = sheet.problems().size();
    Node fileNode = section.need("file", "the file of residents");
    section.need("year", "the year it speaks of");
    Integer year = section.number("year", 1);
    Map<String, Path> files =
        fileNode == null
            ? Map.of()
            : new SourceFiles(frame.folder(), sheet)
                .find(Section.texts(fileNode, "the path of a file", sheet));
    if (files.size() > 1 && fileNode != null) {
      sheet.add(fileNode, Section.text(fileNode), "one file");
    }
    String name = files.isEmpty() ? null : files.keySet().iterator().next();
    String written = fileNode instanceof ScalarNode scalar ? scalar.getValue() : null;
    Format format =
        new FormatReader(sheet)
            .read(
                section.get("format"),
                fileNode == null ? node : fileNode,
                name == null ? written : name);
    var columns = new ColumnUse(SourceReader.headers(fileNode, files, format, sheet), sheet);
    List<Cell> cells = cells(section, columns, format);
    Set<String> unknown = new HashSet<>();
    Node unknownNode = section.get("unknown");
    if (unknownNode != null) {
      for (ScalarNode item : Section.texts(unknownNode, "a list of values", sheet)) {
        unknown.add(item.getValue().strip());
      }
    }
    if (sheet.problems().size() > problems || name == null || format == null || year == null) {
      return null;
    }
    return new PopulationPlan(
        Section.Place.of(section.at("file")),
        files.values().iterator().next(),
        name,
        format,
        year,
        columns.names(),
        unknown,
        cells);
  }

  private List<Cell> cells(Section section, ColumnUse columns, @Nullable Format format) {
    List<Cell> cells = new ArrayList<>();
    Node mapNode = section.need("map", "which columns hold area, age-from, age-to and count");
    Section map =
        mapNode == null
            ? null
            : Section.of(
                mapNode,
                "a map of area, age-from, age-to and count",
                PopulationPlan.TARGETS,
                sheet);
    if (map == null) {
      return cells;
    }
    map.need("age-from", "the column of the least age");
    map.need("count", "the column of the number of residents");
    var dates = SourceReader.datesOf(List.of(), format, frame.extracted());
    var reader = new MapReader(columns, dates, frame.extracted(), format, sheet);
    for (String target : PopulationPlan.TARGETS) {
      Node node = map.get(target);
      if (node != null) {
        Target of = new Target.OfPopulation(target);
        cells.add(new Cell(target, of, reader.choices(target, of, node), 1));
      }
    }
    return cells;
  }
}
