package uk.candour.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ZeltermanTest {

  @Test
  void agreesWithTheFormula() {
    Zelterman zelterman = Zelterman.of(Tables.parse(Tables.UNITED_KINGDOM).captureCounts());
    assertThat(zelterman.estimate()).isCloseTo(15603.022488622808, within(1e-6));
    assertThat(zelterman.standardError()).isCloseTo(991.6255608268997, within(1e-6));
    assertThat(zelterman.low95())
        .isCloseTo(15603.022488622808 - 1.959963984540054 * 991.6255608268997, within(1e-5));
  }

  @Test
  void nobodySeenTwiceLeavesItUnbounded() {
    assertThat(Zelterman.of(new CaptureCounts(10)).estimate()).isInfinite();
  }

  @Test
  void nobodySeenOnceLeavesNobodyUnseen() {
    assertThat(Zelterman.of(new CaptureCounts(0, 10)).estimate()).isEqualTo(10);
  }
}
