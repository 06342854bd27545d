package uk.candour.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// The number formats of a workbook, to which its cells point by the number of their style.
final class CellFormats {

  private static final int MOST = 100_000;

  private final List<CellFormat> byStyle = new ArrayList<>();

  /// @param part null where the workbook has no styles
  CellFormats(WorkbookFile workbook, @Nullable String part) throws IOException {
    if (part == null) {
      return;
    }
    Map<String, String> codes = new HashMap<>();
    try (SafeXml xml = workbook.xml(part)) {
      boolean cells = false;
      for (int event = xml.next(); event != XMLStreamReader.END_DOCUMENT; event = xml.next()) {
        if (event == XMLStreamReader.END_ELEMENT && xml.name().equals("cellXfs")) {
          cells = false;
        } else if (event == XMLStreamReader.START_ELEMENT) {
          switch (xml.name()) {
            case "numFmt" -> codes.put(xml.attribute("numFmtId"), xml.attribute("formatCode"));
            case "cellXfs" -> cells = true;
            case "xf" -> {
              if (cells) {
                String id = xml.attribute("numFmtId");
                byStyle.add(CellFormat.of(SheetRows.number(id), codes.getOrDefault(id, "")));
              }
            }
            default -> {}
          }
        }
        if (byStyle.size() > MOST || codes.size() > MOST) {
          throw new RefusedFile("the workbook has more than " + MOST + " styles");
        }
      }
    }
  }

  CellFormat of(int style) {
    return style >= 0 && style < byStyle.size() ? byStyle.get(style) : CellFormat.GENERAL;
  }
}
