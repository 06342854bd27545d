package uk.candour.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScaleTest {

  @ParameterizedTest(name = "{0} ends at {1}")
  @CsvSource({"0,1", "1,1", "7,8", "10,12", "97,100", "610,800", "1407,1500", "12345678,15000000"})
  void endsAtARoundNumberNotBelowTheMost(double most, double end) {
    assertThat(Scale.fromZero(most, 0, 100).most()).isEqualTo(end);
  }

  @Test
  void ticksAreWholeAndWithinTheScale() {
    assertThat(new Scale(0, 800, 0, 100).ticks(4))
        .isEqualTo(List.of(0.0, 200.0, 400.0, 600.0, 800.0));
    assertThat(new Scale(0, 2, 0, 100).ticks(8)).isEqualTo(List.of(0.0, 1.0, 2.0));
  }

  @Test
  void aScaleWithoutRoomIsRefused() {
    assertThatThrownBy(() -> new Scale(3, 3, 0, 100))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3.0");
  }
}
