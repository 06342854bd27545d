package uk.candour.publication;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class StressLayoutTest {

  @Test
  void aPathIsDrawnAsALineOfEqualSteps() {
    double[][] places = StressLayout.of(4, new int[][] {{0, 1}, {1, 2}, {2, 3}});

    for (int node = 1; node < 4; node++) {
      assertThat(distance(places[node - 1], places[node])).isBetween(0.95, 1.05);
    }
    assertThat(distance(places[0], places[3])).isBetween(2.9, 3.1);
  }

  @Test
  void nodesThatSeeTheGraphAlikeDoNotLieOnOneAnother() {
    int leaves = 12;
    int[][] star = new int[leaves][];
    for (int leaf = 0; leaf < leaves; leaf++) {
      star[leaf] = new int[] {0, leaf + 1};
    }

    double[][] places = StressLayout.of(leaves + 1, star);

    for (int one = 0; one <= leaves; one++) {
      for (int other = 0; other < one; other++) {
        assertThat(distance(places[one], places[other])).isGreaterThan(0.3);
      }
    }
  }

  @Test
  void theSameGraphHasTheSamePicture() {
    int[][] edges = {{0, 1}, {0, 2}, {1, 2}, {2, 3}, {3, 4}};

    assertThat(StressLayout.of(5, edges)).isDeepEqualTo(StressLayout.of(5, edges));
  }

  @Test
  void partsThatNothingConnectsStandApart() {
    double[][] places = StressLayout.of(4, new int[][] {{0, 1}, {2, 3}});

    assertThat(distance(places[0], places[2])).isGreaterThan(distance(places[0], places[1]));
  }

  @Test
  void twoAndOneAndNoNodesHaveAPlaceEach() {
    assertThat(StressLayout.of(0, new int[0][])).isEmpty();
    assertThat(StressLayout.of(1, new int[0][])).hasDimensions(1, 2);
    double[][] two = StressLayout.of(2, new int[][] {{0, 1}});
    assertThat(distance(two[0], two[1])).isBetween(0.99, 1.01);
  }

  private static double distance(double[] one, double[] other) {
    return Math.hypot(one[0] - other[0], one[1] - other[1]);
  }
}
