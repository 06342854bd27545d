package uk.candour.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.candour.characteristics.Characteristic;
import uk.candour.intake.CodeList.Code;
import uk.candour.intake.Problems.RowProblem;
import uk.candour.intake.SourcePlan.Cell;
import uk.candour.intake.SourcePlan.Choice;
import uk.candour.intake.Target.OfPerson;
import uk.candour.intake.Target.PersonField;
import uk.candour.record.Harm;
import uk.candour.record.PartialDate;

/// The values of one row as the mappings of its source understand them, one a cell; filled anew for
/// each row.
///
/// A value is a text, a list of texts, a [WholeName] or a [Characteristic] in [#text], [#texts],
/// [#name] and [#characteristic]; dates, numbers, ages, harms and the places of constants are whole
/// numbers in [#number].
final class RowValues {

  /// Steps that a remit's regular expression may take over one value.
  private static final int PATIENCE = 200_000;

  /// A child that is expected may be on record before it is born.
  private static final int DAYS_EXPECTED = 300;

  private final List<Cell> cells;
  private final SourcePlan plan;
  private final LocalDate lastBorn;
  private final ProblemList problems;
  private final boolean[] there;
  private final int[] numbers;
  private final @Nullable Object[] values;

  private final Table row;
  private int sourceRow;

  /// @param row stands at the row in hand
  RowValues(SourcePlan plan, Table row, ProblemList problems) {
    this.plan = plan;
    this.cells = plan.cells();
    this.lastBorn = plan.source().extracted().plusDays(DAYS_EXPECTED);
    this.problems = problems;
    this.there = new boolean[cells.size()];
    this.numbers = new int[cells.size()];
    this.values = new Object[cells.size()];
    this.row = row;
  }

  /// Takes the values of the row in hand for these entries.
  void take(int sourceRow, long entries) {
    this.sourceRow = sourceRow;
    for (int cell = 0; cell < there.length; cell++) {
      there[cell] = false;
      numbers[cell] = 0;
      values[cell] = null;
      Cell of = cells.get(cell);
      if ((of.entries() & entries) != 0) {
        for (Choice choice : of.choices()) {
          if (take(cell, of, choice)) {
            break;
          }
        }
      }
    }
  }

  /// The value of a column in the row in hand, or null where it is absent.
  @Nullable String present(int column) {
    String value = row.value(column);
    return value == null || plan.unknown().contains(value) ? null : value;
  }

  boolean has(int cell) {
    return cell >= 0 && there[cell];
  }

  int number(int cell) {
    return numbers[cell];
  }

  @Nullable String text(int cell) {
    return cell >= 0 && values[cell] instanceof String text ? text : null;
  }

  List<String> texts(int cell) {
    List<String> texts = new ArrayList<>();
    if (values[cell] instanceof List<?> list) {
      for (Object item : list) {
        texts.add((String) item);
      }
    }
    return texts;
  }

  @Nullable WholeName name(int cell) {
    return values[cell] instanceof WholeName name ? name : null;
  }

  @Nullable Characteristic characteristic(int cell) {
    return values[cell] instanceof Characteristic value ? value : null;
  }

  /// The constant of a cell that has one.
  @Nullable Enum<?> constant(int cell) {
    return cells.get(cell).of().meaning().constants().get(numbers[cell]);
  }

  /// A cell's value as a person would write it, or nothing.
  String shown(int cell) {
    if (!there[cell]) {
      return "";
    }
    Meaning meaning = cells.get(cell).of().meaning();
    return switch (meaning.kind()) {
      case DATE -> PartialDate.text(numbers[cell]);
      case NUMBER -> String.valueOf(numbers[cell]);
      case CONSTANT -> meaning.words().get(numbers[cell]);
      case AGE -> Ages.words(numbers[cell]);
      case HARM ->
          String.join(
              ", ",
              Arrays.stream(Harm.values())
                  .filter(harm -> (numbers[cell] & harm.bit()) != 0)
                  .map(Harm::word)
                  .toList());
      case TEXTS, FACTORS -> String.join(" | ", texts(cell));
      case NAME -> String.valueOf(name(cell));
      case CHARACTERISTIC, CHANGED_VALUE -> {
        Characteristic value = characteristic(cell);
        yield value == null ? String.valueOf(values[cell]) : value.label() + " (sealed)";
      }
      case TEXT, WORD -> String.valueOf(values[cell]);
    };
  }

  /// Lists a value that cannot be read as a problem of the present row.
  void problem(String column, String value, String expected) {
    problems.add(
        new RowProblem(
            Problems.Kind.VALUE, plan.source().name(), sourceRow, column, value, expected));
  }

  /// The columns that a cell reads, as the file names them.
  String columns(int cell) {
    return columns(cells.get(cell).choices().getFirst());
  }

  private String columns(Choice choice) {
    Function<Integer, String> name = plan.columns()::get;
    return String.join("+", choice.columns().stream().map(name).toList());
  }

  private boolean take(int cell, Cell of, Choice choice) {
    if (choice.constant() != null) {
      return piece(cell, of, choice, choice.constant());
    }
    List<Integer> columns = choice.columns();
    if (columns.size() == 1) {
      return split(cell, of, choice, present(columns.getFirst()));
    }
    if (choice.join() == null && of.of().meaning().isMany()) {
      boolean any = false;
      for (int column : columns) {
        any |= split(cell, of, choice, present(column));
      }
      return any;
    }
    String join = choice.join() == null ? " " : choice.join();
    StringBuilder joined = null;
    for (int column : columns) {
      String value = present(column);
      if (value != null) {
        joined = joined == null ? new StringBuilder() : joined.append(join);
        joined.append(value);
      }
    }
    return split(cell, of, choice, joined == null ? null : joined.toString());
  }

