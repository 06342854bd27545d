package uk.candour.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WholeNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Jade Marsh                  | forename Jade, surname Marsh                  | two words
          Jade Ann Marsh              | forename Jade, middle Ann, surname Marsh      | what stands between is the middle name
          MARSH, Jade                 | forename Jade, surname MARSH                  | a comma turns them round
          MARSH,Jade Ann Lee          | forename Jade, middle Ann Lee, surname MARSH  | without a space too
          MARSH,                      | surname MARSH                                 | a surname alone
          Smiler                      | forename Smiler                               | a single word
          Mr Khan                     | surname Khan                                  | a title makes it a surname
          Dr. Amy Dunn                | forename Amy, surname Dunn                    | a title is no name
          Ali bin Omar                | forename Ali, surname bin Omar                | a particle belongs to the surname
          Piet van der Berg           | forename Piet, surname van der Berg           | so do two
          Lee Dunn aka Smiler         | forename Lee, surname Dunn, alias Smiler      | another name
          DUNN, Lee (AKA 'Big Lee')   | forename Lee, surname DUNN, alias 'Big Lee'   | in brackets
          Lee a.k.a. Smiler aka Slim  | forename Lee, alias Smiler, alias Slim        | several
          Lee aka  aka Slim           | forename Lee, alias Slim                      | said twice
          aka Smiler                  | alias Smiler                                  | nothing but an alias
          Maka Dunn                   | forename Maka, surname Dunn                   | aka inside a word is none
          Sinéad O’Brien              | forename Sinéad, surname O’Brien              | letters are never changed
          """)
  void takesANameApart(String written, String parts, String reason) {
    assertThat(WholeName.of(written)).as(reason).hasToString(parts);
  }

  /// A million spaces are looked at once each, not once for every space before.
  @Test
  void aLongRunOfSpacesTakesNoTime() {
    String written = "Jade" + " ".repeat(1_000_000) + "Marsh";

    assertThat(
            assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> WholeName.of(written).toString()))
        .isEqualTo("forename Jade, surname Marsh");
  }
}
