package uk.candour.intake;

import com.ctc.wstx.api.WstxInputProperties;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.ServiceLoader;
import java.util.Set;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;

/// XML from outside, read forward only: no document type, no entity but the five, nothing fetched.
///
/// Every limit is here: depth, attributes, the length of a value, of a tag and of a comment, and
/// how many different names there may be. What breaks one, or is not well-formed, is a
/// [RefusedFile] with line and column.
final class SafeXml implements Closeable {

  static final int LONGEST_VALUE = 1 << 20;

  private static final int DEEPEST = 100;
  private static final int MOST_ATTRIBUTES = 200;
  private static final int LONGEST_TAG = 4 << 20;
  private static final int MOST_NAMES = 100_000;

  /// Named, because the platform's default is whatever parser happens to be there.
  private static final String WOODSTOX = "com.ctc.wstx.stax.WstxInputFactory";

  private static final XMLInputFactory FACTORY = factory();

  private final InputStream in;
  private final XMLStreamReader reader;
  private final Set<String> names = new HashSet<>();

  SafeXml(InputStream in) throws IOException {
    this.in = in;
    try {
      this.reader = FACTORY.createXMLStreamReader(new WithoutLongRuns(in));
    } catch (XMLStreamException e) {
      in.close();
      throw refused(e, "its beginning");
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory =
        ServiceLoader.load(XMLInputFactory.class).stream()
            .filter(provider -> provider.type().getName().equals(WOODSTOX))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(WOODSTOX + " is not on the class path"))
            .get();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setXMLResolver((publicId, systemId, base, namespace) -> {
      throw new XMLStreamException("nothing is fetched");
    });
    factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
    factory.setProperty(XMLInputFactory2.P_INTERN_NAMES, false);
    factory.setProperty(XMLInputFactory2.P_INTERN_NS_URIS, false);
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEEPEST);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MOST_ATTRIBUTES);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, LONGEST_VALUE);
    return factory;
  }

  /// The next event, one of [XMLStreamReader]'s, at the end that of its end; a document type is
  /// refused.
  int next() throws IOException {
    try {
      if (!reader.hasNext()) {
        return XMLStreamReader.END_DOCUMENT;
      }
      int event = reader.next();
      if (event == XMLStreamReader.DTD || event == XMLStreamReader.ENTITY_REFERENCE) {
        throw new RefusedFile("the XML has a document type or entities of its own, at " + place());
      }
      if (event == XMLStreamReader.START_ELEMENT) {
        checkNames();
      }
      return event;
    } catch (XMLStreamException e) {
      throw refused(e, place());
    }
  }

  private void checkNames() throws RefusedFile {
    names.add(reader.getLocalName());
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      names.add(reader.getAttributeLocalName(i));
    }
    if (names.size() > MOST_NAMES) {
      throw new RefusedFile("the XML has more than " + MOST_NAMES + " different names");
    }
  }

  /// Moves to the next start of an element; false at the end of the document.
  boolean nextStart() throws IOException {
    while (true) {
      int event = next();
      if (event == XMLStreamReader.START_ELEMENT) {
        return true;
      }
      if (event == XMLStreamReader.END_DOCUMENT) {
        return false;
      }
    }
  }

  /// The element at hand, without its prefix.
  String name() {
    return reader.getLocalName();
  }

  int attributes() {
    return reader.getAttributeCount();
  }

  String attributeName(int index) {
    return reader.getAttributeLocalName(index);
  }

  String attributeValue(int index) {
    return reader.getAttributeValue(index);
  }

  /// An attribute's value by its name without prefix, or the empty text.
  String attribute(String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name)) {
        return reader.getAttributeValue(i);
      }
    }
    return "";
  }

  /// Adds the characters at hand to a text.
  void appendTo(StringBuilder text) throws RefusedFile {
    if (text.length() + reader.getTextLength() > LONGEST_VALUE) {
      throw new RefusedFile(
          "a value is longer than " + LONGEST_VALUE + " characters, at " + place());
    }
    text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
  }

  /// The document's character set and how it was found, for the report.
  String encoding() {
    String declared = reader.getCharacterEncodingScheme();
    return declared == null
        ? reader.getEncoding() + ", as the XML declares none"
        : Visible.of(declared) + ", as the XML declares";
  }

  /// Whether the characters at hand are more than white space.
  boolean hasText() {
    return !reader.isWhiteSpace();
  }

  /// The line on which what is at hand begins, from 1.
  int line() {
    return reader.getLocation().getLineNumber();
  }

  private String place() {
    return place(reader.getLocation());
  }

  private static String place(Location at) {
    return "line " + at.getLineNumber() + ", column " + at.getColumnNumber();
  }

  /// Only the place: the parser's own words may quote the text.
  private static IOException refused(XMLStreamException e, String otherwise) {
    Throwable cause = e.getNestedException() == null ? e.getCause() : e.getNestedException();
    if (cause instanceof IOException io) {
      return io instanceof RefusedFile ? io : new RefusedFile("the XML's bytes cannot be read");
    }
    Location at = e.getLocation();
    return new RefusedFile(
        "the file is not well-formed XML, or beyond the limits, at "
            + (at == null ? otherwise : place(at)));
  }

  @Override
  public void close() throws IOException {
    try {
      reader.close();
    } catch (XMLStreamException e) {
      throw refused(e, place());
    } finally {
      in.close();
    }
  }

  /// Bytes among which a `>` comes every so often, so that no name or comment fills the memory.
  private static final class WithoutLongRuns extends FilterInputStream {

    private int run;

    WithoutLongRuns(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      run = read == '>' ? 0 : run + 1;
      return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = super.read(target, offset, length);
      int last = offset + read - 1;
      while (last >= offset && target[last] != '>') {
        last--;
      }
      run = last < offset ? run + Math.max(read, 0) : offset + read - 1 - last;
      if (run > LONGEST_TAG) {
        throw new RefusedFile("the XML runs for " + (LONGEST_TAG >> 20) + " MiB without a tag");
      }
      return read;
    }
  }
}
