package uk.candour.server.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The reader of reports, given thousands of damaged copies of one, from a fixed seed.
final class ReportJsonMutationTest {

  private static final int SHORT = 5_000;
  private static final int LONG = 500_000;
  private static final Pattern TOKEN =
      Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|[0-9]+|null|[\\[\\]{},:]");
  private static final List<String> TOKENS =
      List.of(
          "null",
          "true",
          "7",
          "-0.5e9",
          "\"\"",
          "\"x\"",
          "[]",
          "{}",
          "[[]]",
          "{\"a\":{}}",
          ",",
          ":",
          "{",
          "]",
          "\"concern\"",
          "\"id\"",
          "\"ethnicity\"",
          "\"\\ud800\"",
          "\"\\u0000\"");

  private static int times() {
    return Boolean.getBoolean("candour.long") ? LONG : SHORT;
  }

  @Test
  void theWholeReportIsSound() {
    ReportJson.Read read = ReportJson.read(ReportBytes.WHOLE.getBytes(StandardCharsets.UTF_8));

    assertThat(read.problems()).isEmpty();
    assertThat(ReportCheck.check(read.said(), LocalDate.of(2026, 11, 25), "/"))
        .isInstanceOf(ReportCheck.Result.Sound.class);
  }

  @Test
  void damagedBytesAreReadOrRefused() {
    byte[] whole = ReportBytes.WHOLE.getBytes(StandardCharsets.UTF_8);
    var random = new Random(5);
    for (int i = 0; i < times(); i++) {
      ReportBytes.areReadOrRefused(damaged(whole, random));
    }
  }

  /// Other tokens in the place of some: still JSON often enough to reach what looks at values.
  @Test
  void otherTokensAreReadOrRefused() {
    var random = new Random(6);
    int whole = 0;
    for (int i = 0; i < times(); i++) {
      int[] left = {1 + random.nextInt(3)};
      String text =
          TOKEN
              .matcher(ReportBytes.WHOLE)
              .replaceAll(token -> {
                boolean swapped = left[0] > 0 && random.nextInt(60) == 0;
                left[0] -= swapped ? 1 : 0;
                return java.util.regex.Matcher.quoteReplacement(
                    swapped ? TOKENS.get(random.nextInt(TOKENS.size())) : token.group());
              });
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      ReportBytes.areReadOrRefused(bytes);
      whole += ReportJson.read(bytes).isWhole() ? 1 : 0;
    }
    assertThat(whole).as("the swaps reach the values").isGreaterThan(times() / 10);
  }

  private static byte[] damaged(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    for (int changes = random.nextInt(3); changes >= 0; changes--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(5)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = (byte) random.nextInt(256);
        case 2 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
        case 3 -> bytes = Arrays.copyOf(bytes, bytes.length + random.nextInt(40));
        default -> {
          int from = random.nextInt(bytes.length);
          int length = Math.min(bytes.length - Math.max(at, from), random.nextInt(60));
          System.arraycopy(bytes, from, bytes, at, length);
        }
      }
    }
    return bytes;
  }
}
