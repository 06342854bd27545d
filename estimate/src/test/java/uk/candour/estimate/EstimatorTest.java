package uk.candour.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import uk.candour.estimate.Estimates.Estimate;

class EstimatorTest {

  private static Estimates ask(Captures captures, String... methods) {
    return Estimator.estimate(
        captures,
        methods.length == 0
            ? Method.Request.all()
            : List.of(methods).stream().map(Method.Request::parse).toList(),
        Estimator.Settings.PERFECT);
  }

  private static Histories two(long onlyFirst, long onlySecond, long both) {
    return new Histories(
        List.of("police", "school"), Map.of(1L, onlyFirst, 2L, onlySecond, 3L, both));
  }

  private static void assertRefused(Estimates estimates, String reason) {
    for (Estimate estimate : estimates.estimates()) {
      assertThat(estimate.estimate()).as(estimate.method()).isNull();
      assertThat(estimate.low()).isNull();
      assertThat(estimate.high()).isNull();
      assertThat(estimates.warnings()).contains(estimate.refusal());
    }
    assertThat(estimates.warnings()).anySatisfy(warning -> assertThat(warning).contains(reason));
    assertThat(estimates.conservative()).isEqualTo((double) estimates.observed());
    assertThat(estimates.likely().estimate()).isNull();
  }

  @Test
  void everyMethodAnswersInTheOrderAsked() {
    Estimates estimates = ask(Tables.parse(Tables.UNITED_KINGDOM));
    assertThat(estimates.observed()).isEqualTo(2744);
    assertThat(estimates.lists()).hasSize(6);
    assertThat(estimates.estimates())
        .extracting(Estimate::method)
        .containsExactly(
            "chapman",
            "chao-lower-bound",
            "zelterman",
            "loglinear-bic",
            "loglinear-stepwise",
            "sparse-mse",
            "decomposable-bma",
            "latent-class");
    Estimate bound = estimates.estimates().get(1);
    assertThat(bound.estimate()).isCloseTo(12298.5, within(0.1));
    assertThat((Double) bound.details().get("closed")).isCloseTo(12215.07, within(0.01));
    assertThat(estimates.conservative())
        .isCloseTo((Double) bound.details().get("low90"), within(1e-6));
    assertThat(estimates.likely().methods()).isEmpty();
  }

  @Test
  void methodsThatAreNotThereYetAreRefusedByName() {
    Estimates estimates = ask(Tables.parse(Tables.KOSOVO), "loglinear-bic", "latent-class");
    assertThat(estimates.warnings())
        .contains(
            "loglinear-bic: refused, because this version does not have the method yet.",
            "latent-class: refused, because this version does not have the method yet.");
    assertThat(estimates.estimates()).allSatisfy(e -> assertThat(e.estimate()).isNull());
  }

  @Test
  void chapmanForMoreThanTwoListsGivesThePairs() {
    Estimate chapman = ask(Tables.parse(Tables.KOSOVO), "chapman").estimates().getFirst();
    assertThat(chapman.estimate()).isNull();
    assertThat(chapman.details().get("pairs")).asInstanceOf(LIST).hasSize(6);
  }

  @Test
  void chapmanIsLikelyForTwoLists() {
    Estimates estimates = ask(two(300, 170, 80));
    assertThat(estimates.likely().methods()).containsExactly("chapman");
    assertThat(estimates.likely().estimate())
        .isEqualTo(estimates.estimates().getFirst().estimate());
  }

  @Test
  void refusesWithoutOverlap() {
    assertRefused(ask(two(30, 20, 0)), "no child is on two lists");
  }

  @Test
  void refusesOneList() {
    assertRefused(ask(new Histories(List.of("police"), Map.of(1L, 9L))), "fewer than two lists");
    assertRefused(
        ask(new Histories(List.of("police", "school"), Map.of(1L, 9L))), "fewer than two lists");
    assertRefused(
        ask(new Histories(List.of("police", "school"), Map.of())), "fewer than two lists");
  }

  @Test
  void refusesAListWithinAnother() {
    assertRefused(ask(two(30, 0, 12)), "every child on the list school is also on the list police");
  }

  @Test
  void refusesAListFedByAnother() {
    Estimates estimates =
        Estimator.estimate(
            two(300, 170, 80),
            Method.Request.all(),
            new Estimator.Settings(0, 1, Map.of("police", Set.of("school"))));
    assertRefused(estimates, "the list police is fed by the list school");
  }

  @Test
  void refusesAnUnboundedEstimate() {
    Estimates estimates =
        ask(
            new Histories(List.of("a", "b", "c"), Map.of(1L, 40L, 2L, 50L, 4L, 30L, 7L, 3L)),
            "chao-lower-bound",
            "zelterman");
    assertRefused(estimates, "the estimate is unbounded");
  }

