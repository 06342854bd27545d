package uk.candour.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.candour.server.picture.Picture;
import uk.candour.server.picture.Reading;
import uk.candour.store.Unavailable;

/// Whoever is shown a child is put down as shown that child, before the page leaves: one entry a
/// page, and it names every child on it.
final class ReadingsTest {

  private final Town town = Town.get();
  private final Picture picture = town.running.context().getBean(Picture.class);
  private final Town.Visitor decider = town.visitor("decision-maker");
  private long before;
  private String reference = "";

  @BeforeEach
  void reportAChild() throws Unavailable {
    reference = town.report("Rosamund");
    town.whoIsWhoIsKnown();
    before = town.running.record().logSize();
  }

  @Test
  void theListOfReportsNamesEveryChildInIt() throws Unavailable {
    String page = decider.get("/queue").body();

    assertThat(page).contains("Rosamund");
    assertThat(theOneReading().mentions())
        .contains(reference + "/child")
        .hasSize(page.split("href=\"/reports/", -1).length - 1);
  }

  @Test
  void aReportNamesItsChild() throws Unavailable {
    assertThat(decider.get("/reports/" + reference).body()).contains("Rosamund");

    assertThat(theOneReading().mentions()).contains(reference + "/child");
  }

  @Test
  void aRefusedDecisionShowsTheChildAndSaysSo() throws Unavailable {
    assertThat(decider.post("/reports/" + reference + "/decide", Map.of()).body())
        .contains("Rosamund");

    assertThat(theOneReading().mentions()).contains(reference + "/child");
  }

  @Test
  void theChildsPageNamesTheChild() throws Unavailable {
    assertThat(decider.get("/children/" + reference + "/1").body()).contains("Rosamund");

    assertThat(theOneReading().mentions()).contains(reference + "/child");
  }

  @Test
  void aSearchNamesWhoeverItFound() throws Unavailable {
    assertThat(decider.post("/search", Map.of("query", "Rosamond")).body()).contains("Rosamund");

    assertThat(theOneReading().mentions()).contains(reference + "/child");
  }

  @Test
  void aPageThatIsNotForTheViewerShowsNobodyAndPutsDownNothing() throws Unavailable {
    String theirs = town.report("Leocadia", Town.HEALTH);
    before = town.running.record().logSize();

    assertThat(decider.get("/reports/" + theirs).body()).doesNotContain("Leocadia");

    assertThat(town.running.record().logSize()).isEqualTo(before);
  }

  @Test
  void brokenGlassIsPutDownWithItsReasonBeforeTheChildIsShown() throws Unavailable {
    String theirs = town.report("Eudora", Town.HEALTH);
    town.whoIsWhoIsKnown();
    String address = "/children/" + theirs + "/1";
    assertThat(decider.get(address).statusCode()).isEqualTo(404);

    decider.post(
        address + "/break-glass",
        Map.of("ground", "danger", "reason", "Reported at the door, in danger now"));

    assertThat(decider.get(address).body()).contains("Eudora");
    picture.catchUp();
    assertThat(picture.readingsOf(theirs))
        .extracting(Reading::purpose)
        .anyMatch(purpose -> purpose.contains("in danger now"));
    assertThat(town.visitor("head-of-service.elsewhere").get("/access-log").statusCode())
        .isEqualTo(200);
  }

  /// The reading that was put down since the child was reported, and the only entry.
  private Reading theOneReading() throws Unavailable {
    picture.catchUp();
    assertThat(town.running.record().logSize()).isEqualTo(before + 1);
    List<Reading> latest = picture.readings(_ -> true);
    return latest.getFirst();
  }
}
