package uk.candour.intake;

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

/// Where all that a remit's files hold goes, in their order, whatever the day: for those who keep
/// it.
public interface RowSink {

  /// The residents that the remit's population files give, before all sources.
  void population(
      List<InputFile> files, List<Scope.Residents> residents, List<ResidentsOfGroup> groups);

  /// A source begins; its files follow.
  void source(Source source);

  /// A file of the source begins.
  ///
  /// @param file its name, relative to the remit
  /// @param rowsBefore the rows of the source's files before it
  /// @return whether its rows are wanted
  boolean file(String file, String sha256, int rowsBefore) throws IOException;

  /// A row of the file.
  ///
  /// @param sourceRow its number in the source, from 1
  void row(int sourceRow, Written written, SealedRow sealed);

  /// Something wrong in a row, a file, or a population file; between the rows it belongs to.
  void problem(RowProblem problem);

  /// Something to know of the file.
  void note(FileNote note);

  /// The file ends.
  ///
  /// @param tally what became of the source's rows so far
  void endFile(InputFile file, Tally tally) throws IOException;
}
