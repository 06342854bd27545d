package uk.candour.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Rows of an XML file, with columns by path: `child/name`, `@id`, `child/@id`, `phone` (all of
/// them, joined with `;`), `phone[1]`, and `.` for the text of the row's element itself.
///
/// An element's value is its own text; what its children hold is theirs.
final class XmlTable implements Table {

  private final XmlRows rows;
  private final WantedPaths wanted;
  private final PathValues values;
  private int row;

  XmlTable(Path file, Format.Xml format, List<String> wanted, TableNotes notes) throws IOException {
    this.wanted =
        WantedPaths.of(
            wanted.stream().map(path -> ValuePath.of(XmlRows.withoutPrefixes(path), 1)).toList());
    this.values = new PathValues(wanted.size());
    this.rows = new XmlRows(file, format, notes);
  }

  /// All paths to values, in the order of the file.
  static List<String> paths(Path file, Format.Xml format) throws IOException {
    PathUnion union = new PathUnion("/");
    try (XmlRows rows = new XmlRows(file, format, note -> {})) {
      boolean more = true;
      while (more) {
        more = rows.next(xml -> collect(xml, union, union.row(), true));
      }
    }
    return union.paths();
  }

  private static void collect(SafeXml xml, PathUnion union, PathUnion.Point at, boolean isRow)
      throws IOException {
    for (int i = 0; i < xml.attributes(); i++) {
      union.value(union.below(at, "@" + xml.attributeName(i)));
    }
    boolean text = false;
    boolean children = false;
    while (true) {
      switch (xml.next()) {
        case XMLStreamReader.START_ELEMENT -> {
          children = true;
          collect(xml, union, union.below(at, xml.name()), false);
        }
        case XMLStreamReader.END_ELEMENT -> {
          if (text || (!children && !isRow)) {
            union.value(at);
          }
          return;
        }
        case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA -> text |= xml.hasText();
        default -> {}
      }
    }
  }

  @Override
  public boolean next() throws IOException {
    values.clear();
    if (!rows.next(xml -> read(xml, wanted))) {
      return false;
    }
    row++;
    return true;
  }

  private void read(SafeXml xml, WantedPaths at) throws IOException {
    for (int i = 0; i < xml.attributes(); i++) {
      WantedPaths attribute = at.below("@" + xml.attributeName(i), 0);
      if (attribute != null) {
        values.add(attribute, xml.attributeValue(i));
      }
    }
    StringBuilder text = new StringBuilder();
    Map<String, Integer> met = new HashMap<>();
    while (true) {
      switch (xml.next()) {
        case XMLStreamReader.START_ELEMENT -> {
          WantedPaths child = at.below(xml.name(), met.merge(xml.name(), 1, Integer::sum) - 1);
          if (child == null) {
            skip(xml);
          } else {
            read(xml, child);
          }
        }
        case XMLStreamReader.END_ELEMENT -> {
          values.add(at, text.toString());
          return;
        }
        case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA, XMLStreamReader.SPACE -> {
          if (!at.columns().isEmpty()) {
            xml.appendTo(text);
          }
        }
        default -> {}
      }
    }
  }

  private static void skip(SafeXml xml) throws IOException {
    for (int depth = 1; depth > 0; ) {
      int event = xml.next();
      if (event == XMLStreamReader.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamReader.END_ELEMENT) {
        depth--;
      }
    }
  }

  @Override
  public int row() {
    return row;
  }

  @Override
  public long line() {
    return rows.line();
  }

  @Override
  public @Nullable String value(int column) {
    return values.get(column);
  }

  /// The shape of an XML row cannot be broken without the file being so.
  @Override
  public @Nullable Malformed malformed() {
    return null;
  }

  @Override
  public List<Flaw> flaws() {
    return values.flaws();
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
