package uk.candour.linkage;

/// Dates compared by their parts and digits. A day on which implausibly many were born (1 January,
/// a filler) speaks for its year alone, and does not make two people one.
final class DateField extends Field {

  private final DateForms dates;
  private final Forms forms = new Forms();
  private int[] packed = new int[0];
  private int[] evidence = new int[0];
  private int[] firstDay = new int[0];
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
    firstDay = new int[packed.length];
    for (int form = 1; form < packed.length; form++) {
      packed[form] = DateForms.packed(forms.text(form));
      firstDay[form] = Days.first(packed[form]);
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

  /// What a level asks of two dates.
  private enum Test {
    SWAPPED,
    SLIP,
    TWO_PARTS,
    PARTIAL,
    WITHIN
  }

  private final class DateJudge implements Judge {
    private final OptimalStringAlignment alignment = new OptimalStringAlignment();
    private final Test[] tests = tokens().stream().map(DateJudge::test).toArray(Test[]::new);
    private final int[] days = tokens().stream().mapToInt(DateJudge::days).toArray();
    private final int different = different();

    private static Test test(String token) {
      return switch (token) {
        case "swapped" -> Test.SWAPPED;
        case "slip" -> Test.SLIP;
        case "two-parts" -> Test.TWO_PARTS;
        case "partial" -> Test.PARTIAL;
        default -> Test.WITHIN;
      };
    }

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
      boolean both = Days.isFull(evidence[a]) && Days.isFull(evidence[b]);
      for (int level = 2; level <= tests.length; level++) {
        boolean holds =
            switch (tests[level - 1]) {
              case SWAPPED -> both && Days.areSwapped(packed[a], packed[b]);
              case SLIP -> isSlip(a, b);
              case TWO_PARTS -> both && Days.partsInCommon(packed[a], packed[b]) == 2;
              case PARTIAL -> !both && isPartly(evidence[a], evidence[b]);
              case WITHIN -> Math.abs((long) firstDay[a] - firstDay[b]) <= days[level - 1];
            };
        if (holds) {
          return level;
        }
      }
      return different;
    }

    private boolean isSlip(int a, int b) {
      if (forms.length(a) != 8 || forms.length(b) != 8 || !isTold(a) || !isTold(b)) {
        return false;
      }
      int differing = 0;
      for (int i = 0; i < 8 && differing < 3; i++) {
        differing += forms.at(a, i) == forms.at(b, i) ? 0 : 1;
      }
      return differing == 1 || (differing == 2 && forms.distance(alignment, a, b) == 1);
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
