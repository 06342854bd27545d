package uk.candour.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A report's whole way through the pages: reported, received, decided, disagreed with, answered.
final class JourneyTest {

  private static final Pattern REFERENCE =
      Pattern.compile("<strong>([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})</strong>");

  private final Town town = Town.get();

  private String reportAs(String who, String forename) {
    var reporter = town.visitor(who);
    reporter.post("/report", Map.of());
    reporter.post("/report/who", Map.of("kind", who.equals("public") ? "anonymous" : "named"));
    reporter.post(
        "/report/children/1",
        Map.of("children.1.forename", forename, "children.1.surname", "Quillfeather"));
    reporter.post("/report/concern", Map.of("concern", "exploitation"));
    reporter.post("/report/what-happened", Map.of("text", "Seen with men at the arcade."));
    reporter.post("/report/severity", Map.of("severity", "4"));
    reporter.post("/report/check", Map.of());
    Matcher reference = REFERENCE.matcher(reporter.get("/report-received").body());
    assertThat(reference.find()).isTrue();
    return reference.group(1);
  }

  @Test
  void aReporterWithoutAnAccountFollowsTheReportByItsReference() {
    String reference = reportAs("public", "Barnaby");

    var page =
        town.visitor("public")
            .post("/follow", Map.of("reference", reference.toLowerCase(Locale.ROOT)));

    assertThat(page.body()).contains("Received", "Not yet", "is entry").doesNotContain("Barnaby");
    assertThat(
            town.visitor("public")
                .post("/follow/receipt.json", Map.of("reference", reference))
                .body())
        .contains("\"reference\":\"" + reference + "\"", "inclusionProof");
  }

  @Test
  void aDraftComesBackByItsCodeOnce() {
    var reporter = town.visitor("public");
    reporter.post("/report", Map.of());
    reporter.post("/report/who", Map.of("kind", "anonymous"));
    reporter.post("/report/childs-words", Map.of("childsWords", "He said not to tell."));
    Matcher code =
        Pattern.compile("([0-9A-Z]{5}(?:-[0-9A-Z]{5}){4})")
            .matcher(reporter.post("/report-save", Map.of()).body());
    assertThat(code.find()).isTrue();

    var back = reporter.post("/report-come-back", Map.of("code", code.group(1)));

    assertThat(back.statusCode()).isEqualTo(302);
    assertThat(reporter.get("/report/check").body()).contains("He said not to tell.");
    assertThat(reporter.post("/report-come-back", Map.of("code", code.group(1))).statusCode())
        .isEqualTo(400);
  }

  @Test
  void aSeverityBelowTheReportersNeedsAReasonAndTheReporterIsToldAndMayDisagree() {
    String reference = reportAs("reporter", "Ignatius");
    var decider = town.visitor("decision-maker");
    var reporter = town.visitor("reporter");

    assertThat(
            decider
                .post(
                    "/reports/" + reference + "/decide",
                    Map.of("outcome", "assessment", "severity", "2"))
                .statusCode())
        .isEqualTo(400);
    assertThat(
            decider
                .post(
                    "/reports/" + reference + "/decide",
                    Map.of("outcome", "assessment", "severity", "2", "reason", "Known place."))
                .statusCode())
        .isEqualTo(302);

    assertThat(reporter.get("/my-reports/" + reference).body())
        .contains("Known place.", "You judged the severity as Very high; it was set to Medium.");
    reporter.post("/my-reports/" + reference + "/disagree", Map.of("reason", "It was worse."));
    assertThat(
            decider
                .post("/reports/" + reference + "/disagreement", Map.of("answer", "No"))
                .statusCode())
        .as("whoever decided does not answer the disagreement")
        .isEqualTo(404);
    town.visitor("manager")
        .post(
            "/reports/" + reference + "/disagreement",
            Map.of("answer", "You are right.", "upheld", "yes"));

    assertThat(reporter.get("/my-reports/" + reference).body())
        .contains("the reporter is right", "You are right.");
  }

  @Test
  void noFurtherActionStandsOnlyOnceASecondReaderAgrees() {
    String reference = reportAs("public", "Octavia");
    var first = town.visitor("decision-maker");
    var second = town.visitor("manager");
    first.post(
        "/reports/" + reference + "/decide",
        Map.of("outcome", "no-further-action", "reason", "Twice the same report."));

    assertThat(followed(reference)).contains("Not yet");
    assertThat(
            first
                .post("/reports/" + reference + "/second-reading", Map.of("agrees", "yes"))
                .statusCode())
        .as("nobody reads a second time what they proposed")
        .isEqualTo(404);

    second.post("/reports/" + reference + "/second-reading", Map.of("agrees", "yes"));

    assertThat(town.visitor("public").get("/api/v1/receipts/" + reference).body())
        .contains("\"status\":\"decided\"");
  }

  @Test
  void aTransferLeavesTheReportWithItsBodyUntilTheOtherAccepts() {
    String reference = reportAs("public", "Ambrose");
    var ours = town.visitor("decision-maker");
    var theirs = town.visitor("decision-maker.elsewhere");
    assertThat(theirs.get("/reports/" + reference).statusCode()).isEqualTo(404);
    ours.post(
        "/reports/" + reference + "/decide",
        Map.of("outcome", "transferred", "to", Town.HEALTH, "reason", "Lives there."));

    assertThat(ours.get("/reports/" + reference).statusCode()).isEqualTo(200);
    assertThat(theirs.get("/reports/" + reference).body()).contains("Take it over?");
    assertThat(town.visitor("public").get("/api/v1/receipts/" + reference).body())
        .doesNotContain("decided");

    theirs.post("/reports/" + reference + "/transfer", Map.of("accepts", "yes"));

    assertThat(ours.get("/reports/" + reference).statusCode()).isEqualTo(404);
    assertThat(
            theirs
                .post("/reports/" + reference + "/decide", Map.of("outcome", "accepted"))
                .statusCode())
        .isEqualTo(302);
  }

  @Test
  void aDirectionIsOutOfTheLineManagersSight() {
    town.visitor("decision-maker")
        .post(
            "/directions",
            Map.of(
                "subject", "recording", "post", "Team manager", "text", "Leave the arcade out."));

    assertThat(town.visitor("scrutineer").get("/directions").body())
        .contains("Leave the arcade out.");
    for (String other : new String[] {"manager", "head-of-service", "reporter"}) {
      assertThat(town.visitor(other).get("/directions").body())
          .doesNotContain("Leave the arcade out.");
    }
  }

  private String followed(String reference) {
    return town.visitor("public").post("/follow", Map.of("reference", reference)).body();
  }
}
