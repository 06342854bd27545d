package uk.candour.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import uk.candour.linkage.LinkSettings.Compared;
import uk.candour.linkage.LinkSettings.Kind;
import uk.candour.linkage.LinkSettings.Link;
import uk.candour.linkage.LinkSettings.Threshold;

/// Chooses from the data what settings leave open.
///
/// What a column holds is told from its values, and its name where values leave it open. A column
/// that says again what others say is left out, since agreement would count twice; of a whole name
/// beside its parts the middle names remain. Every comparison that is selective enough is a
/// blocking rule of its own; the others are joined two and two.
final class TableDefaults {

  private static final double MOST = 0.8;
  private static final double AGAIN = 0.9;
  private static final int FEW = 60;
  private static final int LOOKED_AT = 5_000;
  private static final int MOST_RULES = 20;
  private static final long AFFORDABLE = 200_000;
  private static final long AFFORDABLE_A_RECORD = 20;
  private static final double THRESHOLD = 0.5;

  private static final Pattern NAME =
      Pattern.compile(".*(name|nachn|surn|apellido|prenom|prénom|alias|\\bnom\\b).*");
  private static final Pattern NO_PERSONS_NAME =
      Pattern.compile(".*(street|place|city|town|road|school|company|file|user|org|building).*");
  private static final Pattern PHONE = Pattern.compile(".*(phone|mobile|\\btel\\b|telefon|fax).*");
  private static final Pattern EMAIL_VALUE = Pattern.compile("[^@\\s]+@[^@\\s]+");
  private static final Pattern POSTCODE_VALUE =
      Pattern.compile("(?i)[a-z]{1,2}\\d[a-z\\d]?\\s*\\d[a-z]{2}");
  private static final Pattern PHONE_VALUE = Pattern.compile("\\+?[0-9][0-9 ()./-]{7,18}");
  private static final Pattern RESULT = Pattern.compile("(?i)cluster(_?id)?");

  private final Linkable table;
  private final int step;

  private TableDefaults(Linkable table) {
    this.table = table;
    this.step = Math.max(1, table.size() / LOOKED_AT);
  }

  static LinkSettings complete(Linkable table, LinkSettings asked) {
    return new TableDefaults(table).complete(asked);
  }

  private LinkSettings complete(LinkSettings asked) {
    List<Compared> given = asked.comparisons();
    List<Compared> comparisons = given == null ? comparisons() : given;
    List<List<Expression>> blocking = asked.blocking();
    Link link = asked.link();
    Threshold threshold = asked.threshold();
    return new LinkSettings(
        asked.id(),
        link == null ? (table.sources().size() == 1 ? Link.DEDUPE : Link.LINK_AND_DEDUPE) : link,
        blocking == null ? blocking(comparisons) : blocking,
        comparisons,
        threshold == null ? new Threshold.Probability(THRESHOLD) : threshold,
        asked.clustering(),
        asked.train());
  }

  /// What there is to know of a column.
  private final class Looked {
    final String name;
    final Column column;
    final int filled;
    final int distinct;
    final double length;
    final double words;
    final double digits;
    private final List<String> values = new ArrayList<>();

    Looked(String name, Column column) {
      this.name = name;
      this.column = column;
      this.distinct = column.values();
      int letters = 0;
      int parts = 0;
      int numbers = 0;
      for (int r = 0; r < table.size(); r += step) {
        if (column.code(r) != 0) {
          String value = column.value(column.code(r));
          values.add(value);
          letters += value.length();
          parts += value.strip().split("\\s+").length;
          numbers += 2 * value.chars().filter(Character::isDigit).count() >= value.length() ? 1 : 0;
        }
      }
      filled = values.size();
      length = letters / (double) Math.max(1, filled);
      words = parts / (double) Math.max(1, filled);
      digits = numbers / (double) Math.max(1, filled);
    }

    double share(java.util.function.Predicate<String> holds) {
      return values.stream().filter(holds).count() / (double) Math.max(1, values.size());
    }

    boolean isFew() {
      return distinct < table.size() / 200 || (distinct <= FEW && 3 * distinct < filled);
    }
  }

  private List<Compared> comparisons() {
    List<Looked> columns = new ArrayList<>();
    for (int c = 0; c < table.names().size(); c++) {
      var looked = new Looked(table.names().get(c), table.columns().get(c));
      boolean saysSomething = looked.filled > 0 && looked.distinct > 1;
      if (saysSomething
          && !RESULT.matcher(looked.name).matches()
          && columns.stream().noneMatch(other -> isSame(looked, other))) {
        columns.add(looked);
      }
    }
    List<Kind> kinds = columns.stream().map(this::kind).toList();
    List<Looked> names = new ArrayList<>();
    for (int c = 0; c < kinds.size(); c++) {
      if (kinds.get(c) == Kind.NAME) {
        names.add(columns.get(c));
      }
    }
    List<Compared> all = new ArrayList<>();
    for (int c = 0; c < kinds.size(); c++) {
      Looked column = columns.get(c);
      if (kinds.get(c) == Kind.NAME) {
        name(column, names, all);
      } else {
        all.add(
            new Compared(
                List.of(Expression.of(column.name)),
                kinds.get(c),
                levels(kinds.get(c), column),
                true));
      }
    }
    all.sort(Comparator.comparingInt(compared -> rank(compared.kind())));
    return all.subList(0, Math.min(LinkSettings.MOST_COMPARISONS, all.size()));
  }

  /// Names and dates first: they settle most pairs.
  private static int rank(Kind kind) {
    return switch (kind) {
      case NAME -> 0;
      case DATE -> 1;
      default -> 2;
    };
  }

  private static List<String> levels(Kind kind, Looked column) {
    return kind == Kind.LEVENSHTEIN && column.length < 5 ? List.of("same", "1") : kind.usual();
  }

