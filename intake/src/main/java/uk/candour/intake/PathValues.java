package uk.candour.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The values of one row by their paths; several for one path are joined with `;`.
final class PathValues {

  private static final String BETWEEN = ";";

  private final @Nullable String[] values;
  private final List<Table.Flaw> flaws = new ArrayList<>();

  PathValues(int columns) {
    this.values = new String[columns];
  }

  void clear() {
    Arrays.fill(values, null);
    flaws.clear();
  }

  void add(WantedPaths at, String written) {
    String value = Blank.trimmed(written);
    if (value == null) {
      return;
    }
    for (int column : at.columns()) {
      String before = values[column];
      if (value.indexOf(0) >= 0) {
        flaws.add(Table.Flaw.nul(column, value));
      } else if (hasHalfCharacter(value)) {
        flaws.add(new Table.Flaw(column, whole(value), "whole characters"));
      } else if (before == null) {
        values[column] = value;
      } else if (before.length() + value.length() > SafeXml.LONGEST_VALUE) {
        flaw(column, "values of more than " + SafeXml.LONGEST_VALUE + " characters", "fewer");
      } else {
        values[column] = before + BETWEEN + value;
      }
    }
  }

  /// Values that cannot be taken where one is wanted.
  void flaw(WantedPaths at, String found, String expected) {
    for (int column : at.columns()) {
      flaw(column, found, expected);
    }
  }

  private void flaw(int column, String found, String expected) {
    if (flaws.size() < 1_000) {
      flaws.add(new Table.Flaw(column, found, expected));
    }
  }

  private static boolean hasHalfCharacter(String value) {
    return value
        .codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  private static String whole(String value) {
    return value
        .codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Nullable String get(int column) {
    return values[column];
  }

  List<Table.Flaw> flaws() {
    return List.copyOf(flaws);
  }
}
