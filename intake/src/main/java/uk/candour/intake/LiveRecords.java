package uk.candour.intake;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import uk.candour.characteristics.ResidentsOfGroup;
import uk.candour.characteristics.SealedRow;
import uk.candour.intake.Intaken.FileNote;
import uk.candour.intake.Problems.RowProblem;
import uk.candour.record.InputFile;
import uk.candour.record.Scope;
import uk.candour.record.Source;
import uk.candour.record.Written;

/// Opens the live record for an inquiry. Whoever keeps one provides this as a service
/// ([java.util.ServiceLoader]).
public interface LiveRecords {

  /// Opens a record, after the inquiry itself has become an entry of it.
  ///
  /// @param remit the inquiry that asks
  /// @throws Refused where the record cannot be read; the message says why
  Opened open(RecordPlan plan, Remit remit) throws IOException, Refused;

  /// A record, opened for one inquiry.
  interface Opened extends Closeable {

    /// The files of residents that were loaded.
    List<InputFile> populationFiles();

    List<Scope.Residents> residents();

    List<ResidentsOfGroup> groups();

    /// What was wrong in the files of residents.
    List<RowProblem> populationProblems() throws IOException;

    /// The sources, in the order in which they came into the record.
    List<Source> sources();

    /// Hands over all rows of a source in their order, with what was wrong in them.
    Totals read(Source source, Rows rows) throws IOException;
  }

  /// Where the rows of a source go.
  interface Rows {

    void row(int sourceRow, Written written, SealedRow sealed);

    void problem(RowProblem problem);

    void note(FileNote note);
  }

  /// What became of the rows of a source when they came into the record.
  ///
  /// @param files the files they came from; none for a live source
  record Totals(int rows, int malformed, int test, int withoutEntry, List<InputFile> files) {

    public Totals {
      files = List.copyOf(files);
    }
  }

  /// The record cannot be read.
  final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    public Refused(String message) {
      super(message);
    }

    public Refused(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
