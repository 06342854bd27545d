package uk.candour.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Dates of birth: what two of them have in common, and which of them say nothing.
class BirthsTest {

  private static Births ordinary(int people) {
    Births births = new Births();
    Random random = new Random(3);
    for (int i = 0; i < people; i++) {
      LocalDate day = LocalDate.of(1990, 1, 1).plusDays(random.nextInt(3650));
      births.count(Days.of(day.getYear(), day.getMonthValue(), day.getDayOfMonth()));
    }
    return births;
  }

  @Test
  void aDateOnManyRowsIsAPlaceholder() {
    Births births = ordinary(2_000);
    int flood = Days.of(1900, 1, 1);
    for (int i = 0; i < 500; i++) {
      births.count(flood);
    }
    births.settle();
    assertThat(births.isPlaceholder(flood)).isTrue();
    assertThat(births.evidence(flood)).isZero();
    assertThat(births.evidence(Days.of(1995, 6, 17))).isEqualTo(Days.of(1995, 6, 17));
  }

  @Test
  void theFirstOfJanuarySpeaksForItsYearWhereItIsAFiller() {
    Births births = ordinary(2_000);
    for (int i = 0; i < 100; i++) {
      births.count(Days.of(1990 + i % 10, 1, 1));
    }
    births.settle();
    assertThat(births.evidence(Days.of(1994, 1, 1))).isEqualTo(Days.of(1994, 0, 0));
    assertThat(births.evidence(Days.of(1994, 1, 2))).isEqualTo(Days.of(1994, 1, 2));
  }

  @Test
  void theFirstOfJanuaryIsADayWhereItIsNoFiller() {
    Births births = ordinary(2_000);
    births.settle();
    assertThat(births.evidence(Days.of(1994, 1, 1))).isEqualTo(Days.of(1994, 1, 1));
  }

  @Test
  void theFirstOfAMonthSpeaksForItsMonthWhereItIsAFiller() {
    Births births = ordinary(2_000);
    for (int i = 0; i < 500; i++) {
      births.count(Days.of(1990 + i % 10, 2 + i % 11, 1));
    }
    births.settle();
    assertThat(births.evidence(Days.of(1994, 5, 1))).isEqualTo(Days.of(1994, 5, 0));
  }

  @Test
  void slipsAreToldFromOtherDates() {
    assertThat(Days.areOneSlipApart(Days.of(1994, 5, 12), Days.of(1994, 5, 13))).isTrue();
    assertThat(Days.areOneSlipApart(Days.of(1994, 5, 12), Days.of(1994, 5, 21))).isTrue();
    assertThat(Days.areOneSlipApart(Days.of(1994, 5, 12), Days.of(1949, 5, 12))).isTrue();
    assertThat(Days.areOneSlipApart(Days.of(1994, 5, 12), Days.of(1994, 6, 13))).isFalse();
    assertThat(Days.areOneSlipApart(Days.of(1994, 5, 12), Days.of(1994, 5, 12))).isFalse();
    assertThat(Days.areSwapped(Days.of(1994, 5, 12), Days.of(1994, 12, 5))).isTrue();
    assertThat(Days.partsInCommon(Days.of(1994, 5, 12), Days.of(1995, 5, 12))).isEqualTo(2);
  }

  @Test
  void anAgeOnADayAllowsOneYearOfBirthdays() {
    int at = Days.of(2005, 6, 15);
    assertThat(LocalDate.ofEpochDay(Days.latestBirth(at, 14))).isEqualTo("1991-06-15");
    assertThat(LocalDate.ofEpochDay(Days.earliestBirth(at, 14))).isEqualTo("1990-06-16");
  }
}
