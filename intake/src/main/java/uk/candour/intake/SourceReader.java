package uk.candour.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import uk.candour.record.AgencyKind;
import uk.candour.record.Area;
import uk.candour.record.EntryKind;
import uk.candour.record.Source;
import uk.candour.record.Span;

/// Reads the sources of a remit, each into its [SourcePlan].
final class SourceReader {

  /// What the remit says around its sources.
  ///
  /// @param extracted when a source was handed over that does not say so itself
  /// @param knowsAreas false where the remit's own area could not be read
  record Frame(
      Path folder,
      Area area,
      List<Area> neighbours,
      Span period,
      LocalDate extracted,
      boolean knowsAreas) {}

  private static final List<String> KEYS =
      List.of(
          "name",
          "agency",
          "kind",
          "area",
          "file",
          "format",
          "dates",
          "unknown",
          "list",
          "fed-by",
          "covers",
          "extracted",
          "test",
          "entry",
          "entries",
          "when",
          "map");
  private static final List<String> KINDS =
      Arrays.stream(AgencyKind.values()).map(AgencyKind::word).toList();
  private static final List<String> ENTRIES =
      EntryKind.ofRemits().stream().map(EntryKind::word).toList();

  /// Dates as ISO 8601 writes them, which need no pattern.
  static final List<String> ISO =
      List.of("yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm[:ss[.SSS]][XXX]", "yyyy-MM-dd HH:mm[:ss[.SSS]]");

  private final Frame frame;
  private final Section.Sheet sheet;
  private final Set<String> names = new LinkedHashSet<>();
  private final Set<String> lists = new LinkedHashSet<>();
  private final Set<String> agencies = new LinkedHashSet<>();
  private final List<ScalarNode> feeding = new ArrayList<>();
  private final List<ScalarNode> bodies = new ArrayList<>();
  private final List<ScalarNode> reportSources = new ArrayList<>();
  private final List<RecordPlan> records = new ArrayList<>();

  SourceReader(Frame frame, Section.Sheet sheet) {
    this.frame = frame;
    this.sheet = sheet;
  }

  List<SourcePlan> all(Node sources) throws IOException {
    List<Node> items = Section.items(sources);
    if (items.isEmpty() || (sources instanceof ScalarNode)) {
      sheet.add(sources, Section.text(sources), "at least one source");
      return List.of();
    }
    List<SourcePlan> plans = new ArrayList<>();
    for (Node item : items) {
      if (isRecord(item)) {
        record(item);
        continue;
      }
      SourcePlan plan = source(item);
      if (plan != null) {
        plans.add(plan);
      }
    }
    for (ScalarNode fed : feeding) {
      String list = fed.getValue().strip();
      if (!lists.contains(list) && !KINDS.contains(list)) {
        Set<String> known = new LinkedHashSet<>(lists);
        known.addAll(KINDS);
        sheet.add(
            fed,
            list,
            "a list that a source of this remit belongs to, or a kind of agency: "
                + Nearest.oneOf(list, known));
      }
    }
    List<String> everyBody = new ArrayList<>(agencies);
    everyBody.add("nobody");
    everyBody.addAll(KINDS);
    for (ScalarNode body : bodies) {
      String name = body.getValue().strip();
      if (everyBody.stream().noneMatch(name::equalsIgnoreCase)) {
        sheet.add(
            body,
            name,
            "an agency of the remit, a kind of agency, or nobody: "
                + Nearest.oneOf(name, everyBody));
      }
    }
    for (ScalarNode source : reportSources) {
      String name = source.getValue().strip();
      if (!names.contains(name)) {
        sheet.add(source, name, "a source of the remit: " + Nearest.oneOf(name, names));
      }
    }
    return plans;
  }

  /// The live records among the sources.
  List<RecordPlan> records() {
    return records;
  }

  private static boolean isRecord(Node source) {
    Node format = Section.value(source, "format");
    Node type = format == null ? null : Section.value(format, "type");
    return type instanceof ScalarNode scalar && scalar.getValue().strip().equals("record");
  }

  private void record(Node node) {
    Section section =
        Section.of(
            node,
            "a live record: format, file or url, purpose, approver",
            List.of("name", "format", "file", "url", "purpose", "approver"),
            sheet);
    if (section == null) {
      return;
    }
    String file = section.text("file", "the record's data folder");
    String url = section.text("url", "the JDBC URL of the record's database");
    String purpose = section.needText("purpose", "what the inquiry is for");
    String approver = section.needText("approver", "who approved the inquiry");
    if (file == null && url == null) {
      sheet.add(node, "", "file: the record's data folder, or url: its JDBC URL");
    }
    if (purpose != null && approver != null && (file != null || url != null)) {
      Section.Place place = Section.Place.of(node);
      records.add(
          new RecordPlan(
              place.line(),
              place.column(),
              file == null ? null : frame.folder().resolve(file).normalize(),
              url,
              purpose,
              approver));
    }
  }

