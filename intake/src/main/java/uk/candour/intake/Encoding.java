package uk.candour.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The character set of one file of text, found out by reading all of it.
///
/// The ladder: a byte-order mark; else zero bytes in every other place, which are UTF-16; else the
/// character set that the remit names; else UTF-8, if the whole file is; else Windows-1252, which
/// is an assumption and is called one. No step guesses from the frequency of letters: nothing tells
/// Windows-1252 from its neighbours. Whatever is chosen must hold for every byte of the file,
/// otherwise the file is refused with the place of the first byte that does not fit.
///
/// A text that was encoded twice is valid and cannot be told for certain; what looks like one is
/// said.
///
/// @param mark the length of the byte-order mark
/// @param nul whether the text holds the character NUL anywhere
/// @param how a sentence for the report
record Encoding(Charset charset, int mark, boolean nul, String how) {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /// @param head the file's first bytes, as [FileKind#head] reads them
  /// @param named the character set that the remit names, or null
  static Encoding of(Path file, byte[] head, @Nullable Charset named) throws IOException {
    Charset marked = marked(head);
    if (marked != null) {
      String how = marked.name() + ", by its byte-order mark";
      if (named != null && !named.equals(marked) && !named.equals(unordered(marked))) {
        how += ", although the remit says " + named.name();
      }
      return checked(file, marked, markLength(marked), how);
    }
    Charset wide = wide(head);
    if (wide != null && (named == null || named.equals(wide) || named.equals(unordered(wide)))) {
      return checked(file, wide, 0, wide.name() + ", by its zero bytes");
    }
    if (named != null) {
      return checked(file, named, 0, named.name() + ", as the remit says");
    }
    Fit utf8 = Fit.of(file, StandardCharsets.UTF_8, 0);
    if (utf8.badByte < 0) {
      return new Encoding(
          StandardCharsets.UTF_8,
          0,
          utf8.nul,
          (utf8.ascii ? "plain ASCII" : "UTF-8, as the whole file is valid in it") + utf8.doubt());
    }
    Fit western = Fit.of(file, WINDOWS_1252, 0);
    if (western.badByte < 0) {
      return new Encoding(
          WINDOWS_1252,
          0,
          western.nul,
          "windows-1252, assumed: byte " + utf8.badByte + " is not UTF-8 and the remit names none");
    }
    throw new RefusedFile(
        "the character set is unknown: byte "
            + utf8.badByte
            + " is not UTF-8, byte "
            + western.badByte
            + " is not windows-1252; name it in the remit (encoding)");
  }

  private static Encoding checked(Path file, Charset charset, int mark, String how)
      throws IOException {
    Fit fit = Fit.of(file, charset, mark);
    if (fit.badByte >= 0) {
      throw new RefusedFile(
          "byte "
              + fit.badByte
              + " (line "
              + fit.badLine
              + ") is not "
              + charset.name()
              + ", which is the file's character set "
              + how.substring(how.indexOf(", ") + 2));
    }
    return new Encoding(charset, mark, fit.nul, how + fit.doubt());
  }

  /// Whether the scanner may look for separators and line ends among the bytes themselves.
  boolean bytesAreAscii() {
    if (charset.equals(StandardCharsets.UTF_8)) {
      return true;
    }
    if (!charset.canEncode() || charset.newEncoder().maxBytesPerChar() != 1f) {
      return false;
    }
    byte[] ascii = new byte[128];
    for (int i = 0; i < 128; i++) {
      ascii[i] = (byte) i;
    }
    return new String(ascii, charset).equals(new String(ascii, StandardCharsets.US_ASCII));
  }

  /// The file's text as bytes behind its mark: as they are where [#bytesAreAscii], else as UTF-8.
  InputStream open(Path file) throws IOException {
    if (!bytesAreAscii()) {
      return openSwapping(file, (char) 0, (char) 0);
    }
    InputStream in = Files.newInputStream(file);
    in.skipNBytes(mark);
    return in;
  }

  /// The file's text behind its mark as UTF-8, whatever it is in.
  InputStream openAsUtf8(Path file) throws IOException {
    return charset.equals(StandardCharsets.UTF_8)
        ? open(file)
        : openSwapping(file, (char) 0, (char) 0);
  }

  /// The file's text as UTF-8, in which two characters have changed places.
  InputStream openSwapping(Path file, char one, char other) throws IOException {
    InputStream in = Files.newInputStream(file);
    in.skipNBytes(mark);
    return new Utf8Stream(in, charset, one, other);
  }

