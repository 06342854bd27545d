package uk.candour.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Texts compared by their letters: exactly, by edits, by Jaro-Winkler similarity, by the parts of
/// a postcode, by what stands before the `@`.
final class TextField extends Field {

  private static final int MEMORY = 1 << 15;

  private final LinkSettings.Kind kind;
  private final Forms forms = new Forms();

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

  private final class TextJudge implements Judge {
    private final JaroWinkler jaroWinkler = new JaroWinkler();
    private final OptimalStringAlignment alignment = new OptimalStringAlignment();
    private final List<String> tokens = tokens();
    private final double[] numbers =
        tokens.stream()
            .mapToDouble(token -> token.matches("[0-9.]+") ? Double.parseDouble(token) : -1)
            .toArray();
    private final long[] asked = new long[MEMORY];
    private final byte[] answered = new byte[MEMORY];

    @Override
    public int level(int a, int b) {
      if (a == b) {
        return SAME;
      }
      if (tokens.size() == 1) {
        return different();
      }
      long question = ((long) Math.min(a, b) << 32) | Math.max(a, b);
      int slot = (int) Forms.mix(question) & (MEMORY - 1);
      if (asked[slot] != question) {
        answered[slot] = (byte) slowly(Math.min(a, b), Math.max(a, b));
        asked[slot] = question;
      }
      return answered[slot];
    }

    private int slowly(int a, int b) {
      for (int level = 2; level <= tokens.size(); level++) {
        if (holds(tokens.get(level - 1), numbers[level - 1], a, b)) {
          return level;
        }
      }
      return different();
    }

    private boolean holds(String token, double number, int a, int b) {
      return switch (token) {
        case "slip" -> forms.distance(alignment, a, b) == 1;
        case "sector" -> commonPrefix(a, b, 2);
        case "district" -> commonPrefix(a, b, 3);
        case "area" ->
            areaLength(a) > 0 && areaLength(a) == areaLength(b) && startAlike(a, b, areaLength(a));
        case "user" -> sameBeforeAt(a, b);
        default ->
            number >= 1 ? isWithin(number, a, b) : forms.similarity(jaroWinkler, a, b) >= number;
      };
    }

    private boolean isWithin(double edits, int a, int b) {
      return Math.abs(forms.length(a) - forms.length(b)) <= edits
          && Math.min(forms.length(a), forms.length(b)) > edits
          && forms.distance(alignment, a, b) <= edits;
    }

    /// Whether two full postcodes are the same but for their last letters.
    private boolean commonPrefix(int a, int b, int last) {
      int length = forms.length(a) - last;
      return length >= 2 && length == forms.length(b) - last && startAlike(a, b, length);
    }

    private int areaLength(int form) {
      int length = 0;
      while (length < forms.length(form) && Character.isLetter(forms.at(form, length))) {
        length++;
      }
      return length;
    }

    private boolean startAlike(int a, int b, int length) {
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
