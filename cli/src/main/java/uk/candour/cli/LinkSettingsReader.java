package uk.candour.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import uk.candour.intake.Nearest;
import uk.candour.intake.Reading;
import uk.candour.intake.Section;
import uk.candour.intake.YamlFile;
import uk.candour.linkage.Expression;
import uk.candour.linkage.LinkSettings;
import uk.candour.linkage.LinkSettings.Clustering;
import uk.candour.linkage.LinkSettings.Compared;
import uk.candour.linkage.LinkSettings.Kind;
import uk.candour.linkage.LinkSettings.Link;
import uk.candour.linkage.LinkSettings.Threshold;
import uk.candour.linkage.LinkSettings.Train;

/// Reads the settings of `./candour link`, and goes on after every problem.
final class LinkSettingsReader {

  private static final List<String> KEYS =
      List.of("id", "link", "blocking", "comparisons", "threshold", "clustering", "train");
  private static final List<String> COMPARED =
      List.of("column", "columns", "kind", "levels", "term-frequency");
  private static final List<String> TRAIN =
      List.of("random-pairs", "candidate-pairs", "rounds", "match-probability");
  private static final String COLUMN =
      "a column, or one of column[0:3], soundex(column), metaphone(column), year(column), first(column), middle(column), last(column)";
  private static final String COMPARISON = "a comparison as {column: surname, kind: name}";
  private static final String BLOCKING = "a list of rules, each a list of columns";
  private static final String THRESHOLD = "a match probability such as 0.9, or {weight: 4}";

  private final Section.Sheet sheet;
  private final @Nullable Collection<String> columns;

  private LinkSettingsReader(Section.Sheet sheet, @Nullable Collection<String> columns) {
    this.sheet = sheet;
    this.columns = columns;
  }

  /// @param columns the columns there are; null where that is not known
  static Reading<LinkSettings> read(Path file, @Nullable Collection<String> columns)
      throws IOException {
    var sheet = new Section.Sheet(file.toString());
    var reader = new LinkSettingsReader(sheet, columns);
    return YamlFile.read(file, "settings of linkage", sheet, reader::settings);
  }

  private @Nullable LinkSettings settings(Node root) {
    Section top = Section.of(root, "settings of linkage: id and others", KEYS, sheet);
    if (top == null) {
      return null;
    }
    String id = top.needText("id", "the column that names a record");
    if (id != null) {
      known(id, top.at("id"));
    }
    Link link = word(top, "link", Link.values(), Link::word);
    List<List<Expression>> blocking = blocking(top);
    List<Compared> comparisons = comparisons(top);
    Threshold threshold = threshold(top);
    Clustering clustering = word(top, "clustering", Clustering.values(), Clustering::word);
    Train train = train(top);
    return id == null
        ? null
        : new LinkSettings(
            id,
            link,
            blocking,
            comparisons,
            threshold,
            clustering == null ? Clustering.GUARDED : clustering,
            train);
  }

  private <T> @Nullable T word(Section section, String key, T[] all, Function<T, String> words) {
    List<String> known = Arrays.stream(all).map(words).toList();
    String text = section.text(key, "one of " + String.join(", ", known));
    if (text == null) {
      return null;
    }
    if (!known.contains(text)) {
      sheet.add(section.at(key), text, Nearest.oneOf(text, known));
      return null;
    }
    return all[known.indexOf(text)];
  }

  private boolean known(String column, Node at) {
    if (columns == null || columns.contains(column)) {
      return true;
    }
    sheet.add(at, column, Nearest.oneOf(column, columns));
    return false;
  }

  private @Nullable Expression expression(Node node) {
    String text = Section.scalar(node, COLUMN, sheet);
    if (text == null) {
      return null;
    }
    if (columns != null && columns.contains(text)) {
      return Expression.of(text);
    }
    Expression expression = Expression.parse(text);
    if (expression == null) {
      sheet.add(node, text, COLUMN);
      return null;
    }
    return known(expression.column(), node) ? expression : null;
  }

  private @Nullable List<List<Expression>> blocking(Section top) {
    Node node = top.get("blocking");
    if (node == null) {
      return null;
    }
    if (!(node instanceof SequenceNode list)) {
      sheet.add(node, Section.text(node), BLOCKING);
      return null;
    }
    List<List<Expression>> rules = new ArrayList<>();
    for (Node rule : list.getValue()) {
      List<Expression> expressions = new ArrayList<>();
      for (Node item : Section.items(rule)) {
        Expression expression = expression(item);
        if (expression != null) {
          expressions.add(expression);
        }
      }
      if (Section.items(rule).isEmpty()) {
        sheet.add(rule, "[]", "at least one column");
      }
      rules.add(expressions);
    }
    if (rules.isEmpty() || rules.size() > LinkSettings.MOST_RULES) {
      sheet.add(node, rules.size() + " rules", "from 1 to " + LinkSettings.MOST_RULES + " rules");
    }
    return rules;
  }

