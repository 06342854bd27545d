package uk.candour.server.reports;

import java.util.List;
import java.util.Set;
import uk.candour.characteristics.SealedRow;
import uk.candour.record.Concern;
import uk.candour.record.Harm;
import uk.candour.record.Written;

/// A report that was checked, ready to be written.
///
/// @param happened a [uk.candour.record.PartialDate], 0 where it was not said
/// @param severity 1 low to 4 very high as the reporter judges it, 0 where that was not said
/// @param to an agency's name, a kind of agency or `nobody`; empty for social care
/// @param childsWords the child's own words, apart from anybody's opinion
/// @param sealed what is protected, by the places of `people`; nothing here looks into it
public record Report(
    int happened,
    Concern concern,
    int severity,
    String to,
    String team,
    Set<Harm> harm,
    String text,
    String childsWords,
    Reporter reporter,
    List<Written.Person> people,
    List<Written.Thing> things,
    SealedRow sealed) {

  public Report {
    harm = Set.copyOf(harm);
    people = List.copyOf(people);
    things = List.copyOf(things);
  }

  /// Who reports.
  ///
  /// @param kind `named`, `confidential` (known to those who decide and named to nobody else) or
  ///   `anonymous`
  public record Reporter(String kind, String name, String agency, String contact) {}
}
