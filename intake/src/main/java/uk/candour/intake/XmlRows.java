package uk.candour.intake;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamReader;

/// The elements of an XML file that are its rows, one at a time.
///
/// The path of the rows begins at the root where it begins with `/`, else anywhere. Names are
/// compared without their prefixes. A row within a row is part of it.
final class XmlRows implements Closeable {

  /// Reads the element whose beginning is at hand, to its end.
  interface Visitor {
    void visit(SafeXml xml) throws IOException;
  }

  private final SafeXml xml;
  private final List<String> steps;
  private final boolean fromRoot;
  private final List<String> open = new ArrayList<>();
  private int line;

  XmlRows(Path file, Format.Xml format, TableNotes notes) throws IOException {
    FileKind.refuseUnless(FileKind.XML, FileKind.head(file));
    this.fromRoot = format.rows().startsWith("/") && !format.rows().startsWith("//");
    this.steps = ValuePath.of(withoutPrefixes(format.rows()), 1).names();
    this.xml = new SafeXml(Files.newInputStream(file));
    notes.note("Character set: " + xml.encoding() + ".");
  }

  static String withoutPrefixes(String path) {
    return path.replaceAll("(^|[/.@])[^/.@:]+:", "$1");
  }

  /// Moves to the next row and lets it be read; false after the last.
  boolean next(Visitor visitor) throws IOException {
    while (true) {
      switch (xml.next()) {
        case XMLStreamReader.START_ELEMENT -> {
          open.addAll(
              ValuePath.isSeveral(xml.name()) ? ValuePath.parts(xml.name()) : List.of(xml.name()));
          boolean row = isRow();
          if (row) {
            line = xml.line();
            String name = xml.name();
            visitor.visit(xml);
            close(name);
            return true;
          }
        }
        case XMLStreamReader.END_ELEMENT -> close(xml.name());
        case XMLStreamReader.END_DOCUMENT -> {
          return false;
        }
        default -> {}
      }
    }
  }

  private void close(String name) {
    int parts = ValuePath.isSeveral(name) ? ValuePath.parts(name).size() : 1;
    open.subList(open.size() - parts, open.size()).clear();
  }

  private boolean isRow() {
    int from = open.size() - steps.size();
    return from >= 0
        && (!fromRoot || from == 0)
        && open.getLast().equals(steps.isEmpty() ? null : steps.getLast())
        && open.subList(from, open.size()).equals(steps);
  }

  /// The line on which the present row's element begins.
  int line() {
    return line;
  }

  @Override
  public void close() throws IOException {
    xml.close();
  }
}
