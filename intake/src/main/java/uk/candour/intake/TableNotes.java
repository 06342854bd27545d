package uk.candour.intake;

/// Takes what a reader has to say about a file as a whole and that is no problem of a row: the
/// character set and how it was found, what a workbook hides, formulas, links to elsewhere.
///
/// A note is a sentence without the name of the file, and says nothing of a person. Notes come when
/// the table is opened and, where they are counts, with its last row.
@FunctionalInterface
public interface TableNotes {

  void note(String sentence);
}
