package uk.candour.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// The lines of a stream as bytes, one at a time; a line beyond [CsvTable#LONGEST_LINE] is refused.
final class ByteLines implements Closeable {

  private final InputStream in;
  private byte[] buffer = new byte[1 << 16];
  private int start;
  private int limit;
  private boolean end;
  private int from;
  private int to;
  private long number;

  ByteLines(InputStream in) {
    this.in = in;
  }

  /// Moves to the next line that is not blank; false at the end.
  boolean next() throws IOException {
    while (line()) {
      for (int i = from; i < to; i++) {
        if (buffer[i] < 0 || buffer[i] > ' ') {
          return true;
        }
      }
    }
    return false;
  }

  private boolean line() throws IOException {
    int passed = 0;
    while (true) {
      if (start + passed == limit) {
        if (!end) {
          more();
          continue;
        }
        if (passed == 0) {
          return false;
        }
      }
      if (start + passed == limit || buffer[start + passed] == '\n') {
        from = start;
        to = start + passed;
        start = Math.min(to + 1, limit);
        number++;
        return true;
      }
      passed++;
    }
  }

  private void more() throws IOException {
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, limit - start);
      limit -= start;
      start = 0;
    } else if (limit >= CsvTable.LONGEST_LINE) {
      throw new RefusedFile(
          "line " + (number + 1) + " is longer than " + (CsvTable.LONGEST_LINE >> 20) + " MiB");
    } else if (limit == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }
    int read = in.read(buffer, limit, buffer.length - limit);
    end = read < 0;
    limit += Math.max(read, 0);
  }

  /// The array in which the present line lies, from [#from] to [#to].
  byte[] bytes() {
    return buffer;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /// The present line's number, from 1.
  long number() {
    return number;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
