package uk.candour.linkage;

import java.util.Arrays;
import java.util.Locale;

/// Texts compared by their letters: exactly, by edits, by Jaro-Winkler similarity, by the parts of
/// a postcode, by what stands before the `@`.
final class TextField extends Field {

  private static final int MEMORY = 1 << 15;

  private final LinkSettings.Kind kind;
  private final Forms forms = new Forms();
  private int[] letters = new int[0];

  TextField(LinkSettings.Compared compared) {
    super(compared);
    kind = compared.kind();
  }

  @Override
  int form(String value) {
    return forms.intern(
        switch (kind) {
          case POSTCODE -> PersonForms.postcode(value);
          case PHONE -> PersonForms.phone(value);
          case JARO_WINKLER -> Letters.fold(value);
          default -> value.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        });
  }

  @Override
  long hash(int form) {
    return forms.hash(form);
  }

  @Override
  int forms() {
    return forms.size();
  }

  @Override
  Level believed(String token) {
    return switch (token) {
      case "slip" -> Level.of(token, 0.05, 0.002);
      case "sector" -> Level.of(token, 0.03, 0.01);
      case "district" -> Level.of(token, 0.05, 0.05);
      case "area" -> Level.of(token, 0.05, 0.1);
      case "user" -> Level.of("the same before the @", 0.04, 0.0005);
      case "1" -> Level.of("1 edit", 0.07, 0.001);
      default ->
          token.indexOf('.') < 0
              ? Level.of(token + " edits", 0.02, token.equals("2") ? 0.004 : 0.02)
              : Level.of(
                  "alike by " + token,
                  Double.parseDouble(token) >= 0.9 ? 0.06 : 0.03,
                  Double.parseDouble(token) >= 0.9 ? 0.003 : 0.02);
    };
  }

  @Override
  double differs() {
    return switch (kind) {
      case EMAIL, PHONE -> 0.25;
      case LEVENSHTEIN -> 0.06;
      case JARO_WINKLER -> 0.1;
      default -> 0.15;
    };
  }

  @Override
  Judge judge() {
    return new TextJudge();
  }

  @Override
  void count(int[] formOf) {
    super.count(formOf);
    letters = new int[forms.size() + 1];
    for (int form = 1; form < letters.length; form++) {
      for (int i = 0; i < forms.length(form); i++) {
        letters[form] |= 1 << (forms.at(form, i) & 31);
      }
    }
  }

  /// What a level asks of two forms.
  private enum Test {
    EDITS,
    SIMILARITY,
    SECTOR,
    DISTRICT,
    AREA,
    USER
  }

  private static Test test(String token) {
    return switch (token) {
      case "sector" -> Test.SECTOR;
      case "district" -> Test.DISTRICT;
      case "area" -> Test.AREA;
      case "user" -> Test.USER;
      default -> token.indexOf('.') < 0 ? Test.EDITS : Test.SIMILARITY;
    };
  }

  private static double number(String token) {
    return token.equals("slip") ? 1 : token.matches("[0-9.]+") ? Double.parseDouble(token) : 0;
  }

  private final class TextJudge implements Judge {
    private final JaroWinkler jaroWinkler = new JaroWinkler();
    private final OptimalStringAlignment alignment = new OptimalStringAlignment();
    private final int different = different();
    private final Test[] tests = tokens().stream().map(TextField::test).toArray(Test[]::new);
    private final double[] numbers = tokens().stream().mapToDouble(TextField::number).toArray();
    private final double mostEdits = most(Test.EDITS);
    private final double leastSimilarity = least(Test.SIMILARITY);
    private final boolean parts =
        Arrays.stream(tests).anyMatch(test -> test.compareTo(Test.SECTOR) >= 0);
    private final long[] asked = new long[MEMORY];
    private final byte[] answered = new byte[MEMORY];

