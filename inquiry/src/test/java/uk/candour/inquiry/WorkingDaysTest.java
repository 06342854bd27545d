package uk.candour.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

  private final WorkingDays days = WorkingDays.england();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          day        | next       | reason
          2003-05-09 | 2003-05-12 | over a weekend
          2003-05-02 | 2003-05-06 | over the early May bank holiday
          1995-05-05 | 1995-05-09 | 1995: early May moved to the 8th
          1995-04-28 | 1995-05-01 | and the 1st was a working day
          1999-12-24 | 1999-12-29 | 1999: 25 and 26 December on a weekend
          1999-12-30 | 2000-01-04 | 31 December, and New Year moved to the Monday
          2002-05-24 | 2002-05-27 | 2002: no spring bank holiday in May
          2002-05-31 | 2002-06-05 | 3 and 4 June
          2011-04-28 | 2011-05-03 | 29 April, a weekend and early May
          2012-06-01 | 2012-06-06 | 4 and 5 June
          2020-05-07 | 2020-05-11 | early May moved to Friday 8 May
          2022-06-01 | 2022-06-06 | 2 and 3 June
          2022-09-16 | 2022-09-20 | 19 September
          2023-05-05 | 2023-05-09 | 8 May beside the 1st
          2026-12-24 | 2026-12-29 | 26 December on a Saturday
          """)
  void theFirstWorkingDayAfter(LocalDate day, LocalDate next, String reason) {
    assertThat(Days.date(days.after(Days.of(day), 1))).as(reason).isEqualTo(next);
  }

  @Test
  void theTableIsTheRulesWithTheirExceptions() {
    Set<LocalDate> byRule = new TreeSet<>();
    for (int year = days.knownFrom(); year <= days.knownUntil(); year++) {
      addByRule(byRule, year);
    }
    for (String moved :
        new String[] {"1995-05-01", "2002-05-27", "2012-05-28", "2020-05-04", "2022-05-30"}) {
      assertThat(byRule.remove(LocalDate.parse(moved))).as(moved).isTrue();
    }
    for (String added :
        new String[] {
          "1981-07-29",
          "1995-05-08",
          "1999-12-31",
          "2002-06-03",
          "2002-06-04",
          "2011-04-29",
          "2012-06-04",
          "2012-06-05",
          "2020-05-08",
          "2022-06-02",
          "2022-06-03",
          "2022-09-19",
          "2023-05-08"
        }) {
      assertThat(byRule.add(LocalDate.parse(added))).as(added).isTrue();
    }

    var table = CsvResource.rows("bank-holidays-england.csv");

    assertThat(table)
        .extracting(row -> LocalDate.parse(row.getFirst()))
        .containsExactlyElementsOf(byRule);
    assertThat(table).allSatisfy(row -> assertThat(row).noneMatch(String::isBlank));
  }

  /// The rules: New Year, Good Friday, Easter Monday, first Monday of May, last Monday of May and
  /// of August, 25 and 26 December, each moved to the next free weekday.
  private static void addByRule(Set<LocalDate> holidays, int year) {
    LocalDate easter = easter(year);
    addMoved(holidays, LocalDate.of(year, 1, 1));
    holidays.add(easter.minusDays(2));
    holidays.add(easter.plusDays(1));
    holidays.add(
        LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY)));
    holidays.add(
        LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
    holidays.add(
        LocalDate.of(year, Month.AUGUST, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
    Set<LocalDate> christmas = new TreeSet<>();
    for (int day = 25; day <= 26; day++) {
      LocalDate date = LocalDate.of(year, 12, day);
      if (date.getDayOfWeek().getValue() < 6) {
        christmas.add(date);
      }
    }
    for (int day = 25; day <= 26; day++) {
      LocalDate date = LocalDate.of(year, 12, day);
      if (date.getDayOfWeek().getValue() >= 6) {
        addMoved(christmas, date);
      }
    }
    holidays.addAll(christmas);
  }

  private static void addMoved(Set<LocalDate> holidays, LocalDate day) {
    LocalDate free = day;
    while (free.getDayOfWeek().getValue() >= 6 || holidays.contains(free)) {
      free = free.plusDays(1);
    }
    holidays.add(free);
  }

  /// Easter Sunday by the paschal full moon of the Gregorian calendar: golden number, century,
  /// epact, then the Sunday after.
  private static LocalDate easter(int year) {
    int century = year / 100 + 1;
    int epact = (14 + 11 * (year % 19) - 3 * century / 4 + (5 + 8 * century) / 25) % 30;
    int adjusted = epact == 0 || (epact == 1 && year % 19 > 10) ? epact + 1 : epact;
    return LocalDate.of(year, 4, 19)
        .minusDays(adjusted)
        .with(TemporalAdjusters.next(DayOfWeek.SUNDAY));
  }

  @Test
  void givesNoAnswerBeyondItsYears() {
    assertThat(days.knownFrom()).isEqualTo(1978);
    assertThat(days.knownUntil()).isEqualTo(2027);
    assertThat(days.after(Days.of(LocalDate.of(2027, 12, 30)), 1))
        .isEqualTo(Days.of(LocalDate.of(2027, 12, 31)));
    assertThat(days.after(Days.of(LocalDate.of(2027, 12, 31)), 1)).isEqualTo(Days.UNDATED);
    assertThat(days.after(Days.of(LocalDate.of(2031, 5, 1)), 1)).isEqualTo(Days.UNDATED);
    assertThat(days.after(Days.of(LocalDate.of(1977, 12, 30)), 1)).isEqualTo(Days.UNDATED);
    assertThatThrownBy(() -> days.isWorkingDay(Days.of(LocalDate.of(2028, 1, 3))))
        .hasMessage("bank holidays are known from 1978 until 2027, not on 2028-01-03");
  }
}
