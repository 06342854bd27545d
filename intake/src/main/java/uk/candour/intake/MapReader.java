package uk.candour.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import uk.candour.intake.SourcePlan.Cell;
import uk.candour.intake.SourcePlan.Choice;
import uk.candour.intake.SourcePlan.Condition;
import uk.candour.intake.SourcePlan.EntryPlan;
import uk.candour.intake.SourcePlan.PersonPart;
import uk.candour.intake.SourcePlan.PersonPlan;
import uk.candour.intake.SourcePlan.ThingPart;
import uk.candour.intake.SourcePlan.ThingPlan;
import uk.candour.intake.Target.OfEntry;
import uk.candour.intake.Target.OfPerson;
import uk.candour.intake.Target.OfThing;
import uk.candour.intake.Target.PersonField;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;

/// Reads the `map` and `when` of a source's entries: every key is a target, every value says where
/// its text comes from.
final class MapReader {

  /// An entry as the remit writes it.
  ///
  /// @param kind null where the word for it is a problem already put down
  record Entry(@Nullable EntryKind kind, @Nullable Node map, List<Node> when, Node node) {}

  /// What the mappings of a source come to.
  record Mapped(
      List<Cell> cells, List<EntryPlan> entries, List<PersonPlan> people, List<ThingPlan> things) {

    static final Mapped NONE = new Mapped(List.of(), List.of(), List.of(), List.of());
  }

  private static final List<String> KEYS =
      List.of(
          "column",
          "columns",
          "join",
          "split",
          "constant",
          "format",
          "values",
          "else",
          "codes",
          "pattern");

  private final ColumnUse columns;
  private final DatePatterns dates;
  private final LocalDate extracted;
  private final @Nullable Format format;
  private final Section.Sheet sheet;

  private record CellKey(String target, String written) {}

  private static final class CellDraft {
    final String target;
    final Target of;
    final List<Choice> choices;
    long entries;

    CellDraft(String target, Target of, List<Choice> choices) {
      this.target = target;
      this.of = of;
      this.choices = choices;
    }
  }

  private final List<CellDraft> cells = new ArrayList<>();
  private final Map<CellKey, Integer> numbers = new HashMap<>();
  private final List<ScalarNode> bodies = new ArrayList<>();
  private final List<ScalarNode> sources = new ArrayList<>();
  private final List<PersonDraft> people = new ArrayList<>();
  private final List<ThingDraft> things = new ArrayList<>();

  private record PersonDraft(OfPerson of, Map<String, PersonPart> parts) {}

  private record ThingDraft(OfThing of, Map<String, ThingPart> parts) {}

  MapReader(
      ColumnUse columns,
      DatePatterns dates,
      LocalDate extracted,
      @Nullable Format format,
      Section.Sheet sheet) {
    this.columns = columns;
    this.dates = dates;
    this.extracted = extracted;
    this.format = format;
    this.sheet = sheet;
  }

  /// @param shared the source's own map, which is joined to that of each entry
  Mapped read(@Nullable Node shared, List<Entry> entries, Node source) {
    Section sharedMap =
        shared == null ? null : Section.open(shared, "a map of targets to columns", sheet);
    Set<String> taken = new HashSet<>();
    List<EntryPlan> plans = new ArrayList<>();
    for (int number = 0; number < entries.size(); number++) {
      Entry entry = entries.get(number);
      Section own =
          entry.map() == null
              ? null
              : Section.open(entry.map(), "a map of targets to columns", sheet);
      Map<String, Node> joined = new LinkedHashMap<>();
      if (sharedMap != null) {
        for (String key : sharedMap.keys()) {
          if (entry.kind() != null && Target.find(key, entry.kind()) != null) {
            joined.put(key, sharedMap.at(key));
            taken.add(key);
          }
        }
      }
      if (own != null) {
        for (String key : own.keys()) {
          if (entry.kind() == null) {
            continue;
          }
          if (Target.find(key, entry.kind()) == null) {
            unknownTarget(own.keyNode(key), key, List.of(entry.kind()));
          } else {
            joined.put(key, own.at(key));
          }
        }
      }
      List<Condition> when = new ArrayList<>();
      for (Node node : entry.when()) {
        when.addAll(conditions(node));
      }
      if (entry.kind() != null) {
        if (shared == null && entry.map() == null) {
          sheet.add(entry.node(), "", "a map with at least one target of " + entry.kind().word());
        }
        plans.add(entry(entry.kind(), when, joined, number));
      }
    }
    List<EntryKind> kinds = new ArrayList<>();
    boolean everyKind = true;
    for (Entry entry : entries) {
      if (entry.kind() == null) {
        everyKind = false;
      } else if (!kinds.contains(entry.kind())) {
        kinds.add(entry.kind());
      }
    }
    if (sharedMap != null && everyKind) {
      for (String key : sharedMap.keys()) {
        if (!taken.contains(key)) {
          unknownTarget(sharedMap.keyNode(key), key, kinds);
        }
      }
    }
    return new Mapped(
        cells.stream().map(c -> new Cell(c.target, c.of, c.choices, c.entries)).toList(),
        plans,
        people.stream().map(MapReader::person).toList(),
        things.stream().map(MapReader::thing).toList());
  }

