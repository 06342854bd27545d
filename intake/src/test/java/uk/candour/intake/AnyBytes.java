package uk.candour.intake;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// What holds of a reader whatever bytes it is given: a file is refused with one plain reason, or
/// its rows are numbered without a gap, a malformed row has no values, a value is trimmed and
/// without NUL; and the same bytes give the same again.
final class AnyBytes implements Closeable {

  enum Reader {
    CSV,
    XLSX,
    SHEET,
    JSON,
    XML,
    CENSUS
  }

  private final Path file;
  private final FileChannel channel;

  /// @param file where the bytes are put, again and again: truncating an open file is far cheaper
  ///   than writing a new one
  AnyBytes(Path file) throws IOException {
    this.file = file;
    this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  void areReadOrRefused(Reader reader, byte[] bytes) throws IOException {
    put(
        reader == Reader.SHEET
            ? Workbooks.of("").part("xl/worksheets/sheet1.xml", bytes).bytes()
            : bytes);
    if (reader == Reader.CENSUS) {
      census(file);
      return;
    }
    for (Format format : formats(reader)) {
      Columns columns;
      try {
        columns = Tables.columns(file, format);
      } catch (RefusedFile refused) {
        assertPlain(refused);
        continue;
      }
      List<String> wanted =
          columns.names().stream()
              .filter(name -> columns.names().indexOf(name) == columns.names().lastIndexOf(name))
              .limit(20)
              .toList();
      read(file, format, wanted);
    }
  }

  private void put(byte[] bytes) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    channel.position(0);
    while (rest.hasRemaining()) {
      channel.write(rest);
    }
    channel.truncate(bytes.length);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static List<Format> formats(Reader reader) {
    return switch (reader) {
      case CSV -> List.of(new Format.Csv(',', '"', null, 1), new Format.Csv('¦', '\'', null, 0));
      case XLSX, SHEET -> List.of(new Format.Xlsx(null, 1), new Format.Xlsx("1", 0));
      case JSON -> List.of(new Format.Json(null), new Format.Json("a"));
      case XML -> List.of(new Format.Xml("r"), new Format.Xml("/rs/r"));
      case CENSUS -> List.of();
    };
  }

  private static void read(Path file, Format format, List<String> wanted) throws IOException {
    try (Table table = Tables.open(file, format, wanted, note -> require(!note.isBlank(), note))) {
      int row = 0;
      long line = 0;
      while (table.next()) {
        row++;
        require(table.row() == row, "row " + row);
        require(table.line() >= line, "line " + line);
        line = table.line();
        require(table.malformed() == null || table.flaws().isEmpty(), "flaws of no row");
        for (int column = 0; column < wanted.size(); column++) {
          String value = table.value(column);
          if (value != null) {
            require(table.malformed() == null, "a value of no row");
            require(value.equals(Blank.trimmed(value)) && value.indexOf(0) < 0, "the value");
          }
        }
      }
      require(!table.next(), "a row behind the last");
    } catch (RefusedFile refused) {
      assertPlain(refused);
    }
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }

  private static void census(Path file) throws IOException {
    List<ReferralEpisode> episodes = new ArrayList<>();
    try {
      CinCensus.read(
          file,
          episodes::add,
          contradiction -> require(!contradiction.expected().isBlank(), contradiction.element()),
          note -> require(!note.isBlank(), note));
    } catch (RefusedFile refused) {
      assertPlain(refused);
    }
    for (int i = 0; i < episodes.size(); i++) {
      require(episodes.get(i).row() == i + 1, "episode " + i);
    }
  }

  private static void assertPlain(RefusedFile refused) {
    String reason = String.valueOf(refused.getMessage());
    require(!reason.isBlank() && reason.length() < 2_000, reason);
  }
}
