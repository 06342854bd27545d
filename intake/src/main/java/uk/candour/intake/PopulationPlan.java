package uk.candour.intake;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import uk.candour.intake.SourcePlan.Cell;

/// How a file of residents is read.
///
/// @param place where the remit names the file
/// @param name the file's path relative to the remit
/// @param cells the cell of each of [#TARGETS]
record PopulationPlan(
    Section.Place place,
    Path file,
    String name,
    Format format,
    int year,
    List<String> columns,
    Set<String> unknown,
    List<Cell> cells) {

  /// What a population's map may name.
  static final List<String> TARGETS =
      List.of("area", "age-from", "age-to", "sex", "group", "count");

  /// The cell of a target, or -1.
  int cell(String target) {
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i).target().equals(target)) {
        return i;
      }
    }
    return -1;
  }
}
