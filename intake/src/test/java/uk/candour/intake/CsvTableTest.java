package uk.candour.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CsvTableTest {

  @TempDir private Path folder;

  private static Format.Csv csv(char separator, @Nullable Charset encoding, int header) {
    return new Format.Csv(separator, '"', encoding, header);
  }

  private List<String> rows(String text) throws IOException {
    return Lines.of(Lines.write(folder, "a.csv", text), csv(',', null, 1), "a", "b", "c");
  }

  static List<Arguments> shapes() {
    return List.of(
        shape("plain", "1,2,3\n4,5,6\n", "1@2 1|2|3", "2@3 4|5|6"),
        shape("CRLF, and no line end at the end", "1,2,3\r\n4,5,6", "1@2 1|2|3", "2@3 4|5|6"),
        shape("lone CR", "1,2,3\r4,5,6\r", "1@2 1|2|3", "2@3 4|5|6"),
        shape("blanks around values", " 1 ,\t2,\u00A03\u00A0\n", "1@2 1|2|3"),
        shape("blank values are none", "1,,\" \"\n", "1@2 1|null|null"),
        shape("quotes", "\"1,\"\"x\"\"\",\"2\",3\n", "1@2 1,\"x\"|2|3"),
        shape("blanks behind a closing quote", "\"1\" ,2,\"3\" \n", "1@2 1|2|3"),
        shape("a quote inside a value", "6\" x,2,3\n4,5,6\n", "1@2 6\" x|2|3", "2@3 4|5|6"),
        shape("a value over lines", "1,\"a\r\nb\",3\n4,5,6\n", "1@2 1|a\r\nb|3", "2@4 4|5|6"),
        shape("no rows", "\n , ,\n,,\n\n1,2,3\n", "1@6 1|2|3"),
        shape(
            "too few and too many",
            "1,2\n4,5,6\n7,8,9,\n",
            "1@2 MALFORMED 2 columns / 3 columns",
            "2@3 4|5|6",
            "3@4 MALFORMED 4 columns / 3 columns"),
        shape(
            "a row broken over lines",
            "1,2\nx,3\n4,5,6\n",
            "1@2 MALFORMED 2 columns / 3 columns",
            "2@3 MALFORMED 2 columns / 3 columns",
            "3@4 4|5|6"),
        shape(
            "an unclosed quote costs its own line",
            "1,\"2,3\n4,5,6\n7,8,9\n",
            "1@2 MALFORMED a quote that is not closed / 3 columns and every quote closed",
            "2@3 4|5|6",
            "3@4 7|8|9"),
        shape(
            "an unclosed quote that another row's quote would close",
            "1,2,\"x\n4,5,\"6\"\n7,8,9\n",
            "1@2 MALFORMED a quote that is not closed / 3 columns and every quote closed",
            "2@3 4|5|6",
            "3@4 7|8|9"),
        shape(
            "two stray quotes, each of whose lines is a whole row",
            "1,2,\"x\n4,5,6\"\n7,8,9\n",
            "1@2 MALFORMED a quote that is not closed / 3 columns and every quote closed",
            "2@3 4|5|6\"",
            "3@4 7|8|9"),
        shape(
            "text behind a closing quote",
            "1,\"2\"x,3\n4,5,6\n",
            "1@2 MALFORMED text behind a closing quote / 3 columns and every quote closed",
            "2@3 4|5|6"),
        shape(
            "an unclosed quote at the end",
            "1,2,3\n4,5,\"6",
            "1@2 1|2|3",
            "2@3 MALFORMED a quote that is not closed / 3 columns and every quote closed"),
        shape("formulas are text", "=1+1,@x,-5\n", "1@2 =1+1|@x|-5"),
        shape(
            "NUL is no text",
            "1,x\0y,3\n",
            "1@2 1|null|3|FLAW 1 x\u2400y / text without the character NUL"));
  }

  private static Arguments shape(String reason, String text, String... rows) {
    return Arguments.of(reason, text, Arrays.asList(rows));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shapes")
  void readsRowsOfEveryShape(String reason, String text, List<String> rows) throws IOException {
    assertThat(rows("a,b,c\n" + text)).as(reason).isEqualTo(rows);
  }

  @Test
  void theBufferMayEndAnywhere() throws IOException {
    StringBuilder text = new StringBuilder("a,b,c\r\n");
    List<String> expected = new ArrayList<>();
    for (int row = 1; row <= 60_000; row++) {
      text.append(row).append(",\"x\r\n\"\"").append("y".repeat(row % 13)).append("\",z\r\n");
      expected.add(row + "@" + (2 * row) + " " + row + "|x\r\n\"" + "y".repeat(row % 13) + "|z");
    }
    assertThat(rows(text.toString())).isEqualTo(expected);
  }

  static List<Arguments> characterSets() {
    String text = "a;b\nZoë;O’Brien\n";
    return List.of(
        Arguments.of("UTF-8, as the whole file is valid in it", "UTF-8", text),
        Arguments.of("UTF-8, by its byte-order mark", "UTF-8", "\uFEFF" + text),
        Arguments.of(
            "UTF-8, as the whole file is valid in it; places that look as if they had been encoded"
                + " twice before it came here: 1",
            "UTF-8",
            "a;b;c\nZoë;O’Brien;ZoÃ«\n"),
        Arguments.of("UTF-16LE, by its byte-order mark", "UTF-16LE", "\uFEFF" + text),
        Arguments.of("UTF-16BE, by its byte-order mark", "UTF-16BE", "\uFEFF" + text),
        Arguments.of("UTF-16LE, by its zero bytes", "UTF-16LE", text),
        Arguments.of("UTF-16BE, by its zero bytes", "UTF-16BE", text),
        Arguments.of(
            "windows-1252, assumed: byte 6 is not UTF-8 and the remit names none",
            "windows-1252",
            text));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("characterSets")
  void findsTheCharacterSetAndSaysHow(String how, String charset, String text) throws IOException {
    Path file = Lines.write(folder, "c.csv", text, Charset.forName(charset));
    List<String> notes = new ArrayList<>();
    assertThat(Lines.of(file, csv(';', null, 1), List.of("b", "a"), notes::add))
        .containsExactly("1@2 O’Brien|Zoë");
    assertThat(notes).containsExactly("Character set: " + how + ".");
  }

  @Test
  void aNamedCharacterSetMustHoldForTheWholeFile() throws IOException {
    Path file = Lines.write(folder, "w.csv", "a;b\n1;2\nZoë;3\n", Charset.forName("windows-1252"));
    assertThatThrownBy(() -> Lines.of(file, csv(';', StandardCharsets.UTF_8, 1), "a"))
        .isInstanceOf(RefusedFile.class)
        .hasMessage(
            "byte 10 (line 3) is not UTF-8, which is the file's character set as the remit says");
  }

  @Test
  void separatesWithAnyCharacter() throws IOException {
    for (char separator : new char[] {';', '\t', '|', '^', '¬', '§', '\u001F'}) {
      String text = "a,b\nx\u001Fy,\"Zoë, z\"\n".replace(',', separator);
      boolean standIn = separator == '\u001F';
      assertThat(
              Lines.of(
                  Lines.write(folder, "s.csv", standIn ? text.replace("x\u001Fy", "xy") : text),
                  csv(separator, null, 1),
                  "a",
                  "b"))
          .containsExactly("1@2 x" + (standIn ? "" : "\u001F") + "y|Zoë" + separator + " z");
    }
  }

  @Test
  void theHeaderMayStandLowerOrBeAbsent() throws IOException {
    Path file = Lines.write(folder, "h.csv", "Report \"of\n\nx, \"y\nline\"\n1,2\n");
    assertThat(Tables.columns(file, csv(',', null, 3)).names()).containsExactly("x", "\"y");
    Path quoted = Lines.write(folder, "q.csv", "Report \"of\n\nx,\"y\nline\"\n1,2\n");
    assertThat(Lines.of(quoted, csv(',', null, 3), "y line", "x")).containsExactly("1@5 2|1");
    Path bare = Lines.write(folder, "n.csv", "\n1,2\n3,4\n5\n");
    assertThat(Lines.of(bare, csv(',', null, 0), "2"))
        .containsExactly("1@2 2", "2@3 4", "3@4 MALFORMED 1 column / 2 columns");
  }

  static List<Arguments> refusals() {
    return List.of(
        Arguments.of("a,b\n1,2\n", "the file has no column 'c'; it has a, b"),
        Arguments.of("a,b,c,b\n", "columns 2 and 4 are both named 'b'"),
        Arguments.of("", "the file ends before line 1, where its header should be"),
        Arguments.of(
            "sep=,\na,b,c\n",
            "line 1 is a 'sep=' line and not the header; the remit's header is to be 2"),
        Arguments.of("\"a,b\n", "line 1, the first to be read, has a quote that is not closed"),
        Arguments.of(
            "PK\3\4....",
            "the file is a ZIP archive as workbooks (.xlsx) are and not separated values"),
        Arguments.of("%PDF-1.7\n", "the file is a PDF and not separated values"),
        Arguments.of("\n<!DOCTYPE html>", "the file is a web page and not separated values"),
        Arguments.of("x,".repeat(20_000), "line 1 has 20001 columns, more than 16384"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("refusals")
  void refusesAFileWithOnePlainReason(String text, String reason) {
    assertThatThrownBy(() -> rows(text)).isInstanceOf(RefusedFile.class).hasMessage(reason);
  }

  @Test
  void aLineWithoutEndIsRefusedByItsNumber() throws IOException {
    Path file = folder.resolve("long.csv");
    byte[] block = new byte[1 << 20];
    Arrays.fill(block, (byte) 'x');
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write("a,b,c\n1,2,3\n".getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < 100; i++) {
        out.write(block);
      }
    }
    assertThatThrownBy(() -> Lines.of(file, csv(',', null, 1), "a"))
        .isInstanceOf(RefusedFile.class)
        .hasMessage("line 3 is longer than 16 MiB");
  }

  @Test
  void aMillionColumnsInARowAreOneMalformedRow() throws IOException {
    assertThat(rows("a,b,c\n" + "x,".repeat(1_000_000) + "\n1,2,3\n"))
        .containsExactly("1@2 MALFORMED 1000001 columns / 3 columns", "2@3 1|2|3");
  }

  /// Every line opens a quote that the next line's quotes may close: the search for the end of a
  /// row must not go over the file again for each.
  @Test
  void straysOnEveryLineDoNotMakeReadingSlow() throws IOException {
    String line = "a\",b,\"c\n" + "plain,plain,plain\n".repeat(50);
    List<String> rows = rows("a,b,c\n" + line.repeat(4_000));
    assertThat(rows).hasSize(4_000 * 51);
    assertThat(rows).filteredOn(row -> row.contains("MALFORMED")).hasSize(4_000);
  }

  @Test
  void quotesThatAreNotOnesAreRefusedBeforeTheyCostTooMuch() throws IOException {
    String line = "x\",y,\"z" + ",w".repeat(2_998) + "\n";
    Path file = Lines.write(folder, "q.csv", "h,".repeat(3_000) + "h\n" + line.repeat(3_000));
    assertThatThrownBy(() -> Lines.of(file, csv(',', null, 1)))
        .isInstanceOf(RefusedFile.class)
        .hasMessageStartingWith("too many quotes are not closed, at line ");
  }
}
