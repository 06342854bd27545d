package uk.candour.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class XmlTableTest {

  @TempDir private Path folder;

  private Path xml(String text) throws IOException {
    return Lines.write(folder, "a.xml", text);
  }

  private List<String> rows(String text, String rows, String... wanted) throws IOException {
    return Lines.of(xml(text), new Format.Xml(rows), wanted);
  }

  static List<Arguments> documents() {
    return List.of(
        document(
            "elements",
            "/rs/r",
            "<rs><r><a>1</a></r>\n<r><b> x </b><a/></r></rs>",
            "1@1 1|null",
            "2@2 null|x"),
        document("a path from anywhere", "r", "<x><rs><r><a>1</a></r></rs></x>", "1@1 1|null"),
        document(
            "a path with a part of the way",
            "rs/r",
            "<x><r><a>0</a></r><rs><r><a>1</a></r></rs></x>",
            "1@1 1|null"),
        document(
            "a path from the root alone", "/r", "<r><a>1</a><r><a>2</a></r></r>", "1@1 1|null"),
        document(
            "prefixes say nothing",
            "q:r",
            "<p:rs xmlns:p='urn:p'><p:r><p:a>1</p:a></p:r></p:rs>",
            "1@1 1|null"),
        document(
            "the five entities and CDATA",
            "r",
            "<r><a>O&apos;B &amp; <![CDATA[<C>]]></a></r>",
            "1@1 O'B & <C>|null"),
        document(
            "comments and instructions",
            "r",
            "<?x y?><!-- r --><r><a>1<!-- 2 -->3</a></r>",
            "1@1 13|null"),
        document("children keep their own text", "r", "<r><a>1<c>2</c>3</a></r>", "1@1 13|null"),
        document("no rows there", "q", "<r><a>1</a></r>"),
        document("names with points", "r.s", "<r.s><a>1</a></r.s>", "1@1 1|null"));
  }

  private static Arguments document(String reason, String rows, String text, String... expected) {
    return Arguments.of(reason, rows, text, Arrays.asList(expected));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void readsRowsOfEveryLayout(String reason, String rows, String text, List<String> expected)
      throws IOException {
    assertThat(rows(text, rows, "a", "b")).as(reason).isEqualTo(expected);
  }

  @Test
  void columnsArePaths() throws IOException {
    String text =
        """
        <rs><r id="7" x:ref="8" xmlns:x="urn:x">own<child sex="F"><name>A</name></child>
          <phone>1</phone><phone kind="work">2</phone><closed/></r></rs>
        """;
    String[] wanted = {
      "@id",
      "@ref",
      ".",
      "child/@sex",
      "child/name",
      "child.name",
      "x:child/x:name",
      "phone",
      "phone[1]",
      "phone[2]",
      "phone[2]/@kind",
      "phone[3]",
      "closed"
    };
    assertThat(rows(text, "/rs/r", wanted))
        .containsExactly("1@1 7|8|own|F|A|A|A|1;2|1|2|work|null|null");
    Columns columns = Tables.columns(xml(text), new Format.Xml("/rs/r"));
    assertThat(columns.names())
        .containsExactly(
            ".", "@id", "@ref", "child/@sex", "child/name", "phone", "phone/@kind", "closed");
    assertThat(wanted).filteredOn(name -> !name.contains(":")).allMatch(columns::has);
    assertThat(columns.has("child")).isFalse();
  }

  @Test
  void followsTheEncodingThatTheFileDeclares() throws IOException {
    String text = "<?xml version='1.0' encoding='%s'?><r><a>Zoë</a></r>";
    for (Charset charset :
        List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.ISO_8859_1,
            Charset.forName("windows-1252"),
            StandardCharsets.UTF_16)) {
      Path file = Lines.write(folder, "e.xml", text.replace("%s", charset.name()), charset);
      assertThat(Lines.of(file, new Format.Xml("r"), "a")).containsExactly("1@1 Zoë");
    }
  }

  static List<Arguments> refusals() {
    String kept = "the XML has a document type or entities of its own, at line 1, column ";
    String broken = "the file is not well-formed XML, or beyond the limits, at line 1, column ";
    StringBuilder laughs = new StringBuilder("<!DOCTYPE r [<!ENTITY l0 'x'>");
    for (int i = 1; i < 20; i++) {
      laughs
          .append("<!ENTITY l")
          .append(i)
          .append(" '&l")
          .append(i - 1)
          .append(";&l")
          .append(i - 1)
          .append(";'>");
    }
    return List.of(
        Arguments.of(
            "an entity of a file",
            "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><r><a>&x;</a></r>",
            kept + "1"),
        Arguments.of(
            "a parameter entity",
            "<!DOCTYPE r [<!ENTITY % x SYSTEM 'file:///etc/hostname'> %x;]><r/>",
            kept + "1"),
        Arguments.of("a document type elsewhere", "<!DOCTYPE r SYSTEM 'r.dtd'><r/>", kept + "1"),
        Arguments.of("laughs", laughs + "]><r><a>&l19;</a></r>", kept + "1"),
        Arguments.of("an entity nobody declared", "<r><a>&x;</a></r>", broken + "9"),
        Arguments.of("depth", "<r>" + "<a>".repeat(200_000), broken),
        Arguments.of("attributes", "<r " + attributes(1_000) + "/>", broken),
        Arguments.of("a long attribute", "<r a='" + "x".repeat(3_000_000) + "'/>", broken),
        Arguments.of(
            "a long name",
            "<" + "x".repeat(9_000_000) + "/>",
            "the XML runs for 4 MiB without a tag"),
        Arguments.of(
            "a long value",
            "<r><a>" + "x>".repeat(1_000_000) + "</a></r>",
            "a value is longer than 1048576 characters, at line 1"),
        Arguments.of(
            "many names",
            "<r>" + elements(200_000) + "</r>",
            "the XML has more than 100000 different names"),
        Arguments.of("an end too early", "<r><a>1</a>", broken),
        Arguments.of("two roots", "<r/><r/>", broken),
        Arguments.of("nothing", "", broken),
        Arguments.of(
            "bytes that are not UTF-8", "<r><a>\u00E9</a></r>", "the XML's bytes cannot be read"));
  }

  private static String attributes(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(" a").append(i).append("=''");
    }
    return text.toString();
  }

  private static String elements(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append("<a").append(i).append("/>");
    }
    return text.toString();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void refusesAFileWithOnePlainReason(String reason, String text, String message)
      throws IOException {
    Path file = Lines.write(folder, "r.xml", text, StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> Lines.of(file, new Format.Xml("r"), "a"))
        .as(reason)
        .isInstanceOf(RefusedFile.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void fetchesNothing() throws IOException {
    try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String address = "http://127.0.0.1:" + listening.getLocalPort() + "/x";
      for (String text :
          List.of(
              "<!DOCTYPE r SYSTEM '" + address + "'><r/>",
              "<!DOCTYPE r [<!ENTITY x SYSTEM '" + address + "'>]><r>&x;</r>",
              "<r xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='"
                  + address
                  + "'/></r>",
              "<r xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:schemaLocation='u "
                  + address
                  + "'/>",
              "<?xml-stylesheet href='" + address + "'?><r/>")) {
        try {
          rows(text, "r", "a");
        } catch (RefusedFile refused) {
          assertThat(refused.getMessage()).startsWith("the XML has a document type");
        }
      }
      listening.setSoTimeout(50);
      assertThatThrownBy(listening::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }
}
