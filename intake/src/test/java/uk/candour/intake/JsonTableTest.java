package uk.candour.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTableTest {

  @TempDir private Path folder;

  private Path json(String text) throws IOException {
    return Lines.write(folder, "a.json", text);
  }

  private List<String> rows(String text, @Nullable String rows, String... wanted)
      throws IOException {
    return Lines.of(json(text), new Format.Json(rows), wanted);
  }

  static List<Arguments> documents() {
    return List.of(
        document("an array", null, "[{'a':1},\n{'b':'x','a':2.50}]", "1@1 1|null", "2@2 2.50|x"),
        document("one object", null, "{\n'a':'1',\n'b':true}", "1@1 1|true"),
        document(
            "objects one after another", null, "{\n'a':1}\n{\n'a':2}", "1@1 1|null", "2@3 2|null"),
        document("lines", null, "{'a':1}\n\n{'a':2}\r\n", "1@1 1|null", "2@3 2|null"),
        document(
            "a path",
            "data.rows",
            "{'n':{'a':9},'data':{'rows':[{'a':1},{'a':2}]}}",
            "1@1 1|null",
            "2@1 2|null"),
        document(
            "a path through arrays",
            "$.data[*].rows",
            "{'data':[{'rows':{'a':1}},{'rows':[[{'a':2}]]}]}",
            "1@1 1|null",
            "2@1 2|null"),
        document(
            "a path in lines",
            "r/s",
            "{'r':{'s':[{'a':1},{'a':2}]}}\n{'r':{'s':{'a':3}}}\n",
            "1@1 1|null",
            "2@1 2|null",
            "3@2 3|null"),
        document("no rows there", "data", "{'other':[{'a':1}],'data':null}"),
        document("nothing", null, "[]"),
        document("null is no row", null, "[null,{'a':null}]", "1@1 null|null"),
        document("blanks and a mark", null, "\uFEFF [ {'a':' x '} ] \n", "1@1 x|null"),
        document(
            "a value by itself",
            null,
            "[7,{'a':1}]",
            "1@1 MALFORMED a value by itself / an object",
            "2@1 1|null"),
        document(
            "a broken line costs itself alone",
            null,
            "{'a':1}\n{'a':\n{'a':3}\nx\n{'a':4} {'a':5}\n[{'a':6},{'a':7}]\n",
            "1@1 1|null",
            "2@2 MALFORMED no JSON, at column 6 / one object on the line",
            "3@3 3|null",
            "4@4 MALFORMED no JSON, at column 1 / one object on the line",
            "5@5 MALFORMED more than one object / one object on the line",
            "6@6 6|null",
            "7@6 7|null"),
        document(
            "a first line that is broken",
            null,
            "{'a':\n{'a':2}\n",
            "1@1 MALFORMED no JSON, at column 6 / one object on the line",
            "2@2 2|null"),
        document(
            "an object for a value",
            null,
            "[{'a':{'c':1},'b':2}]",
            "1@1 null|2|FLAW 0 an object / a value"),
        document(
            "NUL",
            null,
            "[{'a':'x\\u0000y'}]",
            "1@1 null|null|FLAW 0 x\u2400y / text without the character NUL"),
        document(
            "half a character",
            null,
            "[{'a':'x\\ud800'}]",
            "1@1 null|null|FLAW 0 x\uFFFD / whole characters"));
  }

  private static Arguments document(
      String reason, @Nullable String rows, String text, String... expected) {
    return Arguments.of(reason, rows, text.replace('\'', '"'), Arrays.asList(expected));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void readsRowsOfEveryLayout(
      String reason, @Nullable String rows, String text, List<String> expected) throws IOException {
    assertThat(rows(text, rows, "a", "b")).as(reason).isEqualTo(expected);
  }

  @Test
  void columnsArePaths() throws IOException {
    String text =
        """
        [{"id": 7, "child": {"name": "A", "x.y": 1}, "phones": ["1", "2", null, "3"],
          "contacts": [{"phone": "4"}, {"phone": ["5", "6"], "kind": "work"}]}]
        """;
    String[] wanted = {
      "id",
      "child.name",
      "child/name",
      "child.x.y",
      "phones",
      "phones[0]",
      "phones[3]",
      "phones[9]",
      "contacts.phone",
      "contacts[1].phone",
      "contacts[1].phone[1]",
      "contacts[*].kind"
    };
    assertThat(rows(text, null, wanted))
        .containsExactly("1@1 7|A|A|1|1;2;3|1|3|null|4;5;6|5;6|6|work");
    Columns columns = Tables.columns(json(text), new Format.Json(null));
    assertThat(columns.names())
        .containsExactly(
            "id", "child.name", "child.x.y", "phones", "contacts.phone", "contacts.kind");
    assertThat(wanted).allMatch(columns::has);
    assertThat(columns.has("child")).isFalse();
    assertThat(columns.has("contacts.fax")).isFalse();
  }

  @Test
  void readsUtf16() throws IOException {
    Path file = Lines.write(folder, "w.json", "\uFEFF[{\"a\":\"Zoë\"}]", StandardCharsets.UTF_16LE);
    assertThat(Lines.of(file, new Format.Json(null), "a")).containsExactly("1@1 Zoë");
  }

  static List<Arguments> refusals() {
    String limits = "the file is not JSON, or beyond the limits, at line 1, column ";
    return List.of(
        Arguments.of("depth", "[{\"a\":" + "[".repeat(100_000), limits),
        Arguments.of("a name twice", "[{\"a\":1,\"a\":2}]", limits + "12"),
        Arguments.of("a name twice where nobody looks", "[{\"z\":{\"a\":1,\"a\":2}}]", limits),
        Arguments.of("a long value", "[{\"a\":\"" + "x".repeat(20_000_000) + "\"}]", limits),
        Arguments.of("a long number", "[{\"a\":" + "1".repeat(10_000) + "}]", limits),
        Arguments.of("no number", "[{\"a\":NaN}]", limits),
        Arguments.of("a comment", "[/* x */{\"a\":1}]", limits + "2"),
        Arguments.of("an end too early", "[{\"a\":1},", limits + "10"),
        Arguments.of("an end too late", "[{\"a\":1}]]", limits + "10"),
        Arguments.of("garbage behind", "[{\"a\":1}] x", limits + "11"),
        Arguments.of(
            "more behind",
            "[{\"a\":1}][]",
            "something follows the JSON's end, at line 1, column 10"),
        Arguments.of("XML", "<?xml version='1.0'?><a/>", "the file is XML and not JSON"),
        Arguments.of(
            "many names", manyNames(200_000), "an object has more than 100000 names, at line 1"));
  }

  private static String manyNames(int count) {
    StringBuilder text = new StringBuilder("[{\"n\":0");
    for (int i = 0; i < count; i++) {
      text.append(",\"n").append(i).append("\":0");
    }
    return text.append("}]").toString();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void refusesAFileWithOnePlainReason(String reason, String text, String message) {
    assertThatThrownBy(() -> rows(text, null, "a"))
        .as(reason)
        .isInstanceOf(RefusedFile.class)
        .hasMessageStartingWith(message);
    assertThatThrownBy(() -> Tables.columns(json(text), new Format.Json(null)))
        .as(reason)
        .isInstanceOf(RefusedFile.class)
        .hasMessageStartingWith(
            reason.equals("many names") ? "the rows have more" : message.substring(0, 20));
  }

  /// Keys whose hashes are all the same, which make a naive table of them a list.
  @Test
  void keysThatCollideDoNotMakeReadingSlow() throws IOException {
    StringBuilder text = new StringBuilder("[{\"a\":1");
    for (int i = 0; i < 1 << 14; i++) {
      text.append(",\"");
      for (int bit = 0; bit < 14; bit++) {
        text.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      text.append("\":0");
    }
    assertThat(rows(text + "}]", null, "a")).containsExactly("1@1 1");
  }
}
