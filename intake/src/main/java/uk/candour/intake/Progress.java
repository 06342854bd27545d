package uk.candour.intake;

/// Hears how far the reading has come.
@FunctionalInterface
public interface Progress {

  /// So many rows were read.
  ///
  /// @param rows the rows of this source that were read so far
  void rows(String source, int rows);
}
