package uk.candour.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.candour.record.Concern.EXPLOITATION;
import static uk.candour.record.EntryAttribute.Drawn.CHOSEN;
import static uk.candour.record.EntryAttribute.Drawn.RANDOM;
import static uk.candour.record.EntryAttribute.FOUND;
import static uk.candour.record.EntryAttribute.Judgement.EXPLOITED;
import static uk.candour.record.EntryAttribute.Judgement.NEITHER;
import static uk.candour.record.EntryAttribute.Presence.MISSING;
import static uk.candour.record.EntryAttribute.SAMPLED_FROM;
import static uk.candour.record.EntryAttribute.STRATUM;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.candour.estimate.Chapman;
import uk.candour.inquiry.Finding.Breakdown;
import uk.candour.inquiry.Finding.Interval;
import uk.candour.record.AgencyKind;
import uk.candour.record.Source;
import uk.candour.record.Span;

/// How many children there were beyond those seen: by the reading of files and by the lists.
class HowManyTest {

  private static void files(
      TestRecords records, String stratum, int listed, int exploited, int neither) {
    for (int n = 0; n < exploited + neither; n++) {
      records
          .reading("social-care", stratum + n, RANDOM, n < exploited ? EXPLOITED : NEITHER)
          .text(STRATUM, stratum)
          .number(SAMPLED_FROM, listed);
    }
  }

  static Stream<Case> sampled() {
    return Stream.of(
        Case.of("the exact limit of 3 in 10 of 50", 6, records -> files(records, "", 50, 3, 7)),
        Case.of(
            "the exact limit of 12 in 40 of 400", 76, records -> files(records, "", 400, 12, 28)),
        Case.of(
            "files that somebody chose are left out",
            6,
            records -> {
              files(records, "", 50, 3, 7);
              records.reading("social-care", "x", CHOSEN, EXPLOITED).number(SAMPLED_FROM, 50);
            }),
        Case.of(
            "a file not found counts as drawn and as none",
            6,
            records -> {
              files(records, "", 50, 3, 6);
              records
                  .reading("social-care", "x", RANDOM, NEITHER)
                  .code(FOUND, MISSING)
                  .number(SAMPLED_FROM, 50);
            }),
        Case.of(
            "a file read twice is one file",
            6,
            records -> {
              files(records, "", 50, 3, 7);
              records.reading("social-care", "0", RANDOM, EXPLOITED).number(SAMPLED_FROM, 50);
            }),
        Case.of(
            "and is exploited where both readers say so",
            6,
            records -> {
              files(records, "", 50, 4, 6);
              records.reading("social-care", "0", RANDOM, NEITHER).number(SAMPLED_FROM, 50);
            }),
        Case.of(
            "two strata at 0.025 each",
            69 + 69,
            records -> {
              files(records, "current", 400, 12, 28);
              files(records, "historic", 400, 12, 28);
            }),
        Case.of(
            "a list of unknown size holds the files drawn",
            3,
            records -> {
              for (int n = 0; n < 10; n++) {
                records.reading("social-care", "f" + n, RANDOM, n < 3 ? EXPLOITED : NEITHER);
              }
            }),
        Case.without(
            "nothing was drawn at random",
            records -> records.reading("social-care", "x", CHOSEN, EXPLOITED)),
        Case.without("nothing was read", records -> {}));
  }

  @ParameterizedTest
  @MethodSource
  void sampled(Case one) {
    one.isAnsweredBy(new HowManyChildrenDoesTheReadingShow());
  }

  @Test
  void sampledTellsItsStrataAndCitesEveryFile() {
    var records = TestRecords.eastmoor();
    files(records, "current", 50, 3, 7);

    Finding finding = records.ask(new HowManyChildrenDoesTheReadingShow());

    assertThat(finding.answer())
        .isEqualTo(
            "At least 6 of the 50 children on the lists sampled were exploited: of 10 files drawn at"
                + " random 3 were judged so.");
    assertThat(finding.interval()).isEqualTo(new Interval(6.0, null, 0.95));
    assertThat(finding.breakdown().getFirst().key()).isEqualTo("current");
    assertThat(records.evidence(finding)).hasSize(10);
  }

  /// Children on lists: so many on police alone, youth alone, and both.
  private static void onLists(TestRecords records, int police, int youth, int both) {
    for (int n = 0; n < police + youth + both; n++) {
      String key = "c" + n;
      if (n < police || n >= police + youth) {
        records
            .report("police", "r" + n, "2003-05-09")
            .concern(EXPLOITATION)
            .child(key, key + " Hill");
      }
      if (n >= police) {
        records
            .report("youth", "y" + n, "2003-05-09")
            .concern(EXPLOITATION)
            .child(key, key + " Hill");
      }
    }
  }

