package uk.candour.synth;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/// Where the rows of a file go, in whatever layout the agency uses; the values of a row stand in
/// the order of the columns the file was opened with, blank where there is none.
interface Rows extends Closeable {

  void write(List<String> values) throws IOException;

  /// Writes a row whose end is missing.
  default void writeCutShort(List<String> values) throws IOException {
    throw new UnsupportedOperationException("This layout has no row without its end.");
  }

  /// Writes a row that was broken over two lines by a line feed that nobody quoted.
  default void writeBroken(List<String> values) throws IOException {
    throw new UnsupportedOperationException("This layout cannot hold a row broken over lines.");
  }
}