  private void unknownTarget(Node at, String key, List<EntryKind> kinds) {
    Set<String> all = new LinkedHashSet<>();
    kinds.forEach(kind -> all.addAll(Target.all(kind)));
    String near = Nearest.to(key, all);
    List<String> words = kinds.stream().map(EntryKind::word).toList();
    sheet.add(
        at,
        key,
        "a target of "
            + String.join(" or ", words)
            + (near == null ? "" : "; did you mean " + near + "?"));
  }

  private EntryPlan entry(EntryKind kind, List<Condition> when, Map<String, Node> map, int number) {
    long bit = 1L << number;
    List<EntryAttribute> attributes = new ArrayList<>();
    List<Integer> attributeCells = new ArrayList<>();
    List<PartAt<OfPerson>> personParts = new ArrayList<>();
    List<PartAt<OfThing>> thingParts = new ArrayList<>();
    for (var mapping : map.entrySet()) {
      Target target = Target.find(mapping.getKey(), kind);
      if (target == null) {
        continue;
      }
      int cell = cell(mapping.getKey(), target, mapping.getValue(), bit);
      if (cell < 0) {
        continue;
      }
      switch (target) {
        case OfEntry of -> {
          attributes.add(of.attribute());
          attributeCells.add(cell);
        }
        case OfPerson of -> personParts.add(new PartAt<>(of, cell));
        case OfThing of -> thingParts.add(new PartAt<>(of, cell));
        case Target.OfPopulation of ->
            throw new IllegalStateException(of.word() + " is no target of an entry");
      }
    }
    people(personParts, bit);
    things(thingParts, bit);
    return new EntryPlan(kind, List.copyOf(when), attributes, attributeCells);
  }

  private record PartAt<T>(T of, int cell) {}

  /// Adds the people of one entry. An entry's `child` is the same person as another entry's `child`
  /// of the same row, unless the two maps contradict each other.
  private void people(List<PartAt<OfPerson>> parts, long bit) {
    Map<String, List<PartAt<OfPerson>>> byPerson = new LinkedHashMap<>();
    for (PartAt<OfPerson> part : parts) {
      String person = part.of().role() + "[" + part.of().nth() + "]";
      byPerson.computeIfAbsent(person, _ -> new ArrayList<>()).add(part);
    }
    for (List<PartAt<OfPerson>> person : byPerson.values()) {
      PersonDraft draft = null;
      for (PersonDraft known : people) {
        if (known.of().role() == person.getFirst().of().role()
            && known.of().nth() == person.getFirst().of().nth()
            && person.stream().noneMatch(part -> contradicts(known.parts().get(key(part)), part))) {
          draft = known;
          break;
        }
      }
      if (draft == null) {
        draft = new PersonDraft(person.getFirst().of(), new LinkedHashMap<>());
        people.add(draft);
      }
      for (PartAt<OfPerson> part : person) {
        PersonPart before = draft.parts().get(key(part));
        long entries = before == null ? bit : before.entries() | bit;
        draft
            .parts()
            .put(
                key(part),
                new PersonPart(part.of().field(), part.of().scheme(), part.cell(), entries));
      }
    }
  }

  private static String key(PartAt<OfPerson> part) {
    return part.of().field() + "." + part.of().scheme();
  }

  private static boolean contradicts(@Nullable PersonPart known, PartAt<OfPerson> part) {
    return known != null && known.cell() != part.cell();
  }

