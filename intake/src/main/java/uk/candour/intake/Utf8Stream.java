package uk.candour.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// A stream of text in another character set, read as UTF-8; a byte that does not fit ends it with
/// a [CharacterCodingException]. Two characters may change places, so that a separator beyond ASCII
/// becomes one byte and the text can still be had back.
final class Utf8Stream extends InputStream {

  private final InputStream in;
  private final CharsetDecoder decoder;
  private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
  private final ByteBuffer source = ByteBuffer.allocate(1 << 15).limit(0);
  private final CharBuffer text = CharBuffer.allocate(1 << 15).limit(0);
  private final ByteBuffer utf8 = ByteBuffer.allocate(1 << 17).limit(0);
  private final char one;
  private final char other;
  private boolean ended;

  Utf8Stream(InputStream in, Charset charset, char one, char other) {
    this.in = in;
    this.one = one;
    this.other = other;
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!utf8.hasRemaining()) {
      if (ended) {
        return -1;
      }
      refill();
    }
    int given = Math.min(length, utf8.remaining());
    utf8.get(target, offset, given);
    return given;
  }

  private void refill() throws IOException {
    source.compact();
    int read = in.read(source.array(), source.position(), source.remaining());
    source.position(source.position() + Math.max(read, 0)).flip();
    ended = read < 0;
    text.compact();
    int kept = text.position();
    check(decoder.decode(source, text, ended));
    swap(text.array(), kept, text.position());
    text.flip();
    utf8.clear();
    check(encoder.encode(text, utf8, ended));
    utf8.flip();
    ended = ended && !source.hasRemaining() && !text.hasRemaining();
  }

  private void swap(char[] chars, int from, int to) {
    if (one == other) {
      return;
    }
    for (int i = from; i < to; i++) {
      chars[i] = chars[i] == one ? other : chars[i] == other ? one : chars[i];
    }
  }

  static String swap(String text, char one, char other) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      chars[i] = chars[i] == one ? other : chars[i] == other ? one : chars[i];
    }
    return new String(chars);
  }

  private static void check(CoderResult result) throws CharacterCodingException {
    if (result.isError()) {
      result.throwException();
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
