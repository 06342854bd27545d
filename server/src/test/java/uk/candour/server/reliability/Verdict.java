package uk.candour.server.reliability;

import java.util.List;

/// What a judge says of a run. That he could not tell is never taken for held.
sealed interface Verdict {

  /// Nothing acknowledged was lost, nothing was doubled, the log verifies.
  record Held(int reports) implements Verdict {}

  /// Something of that is not so.
  ///
  /// @param lost acknowledged reports that are not there, or not as their receipts say
  /// @param doubled keys with more than one report
  record Failed(int lost, int doubled, List<String> problems) implements Verdict {

    public Failed {
      problems = List.copyOf(problems);
    }
  }

  /// The run shows nothing, or could not be looked at.
  record CouldNotTell(String reason) implements Verdict {}
}