  private @Nullable List<Compared> comparisons(Section top) {
    Node node = top.get("comparisons");
    if (node == null) {
      return null;
    }
    if (!(node instanceof SequenceNode list)) {
      sheet.add(node, Section.text(node), "a list of comparisons, each " + COMPARISON);
      return null;
    }
    List<Compared> comparisons = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Node item : list.getValue()) {
      Compared compared = compared(item);
      if (compared != null) {
        if (names.contains(compared.name())) {
          sheet.add(item, compared.name(), "each comparison once");
        }
        names.add(compared.name());
        comparisons.add(compared);
      }
    }
    int count = list.getValue().size();
    if (count == 0 || count > LinkSettings.MOST_COMPARISONS) {
      sheet.add(
          node, count + " comparisons", "from 1 to " + LinkSettings.MOST_COMPARISONS + " of them");
    }
    return comparisons;
  }

  private @Nullable Compared compared(Node node) {
    Section section = Section.of(node, COMPARISON, COMPARED, sheet);
    if (section == null) {
      return null;
    }
    List<Expression> expressions = new ArrayList<>();
    boolean one = section.has("column");
    if (one == section.has("columns")) {
      sheet.add(node, one ? "column and columns" : "", "column: or columns:");
    }
    for (String key : List.of("column", "columns")) {
      Node given = section.get(key);
      if (given instanceof SequenceNode && key.equals("column")) {
        sheet.add(given, "a list", "one column, or columns: with a list");
      } else if (given != null) {
        for (Node item : Section.items(given)) {
          Expression expression = expression(item);
          if (expression != null) {
            expressions.add(expression);
          }
        }
        if (Section.items(given).isEmpty()) {
          sheet.add(given, "[]", "at least one column");
        }
      }
    }
    section.need("kind", "one of " + words());
    Kind kind = word(section, "kind", Kind.values(), Kind::word);
    List<String> levels = kind == null ? List.of() : levels(section, kind);
    boolean termFrequency = isTrue(section, "term-frequency");
    return kind == null || expressions.isEmpty()
        ? null
        : new Compared(expressions, kind, levels, termFrequency);
  }

  private static String words() {
    return String.join(", ", Arrays.stream(Kind.values()).map(Kind::word).toList());
  }

  private List<String> levels(Section section, Kind kind) {
    Node node = section.get("levels");
    if (node == null) {
      return kind.usual();
    }
    List<String> levels = new ArrayList<>();
    for (ScalarNode item : Section.texts(node, kind.expected(), sheet)) {
      String level = item.getValue().strip();
      if (!kind.has(level)) {
        sheet.add(item, level, kind.expected());
      } else if (levels.contains(level)) {
        sheet.add(item, level, "each level once");
      }
      levels.add(level);
    }
    if (levels.size() > 13) {
      sheet.add(node, levels.size() + " levels", "13 levels at most");
    }
    return levels;
  }

  private boolean isTrue(Section section, String key) {
    String text = section.text(key, "true or false");
    if (text != null && !text.equals("true") && !text.equals("false")) {
      sheet.add(section.at(key), text, "true or false");
    }
    return text == null || text.equals("true");
  }

  private @Nullable Threshold threshold(Section top) {
    Node node = top.get("threshold");
    if (node == null) {
      return null;
    }
    if (node instanceof MappingNode) {
      Section section = Section.of(node, THRESHOLD, List.of("weight"), sheet);
      if (section == null || section.need("weight", "a weight in bits") == null) {
        return null;
      }
      Double bits = decimal(section, "weight", "a weight in bits", -100, 100);
      return bits == null ? null : new Threshold.Weight(bits);
    }
    Double value = decimal(top, "threshold", THRESHOLD, 0.001, 1);
    return value == null ? null : new Threshold.Probability(value);
  }

  private @Nullable Double decimal(
      Section section, String key, String expected, double least, double most) {
    String text = section.text(key, expected);
    if (text == null) {
      return null;
    }
    try {
      double value = Double.parseDouble(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      sheet.add(section.at(key), text, expected);
      return null;
    }
    sheet.add(section.at(key), text, "%s; from %s to %s".formatted(expected, least, most));
    return null;
  }

  private Train train(Section top) {
    Node node = top.get("train");
    Section section =
        node == null ? null : Section.of(node, "{random-pairs: 300000, rounds: 4}", TRAIN, sheet);
    if (section == null) {
      return Train.USUAL;
    }
    Integer randomPairs = section.number("random-pairs", 1000);
    Integer candidatePairs = section.number("candidate-pairs", 1000);
    Integer rounds = section.number("rounds", 1);
    Double chance =
        decimal(section, "match-probability", "a probability such as 0.0001", 1e-12, 0.5);
    return new Train(
        randomPairs == null ? Train.USUAL.randomPairs() : randomPairs,
        candidatePairs == null ? Train.USUAL.candidatePairs() : candidatePairs,
        rounds == null ? Train.USUAL.rounds() : rounds,
        chance == null ? 0 : chance);
  }
}
