package uk.candour.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FingerprintTest {

  private static Fingerprint of(String... texts) {
    var print = new Fingerprint();
    for (String text : texts) {
      print.add(text);
    }
    return print;
  }

  @Test
  void whereOneTextEndsAndTheNextBeginsMatters() {
    assertThat(of("ab", "c").high()).isNotEqualTo(of("a", "bc").high());
    assertThat(of("ab", "").low()).isNotEqualTo(of("ab").low());
  }

  @Test
  void theIndexFindsWhatAMapFinds() {
    var random = new Random(11);
    var index = new FingerprintIndex();
    Map<String, Integer> plain = new HashMap<>();
    for (int i = 0; i < 100_000; i++) {
      String text = "C" + random.nextInt(60_000);
      int before = index.putIfAbsent(of(text), i);
      Integer known = plain.putIfAbsent(text, i);
      assertThat(before).isEqualTo(known == null ? FingerprintIndex.ABSENT : known);
    }
    assertThat(index.find(of("D1"))).isEqualTo(FingerprintIndex.ABSENT);
  }

  @Test
  void halfAMillionSeriesOfAlikeTextsHaveAsManyFingerprintsInEitherHalf() {
    Set<Long> high = new HashSet<>();
    Set<Long> low = new HashSet<>();
    for (int i = 0; i < 500_000; i++) {
      Fingerprint print = of("C" + i, "2003-05-01", "x");
      high.add(print.high());
      low.add(print.low());
    }
    assertThat(high).hasSize(500_000);
    assertThat(low).hasSize(500_000);
  }
}
