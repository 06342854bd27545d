package uk.candour.linkage;

import java.util.List;

/// Dates compared by their parts and digits. A day on which implausibly many were born (1 January,
/// a filler) speaks for its year alone, and does not make two people one.
final class DateField extends Field {

  private final DateForms dates;
  private final Forms forms = new Forms();
  private int[] packed = new int[0];
  private int[] evidence = new int[0];
  private final Births births = new Births();

  DateField(LinkSettings.Compared compared, DateForms dates) {
    super(compared);
    this.dates = dates;
  }

  @Override
  int form(String value) {
    return forms.intern(dates.digits(value));
  }

  @Override
  long hash(int form) {
    return forms.hash(form);
  }

  @Override
  long roughly(int form) {
    return form == 0 ? 0 : Forms.mix(Integer.parseInt(forms.text(form).substring(0, 4)) + 1L);
  }

  @Override
  int forms() {
    return forms.size();
  }

  @Override
  void count(int[] formOf) {
    super.count(formOf);
    packed = new int[forms.size() + 1];
    for (int form = 1; form < packed.length; form++) {
      packed[form] = DateForms.packed(forms.text(form));
    }
    for (int form : formOf) {
      if (form != 0 && Days.isFull(packed[form])) {
        births.count(packed[form]);
      }
    }
    births.settle();
    evidence = new int[packed.length];
    for (int form = 1; form < packed.length; form++) {
      evidence[form] = births.evidence(packed[form]);
    }
  }

  @Override
  double chance(int level, int a, int b) {
    return level == SAME && hasTermFrequency() && Days.isFull(packed[a])
        ? Math.max(share(a), births.share(packed[a]))
        : super.chance(level, a, b);
  }

  @Override
  Level believed(String token) {
    return switch (token) {
      case "swapped" -> Level.of("day and month swapped", 0.01, 0.0005);
      case "slip" -> Level.of("a slip away", 0.07, 0.003);
      case "two-parts" -> Level.of("two of day, month and year", 0.04, 0.01);
      case "partial" -> Level.of("as far as it is given", 0.05, 0.03);
      default -> Level.of("within " + token, 0.03, 0.05);
    };
  }

  @Override
  double differs() {
    return 0.05;
  }

  @Override
  Judge judge() {
    return new DateJudge();
  }

  private final class DateJudge implements Judge {
    private final OptimalStringAlignment alignment = new OptimalStringAlignment();
    private final List<String> tokens = tokens();
    private final int[] days = tokens.stream().mapToInt(DateJudge::days).toArray();

    /// A distance in days; 0 for a level that is no distance.
    private static int days(String token) {
      int space = token.indexOf(' ');
      if (space < 0) {
        return 0;
      }
      int number = Integer.parseInt(token.substring(0, space));
      return switch (token.charAt(space + 1)) {
        case 'd' -> number;
        case 'm' -> (int) Math.round(number * 30.4375);
        default -> (int) Math.round(number * 365.25);
      };
    }

    @Override
    public int level(int a, int b) {
      if (a == b) {
        return SAME;
      }
      for (int level = 2; level <= tokens.size(); level++) {
        if (holds(tokens.get(level - 1), days[level - 1], a, b)) {
          return level;
        }
      }
      return different();
    }

    private boolean holds(String token, int within, int a, int b) {
      int dateA = packed[a];
      int dateB = packed[b];
      boolean both = Days.isFull(evidence[a]) && Days.isFull(evidence[b]);
      return switch (token) {
        case "swapped" -> both && Days.areSwapped(dateA, dateB);
        case "slip" ->
            forms.length(a) == 8
                && forms.length(b) == 8
                && isTold(a)
                && isTold(b)
                && forms.distance(alignment, a, b) == 1;
        case "two-parts" -> both && Days.partsInCommon(dateA, dateB) == 2;
        case "partial" -> isPartly(evidence[a], evidence[b]);
        default -> Math.abs((long) Days.first(dateA) - Days.first(dateB)) <= within;
      };
    }

    /// Whether a date's day is its own, or one that no calendar has.
    private boolean isTold(int form) {
      return Days.isFull(evidence[form]) || !Days.isFull(packed[form]);
    }

    /// Whether one of two dates is not given to the day and the other fits it.
    private static boolean isPartly(int a, int b) {
      if (a == 0 || b == 0 || (Days.isFull(a) && Days.isFull(b)) || Days.year(a) != Days.year(b)) {
        return false;
      }
      return Days.month(a) == 0 || Days.month(b) == 0 || Days.month(a) == Days.month(b);
    }
  }
}
