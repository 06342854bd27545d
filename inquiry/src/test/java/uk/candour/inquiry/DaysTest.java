package uk.candour.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import uk.candour.record.PartialDate;

class DaysTest {

  @Test
  void everyDayOfFiveCenturiesIsTheCalendars() {
    for (LocalDate day = LocalDate.of(1599, 12, 1); day.getYear() < 2101; day = day.plusDays(1)) {
      assertThat(Days.of(PartialDate.of(day))).isEqualTo((int) day.toEpochDay());
    }
  }
}
