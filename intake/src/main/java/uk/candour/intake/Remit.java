package uk.candour.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.candour.record.Area;
import uk.candour.record.Concern;
import uk.candour.record.Duty;
import uk.candour.record.Source;
import uk.candour.record.Span;

/// What an inquiry is asked, and how the files it is given are to be understood: the remit, read
/// from its YAML file and found to be without a problem.
///
/// @param file the remit's file
/// @param inquiry the inquiry's name
/// @param neighbours the neighbouring areas that are named
/// @param asAt the day as at which the inquiry asks
/// @param exploitationConcerns the concerns that are exploitation
/// @param duties the duties that replace the usual ones, or null
/// @param language the phrases that replace the usual ones, or null
/// @param linkage settings of linkage as written (mappings, lists and texts), or null
/// @param plans how the files of each source are read
/// @param records the live records that are read
public record Remit(
    Path file,
    String inquiry,
    Area area,
    List<Area> neighbours,
    Span period,
    LocalDate asAt,
    Set<Concern> exploitationConcerns,
    @Nullable List<Duty> duties,
    @Nullable List<String> language,
    @Nullable Map<String, Object> linkage,
    List<PopulationPlan> population,
    List<SourcePlan> plans,
    List<RecordPlan> records) {

  public Remit {
    neighbours = List.copyOf(neighbours);
    exploitationConcerns = Set.copyOf(exploitationConcerns);
    population = List.copyOf(population);
    plans = List.copyOf(plans);
    records = List.copyOf(records);
  }

  /// Reads a remit and looks at the header of every file it names.
  ///
  /// @param asAt the day that overrides the remit's own, or null
  /// @throws IOException where the remit's file cannot be read at all
  public static Reading<Remit> read(Path file, @Nullable LocalDate asAt) throws IOException {
    return new RemitReader(file, asAt).read();
  }

  /// The sources of files, in the order of the remit.
  public List<Source> sources() {
    return plans.stream().map(SourcePlan::source).toList();
  }
}