  private void things(List<PartAt<OfThing>> parts, long bit) {
    Map<String, List<PartAt<OfThing>>> byThing = new LinkedHashMap<>();
    for (PartAt<OfThing> part : parts) {
      String thing = part.of().vehicle() + "[" + part.of().nth() + "]";
      byThing.computeIfAbsent(thing, _ -> new ArrayList<>()).add(part);
    }
    for (List<PartAt<OfThing>> thing : byThing.values()) {
      ThingDraft draft = null;
      for (ThingDraft known : things) {
        if (known.of().vehicle() == thing.getFirst().of().vehicle()
            && known.of().nth() == thing.getFirst().of().nth()
            && thing.stream().noneMatch(part -> contradicts(known, part))) {
          draft = known;
          break;
        }
      }
      if (draft == null) {
        draft = new ThingDraft(thing.getFirst().of(), new LinkedHashMap<>());
        things.add(draft);
      }
      for (PartAt<OfThing> part : thing) {
        String key = part.of().attribute().name();
        ThingPart before = draft.parts().get(key);
        long entries = before == null ? bit : before.entries() | bit;
        draft.parts().put(key, new ThingPart(part.of().attribute(), part.cell(), entries));
      }
    }
  }

  private static boolean contradicts(ThingDraft known, PartAt<OfThing> part) {
    ThingPart same = known.parts().get(part.of().attribute().name());
    return same != null && same.cell() != part.cell();
  }

  private static PersonPlan person(PersonDraft draft) {
    List<PersonPart> parts = List.copyOf(draft.parts().values());
    long entries = parts.stream().mapToLong(PersonPart::entries).reduce(0, (a, b) -> a | b);
    return new PersonPlan(draft.of().role(), draft.of().nth(), parts, entries);
  }

  private static ThingPlan thing(ThingDraft draft) {
    List<ThingPart> parts = List.copyOf(draft.parts().values());
    long entries = parts.stream().mapToLong(ThingPart::entries).reduce(0, (a, b) -> a | b);
    return new ThingPlan(draft.of().vehicle(), draft.of().nth(), parts, entries);
  }

  /// The number of the cell for a mapping; one that stands there twice in the same words is one.
  private int cell(String written, Target target, Node node, long bit) {
    var key = new CellKey(written, words(node, 0));
    Integer known = numbers.get(key);
    if (known == null) {
      List<Choice> choices = choices(written, target, node);
      known = choices.isEmpty() ? -1 : cells.size();
      if (!choices.isEmpty()) {
        cells.add(new CellDraft(written, target, choices));
      }
      numbers.put(key, known);
    }
    if (known >= 0) {
      cells.get(known).entries |= bit;
    }
    return known;
  }

  /// A node in one text that is the same for nodes that say the same.
  private static String words(Node node, int depth) {
    if (depth > 20) {
      return "";
    }
    return switch (node) {
      case ScalarNode scalar -> "\"" + scalar.getValue() + "\"";
      case SequenceNode sequence -> {
        var words = new StringBuilder("[");
        sequence.getValue().forEach(item -> words.append(words(item, depth + 1)).append(','));
        yield words.append(']').toString();
      }
      case MappingNode mapping -> {
        var words = new StringBuilder("{");
        for (NodeTuple tuple : mapping.getValue()) {
          words.append(words(tuple.getKeyNode(), depth + 1)).append(':');
          words.append(words(tuple.getValueNode(), depth + 1)).append(',');
        }
        yield words.append('}').toString();
      }
      default -> "";
    };
  }

  /// The choices of a mapping, without those that have a problem.
  List<Choice> choices(String written, Target target, Node node) {
    List<Choice> choices = new ArrayList<>();
    if (node instanceof SequenceNode sequence && sequence.getValue().isEmpty()) {
      sheet.add(node, "[]", "a column, a mapping, or a list of these");
    }
    for (Node item : Section.items(node)) {
      Choice choice =
          item instanceof ScalarNode
              ? ofColumn(item)
              : item instanceof MappingNode ? choice(written, target, item) : refused(item);
      if (choice != null) {
        choices.add(choice);
      }
    }
    return choices;
  }

  private @Nullable Choice refused(Node item) {
    sheet.add(item, Section.text(item), "a column, or a mapping such as {column: c}");
    return null;
  }

  private @Nullable Choice ofColumn(Node node) {
    int column = columns.use(node);
    return column < 0
        ? null
        : new Choice(List.of(column), null, null, null, null, null, null, null, dates);
  }

