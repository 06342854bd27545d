package uk.candour.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A workbook written part by part, so that a test can say exactly what is wrong with it.
final class Workbooks {

  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  /// The least that a workbook of one sheet needs; the sheet's `rows` are the inside of
  /// `sheetData`.
  static Workbooks of(String rows) {
    Workbooks workbook = new Workbooks();
    workbook.part(
        "_rels/.rels",
        """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
        <Relationship Id="r1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>\
        """);
    workbook.sheets("<sheet name='Rows' sheetId='1' r:id='r1'/>");
    workbook.part(
        "xl/_rels/workbook.xml.rels",
        """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
        <Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>
        <Relationship Id="r2" Type="x/worksheet" Target="/xl/worksheets/sheet2.xml"/>
        <Relationship Id="r3" Type="x/styles" Target="styles.xml"/>
        <Relationship Id="r4" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>\
        """);
    workbook.part(
        "xl/styles.xml",
        """
        <styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-809]dd\\ mmmm\\ yyyy;@"/>
        <numFmt numFmtId="165" formatCode="0000000000"/>
        <numFmt numFmtId="166" formatCode="dd/mm/yyyy hh:mm"/>
        <numFmt numFmtId="167" formatCode="0.00&quot;days&quot;[Red]"/></numFmts>
        <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/>
        <xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="20"/></cellXfs></styleSheet>\
        """);
    workbook.part(
        "xl/sharedStrings.xml",
        """
        <sst><si><t>a</t></si><si><t>b</t></si><si><t>c</t></si><si><r><t>Zo</t></r><r><t>ë</t></r>
        <rPh><t>no</t></rPh></si><si><t xml:space="preserve"> _x000D_x_x0000_y</t></si></sst>\
        """);
    workbook.sheet(1, rows);
    return workbook;
  }

  Workbooks sheets(String sheets) {
    return part(
        "xl/workbook.xml",
        "<workbook xmlns:r='http://r'><workbookPr/><sheets>" + sheets + "</sheets></workbook>");
  }

  Workbooks sheet(int number, String rows) {
    return part(
        "xl/worksheets/sheet" + number + ".xml",
        "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
  }

  Workbooks part(String name, String text) {
    return part(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Workbooks part(String name, byte[] bytes) {
    parts.put(name, bytes);
    return this;
  }

  Workbooks without(String name) {
    parts.remove(name);
    return this;
  }

  byte[] bytes() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    }
    return out.toByteArray();
  }

  Path write(Path file) throws IOException {
    return Files.write(file, bytes());
  }
}