  @Test
  void refusesAnUpperLimitOverTenTimesTheLower() {
    Estimates estimates = ask(two(999, 999, 1), "chao-lower-bound");
    assertThat(estimates.warnings())
        .contains(
            "chao-lower-bound: refused, because the upper limit is over 10 times the lower one.");
    assertThat(estimates.conservative()).isGreaterThan(1999);
  }

  @Test
  void aListThatNamesNobodyIsSaidAndChangesNothing() {
    Histories table = new Histories(List.of("a", "b", "c"), Map.of(1L, 300L, 4L, 170L, 5L, 80L));
    Estimates estimates = ask(table, "chao-lower-bound");
    assertThat(estimates.warnings()).containsExactly("The list b names nobody.");
    assertThat(estimates.estimates().getFirst().estimate()).isCloseTo(1187.5, within(1e-6));
  }

  @Test
  void everyTableIsAnsweredOrRefused() {
    Random random = new Random(6);
    for (int trial = 0; trial < 600; trial++) {
      int lists = 1 + random.nextInt(12);
      Map<Long, Long> counts = new TreeMap<>();
      double spread = random.nextDouble() * 8;
      double overlap = random.nextDouble();
      for (int history = random.nextInt(40); history >= 0; history--) {
        long mask = 1L << random.nextInt(lists);
        while (random.nextDouble() < overlap) {
          mask |= 1L << random.nextInt(lists);
        }
        counts.put(mask, (long) Math.exp(spread * random.nextDouble()));
      }
      double missed = random.nextInt(3) * 0.2;
      double confirmed = 1 - random.nextInt(3) * 0.2;
      Estimates estimates =
          Estimator.estimate(
              new Histories(Tables.names(lists), counts),
              Method.Request.all(),
              new Estimator.Settings(missed, confirmed, Map.of()));
      assertThat(estimates.conservative())
          .as("trial %d", trial)
          .isFinite()
          .isGreaterThan(0)
          .isLessThan(1e9);
      for (Estimate estimate : estimates.estimates()) {
        Double point = estimate.estimate();
        Double high = estimate.high();
        if (point != null && high != null) {
          assertThat(estimate.low()).isLessThanOrEqualTo(point + 1e-6);
          assertThat(high).isGreaterThanOrEqualTo(estimate.low());
        }
      }
    }
  }

  @Test
  void countsOfHowOften() {
    Estimates estimates = ask(new CaptureCounts(43, 16, 8, 6, 0, 2, 1));
    assertThat(estimates.lists()).isEmpty();
    assertThat(estimates.estimates().get(1).estimate()).isCloseTo(133.78, within(0.01));
    assertThat(estimates.warnings()).contains("chapman: refused, because it needs two lists.");
    assertThat(estimates.conservative()).isBetween(102.0, 133.0);
  }

  @Test
  void saysWhichListsKeepApart() {
    assertThat(ask(Tables.parse(Tables.UNITED_KINGDOM), "chao-lower-bound").warnings())
        .singleElement()
        .asString()
        .contains("listB and listE (1 in common, about 15 expected)");
    assertThat(ask(Tables.parse(Tables.HARE), "chao-lower-bound").warnings()).isEmpty();
  }

  @Test
  void aSampleOfFiles() {
    Estimates estimates = Estimator.estimate(new FileSampling(400, 40, 12));
    Estimate estimate = estimates.estimates().getFirst();
    assertThat(estimate.method()).isEqualTo("file-sampling");
    assertThat(estimate.estimate()).isEqualTo(120);
    assertThat(estimate.low()).isEqualTo(69);
    assertThat(estimate.high()).isEqualTo(182);
    assertThat(estimate.details()).containsEntry("lower95", 76).containsEntry("lower99", 62);
    assertThat(Estimator.estimate(new FileSampling(400, 0, 0)).warnings()).hasSize(1);
  }

  @Test
  void readsMethodsWithSettings() {
    assertThat(Method.Request.parse("sparse-mse:p=0.01,replicates=200"))
        .isEqualTo(new Method.Request(Method.SPARSE_MSE, Map.of("p", 0.01, "replicates", 200.0)));
    assertThatThrownBy(() -> Method.Request.parse("chapmann")).hasMessageContaining("chapmann");
    assertThatThrownBy(() -> Method.Request.parse("chapman:p=1")).hasMessageContaining("\"p\"");
    assertThatThrownBy(() -> Method.Request.parse("sparse-mse:p"))
        .hasMessageContaining("expected key=value");
    assertThatThrownBy(() -> Method.Request.parse("sparse-mse:p=x"))
        .hasMessageContaining("expected a number");
  }
}
