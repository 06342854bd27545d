package uk.candour.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EvidenceTest {

  @Test
  void theSameLineIsKeptOnce() {
    var evidence = new Evidence();
    for (int time = 0; time < 3; time++) {
      for (int row = 0; row < 200; row++) {
        evidence.add(row, row % 7, "key", "note");
      }
    }

    assertThat(evidence.size()).isEqualTo(200);
  }

  @Test
  void anotherPersonKeyOrNoteIsAnotherLine() {
    var evidence =
        new Evidence()
            .add(1, 2, "key", "note")
            .add(1, 3, "key", "note")
            .add(1, 2, "other", "note")
            .add(1, 2, "key", "other");

    assertThat(evidence.size()).isEqualTo(4);
    assertThat(evidence.note(3)).isEqualTo("other");
  }

  @Test
  void everythingCountedHasALineAndItsNoteSaysWhichOfTheRowItIs() {
    var evidence =
        new Evidence().count(1, -1, "", "late").count(1, -1, "", "late").count(1, -1, "", "late");

    assertThat(evidence.size()).isEqualTo(3);
    assertThat(evidence.note(0)).isEqualTo("late");
    assertThat(evidence.note(1)).isEqualTo("late (number 2 of this row)");
    assertThat(evidence.note(2)).isEqualTo("late (number 3 of this row)");
  }
}
