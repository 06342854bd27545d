package uk.candour.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.candour.inquiry.Evidence;
import uk.candour.inquiry.Finding;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.inquiry.Finding.Duty;

final class GravestFailuresTest {

  private final List<Finding> findings = new ArrayList<>();

  @Test
  void oneOfEachKindIsChosenByTheLargestShare() {
    finding("children.seen", 100.0, "children");
    finding("children.never-acted", 30.0, "children");
    finding("children.repeat-reported", 60.0, "children");
    finding("reports.unanswered", 10.0, "reports", Breakdown.share("agency", "police", 10, 200));
    finding("reports.late", 0.5, "share", Breakdown.share("team", "Duty", 40, 80));
    finding("record.reclassified", 5.0, "children");
    finding("record.gaps", 900.0, "months");

    assertThat(chosen())
        .containsExactly(
            "children.repeat-reported 60 of 100",
            "reports.late 40 of 80",
            "record.reclassified 5 of 100");
  }

  @Test
  void whatDidNotHappenOrCannotBeToldIsNeverChosen() {
    finding("children.seen", 100.0, "children");
    finding("children.never-acted", 0.0, "children");
    finding("children.repeat-reported", null, "children");
    finding("reports.late", 0.5, "share");

    assertThat(chosen()).isEmpty();
  }

  @Test
  void whereAKindHasNoneTheLargestShareLeftOverTakesItsPlace() {
    finding("children.seen", 100.0, "children");
    finding("children.never-acted", 30.0, "children");
    finding("children.repeat-reported", 20.0, "children");
    finding("directions.given", 4.0, "directions");

    assertThat(chosen())
        .containsExactly(
            "children.never-acted 30 of 100",
            "directions.given 4",
            "children.repeat-reported 20 of 100");
  }

  @Test
  void onlyADutyShownToHaveBeenInForceIsCalledBroken() {
    assertThat(GravestFailures.duty(new Duty("Answer.", "the guide, section 4", true)))
        .isEqualTo("A breach of a duty then in force: Answer (the guide, section 4).");
    assertThat(GravestFailures.duty(new Duty("Answer.", "the guide, section 4", false)))
        .isEqualTo("Measured against: Answer (the guide, section 4).");
    assertThat(GravestFailures.duty(null))
        .isEqualTo("A count: no dated rule is known here that sets a limit to it.");
  }

  private List<String> chosen() {
    return GravestFailures.of(new Findings(findings)).stream()
        .map(failure -> failure.id() + " " + failure.figures())
        .toList();
  }

  private void finding(String id, @Nullable Double value, String unit, Breakdown... breakdown) {
    findings.add(
        new Finding(
            id,
            "?",
            "!",
            value,
            unit,
            null,
            "",
            null,
            List.of(),
            value == null ? List.of("cannot be told") : List.of(),
            List.of(breakdown),
            new Evidence()));
  }
}
