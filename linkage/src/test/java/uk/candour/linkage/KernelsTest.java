package uk.candour.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The fast kernels against their plain twins, and on pairs from the literature.
class KernelsTest {

  private final JaroWinkler jaroWinkler = new JaroWinkler();
  private final OptimalStringAlignment alignment = new OptimalStringAlignment();

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /// The plain table of the optimal string alignment distance.
  private static int plainDistance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(d[i - 1][j - 1] + same, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }

  private static String random(Random random, int longest) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(longest + 1);
    int letters = 2 + random.nextInt(6);
    for (int i = 0; i < length; i++) {
      text.append((char) ('a' + random.nextInt(letters)));
    }
    return text.toString();
  }

  private static String changed(Random random, String text) {
    StringBuilder changed = new StringBuilder(text);
    for (int k = random.nextInt(3); k >= 0 && changed.length() > 1; k--) {
      int at = random.nextInt(changed.length() - 1);
      switch (random.nextInt(3)) {
        case 0 -> changed.deleteCharAt(at);
        case 1 -> changed.insert(at, 'x');
        default -> {
          char c = changed.charAt(at);
          changed.setCharAt(at, changed.charAt(at + 1));
          changed.setCharAt(at + 1, c);
        }
      }
    }
    return changed.toString();
  }

  @Test
  void bothKernelsAgreeWithTheirPlainTwins() {
    Random random = new Random(20260101);
    for (int i = 0; i < 60_000; i++) {
      String a = random(random, i % 10 == 0 ? 90 : 14);
      String b = random.nextBoolean() ? random(random, i % 10 == 0 ? 90 : 14) : changed(random, a);
      assertThat(jaroWinkler.similarity(bytes(a), bytes(b)))
          .as("similarity of '%s' and '%s'", a, b)
          .isCloseTo(PlainJaroWinkler.similarity(a, b), within(1e-12));
      assertThat(alignment.distance(bytes(a), bytes(b)))
          .as("distance of '%s' and '%s'", a, b)
          .isEqualTo(plainDistance(a, b));
    }
  }

  @Test
  void knownPairsHaveTheirPublishedSimilarity() {
    assertThat(jaroWinkler.similarity(bytes("martha"), bytes("marhta")))
        .isCloseTo(0.9611, within(1e-4));
    assertThat(jaroWinkler.similarity(bytes("dwayne"), bytes("duane")))
        .isCloseTo(0.84, within(1e-4));
    assertThat(jaroWinkler.similarity(bytes("dixon"), bytes("dicksonx")))
        .isCloseTo(0.8133, within(1e-4));
  }

  @Test
  void aSwapIsOneErrorAndIsNotEditedTwice() {
    assertThat(alignment.distance(bytes("ca"), bytes("ac"))).isEqualTo(1);
    assertThat(alignment.distance(bytes("ca"), bytes("abc"))).isEqualTo(3);
  }
}
