package uk.candour.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/// Check digits of the numbers that name a person for life.
class NumbersTest {

  @Test
  void acceptsNhsNumbersWithTheirCheckDigit() {
    assertThat(Numbers.isNhs("9434765919")).isTrue();
    assertThat(Numbers.isNhs("9434765918")).isFalse();
    assertThat(Numbers.isNhs("943476591")).isFalse();
  }

  @Test
  void noNhsNumberSurvivesOneWrongDigitOrOneSwap() {
    Random random = new Random(11);
    for (int i = 0; i < 2_000; i++) {
      String number = String.valueOf(4_000_000_000L + random.nextInt(1_000_000_000));
      if (!Numbers.isNhs(number)) {
        continue;
      }
      for (int at = 0; at < 10; at++) {
        char other = (char) ('0' + (number.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
        assertThat(Numbers.isNhs(number.substring(0, at) + other + number.substring(at + 1)))
            .isFalse();
      }
    }
  }

  @Test
  void acceptsUpnsWithTheirCheckLetter() {
    assertThat(Numbers.isUpn("H801200001001")).isEqualTo(check("801200001001") == 'H');
    String digits = "801200001001";
    assertThat(Numbers.isUpn(check(digits) + digits)).isTrue();
    assertThat(Numbers.isUpn("I" + digits)).isFalse();
  }

  private static char check(String digits) {
    int sum = 0;
    for (int i = 0; i < 12; i++) {
      sum += (digits.charAt(i) - '0') * (i + 2);
    }
    return "ABCDEFGHJKLMNPQRTUVWXYZ".charAt(sum % 23);
  }

  @Test
  void writesPncsInOneLayout() {
    assertThat(Numbers.pnc("2003/12345F")).isEqualTo("20030012345F");
    assertThat(Numbers.pnc("03/12345F")).isEqualTo("20030012345F");
    assertThat(Numbers.pnc("2003/0012345F")).isEqualTo("20030012345F");
  }

  @Test
  void oneDigitOverAndOverIsNoNumber() {
    assertThat(Numbers.isValid("nhs", "0000000000")).isFalse();
    assertThat(Numbers.isValid("nhs", "9999999999")).isFalse();
    assertThat(Numbers.isValid("la", "1111")).isFalse();
  }

  @Test
  void phonesAreOneNumberHoweverWritten() {
    assertThat(PersonForms.phone("+44 7700 900123")).isEqualTo("07700900123");
    assertThat(PersonForms.phone("0044-7700-900123")).isEqualTo("07700900123");
    assertThat(PersonForms.phone("(07700) 900 123")).isEqualTo("07700900123");
    assertThat(PersonForms.phone("00000000000")).isEmpty();
    assertThat(PersonForms.phone("n/k")).isEmpty();
  }

  @Test
  void pseudoPostcodesAreNoPostcodes() {
    assertThat(PersonForms.postcode("ZZ99 3VZ")).isEmpty();
    assertThat(PersonForms.postcode("s1 2ab")).isEqualTo("S12AB");
  }
}