  @Test
  void conservativeLiesBetweenTheSeenAndTheListwiseBound() {
    var records = TestRecords.eastmoor();
    onLists(records, 60, 60, 40);

    Finding finding = records.ask(new HowManyChildrenAtLeast());

    double bound = new Chapman("police", "youth", 100, 100, 40).estimate();
    assertThat(finding.value()).isGreaterThan(160).isLessThan(bound);
    assertThat(finding.interval()).isEqualTo(new Interval(finding.value(), null, 0.95));
    assertThat(finding.caveats())
        .contains(
            "Without a sample of case files that were read it speaks of children with a concern, not"
                + " of children confirmed.");
    assertThat(finding.breakdown())
        .contains(
            Breakdown.count("list", "police", 100), Breakdown.count("overlap", "police+youth", 40));
    assertThat(records.evidence(finding)).hasSize(200);
  }

  @Test
  void conservativeFallsWithLinksMissedAndWithConcernsNotConfirmed() {
    var perfect = TestRecords.eastmoor();
    onLists(perfect, 60, 60, 40);
    var missed = TestRecords.eastmoor().linkError(0.02, 0.1, 0);
    onLists(missed, 60, 60, 40);
    var unconfirmed = TestRecords.eastmoor();
    onLists(unconfirmed, 60, 60, 40);
    files(unconfirmed, "", 100, 18, 2);

    Double value = perfect.ask(new HowManyChildrenAtLeast()).value();
    assertThat(missed.ask(new HowManyChildrenAtLeast()).value()).isLessThan(value);
    assertThat(unconfirmed.ask(new HowManyChildrenAtLeast()).value())
        .isLessThan(value)
        .isGreaterThanOrEqualTo(160 * 0.7);
  }

  static Stream<Case> floors() {
    return Stream.of(
        Case.of("one list alone: the children seen", 7, records -> onLists(records, 7, 0, 0)),
        Case.of("no child on both: the children seen", 12, records -> onLists(records, 7, 5, 0)),
        Case.of(
            "no list at all: the children seen",
            7,
            records -> {
              for (String name : List.of("social-care", "police", "youth", "school", "health")) {
                records.source(
                    new Source(
                        name,
                        name,
                        AgencyKind.POLICE,
                        TestRecords.EASTMOOR,
                        null,
                        List.of(),
                        List.<Span>of(),
                        LocalDate.of(2014, 5, 31)));
              }
              onLists(records, 7, 0, 0);
            }),
        Case.of(
            "the low end: with every doubtful link",
            6,
            records -> {
              onLists(records, 7, 0, 0);
              records.linked("c0", "c1", 0.2);
            }),
        Case.of("nobody", 0, records -> {}));
  }

  @ParameterizedTest
  @MethodSource
  void floors(Case one) {
    one.isAnsweredBy(new HowManyChildrenAtLeast());
  }

  @Test
  void likelyTakesTwoListsByChapmanAndSaysWhyTheOthersAreRefused() {
    var records = TestRecords.eastmoor();
    onLists(records, 60, 60, 40);

    Finding finding = records.ask(new HowManyChildrenMostLikely());

    var chapman = new Chapman("police", "youth", 100, 100, 40);
    assertThat(finding.breakdown().getFirst().key()).isEqualTo("chapman");
    assertThat(finding.breakdown().getFirst().value()).isEqualTo(chapman.estimate());
    assertThat(finding.value()).isNotNull();
    assertThat(finding.breakdown())
        .filteredOn(row -> row.by().equals("pair"))
        .extracting(Breakdown::key)
        .containsExactly("police+youth");
  }

  @Test
  void likelyJoinsAListAndThoseThatFeedIt() {
    var records = TestRecords.eastmoor();
    records.source(
        new Source(
            "police",
            "police",
            AgencyKind.POLICE,
            TestRecords.EASTMOOR,
            "police",
            List.of("youth"),
            List.of(),
            LocalDate.of(2014, 5, 31)));
    onLists(records, 60, 60, 40);

    Finding finding = records.ask(new HowManyChildrenMostLikely());

    assertThat(finding.value()).isNull();
    assertThat(finding.answer())
        .isEqualTo("No method gives an estimate of all exploited children from these lists.");
    assertThat(finding.caveats())
        .contains(
            "No method of estimating the total could be used; the breakdown says why.",
            "Lists are fed by others: police by youth. Each counts as one list with those that feed"
                + " it.");
    assertThat(records.ask(new HowManyChildrenAtLeast()).value())
        .as("the lists stay apart for a lower limit, which dependence can only lower")
        .isGreaterThan(160);
  }
}
