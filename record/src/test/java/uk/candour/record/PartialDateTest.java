package uk.candour.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class PartialDateTest {

  @Test
  void keepsEveryDayOfFourCenturies() {
    LocalDate day = LocalDate.of(1700, 1, 1);
    int before = 0;
    while (day.getYear() < 2100) {
      int packed = PartialDate.of(day);
      assertThat(PartialDate.firstDay(packed)).isEqualTo(day);
      assertThat(PartialDate.lastDay(packed)).isEqualTo(day);
      assertThat(PartialDate.epochDay(packed)).isEqualTo((int) day.toEpochDay());
      assertThat(packed).isGreaterThan(before);
      before = packed;
      day = day.plusDays(1);
    }
  }

  @Test
  void aMonthRunsToItsLastDayAndAYearToDecember() {
    assertThat(PartialDate.lastDay(PartialDate.of(2004, 2))).isEqualTo("2004-02-29");
    assertThat(PartialDate.lastDay(PartialDate.of(2004))).isEqualTo("2004-12-31");
    assertThat(PartialDate.firstDay(PartialDate.of(2004))).isEqualTo("2004-01-01");
    assertThat(PartialDate.isPartial(PartialDate.of(2004, 2))).isTrue();
    assertThat(PartialDate.isPartial(PartialDate.NOT_RECORDED)).isFalse();
  }

  @Test
  void writesItselfAtItsOwnPrecision() {
    assertThat(PartialDate.text(PartialDate.of(1997, 3, 4))).isEqualTo("1997-03-04");
    assertThat(PartialDate.text(PartialDate.of(1997, 3))).isEqualTo("1997-03");
    assertThat(PartialDate.text(PartialDate.of(1997))).isEqualTo("1997");
    assertThat(PartialDate.text(PartialDate.NOT_RECORDED)).isEmpty();
  }

  @Test
  void refusesDaysThatNeverWere() {
    assertThatThrownBy(() -> PartialDate.of(2001, 2, 29)).isInstanceOf(DateTimeException.class);
    assertThatThrownBy(() -> PartialDate.of(0)).hasMessageContaining("year 0");
    assertThatThrownBy(() -> PartialDate.epochDay(PartialDate.of(2001, 2)))
        .hasMessageContaining("2001-02 is not a full date");
  }
}
