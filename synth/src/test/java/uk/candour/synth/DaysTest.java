package uk.candour.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaysTest {

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1999-12-30 | true  | the day before the extra holiday of the millennium
          1999-12-31 | false | a holiday in 1999 alone
          2000-01-03 | false | New Year's Day fell on a Saturday
          2002-06-03 | false | the Golden Jubilee
          2002-06-04 | false | the spring holiday was moved to be beside it
          2002-05-27 | true  | so the last Monday of May was none
          2004-12-27 | false | Christmas Day fell on a Saturday
          2004-12-28 | false | and Boxing Day on a Sunday
          2005-03-25 | false | Good Friday
          2005-03-28 | false | Easter Monday
          2011-04-29 | false | a royal wedding
          2012-06-05 | false | the Diamond Jubilee
          2013-08-26 | false | the last Monday of August
          2013-08-27 | true  | the day after it
          2013-08-24 | false | a Saturday
          """)
  void englandsWorkingDays(LocalDate date, boolean working, String reason) {
    assertThat(Days.working((int) date.toEpochDay())).as(reason).isEqualTo(working);
  }

  @ParameterizedTest(name = "after {0} comes {1}")
  @CsvSource({"2005-03-24,2005-03-29", "2004-12-24,2004-12-29", "2003-06-11,2003-06-12"})
  void theNextWorkingDayPassesOverHolidays(LocalDate day, LocalDate next) {
    assertThat(Days.nextWorking((int) day.toEpochDay())).isEqualTo((int) next.toEpochDay());
  }

  @ParameterizedTest(name = "born {0}, on {1}: {2}")
  @CsvSource({"1990-06-15,2004-06-14,13", "1990-06-15,2004-06-15,14", "1992-02-29,2005-02-28,13"})
  void yearsAreCompletedYears(LocalDate born, LocalDate day, int years) {
    assertThat(Days.years((int) born.toEpochDay(), (int) day.toEpochDay())).isEqualTo(years);
  }
}
