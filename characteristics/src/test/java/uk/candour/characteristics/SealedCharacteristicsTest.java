package uk.candour.characteristics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SealedCharacteristicsTest {

  private static final Characteristic PAKISTANI =
      new Characteristic("police-16+1", "A2", "Pakistani", "Asian", true);
  private static final Characteristic LIKE_IC4 =
      new Characteristic("police-ic", "IC4", "Asian subcontinent", "Asian", true);
  private static final Characteristic NOT_STATED =
      new Characteristic("police-16+1", "NS", "Not stated", "", false);

  @Test
  void keepsWhatWasStatedApartFromWhatWasObserved() {
    var builder = new SealedCharacteristics.Builder();
    builder.mention(3, PAKISTANI, LIKE_IC4, null);
    var opened = builder.seal();
    assertThat(opened.stated(3)).isEqualTo(PAKISTANI);
    assertThat(opened.observed(3)).isEqualTo(LIKE_IC4);
    assertThat(opened.nationality(3)).isNull();
    assertThat(opened.stated(2)).isNull();
    assertThat(opened.stated(1_000_000)).isNull();
  }

  @Test
  void aRepeatedRowFillsAGapAndOverrulesNothing() {
    var builder = new SealedCharacteristics.Builder();
    builder.mention(0, null, LIKE_IC4, null);
    builder.mention(0, PAKISTANI, null, null);
    builder.mention(0, NOT_STATED, null, null);
    var opened = builder.seal();
    assertThat(opened.stated(0)).isEqualTo(PAKISTANI);
    assertThat(opened.observed(0)).isEqualTo(LIKE_IC4);
  }

  @Test
  void aChangeToBlankIsAChange() {
    var builder = new SealedCharacteristics.Builder();
    builder.change(5, PAKISTANI, null);
    var opened = builder.seal();
    assertThat(opened.changes(5)).isTrue();
    assertThat(opened.changes(4)).isFalse();
    assertThat(opened.before(5)).isEqualTo(PAKISTANI);
    assertThat(opened.after(5)).isNull();
  }

  @Test
  void refusesAValueWithoutALabel() {
    assertThatThrownBy(() -> new Characteristic("", "", "", "", true))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
