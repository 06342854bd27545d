package uk.candour.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.candour.record.PartialDate;

class DatePatternsTest {

  private static final LocalDate EXTRACTED = LocalDate.of(2014, 5, 31);

  private static String read(String pattern, String text) {
    int date = new DatePatterns(List.of(pattern), List.of(pattern), EXTRACTED).read(text);
    return date == DatePatterns.UNREADABLE ? "-" : PartialDate.text(date);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dd/MM/yyyy          | 05/01/1997          | 1997-01-05 | the usual
          dd/MM/yyyy          | 5/1/1997            | -          | two digits are asked for
          d/M/yyyy            | 05/01/1997          | 1997-01-05 | one digit or two
          dd/MM/yyyy          | 31/02/1997          | -          | no such day
          dd/MM/yyyy          | 29/02/1900          | -          | no leap year
          dd/MM/yyyy          | 29/02/2000          | 2000-02-29 | a leap year
          dd/MM/yyyy          | 05/01/97            | -          | four digits are asked for
          dd/MM/yyyy          | 05/01/1997 x        | -          | nothing may follow
          dd/MM/yyyy          | 1997                | 1997       | a year alone, whatever the pattern
          dd/MM/yyyy          | 1997-03             | 1997-03    | a month, whatever the pattern
          dd/MM/yyyy          | 1997-00             | -          | no such month
          dd-MMM-yyyy         | 09-APR-1989         | 1989-04-09 | without regard to case
          d MMM yyyy          | 5 Jan 1997          | 1997-01-05 | English
          d MMM yyyy          | 5 Sep 1997          | 1997-09-05 | English has two
          d MMM yyyy          | 5 Sept 1997         | 1997-09-05 | for September
          d MMMM yyyy         | 5 january 1997      | 1997-01-05 | in full
          MMM-yy              | Mar-97              | 1997-03    | a month of a short year
          dd/MM/yy            | 30/05/14            | 2014-05-30 | within the hundred years before
          dd/MM/yy            | 01/06/14            | 1914-06-01 | not after the extract
          dd/MM/yy            | 01/06/15            | 1915-06-01 | nor a year later
          ddMMyy              | 010699              | 1999-06-01 | without signs between
          yyyyMMdd            | 19970105            | 1997-01-05 | without signs between
          dd/MM/yyyy HH:mm    | 05/01/1997 23:59    | 1997-01-05 | the time of day is left
          EEE d MMM yyyy      | Sun 5 Jan 1997      | 1997-01-05 | a weekday that fits
          EEE d MMM yyyy      | Mon 5 Jan 1997      | -          | one that does not
          dd/MM/yyyy['T'HH]   | 05/01/1997          | 1997-01-05 | what is optional
          """)
  void readsADate(String pattern, String text, String expected, String reason) {
    assertThat(read(pattern, text)).as(reason).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          dd/mm/yyyy | MM for the month
          dd/MM/YYYY | yyyy for the year
          DD/MM/yyyy | dd for the day
          dd/MM      | a date pattern with a year
          ppyyyy     | of the letters
          jjj yyyy   | of the letters
          'x yyyy    | such as dd/MM/yyyy
          dd/MM/yyyy |
          yyyy       |
          """)
  void saysWhatIsWrongWithAPattern(String pattern, @Nullable String expected) {
    if (expected == null) {
      assertThat(DatePatterns.fault(pattern)).isNull();
    } else {
      assertThat(DatePatterns.fault(pattern)).contains(expected);
    }
  }

  @Test
  void answersTheSameAgainAfterAnyNumberOfOtherDates() {
    var patterns = new DatePatterns(List.of("d/M/yyyy"), List.of("d/M/yyyy"), EXTRACTED);
    var random = new Random(5);
    for (int i = 0; i < 50_000; i++) {
      LocalDate day = LocalDate.of(1950, 1, 1).plusDays(random.nextInt(20_000));
      String text = day.getDayOfMonth() + "/" + day.getMonthValue() + "/" + day.getYear();
      assertThat(patterns.read(text)).isEqualTo(PartialDate.of(day));
    }
  }
}
