package uk.candour.linkage;

import java.util.ArrayList;
import java.util.List;

/// The comparisons of a table, as its settings name them.
///
/// Two names that stand in each other's place are told here, since it takes both columns: where two
/// comparisons of names have the level `swapped` and each is in the other's place, the first has
/// that level and the second says nothing.
final class TableComparisons implements Comparisons {

  private static final int FIRST = 5;
  private static final double SWAPS = 0.02;

  private final TableForms table;
  private final List<Field> fields;
  private final List<Field.Judge> judges;
  private final NameRelation names;
  private final int[] swapLevel;
  private final int count;
  private final int[] recorded;

  TableComparisons(TableForms table) {
    this(table, recorded(table));
  }

  private TableComparisons(TableForms table, int[] recorded) {
    this.table = table;
    this.recorded = recorded;
    fields = table.fields;
    count = fields.size();
    judges = new ArrayList<>();
    swapLevel = new int[count];
    names = new NameRelation(table.names);
    for (int c = 0; c < count; c++) {
      judges.add(fields.get(c).judge());
      swapLevel[c] =
          fields.get(c) instanceof NameField name ? name.tokens().indexOf("swapped") + 1 : 0;
    }
  }

  /// The comparisons that each description has something for, a bit each.
  private static int[] recorded(TableForms table) {
    int[] recorded = new int[table.size];
    int count = table.fields.size();
    for (int d = 0; d < recorded.length; d++) {
      for (int c = 0; c < count; c++) {
        recorded[d] |= table.forms[d * count + c] == 0 ? 0 : 1 << c;
      }
    }
    return recorded;
  }

  @Override
  public Comparisons another() {
    return new TableComparisons(table, recorded);
  }

  @Override
  public int size() {
    return table.size;
  }

  @Override
  public List<String> names() {
    return fields.stream().map(Field::name).toList();
  }

  @Override
  public List<Level> levels(int comparison) {
    return fields.get(comparison).levels();
  }

  @Override
  public long first(int a, int b) {
    long pattern = levels(a, b, 0, Math.min(FIRST, count));
    for (int c = 0; c < Math.min(FIRST, count); c++) {
      if (swapLevel[c] != 0 && Comparisons.level(pattern, c) == fields.get(c).different()) {
        pattern = swapped(pattern, c, a, b);
      }
    }
    return pattern;
  }

  @Override
  public long rest(int a, int b, long first) {
    return count <= FIRST ? first : first | levels(a, b, FIRST, count);
  }

  private long levels(int a, int b, int from, int to) {
    long pattern = 0;
    int atA = a * count;
    int atB = b * count;
    for (int c = from; c < to; c++) {
      int formA = table.forms[atA + c];
      int formB = table.forms[atB + c];
      if (formA != 0 && formB != 0) {
        pattern |= (long) judges.get(c).level(formA, formB) << (4 * c);
      }
    }
    return pattern;
  }

  private long swapped(long pattern, int c, int a, int b) {
    for (int other = c + 1; other < Math.min(FIRST, count); other++) {
      if (Comparisons.level(pattern, other) == fields.get(other).different()
          && areSwapped(c, other, a, b)) {
        long without = pattern & ~(15L << (4 * c)) & ~(15L << (4 * other));
        return without | (long) swapLevel[c] << (4 * c);
      }
    }
    return pattern;
  }

  /// Whether two names of one record stand in each other's place in the other.
  private boolean areSwapped(int one, int other, int a, int b) {
    return swapLevel[other] != 0
        && isOneName(form(a, one), form(b, other))
        && isOneName(form(a, other), form(b, one));
  }

  private boolean isOneName(int a, int b) {
    return a != 0 && b != 0 && names.ofForenames(a, b) <= NameRelation.CLOSE;
  }

  private int form(int description, int comparison) {
    return table.forms[description * count + comparison];
  }

  @Override
  public int possible(int a, int b) {
    return (recorded[a] & recorded[b]) >>> FIRST << FIRST;
  }

  @Override
  public double chance(int comparison, int level, int a, int b) {
    if (level == swapLevel[comparison] && level != 0) {
      return swapChance(comparison, a, b);
    }
    return fields.get(comparison).chance(level, form(a, comparison), form(b, comparison));
  }

  /// A swap is as likely as both names together, times how often names are swapped; a person whose
  /// names are the other's the other way round is likelier where those are common.
  private double swapChance(int comparison, int a, int b) {
    int other = comparison + 1;
    while (!areSwapped(comparison, other, a, b)) {
      other++;
    }
    Field first = fields.get(comparison);
    Field second = fields.get(other);
    double oneWay = first.share(form(a, comparison)) * second.share(form(a, other));
    double otherWay = first.share(form(b, comparison)) * second.share(form(b, other));
    return SWAPS * Math.max(oneWay, otherWay) + Math.min(oneWay, otherWay);
  }

  @Override
  public double leastChance(int comparison, int level) {
    return fields.get(comparison).leastChance(level);
  }

  @Override
  public double correction(long pattern, int a, int b, double prior, double[] bits) {
    return 0;
  }

  @Override
  public Refusal refusal(long pattern, int a, int b) {
    return a != b && table.areOfOneFile(a, b) ? Refusal.ONE_FILE : Refusal.NONE;
  }
}
