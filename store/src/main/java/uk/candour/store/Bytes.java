package uk.candour.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Values written one after the other, each in one way alone, so that the same content has the same
/// bytes for ever: whole numbers in 4 or 8 bytes, the greatest first; a text as its length in UTF-8
/// and its bytes, -1 for none; a constant by its name.
final class Bytes {

  private Bytes() {}

  static final class Out {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    private final DataOutputStream data = new DataOutputStream(bytes);

    Out number(int value) {
      try {
        data.writeInt(value);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return this;
    }

    Out number(long value) {
      try {
        data.writeLong(value);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return this;
    }

    Out flag(boolean value) {
      return number(value ? 1 : 0);
    }

    Out text(@Nullable String value) {
      if (value == null) {
        return number(-1);
      }
      byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
      number(utf8.length);
      bytes.writeBytes(utf8);
      return this;
    }

    Out constant(Enum<?> value) {
      return text(value.name());
    }

    byte[] all() {
      return bytes.toByteArray();
    }
  }

  static final class In {

    private final ByteBuffer bytes;

    In(byte[] bytes) {
      this.bytes = ByteBuffer.wrap(bytes);
    }

    boolean isAtEnd() {
      return !bytes.hasRemaining();
    }

    int number() {
      return bytes.getInt();
    }

    long longNumber() {
      return bytes.getLong();
    }

    boolean flag() {
      return number() != 0;
    }

    @Nullable String text() {
      int length = number();
      if (length < 0) {
        return null;
      }
      if (length > bytes.remaining()) {
        throw new BufferUnderflowException();
      }
      var utf8 = new byte[length];
      bytes.get(utf8);
      return new String(utf8, StandardCharsets.UTF_8);
    }

    String someText() {
      String text = text();
      if (text == null) {
        throw new IllegalStateException("a text is missing");
      }
      return text;
    }

    <E extends Enum<E>> E constant(Class<E> type) {
      return Enum.valueOf(type, someText());
    }
  }
}
