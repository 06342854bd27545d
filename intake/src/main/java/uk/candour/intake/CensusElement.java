package uk.candour.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// One element of a census with all that is in it: small, because a child's record is.
///
/// @param text its own text, trimmed, or null
record CensusElement(String name, int line, @Nullable String text, List<CensusElement> children) {

  private static final int MOST_IN_ONE = 100_000;

  CensusElement {
    children = List.copyOf(children);
  }

  /// Reads the element whose beginning is at hand, to its end.
  static CensusElement read(SafeXml xml) throws IOException {
    return read(xml, new int[1]);
  }

  private static CensusElement read(SafeXml xml, int[] count) throws IOException {
    String name = xml.name();
    int line = xml.line();
    if (++count[0] > MOST_IN_ONE) {
      throw new RefusedFile(
          "the record of one child has more than " + MOST_IN_ONE + " elements, at line " + line);
    }
    List<CensusElement> children = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    while (true) {
      switch (xml.next()) {
        case XMLStreamReader.START_ELEMENT -> children.add(read(xml, count));
        case XMLStreamReader.END_ELEMENT -> {
          return new CensusElement(name, line, Blank.trimmed(text), children);
        }
        case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA, XMLStreamReader.SPACE ->
            xml.appendTo(text);
        default -> {}
      }
    }
  }

  List<CensusElement> all(String name) {
    return children.stream().filter(child -> child.name.equals(name)).toList();
  }

  /// The first of its children of that name, or one that is empty.
  CensusElement first(String name) {
    return children.stream()
        .filter(child -> child.name.equals(name))
        .findFirst()
        .orElse(new CensusElement(name, line, null, List.of()));
  }

  /// The text of the first of its children of that name, or null.
  @Nullable String text(String name) {
    return first(name).text;
  }

  /// The texts of all its children of that name which have one.
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (CensusElement child : children) {
      if (child.name.equals(name) && child.text != null) {
        texts.add(child.text);
      }
    }
    return texts;
  }
}
