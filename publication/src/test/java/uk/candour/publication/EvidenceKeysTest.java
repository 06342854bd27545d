package uk.candour.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.candour.inquiry.Evidence;

final class EvidenceKeysTest {

  @Test
  void linesStandUnderTheirKeysInTheOrderOfTheEvidence() {
    var evidence = new Evidence().add(7, 1, "b", "x").add(3, 1, "a", "x").add(9, 1, "b", "x");

    var keys = EvidenceKeys.of(evidence);

    assertThat(keys.grouped()).isTrue();
    assertThat(keys.name(0)).isEqualTo("a");
    assertThat(keys.lines(0, 10)).containsExactly(1);
    assertThat(keys.lines(1, 10)).containsExactly(0, 2);
    assertThat(keys.lines(1, 1)).containsExactly(0);
    assertThat(keys.count(1)).isEqualTo(2);
    assertThat(keys.anchorOf("team", "b")).isEqualTo("key-2");
    assertThat(keys.anchorOf("team", "c")).isNull();
  }

  @Test
  void aKeyThatNamesItsKindIsFoundToo() {
    var evidence = new Evidence().add(7, 1, "network 3", "x");

    assertThat(EvidenceKeys.of(evidence).anchorOf("network", "3")).isEqualTo("key-1");
  }

  @Test
  void numbersWithinKeysStandInTheirOrder() {
    var evidence = new Evidence();
    for (String key : List.of("network 10", "network 2", "2004-11", "network 1", "11", "9", "")) {
      evidence.add(1, 1, key, "x");
    }

    var keys = EvidenceKeys.of(evidence);

    assertThat(IntStream.range(0, keys.size()).mapToObj(keys::name))
        .containsExactly("", "9", "11", "2004-11", "network 1", "network 2", "network 10");
  }

  @Test
  void withTooManyKeysAllLinesAreOneGroup() {
    var evidence = new Evidence();
    for (int row = 0; row <= EvidenceKeys.MOST_GROUPS; row++) {
      evidence.add(row, 1, "key " + row, "x");
    }

    var keys = EvidenceKeys.of(evidence);

    assertThat(keys.grouped()).isFalse();
    assertThat(keys.size()).isEqualTo(1);
    assertThat(keys.lines(0, 1000)).hasSize(EvidenceKeys.MOST_GROUPS + 1);
  }

  @Test
  void noLinesAreNoGroup() {
    var keys = EvidenceKeys.of(new Evidence());

    assertThat(keys.grouped()).isFalse();
    assertThat(keys.count(0)).isZero();
  }
}
