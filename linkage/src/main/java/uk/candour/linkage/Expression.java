package uk.candour.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.language.DoubleMetaphone;
import org.apache.commons.codec.language.Soundex;
import org.jspecify.annotations.Nullable;

/// What settings make of a column's value before it is compared or blocked by: `surname`,
/// `surname[0:3]`, `soundex(surname)`, `metaphone(surname)`, `year(born)`, and of a whole name its
/// `first(name)`, `middle(name)` and `last(name)` words. They nest: `metaphone(last(name))[0:2]`.
///
/// Values are taken without regard to case. A slice that reaches beyond a value takes what is
/// there; a value with nothing at the place yields none, and so does a value that has no sound or
/// no year.
///
/// @param steps what is done to the column's value, the innermost first
public record Expression(String column, List<Step> steps) {

  private static final Pattern CALL =
      Pattern.compile("(soundex|metaphone|year|first|middle|last)\\s*\\((.*)\\)");
  private static final Pattern SLICE =
      Pattern.compile("(.*)\\[\\s*(\\d{1,4})\\s*:\\s*(\\d{1,4})\\s*]");

  public Expression {
    steps = List.copyOf(steps);
  }

  /// One step; the numbers are those of a slice, from the first up to and without the second.
  public record Step(String name, int from, int to) {}

  static final String SLICED = "slice";

  /// The column alone.
  public static Expression of(String column) {
    return new Expression(column, List.of());
  }

  /// Reads an expression; null where the text is none. Whether the column exists is not looked at.
  public static @Nullable Expression parse(String text) {
    String trimmed = text.strip();
    Matcher slice = SLICE.matcher(trimmed);
    if (slice.matches()) {
      int from = Integer.parseInt(slice.group(2));
      int to = Integer.parseInt(slice.group(3));
      Expression inner = parse(slice.group(1));
      return inner == null || to <= from ? null : inner.then(new Step(SLICED, from, to));
    }
    Matcher call = CALL.matcher(trimmed);
    if (call.matches()) {
      Expression inner = parse(call.group(2));
      return inner == null ? null : inner.then(new Step(call.group(1), 0, 0));
    }
    return trimmed.isEmpty() || trimmed.matches(".*[\\[\\](){}].*") ? null : of(trimmed);
  }

  Expression then(Step step) {
    List<Step> all = new ArrayList<>(steps);
    all.add(step);
    return new Expression(column, all);
  }

  /// Whether the value is left as it is.
  boolean isPlain() {
    return steps.isEmpty();
  }

  /// The expression as settings write it.
  public String text() {
    String text = column;
    for (Step step : steps) {
      text =
          step.name.equals(SLICED)
              ? text + "[" + step.from + ":" + step.to + "]"
              : step.name + "(" + text + ")";
    }
    return text;
  }

  /// What becomes of values; an instance is for one thread.
  static final class Evaluator {
    private final Soundex soundex = new Soundex();
    private final DoubleMetaphone metaphone = new DoubleMetaphone();
    private final Expression expression;
    private final DateForms dates;

    Evaluator(Expression expression, DateForms dates) {
      this.expression = expression;
      this.dates = dates;
      metaphone.setMaxCodeLen(6);
    }

    /// The value that comes of a column's value; empty for none.
    String of(String value) {
      String result = value.strip();
      for (Step step : expression.steps()) {
        if (!result.isEmpty()) {
          result = of(step, result);
        }
      }
      return result;
    }

    private String of(Step step, String value) {
      return switch (step.name()) {
        case SLICED -> slice(value.toLowerCase(Locale.ROOT), step.from(), step.to());
        case "soundex" -> soundexOf(value);
        case "metaphone" -> metaphoneOf(value);
        case "year" -> dates.year(value);
        default -> word(step.name(), Letters.fold(value).split(" ", -1));
      };
    }

    private static String slice(String value, int from, int to) {
      return from >= value.length() ? "" : value.substring(from, Math.min(to, value.length()));
    }

    private String soundexOf(String value) {
      String letters = letters(value);
      return letters.isEmpty() ? "" : soundex.soundex(letters);
    }

    private String metaphoneOf(String value) {
      String code = metaphone.doubleMetaphone(letters(value));
      return code == null ? "" : code;
    }

    private static String letters(String value) {
      return Letters.fold(value).replaceAll("[^a-z]", "");
    }

    private static String word(String which, String[] words) {
      return switch (which) {
        case "first" -> words[0];
        case "last" -> words.length < 2 ? "" : words[words.length - 1];
        default ->
            words.length < 3 ? "" : String.join(" ", List.of(words).subList(1, words.length - 1));
      };
    }
  }
}
