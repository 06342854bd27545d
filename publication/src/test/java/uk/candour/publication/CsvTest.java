package uk.candour.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CsvTest {

  @TempDir Path temp;

  @ParameterizedTest(name = "{2}: {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "plain|plain|nothing to do",
        "a,b|\"a,b\"|a comma",
        "a;b|\"a;b\"|the other separator of spreadsheets",
        "say \"no\"|\"say \"\"no\"\"\"|quotes are doubled",
        "=1+1|\"'=1+1\"|a formula",
        "@SUM(A1)|\"'@SUM(A1)\"|a formula of old",
        "+44 20|\"'+44 20\"|a telephone number would be added up",
        "a\u001bb|a[U+001B]b|a control character",
        "-12|-12|a negative number is a number",
        "+3.5|+3.5|a signed number is one",
        "-cmd|\"'-cmd\"|a formula that begins with a sign",
        "＝1|\"'＝1\"|a formula in full-width form",
        "~ =1~|\"' =1\"|a formula behind a space",
      })
  void writesACellSoThatASpreadsheetTakesItForText(String cell, String written, String reason)
      throws IOException {
    Path file = temp.resolve("cell.csv");
    try (var csv = Csv.create(file, "head")) {
      csv.line(cell);
    }

    assertThat(Files.readString(file)).as(reason).isEqualTo("head\n" + written + "\n");
  }
}
