package uk.candour.intake;

import java.util.List;

/// What came of reading something that others wrote: the thing itself, or every problem of it at
/// once.
public sealed interface Reading<T> {

  /// It was read, and nothing was wrong with it.
  record Accepted<T>(T value) implements Reading<T> {}

  /// It was not taken; the problems are in the order of their places.
  record Rejected<T>(List<Problem> problems) implements Reading<T> {

    public Rejected {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("a rejection says why");
      }
    }
  }
}
