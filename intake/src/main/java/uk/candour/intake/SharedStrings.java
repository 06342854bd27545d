package uk.candour.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// The texts of a workbook, to which its cells point by number: UTF-8 in one array.
final class SharedStrings {

  private static final int MOST_BYTES = 1 << 29;

  private byte[] bytes = new byte[1 << 12];
  private int[] ends = new int[1 << 8];
  private int count;

  /// @param part null where the workbook has no such texts
  SharedStrings(WorkbookFile workbook, @Nullable String part) throws IOException {
    if (part == null) {
      return;
    }
    StringBuilder text = new StringBuilder();
    try (SafeXml xml = workbook.xml(part)) {
      while (xml.nextStart()) {
        if (xml.name().equals("si")) {
          text.setLength(0);
          readText(xml, text);
          add(text.toString().getBytes(StandardCharsets.UTF_8));
        }
      }
    }
  }

  private void add(byte[] text) throws RefusedFile {
    int from = count == 0 ? 0 : ends[count - 1];
    if (from + text.length > MOST_BYTES) {
      throw new RefusedFile("the workbook's texts are longer than " + MOST_BYTES + " bytes");
    }
    if (from + text.length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, from + text.length));
    }
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, 2 * count);
    }
    System.arraycopy(text, 0, bytes, from, text.length);
    ends[count++] = from + text.length;
  }

  String get(int number) throws RefusedFile {
    if (number < 0 || number >= count) {
      throw new RefusedFile(
          "a cell points to text " + number + " of the workbook, which has " + count);
    }
    int from = number == 0 ? 0 : ends[number - 1];
    return new String(bytes, from, ends[number] - from, StandardCharsets.UTF_8);
  }

  /// The text of the element at hand to its end: its runs one after another, phonetic ones left
  /// out.
  static void readText(SafeXml xml, StringBuilder text) throws IOException {
    int depth = 1;
    int phonetic = 0;
    boolean inText = false;
    while (depth > 0) {
      switch (xml.next()) {
        case XMLStreamReader.START_ELEMENT -> {
          depth++;
          inText = xml.name().equals("t");
          phonetic = phonetic == 0 && xml.name().equals("rPh") ? depth : phonetic;
        }
        case XMLStreamReader.END_ELEMENT -> {
          phonetic = phonetic == depth ? 0 : phonetic;
          depth--;
          inText = false;
        }
        case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA, XMLStreamReader.SPACE -> {
          if (inText && phonetic == 0) {
            xml.appendTo(text);
          }
        }
        default -> {}
      }
    }
  }
}
