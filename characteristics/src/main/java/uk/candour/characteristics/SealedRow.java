package uk.candour.characteristics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The protected values of one row as it was written, beside the row: by the place of the person or
/// the entry in it, and by the entries of the row that say so, as bits of a long.
public record SealedRow(List<OfPerson> people, List<OfChange> changes) {

  /// A row that says nothing protected.
  public static final SealedRow NOTHING = new SealedRow(List.of(), List.of());

  public SealedRow {
    people = List.copyOf(people);
    changes = List.copyOf(changes);
  }

  /// What a value is said to be.
  public enum Kind {
    /// Ethnicity as the person or a parent stated it.
    STATED,
    /// Ethnicity as somebody else judged it by appearance.
    OBSERVED,
    NATIONALITY
  }

  /// A value of a person; of several of one kind the last that counts stands.
  ///
  /// @param person the person's place in the row, from 0
  public record OfPerson(int person, Kind kind, Characteristic value, long of) {}

  /// A change of a protected field, null where it was or is left blank.
  ///
  /// @param entry the entry's place in the row, from 0
  public record OfChange(
      int entry, @Nullable Characteristic before, @Nullable Characteristic after) {}

  public boolean isEmpty() {
    return people.isEmpty() && changes.isEmpty();
  }

  /// A value of a person in the entries that count, or null.
  public @Nullable Characteristic of(int person, Kind kind, long counts) {
    Characteristic found = null;
    for (OfPerson said : people) {
      if (said.person() == person && said.kind() == kind && (said.of() & counts) != 0) {
        found = said.value();
      }
    }
    return found;
  }

  /// Whether anything protected is said of a person in the entries that count.
  public boolean says(int person, long counts) {
    for (OfPerson said : people) {
      if (said.person() == person && (said.of() & counts) != 0) {
        return true;
      }
    }
    return false;
  }
}
