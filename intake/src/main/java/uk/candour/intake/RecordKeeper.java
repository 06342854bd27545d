package uk.candour.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keeps a live record: loads files into it, copies it, and brings a copy back. Whoever keeps one
/// provides this as a service ([java.util.ServiceLoader]), so that the command needs no database
/// where none is asked for.
public interface RecordKeeper {

  /// Where a record is kept.
  ///
  /// @param folder the data folder
  /// @param url the JDBC URL of its database, or null where the folder's own is meant
  record Place(Path folder, @Nullable String url) {}

  /// What became of the rows of one file.
  ///
  /// @param rows read; every one is in one of those that follow
  /// @param written rows that became acts now
  /// @param before rows that were acts before
  /// @param malformed rows whose shape is broken, kept among the problems
  /// @param test rows set aside as tests
  /// @param withoutEntry rows that no entry of the source accepted, kept among the problems
  /// @param entries the entries of the rows that were written
  /// @param problems what was put down as wrong, values too
  record Line(
      String source,
      String file,
      int rows,
      int written,
      int before,
      int malformed,
      int test,
      int withoutEntry,
      int entries,
      int problems) {

    /// Whether every row is accounted for.
    public boolean isWhole() {
      return rows == written + before + malformed + test + withoutEntry;
    }
  }

  /// A copy that was made and read again.
  ///
  /// @param logSize the entries of the log in it
  /// @param files its files
  /// @param bytes all of them together
  record Copy(long logSize, int files, long bytes) {}

  /// Reads a remit's files into a record.
  ///
  /// @return a line a file, or every problem of the remit's files
  Reading<List<Line>> load(Remit remit, Place place, Progress progress)
      throws IOException, LiveRecords.Refused;

  /// Copies a record into a folder that is not there yet, and reads the copy again. Keys are not in
  /// it.
  ///
  /// @param keys a folder for a copy of the keys, apart from the record's, or null for none
  Copy backup(Place place, Path to, @Nullable Path keys) throws IOException, LiveRecords.Refused;

  /// Brings a copy back, into a place where no record is.
  ///
  /// @param keys the folder of the keys' copy, or null where the keys are in the place already
  Copy restore(Path from, Place place, @Nullable Path keys) throws IOException, LiveRecords.Refused;
}