  private boolean isSame(Looked one, Looked other) {
    int both = 0;
    int same = 0;
    for (int r = 0; r < table.size(); r += step) {
      int a = one.column.code(r);
      int b = other.column.code(r);
      if (a != 0 && b != 0) {
        both++;
        same += one.column.value(a).equalsIgnoreCase(other.column.value(b)) ? 1 : 0;
      }
    }
    return both > one.filled / 2 && same >= 0.98 * both;
  }

  private Kind kind(Looked column) {
    String name = column.name.toLowerCase(Locale.ROOT);
    var dates = DateForms.of(column.column);
    boolean saysDate = name.matches(".*(dob|birth|born|date).*");
    if (column.share(value -> DateForms.isDay(dates.digits(value))) >= (saysDate ? 0.5 : MOST)) {
      return Kind.DATE;
    }
    if (column.share(value -> EMAIL_VALUE.matcher(value).matches()) >= MOST) {
      return Kind.EMAIL;
    }
    if (column.share(value -> POSTCODE_VALUE.matcher(value).matches()) >= MOST) {
      return Kind.POSTCODE;
    }
    boolean numbers = column.share(value -> PHONE_VALUE.matcher(value).matches()) >= MOST;
    if (numbers
        && (PHONE.matcher(name).matches()
            || column.share(value -> value.startsWith("+") || value.startsWith("0")) >= AGAIN)) {
      return Kind.PHONE;
    }
    if (column.digits >= MOST) {
      return column.isFew() ? Kind.EXACT : Kind.LEVENSHTEIN;
    }
    if (NAME.matcher(name).matches() && !NO_PERSONS_NAME.matcher(name).matches()) {
      return Kind.NAME;
    }
    return column.isFew() ? Kind.EXACT : Kind.JARO_WINKLER;
  }

  /// A name as it is; of one that holds others beside it the middle words, or nothing; of one that
  /// stands alone and has several words the first, the middle and the last.
  private void name(Looked column, List<Looked> names, List<Compared> all) {
    Expression itself = Expression.of(column.name);
    if (names.size() == 1 && column.words >= 1.8) {
      for (String part : List.of("first", "last", "middle")) {
        all.add(named(itself.then(new Expression.Step(part, 0, 0))));
      }
      return;
    }
    for (Looked one : names) {
      for (Looked other : names) {
        if (one != column && other != column && one != other && column.words >= 1.5) {
          double[] shares = holds(column, one, other);
          if (shares[0] >= AGAIN) {
            if (shares[1] < AGAIN) {
              Compared middle = named(itself.then(new Expression.Step("middle", 0, 0)));
              if (!all.contains(middle)) {
                all.add(middle);
              }
            }
            return;
          }
        }
      }
    }
    all.add(named(itself));
  }

  private static Compared named(Expression expression) {
    return new Compared(List.of(expression), Kind.NAME, Kind.NAME.usual(), true);
  }

  /// In how many of the records that have all three the words of two names are among those of a
  /// third, and in how many they are all of them.
  private double[] holds(Looked whole, Looked one, Looked other) {
    int all = 0;
    int among = 0;
    int equal = 0;
    for (int r = 0; r < table.size(); r += step) {
      int a = one.column.code(r);
      int b = other.column.code(r);
      int c = whole.column.code(r);
      if (a != 0 && b != 0 && c != 0) {
        all++;
        Set<String> words = words(whole.column.value(c));
        Set<String> parts = words(one.column.value(a) + " " + other.column.value(b));
        among += words.containsAll(parts) ? 1 : 0;
        equal += words.equals(parts) ? 1 : 0;
      }
    }
    return new double[] {among / (double) Math.max(1, all), equal / (double) Math.max(1, all)};
  }

  private static Set<String> words(String value) {
    return new HashSet<>(List.of(Letters.fold(value).split(" ", -1)));
  }

  // Blocking.

  private List<List<Expression>> blocking(List<Compared> comparisons) {
    long affordable = Math.max(AFFORDABLE, AFFORDABLE_A_RECORD * table.size());
    List<Expression> wide = new ArrayList<>();
    List<List<Expression>> rules = new ArrayList<>();
    for (Compared compared : comparisons) {
      if (compared.columns().size() == 1) {
        Expression column = compared.columns().getFirst();
        Expression key =
            compared.kind() == Kind.NAME
                ? column.then(new Expression.Step("metaphone", 0, 0))
                : column;
        if (pairs(List.of(key), comparisons) <= affordable) {
          rules.add(List.of(key));
        } else {
          wide.add(key);
        }
        if (compared.kind() == Kind.DATE) {
          wide.add(column.then(new Expression.Step("year", 0, 0)));
        }
      }
    }
    for (int i = 0; i < wide.size(); i++) {
      for (int j = 0; j < i; j++) {
        List<Expression> both = List.of(wide.get(j), wide.get(i));
        if (!both.get(0).column().equals(both.get(1).column())
            && pairs(both, comparisons) <= affordable) {
          rules.add(both);
        }
      }
    }
    return rules.subList(0, Math.min(MOST_RULES, rules.size()));
  }

  /// How many pairs a rule proposes.
  private long pairs(List<Expression> rule, List<Compared> comparisons) {
    long pairs = 0;
    long[] keys = TableForms.keysOfRecords(table, rule, comparisons);
    int[] order = Order.of(keys);
    for (int from = 0; from < order.length; ) {
      int to = from + 1;
      while (to < order.length && keys[order[to]] == keys[order[from]]) {
        to++;
      }
      pairs += keys[order[from]] == 0 ? 0 : (long) (to - from) * (to - from - 1) / 2;
      from = to;
    }
    return pairs;
  }
}