  private @Nullable SourcePlan source(Node node) throws IOException {
    Section section =
        Section.of(node, "a source: name, agency, kind, file, entry, map", KEYS, sheet);
    if (section == null) {
      return null;
    }
    int problems = sheet.problems().size();
    String name = section.needText("name", "the source's name");
    if (name != null && !names.add(name)) {
      sheet.add(section.at("name"), name, "a name that no other source has");
    }
    String agency = section.needText("agency", "the agency that holds it");
    if (agency != null) {
      agencies.add(agency);
    }
    AgencyKind kind = kind(section);
    String area = area(section);
    String list = list(section, kind);
    List<String> fedBy = fedBy(section);
    List<Span> covers = covers(section);
    LocalDate extracted = section.day("extracted");
    if (extracted == null) {
      extracted = frame.extracted();
    }

    Node fileNode = section.need("file", "a file, a list of files, or a glob");
    Map<String, Path> files =
        fileNode == null
            ? Map.of()
            : new SourceFiles(frame.folder(), sheet)
                .find(Section.texts(fileNode, "the path of a file", sheet));
    String first = fileNode == null ? null : firstName(fileNode, files);
    Format format =
        new FormatReader(sheet)
            .read(section.get("format"), fileNode == null ? node : fileNode, first);
    Set<String> unknown = unknown(section);
    DatePatterns dates = dates(section, format, extracted);
    var columns = new ColumnUse(headers(fileNode, files, format, sheet), sheet);

    SourcePlan.TestRows test = test(section, columns);
    List<MapReader.Entry> entries = entries(section, format instanceof Format.CinCensus);
    var maps = new MapReader(columns, dates, extracted, format, sheet);
    MapReader.Mapped mapped =
        format instanceof Format.CinCensus
            ? MapReader.Mapped.NONE
            : maps.read(section.get("map"), entries, node);
    bodies.addAll(maps.bodies());
    reportSources.addAll(maps.sources());
    if (name == null
        || agency == null
        || kind == null
        || format == null
        || files.isEmpty()
        || sheet.problems().size() > problems) {
      return null;
    }
    return new SourcePlan(
        new Source(name, agency, kind, area, list, fedBy, covers, extracted),
        Section.Place.of(fileNode == null ? node : fileNode),
        format,
        List.copyOf(files.values()),
        List.copyOf(files.keySet()),
        columns.names(),
        unknown,
        test,
        mapped.cells(),
        mapped.entries(),
        mapped.people(),
        mapped.things());
  }

  private static @Nullable String firstName(Node fileNode, Map<String, Path> files) {
    if (!files.isEmpty()) {
      return files.keySet().iterator().next();
    }
    return Section.items(fileNode).getFirst() instanceof ScalarNode text ? text.getValue() : null;
  }

  private @Nullable AgencyKind kind(Section section) {
    String word = section.needText("kind", "one of " + String.join(", ", KINDS));
    if (word == null) {
      return null;
    }
    AgencyKind kind = AgencyKind.ofWord(word);
    if (kind == null) {
      sheet.add(section.at("kind"), word, Nearest.oneOf(word, KINDS));
    }
    return kind;
  }

  private String area(Section section) {
    String code = section.text("area", "the code of an area of this remit");
    if (code == null) {
      return frame.area().code();
    }
    List<String> codes =
        Stream.concat(Stream.of(frame.area()), frame.neighbours().stream())
            .map(Area::code)
            .toList();
    if (frame.knowsAreas() && !codes.contains(code)) {
      sheet.add(
          section.at("area"),
          code,
          "the code of the inquiry's area or of one under areas: " + Nearest.oneOf(code, codes));
    }
    return code;
  }

  private @Nullable String list(Section section, @Nullable AgencyKind kind) {
    String list = section.text("list", "a list's name, or none");
    if (list == null && kind != null) {
      list = kind.word();
    }
    if (list == null || list.equals("none")) {
      return null;
    }
    lists.add(list);
    return list;
  }

  private List<String> fedBy(Section section) {
    Node node = section.get("fed-by");
    if (node == null) {
      return List.of();
    }
    List<ScalarNode> fed = Section.texts(node, "the name of a list", sheet);
    feeding.addAll(fed);
    return fed.stream().map(item -> item.getValue().strip()).toList();
  }

  private List<Span> covers(Section section) {
    Node node = section.get("covers");
    if (node == null) {
      return List.of(frame.period());
    }
    List<Span> covers = new ArrayList<>();
    for (Node item : Section.items(node)) {
      Span span = Section.span(item, sheet);
      if (span != null) {
        covers.add(span);
      }
    }
    return covers;
  }

