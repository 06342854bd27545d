package uk.candour.linkage;

import java.util.List;
import java.util.function.IntUnaryOperator;

/// Tables to be linked, as one: all records of all files, a column a name.
///
/// @param size how many records there are, numbered from 0 in the order of the files and rows
/// @param names the columns' names, the id's left out
/// @param columns the values, trimmed, in the order of the names
/// @param id the record's own name, unique within its file; never 0
/// @param source the number of the file that holds the record
/// @param sources the files' names, no two equal
public record Linkable(
    int size,
    List<String> names,
    List<Column> columns,
    Column id,
    IntUnaryOperator source,
    List<String> sources) {

  public Linkable {
    names = List.copyOf(names);
    columns = List.copyOf(columns);
    sources = List.copyOf(sources);
    if (names.size() != columns.size()) {
      throw new IllegalArgumentException(
          names.size() + " names are given for " + columns.size() + " columns");
    }
  }

  /// The values of a column by its name.
  Column column(String name) {
    int at = names.indexOf(name);
    if (at < 0) {
      throw new IllegalArgumentException("there is no column '" + name + "'");
    }
    return columns.get(at);
  }

  /// The records in the order of their files' names and their ids, which no order of files or rows
  /// changes: the place of each in this table.
  int[] inOrderOfIds() {
    int[] sourceRank = ranks(sources);
    String[] ids = new String[id.values()];
    for (int code = 1; code <= ids.length; code++) {
      ids[code - 1] = id.value(code);
    }
    int[] idRank = ranks(List.of(ids));
    long[] keys = new long[size];
    for (int r = 0; r < size; r++) {
      keys[r] = ((long) sourceRank[source.applyAsInt(r)] << 32) | idRank[id.code(r) - 1];
    }
    return Order.of(keys);
  }

  private static int[] ranks(List<String> texts) {
    Integer[] order = new Integer[texts.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    java.util.Arrays.sort(order, java.util.Comparator.comparing(texts::get));
    int[] ranks = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      ranks[order[i]] = i;
    }
    return ranks;
  }

  /// The same records in another order.
  ///
  /// @param order for each new place the record that comes there
  Linkable inOrder(int[] order) {
    return new Linkable(
        size,
        names,
        columns.stream().map(column -> Permuted.of(column, order)).toList(),
        Permuted.of(id, order),
        r -> source.applyAsInt(order[r]),
        sources);
  }

  /// A column whose records come in another order, its distinct values in the order in which they
  /// then come: so that no number given to a value remembers the order of before.
  @SuppressWarnings("ArrayRecordComponent") // read in the inner loop, never compared
  private record Permuted(Column of, int[] codes, int[] originals) implements Column {

    static Column of(Column of, int[] order) {
      int[] numbers = new int[of.values() + 1];
      int[] originals = new int[of.values() + 1];
      int[] codes = new int[order.length];
      int count = 0;
      for (int r = 0; r < order.length; r++) {
        int code = of.code(order[r]);
        if (code != 0 && numbers[code] == 0) {
          numbers[code] = ++count;
          originals[count] = code;
        }
        codes[r] = numbers[code];
      }
      return new Permuted(of, codes, java.util.Arrays.copyOf(originals, count + 1));
    }

    @Override
    public int code(int record) {
      return codes[record];
    }

    @Override
    public int values() {
      return originals.length - 1;
    }

    @Override
    public String value(int code) {
      return of.value(originals[code]);
    }
  }
}
