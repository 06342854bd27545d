package uk.candour.store;

import org.jspecify.annotations.Nullable;
import uk.candour.characteristics.SealedRow;
import uk.candour.record.Source;
import uk.candour.record.Written;

/// Something that somebody does, to be written into the record: one row of a source of the live
/// record.
///
/// @param reference the number by which people name it, from [References#random]; the entries of
///   the row carry it as their id
/// @param source the agency's own source in the live record; the first act of a source makes it
/// @param from the row of a file that it is, or null for an act of the live record, which is a row
///   in the order of the log
/// @param once what makes the act the same act when it is sent again, or null
public record Act(
    String reference,
    Source source,
    @Nullable FromFile from,
    Written written,
    SealedRow sealed,
    @Nullable Once once) {

  public Act {
    if (!References.isReference(reference)) {
      throw new IllegalArgumentException("'" + reference + "' is no reference");
    }
  }

  /// A row of a file.
  ///
  /// @param file the file's number in the record
  /// @param row from 1
  public record FromFile(int file, int row) {}

  /// An act of the live record.
  public static Act of(
      String reference, Source source, Written written, SealedRow sealed, @Nullable Once once) {
    return new Act(reference, source, null, written, sealed, once);
  }
}