  private boolean split(int cell, Cell of, Choice choice, @Nullable String value) {
    if (value == null) {
      String blank = choice.values() == null ? null : choice.values().get("");
      return blank != null && !blank.isEmpty() && piece(cell, of, choice, "");
    }
    if (choice.split() == null) {
      return piece(cell, of, choice, value);
    }
    boolean any = false;
    for (String piece : value.split(Pattern.quote(choice.split()), -1)) {
      String trimmed = piece.strip();
      if (trimmed.isEmpty() || plan.unknown().contains(trimmed)) {
        continue;
      }
      if (any && !of.of().meaning().isMany()) {
        problem(columns(choice), trimmed, "one value for " + of.target());
      } else {
        any |= piece(cell, of, choice, trimmed);
      }
    }
    return any;
  }

  /// Takes one piece of text; false where it yields no value.
  private boolean piece(int cell, Cell of, Choice choice, String written) {
    String text = written;
    if (choice.pattern() != null) {
      text = matched(choice, written);
      if (text == null || plan.unknown().contains(text)) {
        return false;
      }
    }
    boolean named = false;
    if (choice.values() != null) {
      String value = choice.values().get(text);
      if (value == null && choice.codes() == null) {
        if (choice.otherwise() == null) {
          problem(
              columns(choice),
              written,
              "one of the values that the remit names for " + of.target());
          return false;
        }
        value = choice.otherwise();
      }
      if (value != null) {
        text = value;
        named = true;
      }
      if (text.isEmpty()) {
        return false;
      }
    }
    Code code = null;
    if (choice.codes() != null) {
      code = choice.codes().find(text);
      if (code == null && !named) {
        if (choice.otherwise() == null) {
          problem(columns(choice), written, "a code of " + choice.codes().name());
          return false;
        }
        text = choice.otherwise();
        code = choice.codes().find(text);
        if (text.isEmpty()) {
          return false;
        }
      }
    }
    return put(cell, of, choice, written, text, code);
  }

  private @Nullable String matched(Choice choice, String written) {
    Pattern pattern = choice.pattern();
    if (pattern == null) {
      return written;
    }
    try {
      Matcher matcher = pattern.matcher(new Patient(written));
      String group = matcher.find() ? matcher.group(1) : null;
      return group == null || group.isBlank() ? null : group.strip();
    } catch (OutOfPatience | StackOverflowError e) {
      problem(columns(choice), written, "a value that the remit's pattern can decide in time");
      return null;
    }
  }

  private boolean put(
      int cell, Cell of, Choice choice, String written, String text, @Nullable Code code) {
    Meaning meaning = of.of().meaning();
    switch (meaning.kind()) {
      case TEXT -> values[cell] = code == null ? text : code.label();
      case TEXTS -> addText(cell, code == null ? text : code.label());
      case NAME -> {
        WholeName name = WholeName.of(text);
        if (name.isEmpty()) {
          return false;
        }
        values[cell] = name;
      }
      case CHARACTERISTIC -> values[cell] = characteristic(choice, text, code);
      case CHANGED_VALUE -> values[cell] = code == null ? text : characteristic(choice, text, code);
      case DATE -> {
        int date = choice.dates().read(text);
        if (date == DatePatterns.UNREADABLE) {
          return refused(of, choice, written);
        }
        boolean birth = of.of() instanceof OfPerson person && person.field() == PersonField.BORN;
        if (birth && PartialDate.firstDay(date).isAfter(lastBorn)) {
          problem(columns(choice), written, "a date of birth before " + lastBorn);
          return false;
        }
        numbers[cell] = date;
      }
      case NUMBER -> {
        int number = meaning.number(text);
        if (number == Meaning.UNREADABLE) {
          return refused(of, choice, written);
        }
        numbers[cell] = number;
      }
      case AGE -> {
        int age = Ages.read(text);
        if (age == Ages.UNREADABLE) {
          return refused(of, choice, written);
        }
        numbers[cell] = age;
      }
      case CONSTANT, WORD, HARM -> {
        if (code != null && code.word().isEmpty()) {
          return false;
        }
        int index = meaning.indexOf(code == null ? text : code.word());
        if (index < 0) {
          return refused(of, choice, written);
        }
        if (meaning.kind() == Meaning.Kind.WORD) {
          values[cell] = meaning.words().get(index);
        } else if (meaning.constants().get(index) == null) {
          return false;
        } else if (meaning.kind() == Meaning.Kind.CONSTANT) {
          numbers[cell] = index;
        } else {
          numbers[cell] |= Harm.values()[index].bit();
        }
      }
      case FACTORS -> {
        Code factor = code == null ? Meaning.factors().find(text) : code;
        if (factor == null) {
          return refused(of, choice, written);
        }
        addText(cell, factor.code());
      }
    }
    there[cell] = true;
    return true;
  }

  private static Characteristic characteristic(Choice choice, String text, @Nullable Code code) {
    Characteristic coded = choice.codes() == null ? null : choice.codes().characteristic(text);
    return code == null || coded == null ? CodeList.inWords(text) : coded;
  }

  private boolean refused(Cell of, Choice choice, String written) {
    problem(columns(choice), written, of.of().meaning().expected(choice.dates()));
    return false;
  }

  private void addText(int cell, String text) {
    List<String> texts = texts(cell);
    if (!texts.contains(text)) {
      texts.add(text);
    }
    values[cell] = texts;
  }

  /// A text that counts how often it is looked at, so that no expression runs for ever.
  private static final class Patient implements CharSequence {

    private final String text;
    private int left = PATIENCE;

    Patient(String text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      if (left-- == 0) {
        throw new OutOfPatience();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  private static final class OutOfPatience extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutOfPatience() {
      super("the pattern took too many steps", null, false, false);
    }
  }
}
