package uk.candour.intake;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How the text of a value is to be understood for a target.
///
/// @param kind what it is
/// @param words the fixed words that a target takes, in the contract's order; empty for others
/// @param constants what the words stand for, one each; null stands for "not recorded". Empty where
///   the words themselves are kept
/// @param least the least number taken
/// @param greatest the greatest number taken
record Meaning(
    Kind kind,
    List<String> words,
    List<? extends @Nullable Enum<?>> constants,
    int least,
    int greatest) {

  enum Kind {
    TEXT,
    /// Any number of text values.
    TEXTS,
    DATE,
    NUMBER,
    /// One of a few fixed words, kept as a constant.
    CONSTANT,
    /// One of a few fixed words, kept as text.
    WORD,
    /// Any number of fixed words, kept as bits.
    HARM,
    /// Any number of DfE assessment factors.
    FACTORS,
    AGE,
    NAME,
    /// A protected value.
    CHARACTERISTIC,
    /// The old or new value of a changed field, which may be a protected one.
    CHANGED_VALUE
  }

  static final Meaning TEXT = of(Kind.TEXT);
  static final Meaning TEXTS = of(Kind.TEXTS);
  static final Meaning DATE = of(Kind.DATE);
  static final Meaning FACTORS = of(Kind.FACTORS);
  static final Meaning AGE = of(Kind.AGE);
  static final Meaning NAME = of(Kind.NAME);
  static final Meaning CHARACTERISTIC = of(Kind.CHARACTERISTIC);
  static final Meaning CHANGED_VALUE = of(Kind.CHANGED_VALUE);

  private static Meaning of(Kind kind) {
    return new Meaning(kind, List.of(), List.of(), 0, Integer.MAX_VALUE);
  }

  static Meaning number(int least, int greatest) {
    return new Meaning(Kind.NUMBER, List.of(), List.of(), least, greatest);
  }

  static <E extends Enum<E>> Meaning constant(E[] constants, Function<E, String> word) {
    return new Meaning(Kind.CONSTANT, words(constants, word), List.of(constants), 0, 0);
  }

  /// Words beside the constants they stand for, in pairs.
  static Meaning constants(List<String> words, @Nullable Enum<?>... constants) {
    return new Meaning(Kind.CONSTANT, words, Arrays.asList(constants), 0, 0);
  }

  static Meaning word(String... words) {
    return new Meaning(Kind.WORD, List.of(words), List.of(), 0, 0);
  }

  static <E extends Enum<E>> Meaning harm(E[] constants, Function<E, String> word) {
    return new Meaning(Kind.HARM, words(constants, word), List.of(constants), 0, 0);
  }

  /// Whether a target of this meaning keeps any number of values.
  boolean isMany() {
    return kind == Kind.TEXTS || kind == Kind.HARM || kind == Kind.FACTORS;
  }

  boolean hasWords() {
    return !words.isEmpty();
  }

  /// The place of a fixed word among [#words], without regard to case, or -1.
  int indexOf(String word) {
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).equalsIgnoreCase(word)) {
        return i;
      }
    }
    return -1;
  }

  /// Whether a fixed text can stand for a value, as far as that can be said without a row.
  boolean takes(String text, DatePatterns dates) {
    return switch (kind) {
      case TEXT, TEXTS, NAME, CHARACTERISTIC, CHANGED_VALUE -> true;
      case DATE -> dates.read(text) != DatePatterns.UNREADABLE;
      case NUMBER -> number(text) != UNREADABLE;
      case CONSTANT, WORD, HARM -> indexOf(text) >= 0;
      case FACTORS -> factors().find(text) != null;
      case AGE -> Ages.read(text) != Ages.UNREADABLE;
    };
  }

  /// What is taken, in words.
  String expected(DatePatterns dates) {
    return switch (kind) {
      case TEXT, TEXTS, NAME, CHARACTERISTIC, CHANGED_VALUE -> "a text";
      case DATE -> "a date as " + dates.words();
      case NUMBER ->
          greatest == Integer.MAX_VALUE
              ? "a whole number"
              : "a whole number from " + least + " to " + greatest;
      case CONSTANT, WORD, HARM -> "one of " + String.join(", ", words);
      case FACTORS -> "a code of dfe-assessment-factors";
      case AGE -> Ages.WORDS;
    };
  }

  static final int UNREADABLE = -1;

  /// A whole number written with or without commas between the thousands, or [#UNREADABLE].
  int number(String text) {
    String digits = text.indexOf(',') > 0 ? text.replace(",", "") : text;
    if (digits.endsWith(".0")) {
      digits = digits.substring(0, digits.length() - 2);
    }
    if (digits.isEmpty() || digits.length() > 9) {
      return UNREADABLE;
    }
    int number = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c < '0' || c > '9') {
        return UNREADABLE;
      }
      number = number * 10 + (c - '0');
    }
    return number < least || number > greatest ? UNREADABLE : number;
  }

  static CodeList factors() {
    CodeList factors = CodeList.named("dfe-assessment-factors");
    if (factors == null) {
      throw new IllegalStateException("dfe-assessment-factors is not in the product");
    }
    return factors;
  }

  private static <E extends Enum<E>> List<String> words(E[] constants, Function<E, String> word) {
    return Arrays.stream(constants).map(word).toList();
  }
}