  private @Nullable Choice choice(String written, Target target, Node node) {
    Section section = Section.of(node, "a mapping such as {column: c}", KEYS, sheet);
    if (section == null) {
      return null;
    }
    int problems = sheet.problems().size();
    Meaning meaning = target.meaning();
    List<Integer> from = columns(section);
    String constant = null;
    Node constantNode = section.get("constant");
    if (constantNode != null) {
      constant = Section.scalar(constantNode, "one text", sheet);
    }
    int ways =
        (section.has("column") ? 1 : 0)
            + (section.has("columns") ? 1 : 0)
            + (constantNode == null ? 0 : 1);
    if (ways != 1) {
      sheet.add(node, String.join(", ", section.keys()), "one of column, columns or constant");
    }
    String join = raw(section, "join");
    if (join != null && !section.has("columns")) {
      sheet.add(section.keyNode("join"), "join", "columns beside it");
    }
    String split = raw(section, "split");
    if (split != null && split.isEmpty()) {
      sheet.add(section.at("split"), "", "the text between two values");
    }
    DatePatterns read = dates(section, meaning, written);
    CodeList codes = codes(section, target, written);
    Pattern pattern = pattern(section);
    Map<String, String> values = values(section, meaning, codes, read);
    String otherwise = raw(section, "else");
    if (otherwise != null) {
      if (values == null && codes == null) {
        sheet.add(section.keyNode("else"), "else", "values or codes beside it");
      }
      check(section.at("else"), otherwise, meaning, codes, read);
    }
    if (target instanceof OfEntry of) {
      names(of.attribute(), constantNode);
      names(of.attribute(), section.get("else"));
      if (section.get("values") instanceof MappingNode named) {
        named.getValue().forEach(tuple -> names(of.attribute(), tuple.getValueNode()));
      }
    }
    if (constant != null && constantNode != null && values == null) {
      check(constantNode, constant, meaning, codes, read);
    }
    if (sheet.problems().size() > problems) {
      return null;
    }
    return new Choice(from, join, constant, split, pattern, values, codes, otherwise, read);
  }

