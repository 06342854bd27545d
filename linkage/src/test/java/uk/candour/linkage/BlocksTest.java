package uk.candour.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Blocks and candidates against the pairs of a double loop.
class BlocksTest {

  @Test
  void candidatesAreThePairsThatShareAKeyEachOnce() {
    Random random = new Random(13);
    int size = 500;
    long[] first = random.longs(size, 0, 60).toArray();
    long[] second = random.longs(size, 0, 90).toArray();
    Blocks blocks =
        new Blocks.Builder(size, 1_000_000)
            .rule("first", 1, (d, sink) -> sink.key(first[d]))
            .rule(
                "second, or first and second",
                2,
                (d, sink) -> {
                  sink.key(second[d]);
                  sink.key(Forms.mix(first[d], second[d]));
                })
            .build();
    Candidates candidates = new Candidates(blocks, size);
    for (int a = 0; a < size; a++) {
      candidates.gatherLater(a);
      Set<Integer> found = new TreeSet<>();
      for (int n = 0; n < candidates.size(); n++) {
        int b = candidates.candidate(n);
        assertThat(found.add(b)).isTrue();
        boolean byFirst = first[a] == first[b] && first[a] != 0;
        boolean bySecond =
            (second[a] == second[b] && second[a] != 0)
                || (first[a] == first[b] && second[a] == second[b]);
        assertThat(candidates.rules(n)).isEqualTo((byFirst ? 1 : 0) | (bySecond ? 2 : 0));
      }
      for (int b = a + 1; b < size; b++) {
        boolean share =
            (first[a] == first[b] && first[a] != 0) || (second[a] == second[b] && second[a] != 0);
        share |= first[a] == first[b] && second[a] == second[b];
        assertThat(found.contains(b)).isEqualTo(share);
      }
    }
  }

  @Test
  void aBlockThatIsTooLargeIsCutAndTheRestIsToldOf() {
    int size = 20_000;
    Blocks blocks =
        new Blocks.Builder(size, 100_000)
            .rule("one key for all", 1, (d, sink) -> sink.key(1), d -> d % 400 == 0 ? 0 : d % 400)
            .rule("one key for all, nothing finer", 1, (d, sink) -> sink.key(1))
            .build();
    assertThat(blocks.pairs()).isLessThan(600_000);
    assertThat(blocks.largest())
        .contains(
            new Linked.LargeBlock("one key for all", size, false),
            new Linked.LargeBlock("one key for all, nothing finer", size, true));
  }
}
