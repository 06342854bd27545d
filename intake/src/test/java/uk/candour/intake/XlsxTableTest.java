package uk.candour.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class XlsxTableTest {

  private static final String HEADER =
      "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c></row>";

  @TempDir private Path folder;

  private static Format.Xlsx xlsx(@Nullable String sheet) {
    return new Format.Xlsx(sheet, 1);
  }

  private List<String> rows(Workbooks workbook) throws IOException {
    return Lines.of(workbook.write(folder.resolve("w.xlsx")), xlsx(null), "a", "b");
  }

  static List<Arguments> cells() {
    return List.of(
        cell("text", "<c r='A2' t='s'><v>3</v></c>", "Zoë|null"),
        cell("text of its own", "<c r='B2' t='inlineStr'><is><t>x</t></is></c>", "null|x"),
        cell("a whole number", "<c r='A2'><v>12</v></c>", "12|null"),
        cell(
            "a decimal, with a double's tail",
            "<c r='A2'><v>12.300000000000001</v></c>",
            "12.3|null"),
        cell("an exponent", "<c r='A2'><v>1.5E-3</v></c>", "0.0015|null"),
        cell(
            "a day by a format of the house",
            "<c r='A2' s='1'><v>36526</v></c>",
            "2000-01-01|null"),
        cell("a day by a format of its own", "<c r='A2' s='2'><v>36526</v></c>", "2000-01-01|null"),
        cell(
            "the last day before the false one",
            "<c r='A2' s='1'><v>59</v></c>",
            "1900-02-28|null"),
        cell("a day and its time", "<c r='A2' s='4'><v>36526.5</v></c>", "2000-01-01T12:00|null"),
        cell("a day at midnight", "<c r='A2' s='4'><v>36526</v></c>", "2000-01-01|null"),
        cell("a time of day", "<c r='A2' s='6'><v>0.75</v></c>", "18:00|null"),
        cell(
            "zeros in front by the format",
            "<c r='A2' s='3'><v>9990001</v></c>",
            "0009990001|null"),
        cell("days in a quoted word are no date", "<c r='A2' s='5'><v>3</v></c>", "3|null"),
        cell("truth", "<c r='A2' t='b'><v>1</v></c>", "TRUE|null"),
        cell("a formula's computed value", "<c r='A2'><f>B2+1</f><v>4</v></c>", "4|null"),
        cell("cells without addresses", "<c><v>1</v></c><c><v>2</v></c>", "1|2"),
        cell(
            "the day that never was",
            "<c r='A2' s='1'><v>60</v></c>",
            "null|null|FLAW 0 29 February 1900 / a day from 1900 to 9999"),
        cell(
            "more digits than a spreadsheet keeps",
            "<c r='A2'><v>1.2345678901234568E+16</v></c>",
            "null|null|FLAW 0 12345678901234600 / text, for a spreadsheet keeps 15 digits of a number"),
        cell(
            "no number",
            "<c r='A2'><v>NaN</v></c>",
            "null|null|FLAW 0 NaN / a number that a spreadsheet can hold"),
        cell(
            "an endless exponent",
            "<c r='A2'><v>1e999999999</v></c>",
            "null|null|FLAW 0 1e999999999 / a number that a spreadsheet can hold"),
        cell("an error", "<c r='A2' t='e'><v>#N/A</v></c>", "null|null|FLAW 0 #N/A / a value"),
        cell(
            "a formula without a computed value",
            "<c r='A2'><f>B2+1</f></c>",
            "null|null|FLAW 0 a formula without a computed value / a value"),
        cell(
            "NUL",
            "<c r='A2' t='s'><v>4</v></c>",
            "null|null|FLAW 0 x\u2400y / text without the character NUL"),
        cell(
            "a value beyond the header",
            "<c r='A2'><v>1</v></c><c r='D2'><v>1</v></c>",
            "MALFORMED a value in column D / values up to column B"));
  }

  private static Arguments cell(String reason, String cells, String expected) {
    return Arguments.of(reason, cells, "1@2 " + expected);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cells")
  void readsCellsOfEveryKind(String reason, String cells, String expected) throws IOException {
    assertThat(rows(Workbooks.of(HEADER + "<row r='2'>" + cells + "</row>")))
        .as(reason)
        .containsExactly(expected);
  }

  @Test
  void countsDaysFrom1904WhereTheWorkbookDoes() throws IOException {
    Workbooks workbook = Workbooks.of(HEADER + "<row r='2'><c r='A2' s='1'><v>0</v></c></row>");
    workbook.part(
        "xl/workbook.xml",
        "<workbook xmlns:r='http://r'><workbookPr date1904='1'/><sheets>"
            + "<sheet name='Rows' sheetId='1' r:id='r1'/></sheets></workbook>");
    assertThat(rows(workbook)).containsExactly("1@2 1904-01-01|null");
  }

  @Test
  void saysWhatTheWorkbookHides() throws IOException {
    Workbooks workbook =
        Workbooks.of("")
            .sheets(
                "<sheet name='Old' sheetId='2' state='veryHidden' r:id='r2'/>"
                    + "<sheet name='Rows' sheetId='1' r:id='r1'/>")
            .part("xl/externalLinks/externalLink1.xml", "<x/>")
            .part("xl/vbaProject.bin", "x")
            .part(
                "xl/worksheets/sheet1.xml",
                "<worksheet><cols><col min='2' max='2' hidden='1'/></cols><sheetData>"
                    + HEADER
                    + "<row r='2' hidden='1'><c r='A2'><v>1</v></c></row><row r='3'/>"
                    + "<row r='4'><c r='A4'><f>1</f></c></row></sheetData>"
                    + "<mergeCells><mergeCell ref='A2:B2'/></mergeCells></worksheet>")
            .sheet(2, HEADER + "<row r='2'><c r='A2'><v>7</v></c></row>");
    Path file = workbook.write(folder.resolve("hidden.xlsx"));
    List<String> notes = new ArrayList<>();
    assertThat(Lines.of(file, xlsx(null), List.of("a"), notes::add))
        .containsExactly("1@2 1", "2@4 null|FLAW 0 a formula without a computed value / a value");
    assertThat(notes)
        .containsExactly(
            "Sheets not read: 'Old' (very hidden).",
            "The workbook holds links to other workbooks, not followed (1).",
            "The workbook holds macros, not run (1).",
            "Column 'b' is hidden; it was read.",
            "Hidden rows, which were read: 1 (sheet rows 2).",
            "Formulas, of which the last computed value was read: 1, without a computed value: 1.",
            "Merged cells, whose value stands in the first alone: 1 ranges.");
    notes.clear();
    assertThat(Lines.of(file, xlsx("Old"), List.of("a"), notes::add)).containsExactly("1@2 7");
    assertThat(notes).contains("Sheet 'Old' is very hidden; it was read, as the remit names it.");
    assertThat(Lines.of(file, xlsx("2"), "a")).hasSize(2);
  }

  static List<Arguments> refusals() {
    String bomb = "x".repeat(60_000_000);
    return List.of(
        refusal(
            "no such sheet",
            Workbooks.of(HEADER).sheets("<sheet name='Rows' state='hidden' r:id='r1'/>"),
            "the workbook has no visible sheet; it has Rows"),
        refusal(
            "a sheet that is elsewhere",
            Workbooks.of(HEADER).sheets("<sheet name='Rows' r:id='r9'/>"),
            "the sheet 'Rows' is not in the workbook"),
        refusal(
            "a part that is absent",
            Workbooks.of(HEADER).without("xl/worksheets/sheet1.xml"),
            "the workbook lacks its part xl/worksheets/sheet1.xml"),
        refusal(
            "a bomb",
            Workbooks.of(HEADER).part("xl/media/a.xml", bomb),
            "the archive expands beyond all measure"),
        refusal(
            "a name that leads out",
            Workbooks.of(HEADER).part("../../etc/x", "x"),
            "the archive holds a part whose name leads out of it"),
        refusal(
            "names that differ in case alone",
            Workbooks.of(HEADER).part("XL/styles.xml", "<x/>"),
            "the archive holds two parts of one name"),
        refusal(
            "an entity of a file",
            Workbooks.of(HEADER)
                .part(
                    "xl/sharedStrings.xml",
                    "<!DOCTYPE sst [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>"
                        + "<sst><si><t>&x;</t></si></sst>"),
            "the XML has a document type or entities of its own, at line 1, column 1"),
        refusal(
            "a text that is not there",
            Workbooks.of("<row r='1'><c r='A1' t='s'><v>99</v></c></row>"),
            "a cell points to text 99 of the workbook, which has 5"),
        refusal(
            "a column beyond the last",
            Workbooks.of(HEADER + "<row r='2'><c r='ZZZZZZ2'><v>1</v></c></row>"),
            "row 2 of the sheet has a cell ZZZZZZ2 behind column "),
        refusal(
            "a row beyond the last",
            Workbooks.of(HEADER + "<row r='99999999'/>"),
            "the sheet has a row 99999999 behind row 1"),
        refusal(
            "rows out of order",
            Workbooks.of(HEADER + "<row r='5'/><row r='5'/>"),
            "the sheet has a row 5 behind row 5"),
        refusal(
            "a sheet cut off",
            Workbooks.of(HEADER)
                .part("xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + HEADER),
            "the file is not well-formed XML, or beyond the limits, at line 1"),
        refusal(
            "an office document of another kind",
            Workbooks.of(HEADER).part("xl/workbook.xml", "<document/>"),
            "the file is an office document and not a workbook (.xlsx)"),
        refusal(
            "depth",
            Workbooks.of(HEADER).part("xl/worksheets/sheet1.xml", "<a>".repeat(200_000)),
            "the file is not well-formed XML, or beyond the limits, at line 1"),
        refusal(
            "a long value",
            Workbooks.of(
                HEADER
                    + "<row><c t='inlineStr'><is><t>"
                    + "x".repeat(2_000_000)
                    + "</t></is></c></row>"),
            "a value is longer than 1048576 characters"));
  }

  private static Arguments refusal(String reason, Workbooks workbook, String message) {
    return Arguments.of(reason, workbook, message);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void refusesAWorkbookWithOnePlainReason(String reason, Workbooks workbook, String message) {
    assertThatThrownBy(() -> rows(workbook))
        .as(reason)
        .isInstanceOf(RefusedFile.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void refusesWhatIsNoWorkbook() throws IOException {
    Path text = Lines.write(folder, "t.xlsx", "a,b\n1,2\n");
    assertThatThrownBy(() -> Lines.of(text, xlsx(null), "a"))
        .hasMessage("the file is no workbook (.xlsx)");
    Path pdf = Lines.write(folder, "p.xlsx", "%PDF-1.7");
    assertThatThrownBy(() -> Lines.of(pdf, xlsx(null), "a"))
        .hasMessage("the file is a PDF and not a ZIP archive as workbooks (.xlsx) are");
    Path whole = Workbooks.of(HEADER).write(folder.resolve("whole.xlsx"));
    Path more = Files.copy(whole, folder.resolve("more.xlsx"));
    Files.writeString(more, "tail", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    assertThatThrownBy(() -> Lines.of(more, xlsx(null), "a"))
        .hasMessage("the workbook's archive is cut off, or something follows it");
  }

  @Test
  void everyCutAndEveryChangedByteIsRefusedOrRead() throws IOException {
    byte[] whole =
        Files.readAllBytes(
            Workbooks.of(HEADER + "<row r='2'><c r='A2'><v>1</v></c></row>")
                .write(folder.resolve("whole.xlsx")));
    Path file = folder.resolve("changed.xlsx");
    Random random = new Random(3);
    for (int i = 0; i < 400; i++) {
      byte[] changed = whole.clone();
      changed[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, changed);
      assertRefusedOrRead(file);
    }
    for (int length = 0; length < whole.length; length += whole.length / 100) {
      try (OutputStream out = Files.newOutputStream(file)) {
        out.write(whole, 0, length);
      }
      assertThatThrownBy(() -> Lines.of(file, xlsx(null), "a")).isInstanceOf(RefusedFile.class);
    }
  }

  private static void assertRefusedOrRead(Path file) throws IOException {
    try {
      Lines.of(file, xlsx(null), "a");
    } catch (RefusedFile refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  /// Sizes in the directory and in front of each part lie, parts overlap, there are too many.
  @Test
  void believesNothingThatTheArchiveSaysOfItself() throws IOException {
    Path file = folder.resolve("lies.xlsx");
    byte[] whole = Workbooks.of(HEADER).bytes();
    byte[] large = Workbooks.of(HEADER).part("xl/media/a", "x".repeat(60_000_000)).bytes();
    for (int at = directory(large); at < large.length - 46; at++) {
      if (isEntry(large, at)) {
        Arrays.fill(large, at + 24, at + 28, (byte) 1);
      }
    }
    Files.write(file, large);
    assertThatThrownBy(() -> Lines.of(file, xlsx(null), "a")).isInstanceOf(RefusedFile.class);

    byte[] overlapping = whole.clone();
    int first = directory(overlapping);
    for (int at = first + 1; at < overlapping.length - 46; at++) {
      if (isEntry(overlapping, at)) {
        System.arraycopy(overlapping, first + 42, overlapping, at + 42, 4);
      }
    }
    Files.write(file, overlapping);
    assertThatThrownBy(() -> Lines.of(file, xlsx(null), "a")).isInstanceOf(RefusedFile.class);

    Workbooks many = Workbooks.of(HEADER);
    for (int i = 0; i < 60_000; i++) {
      many.part("xl/media/" + i, "");
    }
    Files.write(file, many.bytes());
    assertThatThrownBy(() -> Lines.of(file, xlsx(null), "a"))
        .hasMessage("the archive holds 60006 parts, more than 10000");
  }

  private static int directory(byte[] archive) {
    int end = archive.length - 22;
    return ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN).getInt(end + 16);
  }

  private static boolean isEntry(byte[] archive, int at) {
    return archive[at] == 'P' && archive[at + 1] == 'K' && archive[at + 2] == 1;
  }

  @Test
  void refusesTheFileThatEncryptionLeaves() throws IOException {
    Path file = folder.resolve("encrypted.xlsx");
    Files.write(file, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0});
    assertThatThrownBy(() -> Lines.of(file, xlsx(null), "a"))
        .hasMessageStartingWith("the file is an old or encrypted workbook");
  }

  /// The twin is fastexcel's reader, over a workbook that fastexcel wrote.
  @Test
  void readsWhatTheTwinReads() throws IOException {
    Path file = folder.resolve("twin.xlsx");
    Random random = new Random(7);
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "candour", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Rows");
      for (int column = 0; column < 8; column++) {
        sheet.value(0, column, "c" + column);
      }
      for (int row = 1; row <= 500; row++) {
        for (int column = 0; column < 8; column++) {
          switch (random.nextInt(5)) {
            case 0 -> sheet.value(row, column, "text " + random.nextInt(50));
            case 1 -> sheet.value(row, column, random.nextInt(100_000));
            case 2 -> sheet.value(row, column, random.nextInt(100_000) / 8.0);
            case 3 -> {
              sheet.value(row, column, LocalDate.of(1990, 1, 1).plusDays(random.nextInt(9_000)));
              sheet.style(row, column).format("dd/mm/yyyy").set();
            }
            default -> {}
          }
        }
      }
    }
    List<String> twin = new ArrayList<>();
    try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
        Stream<Row> rows = workbook.getFirstSheet().openStream()) {
      rows.skip(1).forEach(row -> twin.add(twinLine(row, twin.size() + 1)));
    }
    String[] wanted = {"c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7"};
    List<String> ours =
        Lines.of(file, xlsx("Rows"), wanted).stream().map(XlsxTableTest::withSerials).toList();
    assertThat(ours).isEqualTo(twin);
  }

  private static String twinLine(Row row, int number) {
    List<String> values = new ArrayList<>();
    for (int column = 0; column < 8; column++) {
      String raw = row.getCellRawValue(column).orElse("");
      boolean numeric = raw.matches("[0-9.]+");
      values.add(
          raw.isEmpty()
              ? "null"
              : numeric ? new BigDecimal(raw).stripTrailingZeros().toPlainString() : raw);
    }
    return number + "@" + row.getRowNum() + " " + String.join("|", values);
  }

  /// The twin gives days as their numbers.
  private static String withSerials(String line) {
    return Pattern.compile("\\d{4}-\\d\\d-\\d\\d")
        .matcher(line)
        .replaceAll(day ->
            Long.toString(
                LocalDate.parse(day.group()).toEpochDay()
                    - LocalDate.of(1899, 12, 30).toEpochDay()));
  }
}
