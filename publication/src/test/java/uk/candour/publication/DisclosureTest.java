package uk.candour.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is released is attacked by somebody who knows the rules: of everything that would have been
/// published alike, how much is left open?
final class DisclosureTest {

  private static final int MOST = 300;
  private static final int LEAST_OPEN = 3;

  @ParameterizedTest(name = "{0} of {1}: {2} ({3})")
  @CsvSource({
    "0,300,,nobody is under ten",
    "9,300,,under ten",
    "10,300,10,the least that is shown",
    "14,300,10,rounded down",
    "15,300,20,rounded up",
    "291,300,,the rest is nine",
    "290,300,290,the rest is ten",
    "300,300,,the rest is nobody",
  })
  void aPartIsRoundedOrKeptBack(long count, long total, @Nullable Long shown, String reason) {
    assertThat(Disclosure.part(count, total)).as(reason).isEqualTo(shown);
  }

  @Test
  void noTotalBelowTenCanBeToldFromAnother() {
    Map<String, TreeSet<Long>> alike = new TreeMap<>();
    for (long count = 0; count <= MOST; count++) {
      alike
          .computeIfAbsent(String.valueOf(Disclosure.total(count)), _ -> new TreeSet<>())
          .add(count);
    }

    alike.forEach(
        (shown, counts) -> assertThat(counts).as(shown).hasSizeGreaterThanOrEqualTo(LEAST_OPEN));
    assertThat(alike.get("null")).contains(0L, 9L);
  }

  @Test
  void subtractingAPartFromItsTotalNeverShowsThatFewAreLeft() {
    Map<String, TreeSet<Long>> parts = new TreeMap<>();
    Map<String, TreeSet<Long>> rests = new TreeMap<>();
    for (long total = 0; total <= MOST; total++) {
      for (long part = 0; part <= total; part++) {
        String published = Disclosure.total(total) + " " + Disclosure.part(part, total);
        parts.computeIfAbsent(published, _ -> new TreeSet<>()).add(part);
        rests.computeIfAbsent(published, _ -> new TreeSet<>()).add(total - part);
      }
    }

    parts.forEach((published, open) -> isNotPinnedBelowTen(published, open));
    rests.forEach((published, open) -> isNotPinnedBelowTen(published, open));
  }

  /// A small figure is pinned where everything published alike leaves it fewer than three values.
  private static void isNotPinnedBelowTen(String published, SortedSet<Long> open) {
    boolean mayBeSmall = open.first() < Disclosure.LEAST;
    boolean mustBeSmall = open.last() < Disclosure.LEAST;
    assertThat(!mayBeSmall || open.size() >= LEAST_OPEN).as(published + ": " + open).isTrue();
    // Where both totals are shown, nobody learns that a part or its rest is under ten.
    if (!published.contains("null")) {
      assertThat(mustBeSmall).as(published + ": " + open).isFalse();
      assertThat(mayBeSmall).as(published + ": " + open).isFalse();
    }
  }

  @Test
  void theSameSignStandsForASmallPartAndForASmallRest() {
    assertThat(Disclosure.part(4, 300)).isEqualTo(Disclosure.part(296, 300)).isNull();
  }
}