    private double most(Test which) {
      double most = 0;
      for (int i = 1; i < tests.length; i++) {
        most = tests[i] == which ? Math.max(most, numbers[i]) : most;
      }
      return most;
    }

    private double least(Test which) {
      double least = 2;
      for (int i = 1; i < tests.length; i++) {
        least = tests[i] == which ? Math.min(least, numbers[i]) : least;
      }
      return least;
    }

    @Override
    public int level(int a, int b) {
      if (a == b) {
        return SAME;
      }
      if (tests.length == 1 || (!parts && areClearlyDifferent(a, b))) {
        return different;
      }
      long question = ((long) Math.min(a, b) << 32) | Math.max(a, b);
      int slot = (int) Forms.mix(question) & (MEMORY - 1);
      if (asked[slot] != question) {
        answered[slot] = (byte) slowly(Math.min(a, b), Math.max(a, b));
        asked[slot] = question;
      }
      return answered[slot];
    }

    /// Whether letters and lengths alone say that no level is reached: an edit takes one letter off
    /// and puts one in, and letters that one side alone has match nothing.
    private boolean areClearlyDifferent(int a, int b) {
      int onlyA = Integer.bitCount(letters[a] & ~letters[b]);
      int onlyB = Integer.bitCount(letters[b] & ~letters[a]);
      if (Math.max(onlyA, onlyB) <= mostEdits) {
        return false;
      }
      double lengthA = forms.length(a);
      double lengthB = forms.length(b);
      double most = Math.min(lengthA - onlyA, lengthB - onlyB);
      double jaro = (most / lengthA + most / lengthB + 1) / 3;
      return jaro + 0.4 * (1 - jaro) < leastSimilarity;
    }

    private int slowly(int a, int b) {
      int distance = mostEdits == 0 ? 0 : distance(a, b);
      double similarity = leastSimilarity > 1 ? 0 : forms.similarity(jaroWinkler, a, b);
      for (int level = 2; level <= tests.length; level++) {
        double number = numbers[level - 1];
        boolean holds =
            switch (tests[level - 1]) {
              case EDITS ->
                  distance <= number && Math.min(forms.length(a), forms.length(b)) > number;
              case SIMILARITY -> similarity >= number;
              case SECTOR -> startAlike(a, b, 2);
              case DISTRICT -> startAlike(a, b, 3);
              case AREA ->
                  areaLength(a) > 0
                      && areaLength(a) == areaLength(b)
                      && haveOneStart(a, b, areaLength(a));
              case USER -> sameBeforeAt(a, b);
            };
        if (holds) {
          return level;
        }
      }
      return different;
    }

    private int distance(int a, int b) {
      return Math.abs(forms.length(a) - forms.length(b)) > mostEdits
          ? Integer.MAX_VALUE
          : forms.distance(alignment, a, b);
    }

    /// Whether two full postcodes are the same but for their last letters.
    private boolean startAlike(int a, int b, int last) {
      int length = forms.length(a) - last;
      return length >= 2 && length == forms.length(b) - last && haveOneStart(a, b, length);
    }

    private int areaLength(int form) {
      int length = 0;
      while (length < forms.length(form) && Character.isLetter(forms.at(form, length))) {
        length++;
      }
      return length;
    }

    private boolean haveOneStart(int a, int b, int length) {
      for (int i = 0; i < length; i++) {
        if (forms.at(a, i) != forms.at(b, i)) {
          return false;
        }
      }
      return true;
    }

    private boolean sameBeforeAt(int a, int b) {
      byte[] left = forms.text(a).getBytes(java.nio.charset.StandardCharsets.UTF_8);
      byte[] right = forms.text(b).getBytes(java.nio.charset.StandardCharsets.UTF_8);
      int at = forms.text(a).indexOf('@');
      int mismatch = Arrays.mismatch(left, right);
      return at > 0 && forms.text(b).indexOf('@') == at && mismatch > at;
    }
  }
}
