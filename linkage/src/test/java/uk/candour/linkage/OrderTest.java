package uk.candour.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The radix sort against the library's.
class OrderTest {

  @Test
  void sortsAsTheLibraryDoesAndKeepsEqualKeysInOrder() {
    Random random = new Random(5);
    for (int size : new int[] {0, 1, 2, 300, 5_000}) {
      long[] keys = new long[size];
      for (int i = 0; i < size; i++) {
        keys[i] = random.nextBoolean() ? random.nextLong() : random.nextInt(40);
      }
      int[] expected =
          IntStream.range(0, size)
              .boxed()
              .sorted(Comparator.comparing((Integer i) -> keys[i], Long::compareUnsigned))
              .mapToInt(i -> i)
              .toArray();
      assertThat(Order.of(keys)).isEqualTo(expected);
    }
  }
}