  private Set<String> unknown(Section section) {
    Set<String> unknown = new HashSet<>();
    Node node = section.get("unknown");
    if (node != null) {
      for (ScalarNode item : Section.texts(node, "a list of values", sheet)) {
        unknown.add(item.getValue().strip());
      }
    }
    return unknown;
  }

  private DatePatterns dates(Section section, @Nullable Format format, LocalDate extracted) {
    Node node = section.get("dates");
    List<String> patterns = node == null ? List.of() : MapReader.patterns(node, sheet);
    return datesOf(patterns, format, extracted);
  }

  /// The patterns, with those of ISO 8601 where there are none and where the format itself keeps
  /// dates, which its reader gives so.
  static DatePatterns datesOf(List<String> patterns, @Nullable Format format, LocalDate extracted) {
    if (patterns.isEmpty()) {
      return new DatePatterns(List.of("yyyy-MM-dd"), ISO, extracted);
    }
    if (format instanceof Format.Xlsx) {
      return new DatePatterns(
          patterns, Stream.concat(patterns.stream(), ISO.stream()).toList(), extracted);
    }
    return new DatePatterns(patterns, patterns, extracted);
  }

  private SourcePlan.@Nullable TestRows test(Section section, ColumnUse columns) {
    Node node = section.get("test");
    if (node == null) {
      return null;
    }
    Section test =
        Section.of(node, "{column: c, values: [TEST]}", List.of("column", "values"), sheet);
    if (test == null) {
      return null;
    }
    Node columnNode = test.need("column", "the column to look at");
    Node valuesNode = test.need("values", "the values of test rows");
    if (columnNode == null || valuesNode == null) {
      return null;
    }
    int column = columns.use(columnNode);
    Set<String> values = new HashSet<>();
    for (ScalarNode item : Section.texts(valuesNode, "a list of values", sheet)) {
      values.add(item.getValue().strip());
    }
    return column < 0 ? null : new SourcePlan.TestRows(column, values);
  }

  private List<MapReader.Entry> entries(Section section, boolean census) {
    if (census) {
      for (String key : List.of("entry", "entries", "map", "when")) {
        if (section.has(key)) {
          sheet.add(section.keyNode(key), key, "no " + key + ": a census is read as it is");
        }
      }
      return List.of();
    }
    List<MapReader.Entry> entries = new ArrayList<>();
    if (section.has("entries")) {
      if (section.has("entry")) {
        sheet.add(section.keyNode("entry"), "entry", "either entry or entries, not both");
      }
      List<String> keys = List.of("entry", "map", "when");
      for (Node item : Section.items(section.at("entries"))) {
        Section entry = Section.of(item, "an entry: entry, map, when", keys, sheet);
        if (entry != null) {
          EntryKind kind = entryKind(entry);
          entries.add(
              new MapReader.Entry(
                  kind, entry.get("map"), nodes(section.get("when"), entry.get("when")), item));
        }
      }
      if (entries.size() > SourcePlan.MOST_ENTRIES) {
        sheet.add(
            section.at("entries"), "a list", "at most " + SourcePlan.MOST_ENTRIES + " entries");
        return List.of();
      }
    } else {
      EntryKind kind = entryKind(section);
      entries.add(
          new MapReader.Entry(kind, null, nodes(section.get("when"), null), section.node()));
    }
    return entries;
  }

  private static List<Node> nodes(@Nullable Node one, @Nullable Node other) {
    List<Node> nodes = new ArrayList<>();
    if (one != null) {
      nodes.add(one);
    }
    if (other != null) {
      nodes.add(other);
    }
    return nodes;
  }

  private @Nullable EntryKind entryKind(Section section) {
    String word = section.needText("entry", "what a row is: one of " + String.join(", ", ENTRIES));
    if (word == null) {
      return null;
    }
    EntryKind kind = EntryKind.ofWord(word);
    if (kind == null) {
      sheet.add(section.at("entry"), word, Nearest.oneOf(word, ENTRIES));
    }
    return kind;
  }

  /// The columns of each file by the file's name.
  static Map<String, Columns> headers(
      @Nullable Node fileNode,
      Map<String, Path> files,
      @Nullable Format format,
      Section.Sheet sheet)
      throws IOException {
    Map<String, Columns> headers = new LinkedHashMap<>();
    if (format == null || fileNode == null || format instanceof Format.CinCensus) {
      return headers;
    }
    for (var file : files.entrySet()) {
      try {
        headers.put(file.getKey(), Tables.columns(file.getValue(), format));
      } catch (RefusedFile e) {
        sheet.add(fileNode, file.getKey(), "a file that can be taken: " + e.getMessage());
      }
    }
    return headers;
  }
}
