package uk.candour.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import uk.candour.linkage.Column;
import uk.candour.linkage.ListColumn;
import uk.candour.linkage.PersonColumns;

/// The rows of a [SecondBorough] as the columns that linkage takes; the truth is not among them.
final class BoroughColumns {

  private BoroughColumns() {}

  static PersonColumns of(List<BoroughRow> rows) {
    return new PersonColumns(
        rows.size(),
        column(rows, BoroughRow::forename),
        column(rows, BoroughRow::middle),
        column(rows, BoroughRow::surname),
        lists(rows, BoroughRow::aliases),
        record -> rows.get(record).born(),
        record -> rows.get(record).ageFrom(),
        record -> rows.get(record).ageTo(),
        record -> rows.get(record).ageAt(),
        record -> rows.get(record).sex(),
        column(rows, BoroughRow::address),
        column(rows, BoroughRow::postcode),
        column(rows, BoroughRow::area),
        column(rows, BoroughRow::school),
        lists(rows, BoroughRow::identifiers),
        lists(rows, BoroughRow::phones),
        lists(rows, BoroughRow::emails),
        lists(rows, BoroughRow::handles),
        record -> rows.get(record).source(),
        record -> rows.get(record).row());
  }

  private static Column column(List<BoroughRow> rows, Function<BoroughRow, String> attribute) {
    Codes codes = new Codes();
    int[] code = new int[rows.size()];
    for (int record = 0; record < code.length; record++) {
      code[record] = codes.of(attribute.apply(rows.get(record)));
    }
    return new Column() {
      @Override
      public int code(int record) {
        return code[record];
      }

      @Override
      public int values() {
        return codes.values.size();
      }

      @Override
      public String value(int code) {
        return codes.values.get(code - 1);
      }
    };
  }

  private static ListColumn lists(
      List<BoroughRow> rows, Function<BoroughRow, List<String>> attribute) {
    Codes codes = new Codes();
    int[][] code = new int[rows.size()][];
    for (int record = 0; record < code.length; record++) {
      code[record] = attribute.apply(rows.get(record)).stream().mapToInt(codes::of).toArray();
    }
    return new ListColumn() {
      @Override
      public int count(int record) {
        return code[record].length;
      }

      @Override
      public int code(int record, int n) {
        return code[record][n];
      }

      @Override
      public int values() {
        return codes.values.size();
      }

      @Override
      public String value(int code) {
        return codes.values.get(code - 1);
      }
    };
  }

  /// Values numbered from 1 in the order met; empty is 0.
  private static final class Codes {
    private final Map<String, Integer> byValue = new LinkedHashMap<>();
    private final List<String> values = new ArrayList<>();

    int of(String value) {
      if (value.isEmpty()) {
        return 0;
      }
      Integer known = byValue.get(value);
      if (known == null) {
        values.add(value);
        byValue.put(value, values.size());
        return values.size();
      }
      return known;
    }
  }
}
