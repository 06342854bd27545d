package uk.candour.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/// Names compared as names: their spellings, short forms, words, initials and sounds.
///
/// The chance of a level is worked out for the names at hand, as for people ([PersonComparisons]):
/// a form that nobody else bears is a slip of the name beside it; a form that many bear is a name
/// of its own.
final class NameField extends Field {

  private static final Pattern SURNAME = Pattern.compile("(?i).*(sur|last|family|nach|apellido).*");
  private static final double SLIPS = 0.04;
  private static final double SLIP_LANDS = 1 / 150.0;
  private static final double LIKENESS_LANDS = 1 / 600.0;
  private static final double NICKNAME_LANDS = 0.3;
  private static final double LEAST_VARIETY = 0.01;

  private final Names names;
  private final boolean surname;
  private Tally spellings = new Tally(0);
  private Tally words = new Tally(0);
  private final Tally initials = new Tally(255);
  private double severalSpellings;
  private double nicknamed;
  private double severalWords;
  private double initialled;

  NameField(LinkSettings.Compared compared, Names names) {
    super(compared);
    this.names = names;
    this.surname = SURNAME.matcher(compared.name()).matches();
  }

  @Override
  int form(String value) {
    return surname ? names.surname(value) : names.forename(value);
  }

  @Override
  long hash(int form) {
    return names.forms().hash(form);
  }

  @Override
  long roughly(int form) {
    return names.soundHash(form);
  }

  @Override
  int forms() {
    return names.size();
  }

  @Override
  void count(int[] formOf) {
    super.count(formOf);
    spellings = new Tally(names.spellings());
    words = new Tally(names.spellings());
    for (int d = 0; d < formOf.length; d++) {
      int name = formOf[d];
      if (name != 0) {
        spellings.count(names.spelling(name), d + 1);
        words.count(names.words(name), d + 1);
        initials.count(names.firstLetter(name) & 255, d + 1);
      }
    }
    boolean[] several = spelledInSeveralWays(formOf);
    severalSpellings = share(formOf, name -> several[names.spelling(name)]);
    nicknamed = share(formOf, name -> names.lines(name).length > 0);
    severalWords = either(share(formOf, name -> names.words(name).length > 1));
    initialled = either(share(formOf, names::isInitial));
  }

  private boolean[] spelledInSeveralWays(int[] formOf) {
    int[] first = new int[names.spellings() + 1];
    boolean[] several = new boolean[first.length];
    Arrays.fill(first, -1);
    for (int name : formOf) {
      if (name != 0) {
        int spelling = names.spelling(name);
        several[spelling] |= first[spelling] >= 0 && first[spelling] != name;
        first[spelling] = name;
      }
    }
    return several;
  }

  private static double share(int[] formOf, IntPredicate which) {
    int count = 0;
    int all = 0;
    for (int name : formOf) {
      if (name != 0) {
        all++;
        count += which.test(name) ? 1 : 0;
      }
    }
    return Math.max(LEAST_VARIETY, count / (double) Math.max(1, all));
  }

  private static double either(double share) {
    return 1 - (1 - share) * (1 - share);
  }

  @Override
  double chance(int level, int a, int b) {
    if (level == SAME || level == different() || !hasTermFrequency()) {
      return super.chance(level, a, b);
    }
    double common = Math.max(share(a), share(b));
    double rare = Math.min(share(a), share(b));
    return switch (tokens().get(level - 1)) {
      case "spelling" -> severalSpellings * spellings.share(names.spelling(a));
      case "nickname" -> Math.min(1, nicknamed * word(a, b) / NICKNAME_LANDS);
      case "close" -> slip(common, rare, a, b, SLIP_LANDS);
      case "part" -> severalWords * word(a, b);
      case "initial" -> initialled * initials.share(names.firstLetter(a) & 255);
      case "alike" -> slip(common, rare, a, b, LIKENESS_LANDS);
      default -> 0;
    };
  }

  private double slip(double common, double rare, int a, int b, double lands) {
    double bearer = !surname && names.isKnown(a) && names.isKnown(b) ? 0 : one();
    double ownName = Math.max(0.1 * bearer, rare - 2 * bearer);
    return Math.min(1, SLIPS * common + ownName / lands);
  }

  /// The share of the rarest word that two names have in common, or of the commonest of either.
  private double word(int a, int b) {
    double rarest = 2;
    double commonest = 0;
    for (int one : names.words(a)) {
      commonest = Math.max(commonest, words.share(one));
      for (int other : names.words(b)) {
        if (one == other) {
          rarest = Math.min(rarest, words.share(one));
        }
      }
    }
    for (int other : names.words(b)) {
      commonest = Math.max(commonest, words.share(other));
    }
    return rarest <= 1 ? rarest : commonest;
  }

  @Override
  Level believed(String token) {
    return switch (token) {
      case "spelling" -> Level.of("another spelling of one name", 0.04, 0.001);
      case "nickname" -> Level.of("a nickname of the other", 0.05, 0.002);
      case "close" -> Level.of("a slip away", 0.06, 0.003);
      case "part" -> Level.of("part of the other", 0.03, 0.003);
      case "initial" -> Level.of("initial of the other", 0.03, 0.01);
      case "alike" -> Level.of("sounds or looks alike", 0.03, 0.01);
      case "swapped" -> Level.of("written in the other name's place", 0.02, 0.0003);
      default ->
          Level.of("alike by " + token, 0.05, Double.parseDouble(token) >= 0.9 ? 0.004 : 0.02);
    };
  }

  @Override
  double differs() {
    return 0.06;
  }

  @Override
  Judge judge() {
    return new NameJudge();
  }

  private final class NameJudge implements Judge {
    private final NameRelation relation = new NameRelation(names);
    private final JaroWinkler jaroWinkler = new JaroWinkler();
    private final List<String> tokens = tokens();
    private final int[] levelOfRelation = new int[NameRelation.DIFFERENT + 1];
    private final boolean similarities = tokens.stream().anyMatch(token -> token.indexOf('.') >= 0);

    NameJudge() {
      Arrays.fill(levelOfRelation, different());
      levelOfRelation[NameRelation.SAME] = SAME;
      place("spelling", NameRelation.SPELLING);
      place("nickname", NameRelation.NICKNAME);
      place("close", NameRelation.CLOSE);
      place("part", NameRelation.PART);
      place("initial", NameRelation.INITIAL);
      place("alike", NameRelation.ALIKE);
    }

    private void place(String token, int how) {
      int at = tokens.indexOf(token);
      levelOfRelation[how] = at < 0 ? different() : at + 1;
    }

    @Override
    public int level(int a, int b) {
      if (a == b) {
        return SAME;
      }
      int level = levelOfRelation[relation.ofForenames(a, b)];
      return similarities ? Math.min(level, bySimilarity(a, b)) : level;
    }

    private int bySimilarity(int a, int b) {
      double similarity = names.forms().similarity(jaroWinkler, a, b);
      for (int level = 2; level <= tokens.size(); level++) {
        String token = tokens.get(level - 1);
        if (token.indexOf('.') >= 0 && similarity >= Double.parseDouble(token)) {
          return level;
        }
      }
      return different();
    }
  }
}
