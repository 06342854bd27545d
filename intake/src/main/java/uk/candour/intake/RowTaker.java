package uk.candour.intake;

import uk.candour.characteristics.SealedRow;
import uk.candour.record.Written;

/// Takes the rows of one source as they are written, in their order.
@FunctionalInterface
interface RowTaker {

  /// Takes the next row.
  ///
  /// @param sourceRow the number of the row in its source, from 1
  void take(int sourceRow, Written written, SealedRow sealed);
}
