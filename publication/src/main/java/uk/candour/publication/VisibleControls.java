package uk.candour.publication;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/// Shows characters that a reader cannot see but that change what is read: controls, and those that
/// turn the direction of writing or join and hide letters. Each is written as `[U+202E]`.
final class VisibleControls extends FilterWriter {

  VisibleControls(Writer out) {
    super(out);
  }

  @Override
  public void write(int c) throws IOException {
    if (isHidden((char) c)) {
      out.write("[U+%04X]".formatted(c));
    } else {
      out.write(c);
    }
  }

  @Override
  public void write(char[] chars, int from, int length) throws IOException {
    write(new String(chars, from, length), 0, length);
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    int written = from;
    for (int i = from; i < from + length; i++) {
      if (isHidden(text.charAt(i))) {
        out.write(text, written, i - written);
        write(text.charAt(i));
        written = i + 1;
      }
    }
    out.write(text, written, from + length - written);
  }

  static boolean isHidden(char c) {
    return (c < 0x20 && c != '\n' && c != '\t')
        || (c >= 0x7f && c < 0xa0)
        || c == 0x061c
        || (c >= 0x200b && c <= 0x200f)
        || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2060 && c <= 0x206f)
        || c == 0xfeff;
  }
}
