package uk.candour.synth;

/// Told what is being written, so that a caller can show it.
@FunctionalInterface
public interface Progress {

  /// A file was begun.
  ///
  /// @param file its name in the folder
  /// @param done files finished before it
  /// @param of files in all
  void writing(String file, int done, int of);
}
