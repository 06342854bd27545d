package uk.candour.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/// How well children and suspects are told apart in invented boroughs of several sizes and kinds.
class BoroughTest {

  private static void measure(String name, Borough borough, double children, double suspects) {
    long start = System.nanoTime();
    Linked linked = Linker.link(borough.records.columns(), 2, done -> {});
    double seconds = (System.nanoTime() - start) / 1e9;
    int[] central = linked.personOf(Linking.CENTRAL);
    Accuracy ofChildren = Accuracy.of(central, borough.truthOfChildren());
    Accuracy ofSuspects = Accuracy.of(central, borough.truthOfNamedSuspects());
    Measured.print(
        String.format(
            Locale.ROOT,
            "%-8s %6d records %5.1f s  children %s  named suspects %s",
            name,
            borough.records.size(),
            seconds,
            ofChildren,
            ofSuspects));
    assertThat(ofChildren.f1()).as("children of " + name).isGreaterThan(children);
    assertThat(ofSuspects.f1()).as("suspects of " + name).isGreaterThan(suspects);
  }

  @Test
  void aHandfulOfChildren() {
    measure("tiny", new Borough(1, 120, 60, 500, 1), 0.97, 0.93);
  }

  @Test
  void aSmallBorough() {
    measure("small", new Borough(2, 600, 200, 3_000, 1), 0.97, 0.93);
  }

  @Test
  void aSmallBoroughWithCarelessRecords() {
    measure("careless", new Borough(3, 600, 200, 3_000, 2), 0.96, 0.93);
  }

  @Test
  void aBoroughOfManyChildren() {
    measure("middle", new Borough(4, 3_000, 800, 12_000, 1), 0.97, 0.93);
  }
}
