package uk.candour.intake;

import java.util.List;
import uk.candour.characteristics.SealedCharacteristics;
import uk.candour.record.Entries;

/// What the sources of a remit come to: the entries, the protected values beside them, and all that
/// was wrong with rows.
///
/// @param tallies what became of the rows, a source each
/// @param notes what there is to say of files as wholes
public record Intaken(
    Entries entries,
    SealedCharacteristics characteristics,
    Problems problems,
    List<Tally> tallies,
    List<FileNote> notes) {

  public Intaken {
    tallies = List.copyOf(tallies);
    notes = List.copyOf(notes);
  }

  /// A sentence on one file: how its characters were read, what it hides.
  public record FileNote(String source, String file, String sentence) {}
}
