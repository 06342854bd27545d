package uk.candour.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import uk.candour.server.duties.Duties;
import uk.candour.server.picture.Picture;
import uk.candour.server.picture.WhoIsWhoNow;
import uk.candour.server.statistics.Statistics;

/// What the public may count, without a sign-in.
final class StatisticsPageTest {

  private final Town town = Town.get();

  private String figures() {
    String page = town.visitor("public").get("/statistics").body();
    return page.substring(page.indexOf("<main"), page.indexOf("</main>"));
  }

  @Test
  void aDaysReportsChangeNoFigureOfThatDay() {
    town.whoIsWhoIsKnown();
    String before = figures();

    for (int i = 0; i < 12; i++) {
      town.report("Statia" + i);
    }
    town.whoIsWhoIsKnown();

    assertThat(figures()).isEqualTo(before);
  }

  @Test
  void aRecordWithNothingBeforeTodaySaysThatThereIsTooLittle() {
    town.whoIsWhoIsKnown();

    assertThat(figures()).contains("too few reports").doesNotContain("<table");
  }

  @Test
  void tomorrowTodaysReportsCountInTensAndSmallNumbersAreKeptBack() {
    for (int i = 0; i < 12; i++) {
      town.report("Tomorrow" + i);
    }
    town.whoIsWhoIsKnown();
    var context = town.running.context();

    var release =
        new Statistics(
                context.getBean(Picture.class),
                context.getBean(WhoIsWhoNow.class),
                context.getBean(Duties.class),
                Clock.offset(Clock.systemUTC(), Duration.ofDays(1)))
            .today()
            .orElseThrow();

    assertThat(release.saysNothing()).isFalse();
    assertThat(release.figures())
        .filteredOn(one -> one.what().equals("Reports received by this service"))
        .singleElement()
        .satisfies(one -> assertThat(one.shown()).matches("[1-9][0-9,]*0"));
    assertThat(release.figures())
        .allSatisfy(one ->
            assertThat(one.shown() == null ? "kept back" : one.shown())
                .matches("kept back|[1-9][0-9,]*0|Less than a day|1 day|[0-9]+ days"));
  }
}