  /// Notes a fixed text that has to be a body, or a source, of the remit.
  private void names(EntryAttribute attribute, @Nullable Node node) {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      if (attribute == EntryAttribute.MADE_TO_BODY) {
        bodies.add(scalar);
      } else if (attribute == EntryAttribute.REPORT_SOURCE) {
        sources.add(scalar);
      }
    }
  }

  /// The fixed texts that name a body to which a report was made.
  List<ScalarNode> bodies() {
    return bodies;
  }

  /// The fixed texts that name a source.
  List<ScalarNode> sources() {
    return sources;
  }

  private List<Integer> columns(Section section) {
    List<Integer> from = new ArrayList<>();
    if (section.has("column")) {
      from.add(columns.use(section.at("column")));
    }
    if (section.has("columns")) {
      for (Node item : Section.items(section.at("columns"))) {
        from.add(columns.use(item));
      }
      if (from.isEmpty()) {
        sheet.add(section.at("columns"), "[]", "at least one column");
      }
    }
    return from;
  }

  /// A text that may be empty or hold spaces, as a separator does.
  private @Nullable String raw(Section section, String key) {
    Node node = section.get(key);
    if (node == null) {
      return null;
    }
    if (node instanceof ScalarNode scalar) {
      return key.equals("else") ? scalar.getValue().strip() : scalar.getValue();
    }
    sheet.add(node, Section.text(node), "one text");
    return null;
  }

  private DatePatterns dates(Section section, Meaning meaning, String written) {
    Node node = section.get("format");
    if (node == null) {
      return dates;
    }
    if (meaning.kind() != Meaning.Kind.DATE) {
      sheet.add(
          section.keyNode("format"), "format", "a date pattern for a date alone, not " + written);
      return dates;
    }
    return SourceReader.datesOf(patterns(node, sheet), format, extracted);
  }

  /// The date patterns that stand here, without those that cannot be read.
  static List<String> patterns(Node node, Section.Sheet sheet) {
    List<String> patterns = new ArrayList<>();
    for (ScalarNode item : Section.texts(node, "a date pattern", sheet)) {
      String fault = DatePatterns.fault(item.getValue());
      if (fault == null) {
        patterns.add(item.getValue());
      } else {
        sheet.add(item, item.getValue(), fault);
      }
    }
    return patterns;
  }

  private @Nullable CodeList codes(Section section, Target target, String written) {
    String name = section.text("codes", "the name of a code list");
    if (name == null) {
      return null;
    }
    CodeList codes = CodeList.named(name);
    if (codes == null) {
      sheet.add(section.at("codes"), name, Nearest.oneOf(name, CodeList.names()));
      return null;
    }
    String unfit = unfit(codes, target);
    if (unfit != null) {
      sheet.add(section.at("codes"), name, unfit + " for " + written);
      return null;
    }
    return codes;
  }

  /// What is expected instead where the list's codes cannot stand for the target's values.
  private static @Nullable String unfit(CodeList codes, Target target) {
    Meaning meaning = target.meaning();
    return switch (meaning.kind()) {
      case TEXT, TEXTS, CHANGED_VALUE -> null;
      case CHARACTERISTIC -> {
        boolean nationality =
            target instanceof OfPerson of && of.field() == PersonField.NATIONALITY;
        boolean stated = target instanceof OfPerson of && of.field() == PersonField.ETHNICITY;
        if (nationality) {
          yield "no code list";
        }
        if (!codes.isOfEthnicity()) {
          yield "a code list of ethnicity";
        }
        yield stated && codes.isOfAppearance()
            ? "a list of what people state (this one is of appearance: use ethnicity-observed)"
            : null;
      }
      case CONSTANT ->
          codes.all().stream().anyMatch(code -> meaning.indexOf(code.word()) >= 0)
              ? null
              : "a code list with words";
      case FACTORS -> codes == Meaning.factors() ? null : "dfe-assessment-factors";
      case DATE, NUMBER, WORD, HARM, AGE, NAME -> "no code list";
    };
  }

  private @Nullable Pattern pattern(Section section) {
    Node node = section.get("pattern");
    String expected = "a regular expression whose first group is the value";
    String text = node == null ? null : Section.scalar(node, expected, sheet);
    if (text == null || node == null) {
      return null;
    }
    try {
      Pattern pattern = Pattern.compile(text);
      if (pattern.matcher("").groupCount() < 1) {
        sheet.add(node, text, expected + ", such as (\\d+)");
      }
      return pattern;
    } catch (PatternSyntaxException e) {
      sheet.add(node, text, expected + ": " + e.getDescription());
      return null;
    }
  }

  private @Nullable Map<String, String> values(
      Section section, Meaning meaning, @Nullable CodeList codes, DatePatterns read) {
    Node node = section.get("values");
    Section named = node == null ? null : Section.open(node, "a map of values", sheet);
    if (named == null) {
      return null;
    }
    Map<String, String> values = new HashMap<>();
    for (String key : named.keys()) {
      Node valueNode = named.at(key);
      if (!(valueNode instanceof ScalarNode scalar)) {
        sheet.add(valueNode, Section.text(valueNode), "one text");
        continue;
      }
      String value = scalar.getValue().strip();
      check(valueNode, value, meaning, codes, read);
      values.put(key.strip(), value);
    }
    return values;
  }

  /// Puts down a fixed text that the target could never take. An empty text stands for nothing.
  private void check(
      Node at, String text, Meaning meaning, @Nullable CodeList codes, DatePatterns read) {
    if (text.isEmpty()) {
      return;
    }
    if (meaning.kind() == Meaning.Kind.CHARACTERISTIC && codes != null) {
      if (codes.find(text) == null) {
        sheet.add(at, text, "a code of " + codes.name());
      }
      return;
    }
    if (!meaning.takes(text, read) && (codes == null || codes.find(text) == null)) {
      sheet.add(
          at,
          text,
          meaning.hasWords() ? Nearest.oneOf(text, meaning.words()) : meaning.expected(read));
    }
  }

  private List<Condition> conditions(Node node) {
    Section section =
        Section.open(node, "a map of columns to a value, a list, present or absent", sheet);
    if (section == null) {
      return List.of();
    }
    List<Condition> conditions = new ArrayList<>();
    for (String key : section.keys()) {
      int column = columns.use(section.keyNode(key));
      Node wanted = section.at(key);
      boolean not = false;
      if (wanted instanceof MappingNode) {
        Section turned = Section.of(wanted, "{not: [values]}", List.of("not"), sheet);
        Node inner = turned == null ? null : turned.need("not", "a list of values");
        if (inner == null) {
          continue;
        }
        not = true;
        wanted = inner;
      }
      Set<String> values = new HashSet<>();
      boolean absent = false;
      boolean present = false;
      for (ScalarNode item : Section.texts(wanted, "a value, present or absent", sheet)) {
        switch (item.getValue().strip()) {
          case "absent", "" -> absent = true;
          case "present" -> present = true;
          default -> values.add(item.getValue().strip());
        }
      }
      if (column >= 0) {
        conditions.add(new Condition(column, values, absent, present, not));
      }
    }
    return conditions;
  }
}
