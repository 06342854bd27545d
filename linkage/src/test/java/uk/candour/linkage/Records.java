package uk.candour.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// People's records written by hand or by a generator, one after the other, as the columns that the
/// linker borrows. Lists are written with `;` between their values.
final class Records {

  private final List<Map<String, String>> rows = new ArrayList<>();

  /// Adds a record: names of attributes and their values in turn; `row` defaults to a row of its
  /// own.
  Records add(String... attributesAndValues) {
    Map<String, String> row = new HashMap<>();
    for (int i = 0; i < attributesAndValues.length; i += 2) {
      if (!attributesAndValues[i + 1].isBlank()) {
        row.put(attributesAndValues[i], attributesAndValues[i + 1].trim());
      }
    }
    rows.add(row);
    return this;
  }

  int size() {
    return rows.size();
  }

  Map<String, String> get(int i) {
    return rows.get(i);
  }

  /// The same records in another order.
  Records inOrder(int[] order) {
    Records other = new Records();
    for (int i : order) {
      Map<String, String> row = new HashMap<>(rows.get(i));
      row.putIfAbsent("row", Integer.toString(i));
      other.rows.add(row);
    }
    return other;
  }

  PersonColumns columns() {
    int[] born = new int[size()];
    int[] ageFrom = new int[size()];
    int[] ageTo = new int[size()];
    int[] ageAt = new int[size()];
    int[] sex = new int[size()];
    int[] source = new int[size()];
    int[] row = new int[size()];
    for (int r = 0; r < size(); r++) {
      Map<String, String> values = rows.get(r);
      born[r] = date(values.getOrDefault("born", ""));
      String age = values.getOrDefault("age", "");
      String[] range = age.split("-", -1);
      ageFrom[r] = age.isEmpty() ? -1 : Integer.parseInt(range[0]);
      ageTo[r] = age.isEmpty() ? -1 : Integer.parseInt(range[range.length - 1]);
      ageAt[r] = date(values.getOrDefault("at", ""));
      sex[r] =
          switch (values.getOrDefault("sex", "")) {
            case "female" -> 1;
            case "male" -> 2;
            default -> 0;
          };
      source[r] = Integer.parseInt(values.getOrDefault("source", "0"));
      row[r] = Integer.parseInt(values.getOrDefault("row", Integer.toString(r)));
    }
    return new PersonColumns(
        size(),
        column("forename"),
        column("middle"),
        column("surname"),
        list("alias"),
        r -> born[r],
        r -> ageFrom[r],
        r -> ageTo[r],
        r -> ageAt[r],
        r -> sex[r],
        column("address"),
        column("postcode"),
        column("area"),
        column("school"),
        list("id"),
        list("phone"),
        list("email"),
        list("handle"),
        r -> source[r],
        r -> row[r]);
  }

  /// A date as `yyyy-MM-dd`, `yyyy-MM`, `yyyy` or nothing, packed.
  static int date(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    String[] parts = text.split("-", -1);
    int year = Integer.parseInt(parts[0]);
    int month = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
    int day = parts.length > 2 ? Integer.parseInt(parts[2]) : 0;
    return Days.of(year, month, day);
  }

  private Column column(String attribute) {
    List<String> values = new ArrayList<>();
    Map<String, Integer> codes = new HashMap<>();
    int[] codeOf = new int[size()];
    for (int r = 0; r < size(); r++) {
      String value = rows.get(r).get(attribute);
      if (value != null) {
        codeOf[r] = codes.computeIfAbsent(value, v -> add(values, v));
      }
    }
    return new Column() {
      @Override
      public int code(int record) {
        return codeOf[record];
      }

      @Override
      public int values() {
        return values.size();
      }

      @Override
      public String value(int code) {
        return values.get(code - 1);
      }
    };
  }

  private static int add(List<String> values, String value) {
    values.add(value);
    return values.size();
  }

  private ListColumn list(String attribute) {
    List<String> values = new ArrayList<>();
    Map<String, Integer> codes = new HashMap<>();
    int[][] codesOf = new int[size()][];
    for (int r = 0; r < size(); r++) {
      String value = rows.get(r).getOrDefault(attribute, "");
      String[] parts = value.isEmpty() ? new String[0] : value.split(";", -1);
      codesOf[r] = new int[parts.length];
      for (int n = 0; n < parts.length; n++) {
        codesOf[r][n] = codes.computeIfAbsent(parts[n].trim(), v -> add(values, v));
      }
    }
    return new ListColumn() {
      @Override
      public int count(int record) {
        return codesOf[record].length;
      }

      @Override
      public int code(int record, int n) {
        return codesOf[record][n];
      }

      @Override
      public int values() {
        return values.size();
      }

      @Override
      public String value(int code) {
        return values.get(code - 1);
      }
    };
  }
}
