package uk.candour.intake;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.candour.intake.Target.PersonField;
import uk.candour.record.EntryAttribute;
import uk.candour.record.EntryKind;
import uk.candour.record.Role;
import uk.candour.record.Source;
import uk.candour.record.ThingAttribute;

/// How the rows of one source become entries, worked out once from the remit.
///
/// Every distinct mapping of the source is a **cell**, evaluated once a row, whichever of the
/// source's entries it belongs to. Sets of a source's entries are bits of a long: bit 0 is the
/// first entry. Columns are numbers in [#columns].
///
/// @param place where the remit names the files
/// @param files the files in the order of their paths
/// @param names the files' paths relative to the remit, one each
/// @param columns the columns that are used, as the file names them
/// @param unknown values that mean "not recorded"
/// @param test the column and the values of rows to set aside, or null
record SourcePlan(
    Source source,
    Section.Place place,
    Format format,
    List<Path> files,
    List<String> names,
    List<String> columns,
    Set<String> unknown,
    @Nullable TestRows test,
    List<Cell> cells,
    List<EntryPlan> entries,
    List<PersonPlan> people,
    List<ThingPlan> things) {

  /// The most entries that one row can hold.
  static final int MOST_ENTRIES = 60;

  record TestRows(int column, Set<String> values) {}

  /// One mapping: a target and the choices of which the first that yields a value is taken.
  ///
  /// @param entries the entries it belongs to
  record Cell(String target, Target of, List<Choice> choices, long entries) {

    /// Whether the value can be other than one fixed text.
    boolean variesByRow() {
      return choices.stream().anyMatch(choice -> choice.constant() == null);
    }
  }

  /// One way to come by a value.
  ///
  /// @param columns the columns it is taken from; none for a constant
  /// @param values what each value stands for; an empty text stands for nothing
  /// @param otherwise what a value that `values` and `codes` do not name stands for
  record Choice(
      List<Integer> columns,
      @Nullable String join,
      @Nullable String constant,
      @Nullable String split,
      @Nullable Pattern pattern,
      @Nullable Map<String, String> values,
      @Nullable CodeList codes,
      @Nullable String otherwise,
      DatePatterns dates) {}

  /// One kind of entry that a row may hold.
  ///
  /// @param when what must all hold of the row
  /// @param attributes the entry's own attributes
  /// @param cells the number of the cell of each
  record EntryPlan(
      EntryKind kind, List<Condition> when, List<EntryAttribute> attributes, List<Integer> cells) {

    /// The cell of an attribute, or -1.
    int cell(EntryAttribute attribute) {
      int at = attributes.indexOf(attribute);
      return at < 0 ? -1 : cells.get(at);
    }
  }

  /// What must hold of a column: that its value is among some, or is absent, or is there at all;
  /// or, turned round, that none of this holds.
  record Condition(int column, Set<String> values, boolean absent, boolean present, boolean not) {

    /// @param value null where absent
    boolean holds(@Nullable String value) {
      boolean named = value == null ? absent : present || values.contains(value);
      return named != not;
    }
  }

  /// A person that the row may mention.
  record PersonPlan(Role role, int nth, List<PersonPart> parts, long entries) {}

  /// One attribute of a person.
  ///
  /// @param entries the entries whose mapping has it
  record PersonPart(PersonField field, String scheme, int cell, long entries) {}

  /// A place or a vehicle that the row may mention.
  record ThingPlan(boolean vehicle, int nth, List<ThingPart> parts, long entries) {}

  record ThingPart(ThingAttribute attribute, int cell, long entries) {}
}
