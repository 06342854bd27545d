package uk.candour.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an inquiry asks about: the area, its neighbours, the period, the day as at which it asks,
/// which concerns are exploitation, the residents that rates are taken of, and the phrases that
/// blame a child, and the duties that are measured.
///
/// @param duties the duties that replace the usual ones, or null where the usual ones stand
/// @param language the phrases that replace the usual ones, or null where the usual ones stand
public record Scope(
    String inquiry,
    Area area,
    List<Area> neighbours,
    Span period,
    LocalDate asAt,
    Set<Concern> exploitationConcerns,
    List<Residents> population,
    @Nullable List<Duty> duties,
    @Nullable List<String> language) {

  public Scope {
    neighbours = List.copyOf(neighbours);
    exploitationConcerns = Set.copyOf(exploitationConcerns);
    population = List.copyOf(population);
    duties = duties == null ? null : List.copyOf(duties);
    language = language == null ? null : List.copyOf(language);
  }

  /// A scope in which the usual duties and phrases stand.
  public Scope(
      String inquiry,
      Area area,
      List<Area> neighbours,
      Span period,
      LocalDate asAt,
      Set<Concern> exploitationConcerns,
      List<Residents> population) {
    this(inquiry, area, neighbours, period, asAt, exploitationConcerns, population, null, null);
  }

  /// A number of residents of one age range, all sexes and groups together.
  public record Residents(String area, int year, int ageFrom, int ageTo, long count) {}
}
