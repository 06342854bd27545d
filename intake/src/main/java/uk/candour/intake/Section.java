package uk.candour.intake;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import uk.candour.record.Span;

/// One mapping of a remit, or of other settings that people write: its keys and values, each of
/// which knows its place, and the sheet on which everything wrong with them is put down.
///
/// A key that the section does not know, and a key that stands there twice, are put down when the
/// section is opened. What a getter cannot read it puts down and answers with null, so that the
/// reading goes on and finds the rest.
public final class Section {

  /// A place in the remit's file, line and column from 1.
  record Place(int line, int column) {

    static Place of(Node node) {
      return node.getStartMark()
          .map(mark -> new Place(mark.getLine() + 1, mark.getColumn() + 1))
          .orElse(new Place(1, 1));
    }
  }

  /// The problems of one remit, in the order in which they were met.
  public static final class Sheet {

    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    public Sheet(String file) {
      this.file = file;
    }

    public void add(Node at, String value, String expected) {
      Place place = Place.of(at);
      add(place.line(), place.column(), value, expected);
    }

    public void add(int line, int column, String value, String expected) {
      var problem = new Problem(file, line, column, value, expected);
      if (!problems.contains(problem)) {
        problems.add(problem);
      }
    }

    List<Problem> problems() {
      return problems;
    }

    /// The problems in the order of their places.
    List<Problem> inOrder() {
      return problems.stream()
          .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
          .toList();
    }
  }

  private final Node node;
  private final Sheet sheet;
  private final Map<String, NodeTuple> tuples = new LinkedHashMap<>();

  private Section(Node node, Sheet sheet) {
    this.node = node;
    this.sheet = sheet;
  }

  /// Opens a mapping that has these keys and no others.
  public static @Nullable Section of(Node node, String what, List<String> known, Sheet sheet) {
    Section section = open(node, what, sheet);
    if (section != null) {
      for (NodeTuple tuple : section.tuples.values()) {
        String key = text(tuple.getKeyNode());
        if (!known.contains(key)) {
          sheet.add(tuple.getKeyNode(), key, Nearest.oneOf(key, known));
        }
      }
    }
    return section;
  }

  /// Opens a mapping whose keys are for its reader to judge.
  public static @Nullable Section open(Node node, String what, Sheet sheet) {
    if (!(node instanceof MappingNode mapping)) {
      sheet.add(node, text(node), what);
      return null;
    }
    var section = new Section(node, sheet);
    for (NodeTuple tuple : mapping.getValue()) {
      Node key = tuple.getKeyNode();
      if (!(key instanceof ScalarNode)) {
        sheet.add(key, text(key), "a key of one word");
      } else if (section.tuples.putIfAbsent(text(key), tuple) != null) {
        sheet.add(key, text(key), "each key once");
      }
    }
    return section;
  }

  /// The place of the section itself.
  public Node node() {
    return node;
  }

  Sheet sheet() {
    return sheet;
  }

  public List<String> keys() {
    return List.copyOf(tuples.keySet());
  }

  /// The place of a key that is there.
  public Node keyNode(String key) {
    NodeTuple tuple = tuples.get(key);
    if (tuple == null) {
      throw new IllegalArgumentException("there is no " + key);
    }
    return tuple.getKeyNode();
  }

  public boolean has(String key) {
    return tuples.containsKey(key);
  }

  public @Nullable Node get(String key) {
    NodeTuple tuple = tuples.get(key);
    return tuple == null ? null : tuple.getValueNode();
  }

  /// The value of a key that has to be there.
  public @Nullable Node need(String key, String expected) {
    Node value = get(key);
    if (value == null) {
      sheet.add(node, "", key + ": " + expected);
    }
    return value;
  }

  /// One line of text, or null where the key is absent or holds something else.
  public @Nullable String text(String key, String expected) {
    Node value = get(key);
    return value == null ? null : scalar(value, expected, sheet);
  }

  public @Nullable String needText(String key, String expected) {
    return need(key, expected) == null ? null : text(key, expected);
  }

  @Nullable LocalDate day(String key) {
    String text = text(key, DAY);
    if (text == null) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      sheet.add(at(key), text, DAY);
      return null;
    }
  }

  /// Days `from` and `to` of a mapping.
  static @Nullable Span span(Node node, Sheet sheet) {
    Section section = of(node, "a time as {from: 1997-01-01, to: 2013-12-31}", FROM_TO, sheet);
    if (section == null) {
      return null;
    }
    section.need("from", DAY);
    section.need("to", DAY);
    LocalDate from = section.day("from");
    LocalDate to = section.day("to");
    if (from == null || to == null) {
      return null;
    }
    if (to.isBefore(from)) {
      sheet.add(section.at("to"), to.toString(), "a day not before " + from);
      return null;
    }
    return new Span(from, to);
  }

  /// A whole number of at least `least`.
  public @Nullable Integer number(String key, int least) {
    String expected = "a whole number of " + least + " or more";
    String text = text(key, expected);
    if (text == null) {
      return null;
    }
    if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least) {
      sheet.add(at(key), text, expected);
      return null;
    }
    return Integer.parseInt(text);
  }

  /// The texts of a list, or the one text that stands there instead of a list of one.
  public static List<ScalarNode> texts(Node node, String expected, Sheet sheet) {
    List<ScalarNode> texts = new ArrayList<>();
    for (Node item : items(node)) {
      if (item instanceof ScalarNode text) {
        texts.add(text);
      } else {
        sheet.add(item, text(item), expected);
      }
    }
    return texts;
  }

  /// The items of a list, or the one thing that stands there instead of a list of one.
  public static List<Node> items(Node node) {
    return node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
  }

  /// The place of the value of a key that is there.
  public Node at(String key) {
    Node value = get(key);
    return value == null ? node : value;
  }

  /// One line of text that is not empty.
  public static @Nullable String scalar(Node node, String expected, Sheet sheet) {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    sheet.add(node, text(node), expected);
    return null;
  }

  /// The value of a key of a mapping, or null; nothing is put down.
  static @Nullable Node value(Node node, String key) {
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (text(tuple.getKeyNode()).equals(key)) {
          return tuple.getValueNode();
        }
      }
    }
    return null;
  }

  /// A node's text where it has one, else what it is.
  public static String text(Node node) {
    return switch (node) {
      case ScalarNode scalar -> scalar.getValue();
      case SequenceNode _ -> "a list";
      case MappingNode _ -> "a mapping";
      default -> node.getNodeType().toString();
    };
  }

  private static final String DAY = "a day as 2013-12-31";
  private static final List<String> FROM_TO = List.of("from", "to");
}
