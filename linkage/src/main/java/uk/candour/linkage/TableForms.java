package uk.candour.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// The distinct descriptions among the records of a table: what is compared and what is blocked by,
/// each value in normal form.
///
/// Records that agree on all of it are one description. Descriptions are numbered by a hash of what
/// they say.
final class TableForms {

  final Names names = new Names();
  final List<Field> fields = new ArrayList<>();

  /// The forms of description d begin at d times the number of fields.
  final int[] forms;

  /// For each blocking rule the key of every description; 0 for none.
  final long[][] keys;

  /// The records of each description, ascending.
  final Lists records;

  final int size;

  private final Linkable table;
  private final boolean acrossFilesAlone;
  private final int[] fileOf;
  private final Map<String, DateForms> dates = new HashMap<>();

  TableForms(
      Linkable table,
      List<LinkSettings.Compared> comparisons,
      List<List<Expression>> blocking,
      boolean acrossFilesAlone) {
    this.table = table;
    this.acrossFilesAlone = acrossFilesAlone;
    int count = comparisons.size();
    int[][] formsOf = new int[count][];
    long[] contents = new long[table.size()];
    for (int c = 0; c < count; c++) {
      Field field = field(comparisons.get(c));
      fields.add(field);
      formsOf[c] = forms(field, comparisons.get(c).columns());
      for (int r = 0; r < contents.length; r++) {
        contents[r] = Forms.mix(contents[r], field.hash(formsOf[c][r]));
      }
    }
    long[][] keysOf = new long[blocking.size()][];
    for (int rule = 0; rule < keysOf.length; rule++) {
      keysOf[rule] =
          keys(blocking.get(rule), inAnyOrder(blocking.get(rule), comparisons), comparisons);
      for (int r = 0; r < contents.length; r++) {
        contents[r] = Forms.mix(contents[r], keysOf[rule][r]);
      }
    }
    int[] descriptionOf = new int[contents.length];
    int[] order = Order.of(contents);
    int last = -1;
    for (int i = 0; i < order.length; i++) {
      last += i == 0 || contents[order[i]] != contents[order[i - 1]] ? 1 : 0;
      descriptionOf[order[i]] = last;
    }
    size = last + 1;
    records = Lists.inverse(descriptionOf, size);
    forms = new int[Math.multiplyExact(size, count)];
    keys = new long[keysOf.length][size];
    fileOf = new int[size];
    for (int d = 0; d < size; d++) {
      int first = records.item(d, 0);
      for (int c = 0; c < count; c++) {
        forms[d * count + c] = formsOf[c][first];
      }
      for (int rule = 0; rule < keysOf.length; rule++) {
        keys[rule][d] = keysOf[rule][first];
      }
      fileOf[d] = fileOf(d);
    }
    for (int c = 0; c < count; c++) {
      fields.get(c).count(column(c));
    }
  }

  private int[] column(int comparison) {
    int[] column = new int[size];
    for (int d = 0; d < size; d++) {
      column[d] = forms[d * fields.size() + comparison];
    }
    return column;
  }

  /// The file that holds all records of a description, or -1 where several do.
  private int fileOf(int description) {
    int file = table.source().applyAsInt(records.item(description, 0));
    for (int n = 1; n < records.count(description); n++) {
      if (table.source().applyAsInt(records.item(description, n)) != file) {
        return -1;
      }
    }
    return file;
  }

  /// Whether two descriptions are not to be compared, because one file holds both and only records
  /// of different files are linked.
  boolean areOfOneFile(int a, int b) {
    return acrossFilesAlone && fileOf[a] >= 0 && fileOf[a] == fileOf[b];
  }

  private Field field(LinkSettings.Compared compared) {
    return switch (compared.kind()) {
      case NAME -> new NameField(compared, names);
      case DATE -> new DateField(compared, dates(compared.columns().getFirst().column()));
      default -> new TextField(compared);
    };
  }

  private DateForms dates(String column) {
    return dates.computeIfAbsent(column, name -> DateForms.of(table.column(name)));
  }

  /// The forms of all records, worked out once a distinct value.
  private int[] forms(Field field, List<Expression> expressions) {
    String[][] values = new String[expressions.size()][];
    Column[] columns = new Column[values.length];
    for (int e = 0; e < values.length; e++) {
      Expression expression = expressions.get(e);
      columns[e] = table.column(expression.column());
      values[e] = values(expression, columns[e]);
    }
    int[] forms = new int[table.size()];
    if (columns.length == 1) {
      int[] formOf = new int[values[0].length];
      for (int code = 1; code < formOf.length; code++) {
        formOf[code] = field.form(values[0][code]);
      }
      Arrays.setAll(forms, r -> formOf[columns[0].code(r)]);
      return forms;
    }
    for (int r = 0; r < forms.length; r++) {
      var joined = new StringBuilder();
      for (int e = 0; e < columns.length; e++) {
        String value = values[e][columns[e].code(r)];
        joined.append(joined.isEmpty() || value.isEmpty() ? "" : " ").append(value);
      }
      forms[r] = field.form(joined.toString());
    }
    return forms;
  }

  private String[] values(Expression expression, Column column) {
    var evaluator = new Expression.Evaluator(expression, dates(expression.column()));
    String[] values = new String[column.values() + 1];
    values[0] = "";
    for (int code = 1; code < values.length; code++) {
      values[code] = evaluator.of(column.value(code));
    }
    return values;
  }

  /// Whether a rule is of names alone, treated alike: it then takes them in either order, since
  /// names are written in each other's place.
  static boolean inAnyOrder(List<Expression> rule, List<LinkSettings.Compared> comparisons) {
    var names = new TreeSet<String>();
    for (LinkSettings.Compared compared : comparisons) {
      if (compared.kind() == LinkSettings.Kind.NAME) {
        compared.columns().forEach(expression -> names.add(expression.column()));
      }
    }
    return rule.size() > 1
        && rule.stream()
            .allMatch(e -> names.contains(e.column()) && e.steps().equals(rule.getFirst().steps()));
  }

  /// The key of every record by a rule that is not one of the settings'.
  static long[] keysOfRecords(
      Linkable table, List<Expression> rule, List<LinkSettings.Compared> comparisons) {
    var none = new TableForms(table, List.of(), List.of(), false);
    return none.keys(rule, inAnyOrder(rule, comparisons), comparisons);
  }

  private long[] keys(
      List<Expression> rule, boolean anyOrder, List<LinkSettings.Compared> comparisons) {
    long[] keys = new long[table.size()];
    Arrays.fill(keys, 1);
    for (Expression expression : rule) {
      Column column = table.column(expression.column());
      boolean isDate =
          expression.isPlain()
              && comparisons.stream()
                  .anyMatch(compared ->
                      compared.kind() == LinkSettings.Kind.DATE
                          && compared.columns().contains(expression));
      long[] hashes = hashes(expression, column, isDate);
      for (int r = 0; r < keys.length; r++) {
        long hash = hashes[column.code(r)];
        keys[r] =
            hash == 0 || keys[r] == 0
                ? 0
                : anyOrder ? keys[r] + Forms.mix(hash) : Forms.mix(keys[r], hash);
      }
    }
    return keys;
  }

  private long[] hashes(Expression expression, Column column, boolean isDate) {
    String[] values = values(expression, column);
    long[] hashes = new long[values.length];
    for (int code = 1; code < values.length; code++) {
      String form =
          isDate ? dates(expression.column()).digits(values[code]) : Letters.fold(values[code]);
      hashes[code] = form.isEmpty() ? 0 : Forms.hash(form);
    }
    return hashes;
  }
}
