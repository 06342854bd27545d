package uk.candour.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;

/// The blocks of a table by the rules of its settings. A block that is too large to compare within
/// is cut by what else is compared.
final class TableBlocking {

  private static final long LEAST_PAIRS = 10_000_000;
  private static final long PAIRS_PER_DESCRIPTION = 40;
  private static final int CUTS = 3;

  private TableBlocking() {}

  static Blocks of(
      TableForms table, List<List<Expression>> rules, List<LinkSettings.Compared> comparisons) {
    var builder =
        new Blocks.Builder(table.size, Math.max(LEAST_PAIRS, PAIRS_PER_DESCRIPTION * table.size));
    for (int rule = 0; rule < rules.size(); rule++) {
      long[] keys = table.keys[rule];
      int compared = compared(rules.get(rule), comparisons);
      builder.rule(
          String.join(", ", rules.get(rule).stream().map(Expression::text).toList()),
          compared,
          (d, sink) -> sink.key(keys[d]),
          finer(table, compared));
    }
    return builder.build();
  }

  /// The comparisons that look at a column which the rule looks at, a bit each.
  private static int compared(List<Expression> rule, List<LinkSettings.Compared> comparisons) {
    int bits = 0;
    for (int c = 0; c < comparisons.size(); c++) {
      for (Expression column : comparisons.get(c).columns()) {
        if (rule.stream().anyMatch(e -> e.column().equals(column.column()))) {
          bits |= 1 << c;
        }
      }
    }
    return bits;
  }

  private static IntToLongFunction[] finer(TableForms table, int compared) {
    int count = table.fields.size();
    List<IntToLongFunction> finer = new ArrayList<>();
    for (int c = 0; c < count && finer.size() < CUTS; c++) {
      if (((compared >>> c) & 1) == 0) {
        int comparison = c;
        Field field = table.fields.get(c);
        finer.add(d -> field.roughly(table.forms[d * count + comparison]));
      }
    }
    return finer.toArray(IntToLongFunction[]::new);
  }
}
