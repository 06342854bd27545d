package uk.candour.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PersonTest {

  private final Town town = new Town(new Settings(20, 20_000, 2), new Names());

  @Test
  void nhsNumbersAreOfTheTestRangeWithAValidCheckDigit() {
    Set<String> numbers = new HashSet<>();
    for (int id = 0; id < 20_000; id++) {
      String number = town.person(id).nhsNumber();
      if (!number.isEmpty()) {
        assertThat(number).matches("999\\d{7}");
        int sum = 0;
        for (int i = 0; i < 10; i++) {
          sum += (10 - i) * (number.charAt(i) - '0');
        }
        assertThat(sum % 11).isZero();
        assertThat(numbers.add(number)).as("nobody shares a number").isTrue();
      }
    }
  }

  @Test
  void identifiersAreOnesOwn() {
    Set<String> numbers = new HashSet<>();
    for (int id = 0; id < 20_000; id++) {
      Person person = town.person(id);
      assertThat(person.pupilNumber()).matches("[A-HJ-NP-RT-Z]980\\d{9}");
      assertThat(numbers.add(person.pupilNumber())).isTrue();
      assertThat(numbers.add(person.councilNumber())).isTrue();
      assertThat(numbers.add(person.policeNumber())).isTrue();
    }
  }

  @Test
  void phonesAreOfTheRangesForDramaAndPostcodesOfAnAreaThatDoesNotExist() {
    for (int id = 0; id < 20_000; id++) {
      Person person = town.person(id);
      assertThat(person.phones())
          .allSatisfy(phone ->
              assertThat(phone).matches("07700 900\\d{3}|01632 960\\d{3}|01\\d\\d 496 0\\d{3}"));
      assertThat(person.homes())
          .allSatisfy(home -> assertThat(home.postcode()).matches("ZX\\d{1,2} \\d[A-Z]{2}"));
    }
  }

  @Test
  void aFamilyIsTheSameWhoeverAsksAndInWhateverOrder() {
    Town other = new Town(new Settings(20, 20_000, 2), new Names());
    for (int family = 3999; family >= 0; family -= 37) {
      assertThat(other.family(family)).isEqualTo(town.family(family));
    }
  }

  @Test
  void someFamiliesHaveTwinsAndNoTwoChildrenOfOneHaveOneForename() {
    int twins = 0;
    for (int family = 0; family < 4000; family++) {
      Person[] people = town.family(family);
      twins += people[2].born() == people[3].born() ? 1 : 0;
      assertThat(Set.of(people[2].forename(), people[3].forename(), people[4].forename()))
          .hasSize(3);
    }
    assertThat(twins).isBetween(80, 160);
  }
}
