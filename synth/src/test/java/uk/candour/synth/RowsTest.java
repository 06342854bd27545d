package uk.candour.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowsTest {

  @TempDir Path folder;

  @Test
  void valuesWithSeparatorsAndQuotesAreQuoted() throws IOException {
    Path file = folder.resolve("a.csv");
    try (CsvRows rows = new CsvRows(file, List.of("a", "b"))) {
      rows.write(List.of("Flat 2, 5 Wharf Road", "called \"Doc\""));
    }
    assertThat(Files.readString(file))
        .isEqualTo("a,b\r\n\"Flat 2, 5 Wharf Road\",\"called \"\"Doc\"\"\"\r\n");
  }

  @Test
  void whatACharacterSetCannotHoldLosesItsAccents() throws IOException {
    Path file = folder.resolve("b.csv");
    Charset western = Charset.forName("windows-1252");
    try (CsvRows rows = new CsvRows(file, ',', western, List.of("name"))) {
      rows.write(List.of("Łukasz"));
      rows.write(List.of("Siobhán"));
    }
    assertThat(Files.readAllLines(file, western)).containsExactly("name", "Lukasz", "Siobhán");
  }

  @Test
  void aBrokenRowRunsOverTwoLines() throws IOException {
    Path file = folder.resolve("c.csv");
    try (CsvRows rows = new CsvRows(file, List.of("a", "b", "c", "d"))) {
      rows.writeBroken(List.of("1", "2", "3", "4"));
      rows.writeCutShort(List.of("1", "2", "3", "4"));
    }
    assertThat(Files.readAllLines(file)).containsExactly("a,b,c,d", "1,2", "3,4", "1,2");
  }

  @Test
  void columnsWithDotsBecomeObjectsAndBlanksNull() throws IOException {
    Path file = folder.resolve("d.json");
    List<String> columns = List.of("ref", "child.first", "child.last", "driver.name", "log");
    try (JsonRows rows = JsonRows.array(file, "2014-05-31", "calls", columns)) {
      rows.write(List.of("1", "Ann", "", "", "said \"no\""));
      rows.write(List.of("2", "", "", "Bob", ""));
    }
    assertThat(Files.readString(file))
        .isEqualTo(
            """
            {"exported": "2014-05-31", "calls": [
            {"ref": "1", "child": {"first": "Ann", "last": null}, "driver": {"name": null}, "log": "said \\"no\\""},
            {"ref": "2", "child": {"first": null, "last": null}, "driver": {"name": "Bob"}, "log": null}
            ]}
            """);
  }

  @Test
  void columnsWithSlashesBecomeElementsAndBlanksEmptyOnes() throws IOException {
    Path file = folder.resolve("e.xml");
    try (XmlRows rows = new XmlRows(file, List.of("@ref", "Kind", "Victim/Born", "Place/Name"))) {
      rows.write(List.of("1", "a & b", "", "<Cafe>"));
    }
    assertThat(Files.readString(file))
        .contains(
            "<Incident ref=\"1\"><Kind>a &amp; b</Kind><Victim><Born/></Victim><Place><Name>&lt;Cafe></Name></Place>");
  }

  @Test
  void aWorkbookHasTheSameBytesEachTime() throws IOException {
    Path one = folder.resolve("one.xlsx");
    Path other = folder.resolve("other.xlsx");
    for (Path file : List.of(one, other)) {
      try (XlsxRows rows = new XlsxRows(file, "Rows", List.of("When", "What"), "When")) {
        rows.write(List.of("03/04/2005", "a referral"));
        rows.write(List.of("", "another"));
      }
    }
    assertThat(Files.readAllBytes(one)).isEqualTo(Files.readAllBytes(other));
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("one.xlsx", "other.xlsx");
  }
}
