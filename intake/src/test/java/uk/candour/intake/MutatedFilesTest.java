package uk.candour.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Good files with a few bytes changed, cut, doubled or moved, by a seed: no reader fails on any.
class MutatedFilesTest {

  private static final int INPUTS = 20_000;

  /// What the formats are made of, and what breaks them.
  private static final List<String> PIECES =
      List.of(
          "\"",
          "\"\"",
          ",",
          "\n",
          "\r",
          "\0",
          "\uFEFF",
          "'",
          "{",
          "}",
          "[",
          "]",
          ":",
          "\\u0000",
          "\\ud800",
          "<",
          ">",
          "</",
          "/>",
          "<![CDATA[",
          "]]>",
          "<!--",
          "<!DOCTYPE r [",
          "&x;",
          "&#0;",
          "&#xD;",
          "null",
          "1e999",
          "-0",
          "99999999999999999999",
          "<row r='3'>",
          "<c>",
          " r='B2'",
          " t='s'",
          "<v>",
          "<f/>",
          "\u00A0",
          "Ł",
          "😀",
          " ",
          "\t",
          "\u001F",
          "¦");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(AnyBytes.Reader.class)
  void noReaderFailsOnAny(AnyBytes.Reader reader) throws IOException {
    List<byte[]> seeds = seeds(reader);
    Random random = new Random(20_260_101);
    try (AnyBytes anyBytes = new AnyBytes(folder.resolve("mutated"))) {
      for (int i = 0; i < INPUTS; i++) {
        byte[] bytes = seeds.get(random.nextInt(seeds.size()));
        for (int times = 1 + random.nextInt(4); times > 0; times--) {
          bytes = mutated(bytes, random);
        }
        try {
          anyBytes.areReadOrRefused(reader, bytes);
        } catch (AssertionError | RuntimeException | IOException e) {
          throw new AssertionError("input " + i + " of " + reader + " fails", e);
        }
      }
    }
  }

  private static byte[] mutated(byte[] bytes, Random random) {
    int from = random.nextInt(bytes.length + 1);
    int to = Math.min(bytes.length, from + random.nextInt(9));
    return switch (random.nextInt(6)) {
      case 0 -> spliced(bytes, from, to, new byte[0]);
      case 1 -> spliced(bytes, from, bytes.length, new byte[0]);
      case 2 -> spliced(bytes, from, from, new byte[] {(byte) random.nextInt(256)});
      case 3 -> {
        int at = random.nextInt(bytes.length + 1);
        int end = Math.min(bytes.length, at + random.nextInt(40));
        yield spliced(bytes, from, to, Arrays.copyOfRange(bytes, at, end));
      }
      case 4 -> {
        byte[] changed = bytes.clone();
        if (changed.length > 0) {
          changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
        }
        yield changed;
      }
      default ->
          spliced(bytes, from, to, PIECES.get(random.nextInt(PIECES.size())).getBytes(UTF_8));
    };
  }

  private static byte[] spliced(byte[] bytes, int from, int to, byte[] with) {
    byte[] result = new byte[bytes.length - (to - from) + with.length];
    System.arraycopy(bytes, 0, result, 0, from);
    System.arraycopy(with, 0, result, from, with.length);
    System.arraycopy(bytes, to, result, from + with.length, bytes.length - to);
    return result;
  }

  private List<byte[]> seeds(AnyBytes.Reader reader) throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    switch (reader) {
      case CSV -> {
        String text = "a,b,\"c\"\r\n1,\"x\"\"y\",Zoë\r\n\r\n2,\"over\r\nlines\",\n3,O’Brien,x\n";
        seeds.add(text.getBytes(UTF_8));
        seeds.add(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
        seeds.add(text.getBytes(Charset.forName("windows-1252")));
        seeds.add("a¦'b'\n1¦'x''y'\n".getBytes(UTF_8));
      }
      case XLSX -> seeds.add(Files.readAllBytes(Workbooks.of(SHEET).write(folder.resolve("s"))));
      case SHEET ->
          seeds.add(
              ("<worksheet><cols><col min='1' max='2' hidden='1'/></cols><sheetData>"
                      + SHEET
                      + "</sheetData><mergeCells><mergeCell ref='A1:B1'/></mergeCells></worksheet>")
                  .getBytes(UTF_8));
      case JSON -> {
        seeds.add(
            "[{\"a\":1,\"b\":{\"c\":[\"x\",null,true]}},{\"a\":[{\"d\":\"\\u00eb\"}]}]"
                .getBytes(UTF_8));
        seeds.add("{\"a\":1}\n{\"a\":[2,3]}\n{\"b\":\"x\"}\n".getBytes(UTF_8));
      }
      case XML -> {
        seeds.add(
            "<rs><r id='1'><a>x</a><a k='2'>y &amp; z</a></r>\n<r><b><![CDATA[<]]></b>t</r></rs>"
                .getBytes(UTF_8));
        seeds.add(
            "<?xml version='1.0' encoding='UTF-16'?><rs><r><a>Zoë</a></r></rs>"
                .getBytes(StandardCharsets.UTF_16));
      }
      case CENSUS -> {
        for (String name : List.of("cin-new-layout.xml", "cin-old-layout.xml")) {
          try (var in = Objects.requireNonNull(getClass().getResourceAsStream(name))) {
            seeds.add(in.readAllBytes());
          }
        }
      }
    }
    return seeds;
  }

  private static final String SHEET =
      "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>3</v></c></row>"
          + "<row r='2' hidden='1'><c r='A2' s='1'><v>36526.5</v></c><c r='B2'><f>A1</f><v>1E-3</v></c></row>"
          + "<row r='4'><c t='inlineStr'><is><r><t>x</t></r><rPh><t>y</t></rPh></is></c><c t='b'><v>1</v></c></row>";
}
