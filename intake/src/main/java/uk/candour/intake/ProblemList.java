package uk.candour.intake;

/// Where what was wrong in rows is put down.
@FunctionalInterface
interface ProblemList {

  /// Adds a problem after all that were added before.
  void add(Problems.RowProblem problem);
}
