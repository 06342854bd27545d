package uk.candour.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.candour.characteristics.SealedRow;
import uk.candour.intake.Sealing.Attribute;

class SealingTest {

  /// Seals words where no list is named, else a code of the list.
  private static @Nullable String seal(
      Sealing sealing, int person, Attribute attribute, String list, String given) {
    return list.isEmpty()
        ? sealing.words(person, attribute, given)
        : sealing.code(person, attribute, list, given);
  }

  @ParameterizedTest
  @CsvSource({
    "ETHNICITY, police-16+1, a2, Pakistani, a code without regard to case",
    "ETHNICITY, dfe-ethnicity, WIRI, White Irish, a code of another list",
    "ETHNICITY_OBSERVED, police-ic, 4, Asian subcontinent appearance, the short form",
    "ETHNICITY, '', pakistani, Pakistani, words out of a list",
    "ETHNICITY, '', Zemblan, Zemblan, words out of none",
    "NATIONALITY, '', Irish, Irish, words",
  })
  void aValueIsSealedAsAFilesIs(
      Attribute attribute, String list, String given, String label, String reason) {
    var sealing = new Sealing();

    assertThat(seal(sealing, 3, attribute, list, given)).as(reason).isNull();
    assertThat(sealing.sealed().people())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.person()).isEqualTo(3);
          assertThat(one.value().label()).isEqualTo(label);
        });
  }

  @ParameterizedTest
  @CsvSource({
    "ETHNICITY, police-ic, 4, 'a code list: dfe-ethnicity, police-16+1', nobody states appearance",
    "ETHNICITY, police, A2, 'a code list: dfe-ethnicity, police-16+1', no such list",
    "ETHNICITY, dfe-gender, 1, 'a code list: dfe-ethnicity, police-16+1', another kind of list",
    "ETHNICITY, police-16+1, ZZ, a code of police-16+1, no such code",
    "NATIONALITY, police-16+1, A2, words: there is no code list for it, no list at all",
    "ETHNICITY, '', A2, 'words such as Pakistani, or a code with the list that it is of', a bare code",
  })
  void whatCannotBeReadIsToldAndNotSealed(
      Attribute attribute, String list, String given, String expected, String reason) {
    var sealing = new Sealing();

    assertThat(seal(sealing, 0, attribute, list, given)).as(reason).isEqualTo(expected);
    assertThat(sealing.sealed()).isSameAs(SealedRow.NOTHING);
  }

  @Test
  void whatWasNotStatedIsKeptAsSaid() {
    var sealing = new Sealing();
    sealing.words(0, Attribute.ETHNICITY, "not stated");
    sealing.code(1, Attribute.ETHNICITY, "dfe-ethnicity", "REFU");

    assertThat(sealing.sealed().people()).hasSize(2).noneMatch(one -> one.value().usable());
  }

  @ParameterizedTest
  @CsvSource({
    "ethnicity, ETHNICITY",
    "ethnicity-observed, ETHNICITY_OBSERVED",
    "nationality, NATIONALITY"
  })
  void theWordsAreThoseOfTheTargets(String word, Attribute attribute) {
    assertThat(Attribute.ofWord(word)).isEqualTo(attribute);
    assertThat(Attribute.ofWord("sex")).isNull();
  }
}
