package uk.candour.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HistoriesTest {

  private static final Histories TABLE =
      new Histories(
          List.of("police", "school", "youth"), Map.of(1L, 10L, 2L, 20L, 4L, 5L, 3L, 7L, 7L, 2L));

  @Test
  void margins() {
    assertThat(TABLE.observed()).isEqualTo(44);
    assertThat(TABLE.onList(0)).isEqualTo(19);
    assertThat(TABLE.onBoth(0, 1)).isEqualTo(9);
    assertThat(TABLE.onlyOn(2)).isEqualTo(5);
    assertThat(TABLE.onExactly(2)).isEqualTo(7);
    assertThat(TABLE.count(5)).isZero();
  }

  @Test
  void aListAndThoseThatFeedItBecomeOne() {
    Histories joined = TABLE.joined(Map.of("police", Set.of("youth", "nobody")));
    assertThat(joined.lists()).containsExactly("police+youth", "school");
    assertThat(joined.onlyOn(0)).isEqualTo(15);
    assertThat(joined.onBoth(0, 1)).isEqualTo(9);
    assertThat(joined.observed()).isEqualTo(44);
  }

  @Test
  void aListWithinAnotherJoinsIt() {
    Histories table =
        new Histories(List.of("a", "b", "c"), Map.of(1L, 10L, 2L, 20L, 5L, 5L, 3L, 7L));
    assertThat(table.containment()).isEqualTo(new Histories.Containment("c", "a"));
    Histories joined = table.joined(Map.of());
    assertThat(joined.lists()).containsExactly("a+c", "b");
    assertThat(joined.observed()).isEqualTo(42);
    assertThat(joined.containment()).isNull();
  }

  @Test
  void chainsOfFeedingJoinAll() {
    assertThat(TABLE.joined(Map.of("police", Set.of("school"), "youth", Set.of("school"))).lists())
        .containsExactly("police+school+youth");
  }

  @Test
  void listsWithoutChildrenCanBeLeftOut() {
    Histories table = new Histories(List.of("a", "b", "c"), Map.of(1L, 10L, 5L, 5L));
    assertThat(table.withoutEmptyLists().lists()).containsExactly("a", "c");
    assertThat(table.withoutEmptyLists().count(3)).isEqualTo(5);
  }

  @Test
  void refusesWhatIsNoTable() {
    assertThatThrownBy(() -> new Histories(List.of("a"), Map.of(2L, 1L)))
        .hasMessageContaining("history 2");
    assertThatThrownBy(() -> new Histories(List.of("a"), Map.of(0L, 1L)))
        .hasMessageContaining("history 0");
    assertThatThrownBy(() -> new Histories(List.of("a"), Map.of(1L, -1L)))
        .hasMessageContaining("-1 children");
    assertThatThrownBy(() -> new Histories(List.of("a", "a"), Map.of()))
        .hasMessageContaining("twice");
  }
}
