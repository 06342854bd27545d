package uk.candour.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// "I was told not to record this": what is put down reaches the scrutineer and nobody else.
final class DirectionsTest {

  private static final String TOLD = "Told to leave the placement out of the minutes.";

  private final Town town = Town.get();

  private void putDown(String who) {
    var answer =
        town.visitor(who)
            .post(
                "/directions",
                Map.of("subject", "recording", "post", "Team manager", "by", "", "text", TOLD));
    assertThat(answer.statusCode()).isEqualTo(302);
  }

  @Test
  void theScrutineerReadsItAndSoDoesWhoeverWroteIt() {
    putDown("reporter");

    assertThat(town.visitor("scrutineer").get("/directions").body()).contains(TOLD);
    assertThat(town.visitor("reporter").get("/directions").body()).contains(TOLD);
  }

  @Test
  void nobodyElseSeesItOrThatThereIsOne() {
    putDown("reporter");
    town.visitor("scrutineer").get("/directions");

    for (String who :
        List.of("decision-maker", "manager", "head-of-service", "analyst", "auditor")) {
      assertThat(town.visitor(who).get("/directions").body()).as(who).doesNotContain(TOLD);
    }
    for (String path : List.of("/queue", "/duties", "/escalations", "/caseload", "/access-log")) {
      assertThat(town.visitor("head-of-service").get(path).body())
          .as(path)
          .doesNotContain("Team manager")
          .doesNotContain("the list of directions");
    }
  }

  @Test
  void anybodySignedInMayPutOneDown() {
    for (String who : List.of("analyst", "auditor", "an.administrator", "manager", "scrutineer")) {
      putDown(who);
    }
  }

  @Test
  void aDirectionWithoutWordsOrPostIsNotTaken() {
    var answer = town.visitor("reporter").post("/directions", Map.of("subject", "recording"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("Say what you were told").contains("Enter the post");
  }
}
