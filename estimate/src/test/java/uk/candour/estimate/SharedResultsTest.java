package uk.candour.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.candour.estimate.ExpectedResults.Node;

/// The figures that peers give for published tables, where the files that hold them are at hand.
class SharedResultsTest {

  private static Histories table(String name) {
    CaptureFile.Reading reading = CaptureFile.read(Tables.shared(name + ".csv"));
    assertThat(reading).isInstanceOf(CaptureFile.Accepted.class);
    return (Histories) ((CaptureFile.Accepted) reading).captures();
  }

  private static Node expected(String name) throws IOException {
    return ExpectedResults.parse(Files.readString(Tables.shared(name + ".expected.json")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UKdat", "Kosovo", "HIV", "hare"})
  void margins(String name) throws IOException {
    Node expected = expected(name);
    Histories table = table(name);
    assertThat(table.observed()).isEqualTo(expected.get("observed").whole());
    for (int list = 0; list < table.lists().size(); list++) {
      String listName = expected.get("lists").items().get(list).string();
      assertThat(table.lists().get(list)).isEqualTo(listName);
      assertThat(table.onList(list)).isEqualTo(expected.get("list_totals").get(listName).whole());
      assertThat(table.onlyOn(list)).isEqualTo(expected.get("only_on").get(listName).whole());
    }
    for (int times = 1; times <= table.lists().size(); times++) {
      int count = expected.get("captures").get(String.valueOf(times)).whole();
      assertThat(table.onExactly(times)).isEqualTo(count);
      assertThat(table.captureCounts().seenExactly(times)).isEqualTo(count);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UKdat", "Kosovo", "HIV", "hare"})
  void closedForms(String name) throws IOException {
    Node closed = expected(name).get("closed_form");
    Histories table = table(name);
    Node figures = closed.get("estimators");
    assertThat(ChaoLowerBound.of(table).closed())
        .isCloseTo(figures.get("pair_sum_bias_corrected_N").number(), relative(1e-9));
    ChaoLowerBound naive = ChaoLowerBound.of(table.captureCounts());
    assertThat(naive.estimate())
        .isCloseTo(figures.get("naive_chao_f1sq_over_2f2_N").number(), relative(1e-9));
    List<Node> interval = figures.get("naive_chao_lognormal_ci95").items();
    assertThat(naive.interval95().low()).isCloseTo(interval.get(0).number(), relative(1e-9));
    assertThat(naive.interval95().high()).isCloseTo(interval.get(1).number(), relative(1e-9));
    assertThat(naive.closed())
        .isCloseTo(figures.get("naive_chao_bias_corrected_N").number(), relative(1e-9));
    Zelterman zelterman = Zelterman.of(table.captureCounts());
    assertThat(zelterman.estimate()).isCloseTo(figures.get("zelterman_N").number(), relative(1e-9));
    assertThat(zelterman.standardError())
        .isCloseTo(figures.get("zelterman_se").number(), relative(1e-9));

    List<Node> expectedPairs = closed.get("pairs").items();
    List<Chapman> pairs = Chapman.pairs(table);
    assertThat(pairs).hasSameSizeAs(expectedPairs);
    for (int index = 0; index < pairs.size(); index++) {
      Chapman pair = pairs.get(index);
      Node expected = expectedPairs.get(index);
      assertThat(pair.first()).isEqualTo(expected.get("a").string());
      assertThat(pair.second()).isEqualTo(expected.get("b").string());
      assertThat(pair.onFirst()).isEqualTo(expected.get("n1").whole());
      assertThat(pair.onSecond()).isEqualTo(expected.get("n2").whole());
      assertThat(pair.onBoth()).isEqualTo(expected.get("m").whole());
      assertThat(pair.estimate()).isCloseTo(expected.get("chapman").number(), relative(1e-9));
      assertThat(pair.standardError())
          .isCloseTo(expected.get("chapman_se").number(), relative(1e-9));
      List<Node> limits = expected.get("chapman_lognormal_ci95").items();
      assertThat(pair.low95()).isCloseTo(limits.get(0).number(), relative(1e-9));
      assertThat(pair.high95()).isCloseTo(limits.get(1).number(), relative(1e-9));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UKdat", "Kosovo", "HIV", "hare"})
  void listwiseBound(String name) throws IOException {
    ChaoLowerBound bound = ChaoLowerBound.of(table(name));
    for (Node result : expected(name).get("results").items()) {
      if (result.has("id") && result.get("id").string().equals("lb.mth")) {
        assertThat(bound.estimate()).isCloseTo(result.get("point").number(), relative(1e-6));
        assertThat(bound.profile()).isCloseTo(result.get("profile_point").number(), relative(2e-3));
        List<Node> interval = result.get("ci").items();
        assertThat(bound.interval95().low()).isCloseTo(interval.get(0).number(), relative(2e-3));
        assertThat(bound.interval95().high()).isCloseTo(interval.get(1).number(), relative(2e-3));
        return;
      }
    }
    throw new AssertionError("no result lb.mth for " + name);
  }

  @Test
  void sampledFiles() throws IOException {
    for (Node expected : expected("file-sampling").get("results").items()) {
      FileSampling sample =
          new FileSampling(
              expected.get("N").whole(), expected.get("n").whole(), expected.get("x").whole());
      assertThat(sample.estimate()).isCloseTo(expected.get("expansion").number(), within(1e-9));
      assertThat(sample.lower95()).isEqualTo(expected.get("lower95_one_sided").whole());
      assertThat(sample.lower99()).isEqualTo(expected.get("lower99_one_sided").whole());
      List<Node> interval = expected.get("two_sided95").items();
      assertThat(sample.low95()).isEqualTo(interval.get(0).whole());
      assertThat(sample.high95()).isEqualTo(interval.get(1).whole());
    }
  }

  private static org.assertj.core.data.Percentage relative(double tolerance) {
    return withinPercentage(100 * tolerance);
  }
}
