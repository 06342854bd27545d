package uk.candour.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import uk.candour.record.Area;
import uk.candour.record.Concern;
import uk.candour.record.Duty;
import uk.candour.record.Span;

/// Reads a remit from top to bottom and goes on after every problem, so that all of them are told
/// at once.
final class RemitReader {

  private static final List<String> KEYS =
      List.of(
          "inquiry",
          "area",
          "areas",
          "period",
          "as-at",
          "population",
          "exploitation-concerns",
          "sources",
          "linkage",
          "duties",
          "language");

  private static final int DEEPEST = 40;

  private final Path file;
  private final @Nullable LocalDate override;
  private final Section.Sheet sheet;

  RemitReader(Path file, @Nullable LocalDate override) {
    this.file = file;
    this.override = override;
    this.sheet = new Section.Sheet(file.toString());
  }

  Reading<Remit> read() throws IOException {
    String text = YamlFile.text(file, "a remit", sheet);
    return text == null ? rejected() : read(text);
  }

  Reading<Remit> read(String text) throws IOException {
    Node root = YamlFile.compose(file.toString(), text, "a remit", sheet);
    Remit remit = root == null ? null : remit(root);
    return remit == null || !sheet.problems().isEmpty()
        ? rejected()
        : new Reading.Accepted<>(remit);
  }

  private Reading<Remit> rejected() {
    return new Reading.Rejected<>(sheet.inOrder());
  }

  private @Nullable Remit remit(Node root) throws IOException {
    Section top = Section.of(root, "a remit: inquiry, area, period, sources", KEYS, sheet);
    if (top == null) {
      return null;
    }
    String inquiry = top.needText("inquiry", "the name of the inquiry");
    Node areaNode = top.need("area", AREA);
    Area area = areaNode == null ? null : area(areaNode);
    List<Area> neighbours = new ArrayList<>();
    Node areas = top.get("areas");
    if (areas != null) {
      for (Node item : Section.items(areas)) {
        Area neighbour = area(item);
        if (neighbour != null) {
          neighbours.add(neighbour);
        }
      }
    }
    Node periodNode = top.need("period", "the time as {from: 1997-01-01, to: 2013-12-31}");
    Span period = periodNode == null ? null : Section.span(periodNode, sheet);
    LocalDate own = top.day("as-at");
    if (!top.has("as-at") && override == null) {
      sheet.add(root, "", "as-at: the day as at which the inquiry asks, here or by --as-at");
    }
    LocalDate asAt = override != null ? override : own;
    LocalDate extracted = own != null ? own : asAt;

    // What cannot be known because of a problem already put down is stood in for, so that the
    // sources are read all the same.
    var frame =
        new SourceReader.Frame(
            folder(),
            area == null ? new Area("", "") : area,
            neighbours,
            period == null ? new Span(LocalDate.EPOCH, LocalDate.EPOCH) : period,
            extracted == null ? LocalDate.EPOCH : extracted,
            area != null);
    Node sources = top.need("sources", "at least one source");
    var reader = new SourceReader(frame, sheet);
    List<SourcePlan> plans = sources == null ? List.of() : reader.all(sources);
    List<PopulationPlan> population = population(top, frame);
    Set<Concern> exploitation = exploitation(top);
    List<Duty> duties = duties(top);
    List<String> language = language(top);
    Map<String, Object> linkage = linkage(top);
    if (inquiry == null || area == null || period == null || asAt == null) {
      return null;
    }
    return new Remit(
        file,
        inquiry,
        area,
        neighbours,
        period,
        asAt,
        exploitation,
        duties,
        language,
        linkage,
        population,
        plans,
        reader.records());
  }

  private Path folder() {
    Path parent = file.toAbsolutePath().normalize().getParent();
    return parent == null ? file.toAbsolutePath() : parent;
  }

  private static final String AREA = "an area as {code: X08000001, name: Eastmoor}";

  private @Nullable Area area(Node node) {
    Section section = Section.of(node, AREA, List.of("code", "name"), sheet);
    if (section == null) {
      return null;
    }
    String code = section.needText("code", "the area's code");
    String name = section.needText("name", "the area's name");
    return code == null || name == null ? null : new Area(code, name);
  }

  private Set<Concern> exploitation(Section top) {
    Node node = top.get("exploitation-concerns");
    if (node == null) {
      return EnumSet.of(Concern.EXPLOITATION, Concern.TRAFFICKING);
    }
    List<String> words = java.util.Arrays.stream(Concern.values()).map(Concern::word).toList();
    Set<Concern> concerns = EnumSet.noneOf(Concern.class);
    for (ScalarNode item : Section.texts(node, "a list of concerns", sheet)) {
      Concern concern = Concern.ofWord(item.getValue().strip());
      if (concern == null) {
        sheet.add(item, item.getValue(), Nearest.oneOf(item.getValue(), words));
      } else {
        concerns.add(concern);
      }
    }
    if (concerns.isEmpty()) {
      sheet.add(node, Section.text(node), "at least one concern");
    }
    return concerns;
  }

  private List<PopulationPlan> population(Section top, SourceReader.Frame frame)
      throws IOException {
    List<PopulationPlan> plans = new ArrayList<>();
    Node node = top.get("population");
    if (node != null) {
      for (Node item : Section.items(node)) {
        PopulationPlan plan = new PopulationReader(frame, sheet).read(item);
        if (plan != null) {
          plans.add(plan);
        }
      }
    }
    return plans;
  }

  private @Nullable List<String> language(Section top) {
    Node node = top.get("language");
    if (node == null) {
      return null;
    }
    Set<String> phrases = new LinkedHashSet<>();
    for (ScalarNode item : Section.texts(node, "a list of phrases", sheet)) {
      String phrase = Section.scalar(item, "a phrase", sheet);
      if (phrase != null) {
        phrases.add(phrase);
      }
    }
    return List.copyOf(phrases);
  }

  private @Nullable List<Duty> duties(Section top) {
    Node node = top.get("duties");
    if (node == null) {
      return null;
    }
    List<Duty> duties = new ArrayList<>();
    for (Node item : Section.items(node)) {
      Duty duty = new DutyReader(sheet).read(item);
      if (duty != null) {
        duties.add(duty);
      }
    }
    return duties;
  }

  private @Nullable Map<String, Object> linkage(Section top) {
    Node node = top.get("linkage");
    if (node == null) {
      return null;
    }
    List<String> keys = List.of("id", "link", "blocking", "comparisons", "threshold", "train");
    Section section = Section.of(node, "settings of linkage", keys, sheet);
    if (section == null) {
      return null;
    }
    Map<String, Object> settings = new LinkedHashMap<>();
    for (String key : section.keys()) {
      settings.put(key, plain(section.at(key), 0));
    }
    return settings;
  }

  /// A node as mappings, lists and texts.
  private Object plain(Node node, int depth) {
    if (depth > DEEPEST) {
      sheet.add(node, Section.text(node), "settings that are not nested so deep");
      return "";
    }
    return switch (node) {
      case MappingNode mapping -> {
        Map<String, Object> plain = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
          plain.put(Section.text(tuple.getKeyNode()), plain(tuple.getValueNode(), depth + 1));
        }
        yield plain;
      }
      case SequenceNode sequence ->
          sequence.getValue().stream().map(item -> plain(item, depth + 1)).toList();
      default -> Section.text(node);
    };
  }
}