  /// The character set of what [#open] gives.
  Charset opened() {
    return bytesAreAscii() ? charset : StandardCharsets.UTF_8;
  }

  private static @Nullable Charset marked(byte[] head) {
    int first = at(head, 0);
    int second = at(head, 1);
    if (first == 0xEF && second == 0xBB && at(head, 2) == 0xBF) {
      return StandardCharsets.UTF_8;
    }
    if (first == 0xFF && second == 0xFE) {
      boolean four = at(head, 2) == 0 && at(head, 3) == 0 && head.length % 4 == 0;
      return four ? StandardCharsets.UTF_32LE : StandardCharsets.UTF_16LE;
    }
    if (first == 0xFE && second == 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    boolean fourBig = first == 0 && second == 0 && at(head, 2) == 0xFE && at(head, 3) == 0xFF;
    return fourBig ? StandardCharsets.UTF_32BE : null;
  }

  private static int markLength(Charset marked) {
    if (marked.equals(StandardCharsets.UTF_8)) {
      return 3;
    }
    return marked.name().startsWith("UTF-32") ? 4 : 2;
  }

  /// UTF-16 without a mark: Latin text has a zero in every other byte, and no other text has any.
  private static @Nullable Charset wide(byte[] head) {
    int pairs = head.length / 2;
    if (pairs == 0) {
      return null;
    }
    int evenZeros = 0;
    int oddZeros = 0;
    for (int i = 0; i < pairs; i++) {
      evenZeros += head[2 * i] == 0 ? 1 : 0;
      oddZeros += head[2 * i + 1] == 0 ? 1 : 0;
    }
    if (oddZeros > pairs / 2 && evenZeros < oddZeros / 10 + 1) {
      return StandardCharsets.UTF_16LE;
    }
    return evenZeros > pairs / 2 && oddZeros < evenZeros / 10 + 1
        ? StandardCharsets.UTF_16BE
        : null;
  }

  private static Charset unordered(Charset ordered) {
    String name = ordered.name();
    return name.startsWith("UTF-16")
        ? StandardCharsets.UTF_16
        : name.startsWith("UTF-32") ? StandardCharsets.UTF_32 : ordered;
  }

  private static int at(byte[] head, int index) {
    return index < head.length ? head[index] & 0xFF : -1;
  }

  /// How a whole file fits a character set.
  ///
  /// @param badByte the place of the first byte that does not fit, from 0, or -1
  /// @param badLine the line of that byte, from 1
  /// @param twice how many characters look as if UTF-8 had been taken for Windows-1252 and encoded
  ///   again, as `Ã«` for `ë`
  private record Fit(long badByte, long badLine, boolean nul, boolean ascii, long twice) {

    String doubt() {
      return twice == 0
          ? ""
          : "; places that look as if they had been encoded twice before it came here: " + twice;
    }

    static Fit of(Path file, Charset charset, int mark) throws IOException {
      CharsetDecoder decoder =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
      int block = Math.clamp(Files.size(file) + 1, 64, 1 << 16);
      ByteBuffer bytes = ByteBuffer.allocate(block);
      CharBuffer chars = CharBuffer.allocate(block);
      long before = 0;
      long line = 1;
      boolean nul = false;
      boolean ascii = true;
      long twice = 0;
      char last = 0;
      try (InputStream in = Files.newInputStream(file)) {
        in.skipNBytes(mark);
        before = mark;
        boolean end = false;
        while (!end) {
          int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
          end = read < 0;
          bytes.limit(bytes.position() + Math.max(read, 0)).position(0);
          CoderResult result;
          do {
            chars.clear();
            int from = bytes.position();
            result = decoder.decode(bytes, chars, end);
            int decoded = chars.position();
            char[] text = chars.array();
            for (int i = 0; i < decoded; i++) {
              char c = text[i];
              if (c < ' ') {
                nul |= c == 0;
                line += c == '\n' ? 1 : 0;
              }
              if (c >= 0x80) {
                ascii = false;
                twice += c <= 0xBF && (last == 'Ã' || last == 'Â') ? 1 : 0;
              }
              last = c;
            }
            if (result.isError()) {
              return new Fit(before + bytes.position(), line, nul, ascii, twice);
            }
            if (from == bytes.position() && decoded == 0) {
              break;
            }
          } while (result.isOverflow());
          before += bytes.position();
          bytes.compact();
        }
      }
      return new Fit(-1, 0, nul, ascii, twice);
    }
  }
}
