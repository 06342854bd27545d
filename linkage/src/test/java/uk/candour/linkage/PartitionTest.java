package uk.candour.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What every partition of a borough into people must be, whoever the people are.
class PartitionTest {

  private static final Borough BOROUGH = new Borough(17, 700, 250, 3_000, 1.3);
  private static Linked linked = link(BOROUGH.records, 2);

  @BeforeAll
  static void linkOnce() {
    linked = link(BOROUGH.records, 2);
  }

  private static Linked link(Records records, int threads) {
    return Linker.link(records.columns(), threads, done -> {});
  }

  /// A partition by plain union of pairs, numbered by first record.
  private static int[] plainUnion(int size, List<int[]> pairs) {
    int[] group = IntStream.range(0, size).toArray();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int[] pair : pairs) {
        int least = Math.min(group[pair[0]], group[pair[1]]);
        changed |= group[pair[0]] != least || group[pair[1]] != least;
        group[pair[0]] = least;
        group[pair[1]] = least;
      }
    }
    return numbered(group);
  }

  private static int[] numbered(int[] group) {
    Map<Integer, Integer> numbers = new HashMap<>();
    int[] numbered = new int[group.length];
    for (int r = 0; r < group.length; r++) {
      Integer known = numbers.putIfAbsent(group[r], numbers.size());
      numbered[r] = known == null ? numbers.size() - 1 : known;
    }
    return numbered;
  }

  @Test
  void acceptedLinksJoinExactlyThePeopleOfTheCentralLinking() {
    Linked.Links links = linked.links();
    List<int[]> accepted = new ArrayList<>();
    for (int e = 0; e < links.size(); e++) {
      if (links.accepted()[e]) {
        accepted.add(new int[] {links.left()[e], links.right()[e]});
      }
    }
    assertThat(plainUnion(BOROUGH.records.size(), accepted))
        .isEqualTo(linked.personOf(Linking.CENTRAL));
  }

  @Test
  void recordsThatSayTheSameAreOnePersonInEveryLinking() {
    int[] sameAs = linked.sameAs();
    for (Linking linking : Linking.values()) {
      int[] personOf = linked.personOf(linking);
      for (int r = 0; r < sameAs.length; r++) {
        assertThat(sameAs[r]).isLessThanOrEqualTo(r);
        assertThat(personOf[r]).isEqualTo(personOf[sameAs[r]]);
      }
    }
  }

  @Test
  void peopleAreNumberedByTheirFirstRecord() {
    for (Linking linking : Linking.values()) {
      assertThat(linked.personOf(linking)).isEqualTo(numbered(linked.personOf(linking)));
    }
  }

  @Test
  void eachLinkingIsCoarserThanTheNext() {
    assertCoarser(Linking.EVERY_DOUBTFUL, Linking.CENTRAL);
    assertCoarser(Linking.CENTRAL, Linking.NO_DOUBTFUL);
  }

  private static void assertCoarser(Linking coarse, Linking fine) {
    int[] coarsePerson = linked.personOf(coarse);
    int[] finePerson = linked.personOf(fine);
    Map<Integer, Integer> within = new HashMap<>();
    for (int r = 0; r < finePerson.length; r++) {
      within.putIfAbsent(finePerson[r], coarsePerson[r]);
      assertThat(coarsePerson[r]).isEqualTo(within.get(finePerson[r]));
    }
  }

  @Test
  void linksAreSortedAndDoubtfulOnesAreAcceptedFromOneHalf() {
    Linked.Links links = linked.links();
    for (int e = 0; e < links.size(); e++) {
      assertThat(links.left()[e]).isLessThan(links.right()[e]);
      assertThat(links.probability()[e]).isBetween(0.1f, 1f);
      if (links.accepted()[e]) {
        assertThat(links.probability()[e]).isGreaterThanOrEqualTo(0.5f);
      }
      if (e > 0) {
        long before = ((long) links.left()[e - 1] << 32) | links.right()[e - 1];
        assertThat(((long) links.left()[e] << 32) | links.right()[e]).isGreaterThan(before);
      }
    }
  }

  @Test
  void theOrderOfTheRowsDoesNotShow() {
    Random random = new Random(2);
    int[] order = IntStream.range(0, BOROUGH.records.size()).toArray();
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swap = order[i];
      order[i] = order[j];
      order[j] = swap;
    }
    Linked shuffled = link(BOROUGH.records.inOrder(order), 2);
    for (Linking linking : Linking.values()) {
      int[] back = new int[order.length];
      for (int i = 0; i < order.length; i++) {
        back[order[i]] = shuffled.personOf(linking)[i];
      }
      assertThat(numbered(back)).isEqualTo(linked.personOf(linking));
    }
  }

  @Test
  void theNumberOfThreadsDoesNotShow() {
    Linked alone = link(BOROUGH.records, 1);
    for (Linking linking : Linking.values()) {
      assertThat(alone.personOf(linking)).isEqualTo(linked.personOf(linking));
    }
    assertThat(alone.links().left()).isEqualTo(linked.links().left());
    assertThat(alone.links().right()).isEqualTo(linked.links().right());
    assertThat(alone.links().probability()).isEqualTo(linked.links().probability());
    assertThat(alone.links().accepted()).isEqualTo(linked.links().accepted());
    assertThat(alone.error()).isEqualTo(linked.error());
    assertThat(alone.largestBlocks()).isEqualTo(linked.largestBlocks());
  }

  @Test
  void theTermsOfAnExplanationSumToItsWeight() {
    Linked.Links links = linked.links();
    int[] sameAs = linked.sameAs();
    int explained = 0;
    for (int e = 0; e < links.size(); e += 7) {
      Explanation explanation = linked.explain(links.left()[e], links.right()[e]);
      double sum = explanation.lines().stream().mapToDouble(Explanation.Line::weight).sum();
      assertThat(explanation.weight()).isCloseTo(sum, within(1e-9));
      assertThat(explanation.toString()).contains("any two").contains("probability");
      if (links.probability()[e] > 0.9999 && sameAs[links.left()[e]] != sameAs[links.right()[e]]) {
        assertThat(explanation.probability()).isGreaterThan(0.99);
        explained++;
      }
    }
    assertThat(explained).isPositive();
  }

  @Test
  void theErrorThatIsStatedIsNearTheErrorThatIs() {
    int[] truth = BOROUGH.truth();
    Accuracy central = Accuracy.of(linked.personOf(Linking.CENTRAL), truth);
    Linked.LinkError error = linked.error();
    Measured.print("stated " + error + ", measured " + central);
    assertThat(error.missedAtMost()).isLessThanOrEqualTo(1);
    assertThat(Arrays.asList(error.missed(), error.falseLinks()))
        .allSatisfy(share -> assertThat(share).isBetween(0.0, 0.5));
  }
}
