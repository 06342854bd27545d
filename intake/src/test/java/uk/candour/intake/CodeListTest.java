package uk.candour.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.candour.record.Concern;
import uk.candour.record.Outcome;

class CodeListTest {

  private static CodeList list(String name) {
    return Objects.requireNonNull(CodeList.named(name));
  }

  @ParameterizedTest
  @CsvSource({
    "dfe-ethnicity, 20", "police-16+1, 17", "police-ic, 7", "dfe-referral-source, 22",
    "dfe-primary-need, 10", "dfe-assessment-factors, 44", "dfe-closure, 9", "dfe-gender, 4",
    "dfe-sex, 3"
  })
  void aListHasAllItsCodes(String name, int codes) {
    assertThat(list(name).all()).hasSize(codes);
  }

  @Test
  void oneCodeMeansTwoThingsInTwoSystemsAndIsKeptWithItsSystem() {
    assertThat(list("police-16+1").characteristic("a2"))
        .hasToString(
            "Characteristic[system=police-16+1, code=A2, label=Pakistani, group=Asian,"
                + " usable=true]");
    assertThat(list("dfe-ethnicity").characteristic("A2")).isNull();
    assertThat(list("police-ic").characteristic("4"))
        .isEqualTo(list("police-ic").characteristic("IC4"));
  }

  @ParameterizedTest
  @CsvSource({"dfe-ethnicity, REFU", "dfe-ethnicity, NOBT", "police-16+1, NS", "police-ic, 9"})
  void whatSaysNothingIsNotUsable(String name, String code) {
    assertThat(list(name).characteristic(code)).extracting("usable").isEqualTo(false);
  }

  @Test
  void theWordsOfAListAreWordsOfTheRemit() {
    for (String name : new String[] {"dfe-primary-need", "dfe-assessment-factors"}) {
      assertThat(list(name).all())
          .allMatch(code -> code.word().isEmpty() || Concern.ofWord(code.word()) != null);
    }
    assertThat(list("dfe-closure").all()).allMatch(code -> Outcome.ofWord(code.word()) != null);
  }

  @Test
  void groupsOfAPopulationGoByLabelsAndBroadGroupsOfWhatPeopleState() {
    assertThat(CodeList.group("pakistani")).isEqualTo("Pakistani");
    assertThat(CodeList.group("Asian")).isEqualTo("Asian");
    assertThat(CodeList.group("WBRI")).isEqualTo("White British");
    assertThat(CodeList.group("Asian subcontinent appearance")).isNull();
    assertThat(CodeList.group("not stated")).isNull();
  }
}
